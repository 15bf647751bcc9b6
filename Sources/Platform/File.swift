package enum FileKind: Sendable, Equatable {
  case file
  case directory
  case symbolicLink
  case other
}

/// What the system knows of a file. Two equal values mean: not changed since, as far as can be told.
package struct FileStatus: Sendable, Equatable {
  package let kind: FileKind
  /// In bytes.
  package let size: Int
  package let device: UInt64
  package let inode: UInt64
  /// Nanoseconds since 1970.
  package let modified: Int64
  /// Nanoseconds since 1970; moves too when the content is replaced and the date set back.
  package let changed: Int64
  /// The permissions, and other bits.
  let mode: UInt32
}

/// The status of `path`; `followingLinks: false` tells of a symbolic link itself.
package func fileStatus(
  _ path: String, followingLinks: Bool = true
) throws(SystemError) -> FileStatus {
  guard let status = System.status(path, followingLinks: followingLinks) else {
    throw SystemError(path: path)
  }
  return status
}

/// The bytes of the file at `path`, which may be a pipe.
///
/// - Parameter limit: the largest size, in bytes, that is read; a larger file throws `tooLarge`.
package func readFile(_ path: String, limit: Int = .max) throws(SystemError) -> [UInt8] {
  let descriptor = System.openFile(path, .reading)
  guard descriptor >= 0 else { throw SystemError(path: path) }
  defer { System.closeFile(descriptor) }
  guard let status = System.status(of: descriptor) else { throw SystemError(path: path) }
  if status.kind == .directory { throw SystemError(.isDirectory, path: path) }
  if status.size > limit { throw SystemError(.tooLarge(limit: limit), path: path) }
  // One byte more than the size, so that the end of the file shows in the first round.
  return try readToEnd(descriptor, expecting: status.size &+ 1, limit: limit, path: path)
}

/// The same, but refuses a pipe, which would be waited for.
package func readRegularFile(_ path: String, limit: Int = .max) throws(SystemError) -> [UInt8] {
  if try fileStatus(path).kind == .other { throw SystemError(.notRegular, path: path) }
  return try readFile(path, limit: limit)
}

/// Reads until the end. The size is only a hint: a pipe has none, and a file may grow meanwhile.
func readToEnd(
  _ descriptor: Int32, expecting size: Int, limit: Int, path: String
) throws(SystemError) -> [UInt8] {
  var chunk = max(size, 4096)
  var bytes: [UInt8] = []
  while true {
    guard let part = System.readBytes(descriptor, chunk, isFilling: true) else {
      throw SystemError(path: path)
    }
    if bytes.isEmpty { bytes = part } else { bytes += part }
    if bytes.count > limit { throw SystemError(.tooLarge(limit: limit), path: path) }
    if part.count < chunk { return bytes }
    chunk = max(bytes.count, 65536)
  }
}

/// Replaces the file at `path` in one step: at any moment, and after a crash at any moment, it holds
/// either the old bytes or the new. Its mode is kept, a symbolic link stays one, and a file that may
/// not be written fails.
package func writeFileAtomically(_ path: String, _ bytes: [UInt8]) throws(SystemError) {
  // A signal between creation and renaming would leave the temporary file behind.
  try System.withoutSignals { () throws(SystemError) in
    let target = (try? canonicalPath(path)) ?? path
    let folder = parentDirectory(of: target)
    guard let new = System.makeTemporaryFile("\(folder)/.\(lastComponent(of: target)).") else {
      throw SystemError(path: path)
    }
    do throws(SystemError) {
      defer { System.closeFile(new.descriptor) }
      // Whoever may write the folder could replace it all the same.
      guard System.mayWrite(target) else { throw SystemError(path: path) }
      let mode = (try? fileStatus(target))?.mode ?? System.usualPermissions
      guard System.setPermissions(new.descriptor, mode) else { throw SystemError(path: path) }
      try writeAll([bytes], to: new.descriptor, path: path)
      guard System.synchronize(new.descriptor), System.move(new.path, to: target) else {
        throw SystemError(path: path)
      }
    } catch {
      _ = System.removeEntry(new.path)
      throw error
    }
    // The new name lasts only once the folder is on disk; where that cannot be asked for, so be it.
    let folderDescriptor = System.openFile(folder, .reading)
    if folderDescriptor >= 0 {
      _ = System.synchronize(folderDescriptor)
      System.closeFile(folderDescriptor)
    }
  }
}

/// A file that is only added to, as a log is.
package final class AppendingFile: Sendable {
  private let descriptor: Int32
  private let path: String

  /// Opens `path` for adding, and makes it where it is missing; `truncating` drops what it held.
  package init(_ path: String, truncating: Bool = false) throws(SystemError) {
    self.path = path
    descriptor = System.openFile(path, truncating ? .replacing : .appending)
    guard descriptor >= 0 else { throw SystemError(path: path) }
  }

  deinit { System.closeFile(descriptor) }

  package func append(_ bytes: [UInt8]) throws(SystemError) {
    try writeAll([bytes], to: descriptor, path: path)
  }
}
