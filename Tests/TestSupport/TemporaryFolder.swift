package import Platform

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A folder of its own for one test, removed with all it holds when the test lets go of it.
package final class TemporaryFolder: Sendable {
  /// Absolute and canonical.
  package let path: String

  package init() {
    let parent = environmentVariable("TMPDIR") ?? "/tmp"
    var template = Array("\(parent)/issue-lsp-test.XXXXXX".utf8CString)
    unsafe mkdtemp(&template)
    let made = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    path = (try? canonicalPath(made)) ?? made
  }

  deinit { removeTree(path) }

  package func path(_ name: String) -> String { "\(path)/\(name)" }

  /// Writes a file, making the folders on the way to it.
  package func write(_ name: String, _ text: String) throws(SystemError) {
    try write(name, Array(text.utf8))
  }

  package func write(_ name: String, _ bytes: [UInt8]) throws(SystemError) {
    try createDirectory(parentDirectory(of: path(name)))
    // Not atomically: that waits for the disk.
    try AppendingFile(path(name), truncating: true).append(bytes)
  }
}

private func removeTree(_ path: String) {
  for entry in (try? listDirectory(path)) ?? [] where entry.kind == .directory {
    removeTree("\(path)/\(entry.name)")
  }
  for entry in (try? listDirectory(path)) ?? [] where entry.kind != .directory {
    try? removeFile("\(path)/\(entry.name)")
  }
  try? removeFile(path)
}
