package import Platform

private let count = Guarded(0)

/// A folder of its own for one test, removed with all it holds when the test lets go of it.
package final class TemporaryFolder: Sendable {
  /// Absolute and canonical.
  package let path: String

  package init() {
    let number = count.withLock { number in
      number += 1
      return number
    }
    let parent = environmentVariable("TMPDIR") ?? "/tmp"
    let made = "\(parent)/issue-lsp-test.\(currentProcessID()).\(number)"
    removeTree(made)
    try? createDirectory(made)
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
