import Platform

/// The issues that the suites measure with: given ones, or generated ones in a folder that is
/// removed at the end.
final class BenchmarkFiles {
  /// Removed at the end; for whatever a suite writes.
  let folder: String
  private let given: [String]

  init(given: [String]) throws(SystemError) {
    self.given = given
    folder = "\(environmentVariable("TMPDIR") ?? "/tmp")/issue-lsp-benchmark.\(currentProcessID())"
    try createDirectory(folder)
  }

  /// Whether issues were given: then no other number of them can be had.
  var areGiven: Bool { !given.isEmpty }

  /// Folders that hold issues of this many bytes in all, or the given ones.
  func archive(bytes: Int, issueBytes: Int = 13_000) -> [String] {
    if areGiven { return given }
    let path = "\(folder)/archive-\(bytes)-\(issueBytes)"
    if (try? fileStatus(path)) == nil {
      Self.writeArchive(to: path, bytes: bytes, issueBytes: issueBytes)
    }
    return [path]
  }

  /// Generates issues of this many bytes in all.
  static func writeArchive(to path: String, bytes: Int, issueBytes: Int) {
    var generator = IssueGenerator(seed: 1)
    var rest = bytes
    var number = 0
    while rest > 0 {
      let issue = generator.issue(number, bytes: min(rest, issueBytes))
      write("\(path)/\(IssueGenerator.fileName(number))", issue)
      rest -= max(issue.count, 1)
      number += 1
    }
  }

  /// A document of about this many bytes: an issue with the stories of many.
  func document(bytes: Int) -> [UInt8] {
    if given.isEmpty {
      var generator = IssueGenerator(seed: 2)
      return generator.issue(800, bytes: bytes)
    }
    if !areGiven {
      var generator = IssueGenerator(seed: 2)
      return generator.issue(0, bytes: bytes)
    }
    var text: [UInt8] = []
    for path in paths(in: given) {
      guard text.count < bytes else { break }
      guard let issue = try? readFile(path) else { continue }
      text += text.isEmpty ? issue[...] : stories(of: issue)
    }
    // The last line is whole.
    let end = text.prefix(bytes).lastIndex(of: 0x0A) ?? text.count
    return Array(text.prefix(end + 1))
  }

  /// What follows the front matter and the title: from the first section on.
  private func stories(of issue: [UInt8]) -> ArraySlice<UInt8> {
    let section = Array("\n## ".utf8)
    var index = 0
    while index + section.count <= issue.count {
      if issue[index] == 0x0A, issue[index...].starts(with: section) { return issue[index...] }
      index += 1
    }
    return issue[...]
  }

  /// The issues in these folders, by folder and name.
  func paths(in folders: [String]) -> [String] {
    folders.flatMap { folder in
      ((try? listDirectory(folder)) ?? []).map(\.name).filter { $0.hasSuffix(".md") }.sorted()
        .map { "\(folder)/\($0)" }
    }
  }

  /// Bytes of the issues in these folders.
  func size(of folders: [String]) -> Int {
    paths(in: folders).reduce(0) { $0 + ((try? fileStatus($1))?.size ?? 0) }
  }

  /// Writes a file below `folder` and returns its path.
  func write(_ name: String, _ bytes: [UInt8]) -> String {
    let path = "\(folder)/\(name)"
    Self.write(path, bytes)
    return path
  }

  private static func write(_ path: String, _ bytes: [UInt8]) {
    do throws(SystemError) {
      try createDirectory(parentDirectory(of: path))
      // Not atomically: that waits for the disk.
      try AppendingFile(path, truncating: true).append(bytes)
    } catch {
      note("\(error)")
    }
  }

  /// Removes all that was written.
  func remove() { removeTree(folder) }
}

private func removeTree(_ path: String) {
  for entry in (try? listDirectory(path)) ?? [] {
    let child = "\(path)/\(entry.name)"
    if entry.kind == .directory { removeTree(child) } else { try? removeFile(child) }
  }
  try? removeFile(path)
}

/// Tells the person at the terminal, beside the results.
func note(_ text: String) { try? Platform.write("issue-lsp-benchmark: \(text)\n", to: .error) }
