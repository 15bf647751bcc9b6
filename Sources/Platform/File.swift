#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

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
  let mode: mode_t

  init(_ status: stat) {
    kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .directory
      case S_IFLNK: .symbolicLink
      default: .other
      }
    size = Int(clamping: status.st_size)
    device = UInt64(truncatingIfNeeded: status.st_dev)
    inode = UInt64(truncatingIfNeeded: status.st_ino)
    mode = status.st_mode
    #if canImport(Darwin)
      modified = nanoseconds(status.st_mtimespec)
      changed = nanoseconds(status.st_ctimespec)
    #else
      modified = nanoseconds(status.st_mtim)
      changed = nanoseconds(status.st_ctim)
    #endif
  }
}

private func nanoseconds(_ time: timespec) -> Int64 {
  Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
}

/// The status of `path`; `followingLinks: false` tells of a symbolic link itself.
package func fileStatus(
  _ path: String, followingLinks: Bool = true
) throws(SystemError) -> FileStatus {
  var status = stat()
  let result = unsafe followingLinks ? stat(path, &status) : lstat(path, &status)
  guard result == 0 else { throw SystemError(path: path) }
  return FileStatus(status)
}

/// The bytes of the file at `path`, which may be a pipe.
///
/// - Parameter limit: the largest size, in bytes, that is read; a larger file throws `tooLarge`.
package func readFile(_ path: String, limit: Int = .max) throws(SystemError) -> [UInt8] {
  let descriptor = Int32(
    truncatingIfNeeded: retrying { unsafe Int(open(path, O_RDONLY | O_CLOEXEC)) })
  guard descriptor >= 0 else { throw SystemError(path: path) }
  defer { _ = close(descriptor) }
  var status = stat()
  guard unsafe fstat(descriptor, &status) == 0 else { throw SystemError(path: path) }
  if status.st_mode & S_IFMT == S_IFDIR { throw SystemError(.isDirectory, path: path) }
  let size = Int(clamping: status.st_size)
  if size > limit { throw SystemError(.tooLarge(limit: limit), path: path) }
  // One byte more than the size, so that the end of the file shows in the first round.
  return try readToEnd(descriptor, expecting: size &+ 1, limit: limit, path: path)
}

/// Reads until the end. The size is only a hint: a pipe has none, and a file may grow meanwhile.
func readToEnd(
  _ descriptor: Int32, expecting size: Int, limit: Int, path: String
) throws(SystemError) -> [UInt8] {
  var chunk = max(size, 4096)
  var bytes: [UInt8] = []
  while true {
    var failed = false
    var reachedEnd = false
    let part = unsafe [UInt8](unsafeUninitializedCapacity: chunk) { buffer, count in
      guard let base = buffer.baseAddress else { return }
      while count < buffer.count {
        let got = retrying { unsafe read(descriptor, base + count, buffer.count - count) }
        if got <= 0 {
          failed = got < 0
          reachedEnd = got == 0
          return
        }
        count += got
      }
    }
    if failed { throw SystemError(path: path) }
    if bytes.isEmpty { bytes = part } else { bytes += part }
    if bytes.count > limit { throw SystemError(.tooLarge(limit: limit), path: path) }
    if reachedEnd { return bytes }
    chunk = max(bytes.count, 65536)
  }
}

/// Replaces the file at `path` in one step: at any moment, and after a crash at any moment, it holds
/// either the old bytes or the new. Its mode is kept, and a symbolic link stays one.
package func writeFileAtomically(_ path: String, _ bytes: [UInt8]) throws(SystemError) {
  let target = (try? canonicalPath(path)) ?? path
  let folder = parentDirectory(of: target)
  let mode = (try? fileStatus(target))?.mode
  // A signal between creation and renaming would leave the temporary file behind.
  var signals = sigset_t()
  var before = sigset_t()
  unsafe sigfillset(&signals)
  unsafe pthread_sigmask(SIG_BLOCK, &signals, &before)
  defer { _ = unsafe pthread_sigmask(SIG_SETMASK, &before, nil) }

  var template = Array("\(folder)/.\(lastComponent(of: target)).XXXXXX".utf8CString)
  let descriptor = unsafe mkstemp(&template)
  guard descriptor >= 0 else { throw SystemError(path: path) }
  let temporary = String(
    decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  do throws(SystemError) {
    defer { _ = close(descriptor) }
    guard fchmod(descriptor, mode.map { $0 & 0o7777 } ?? 0o666 & ~currentMask()) == 0 else {
      throw SystemError(path: path)
    }
    try writeAll([bytes], to: descriptor, path: path)
    guard fsync(descriptor) == 0 else { throw SystemError(path: path) }
  } catch {
    _ = unsafe unlink(temporary)
    throw error
  }
  guard unsafe rename(temporary, target) == 0 else {
    let error = SystemError(path: path)
    _ = unsafe unlink(temporary)
    throw error
  }
  // The new name lasts only once the folder is on disk; where that cannot be asked for, so be it.
  let folderDescriptor = unsafe open(folder, O_RDONLY | O_CLOEXEC)
  if folderDescriptor >= 0 {
    _ = fsync(folderDescriptor)
    _ = close(folderDescriptor)
  }
}

private func currentMask() -> mode_t {
  let mask = umask(0o077)
  _ = umask(mask)
  return mask
}

/// A file that is only added to, as a log is.
package final class AppendingFile: Sendable {
  private let descriptor: Int32
  private let path: String

  /// Opens `path` for adding, and makes it where it is missing; `truncating` drops what it held.
  package init(_ path: String, truncating: Bool = false) throws(SystemError) {
    self.path = path
    let flags = O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | (truncating ? O_TRUNC : 0)
    descriptor = unsafe open(path, flags, 0o644)
    guard descriptor >= 0 else { throw SystemError(path: path) }
  }

  deinit { _ = close(descriptor) }

  package func append(_ bytes: [UInt8]) throws(SystemError) {
    try writeAll([bytes], to: descriptor, path: path)
  }
}
