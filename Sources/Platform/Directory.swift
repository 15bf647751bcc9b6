#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

package struct DirectoryEntry: Sendable, Equatable {
  package let name: String
  /// Of the entry itself: a symbolic link is not followed.
  package let kind: FileKind
}

/// The entries of a folder without `.` and `..`, in no particular order.
package func listDirectory(_ path: String) throws(SystemError) -> [DirectoryEntry] {
  guard let directory = unsafe opendir(path) else { throw SystemError(path: path) }
  defer { unsafe _ = closedir(directory) }
  var entries: [DirectoryEntry] = []
  while let entry = unsafe readdir(directory) {
    guard let offset = MemoryLayout<dirent>.offset(of: \dirent.d_name) else { continue }
    let name = unsafe String(
      cString: UnsafeRawPointer(entry).advanced(by: offset).assumingMemoryBound(to: CChar.self))
    if name == "." || name == ".." { continue }
    let kind: FileKind? =
      switch unsafe Int32(entry.pointee.d_type) {
      case Int32(DT_REG): .file
      case Int32(DT_DIR): .directory
      case Int32(DT_LNK): .symbolicLink
      case Int32(DT_UNKNOWN): nil  // some file systems leave it to `lstat`
      default: .other
      }
    let known = kind ?? (try? fileStatus("\(path)/\(name)", followingLinks: false))?.kind
    entries.append(DirectoryEntry(name: name, kind: known ?? .other))
  }
  return entries
}

/// The absolute path of an existing file, without symbolic links, `.` and `..`.
package func canonicalPath(_ path: String) throws(SystemError) -> String {
  guard let resolved = unsafe realpath(path, nil) else { throw SystemError(path: path) }
  defer { unsafe free(resolved) }
  return unsafe String(cString: resolved)
}

/// The folder that relative paths start from; `/` should it have been removed.
package func currentDirectory() -> String {
  guard let path = unsafe getcwd(nil, 0) else { return "/" }
  defer { unsafe free(path) }
  return unsafe String(cString: path)
}

/// Makes the folder and those above it that are missing.
package func createDirectory(_ path: String) throws(SystemError) {
  if unsafe mkdir(path, 0o755) == 0 { return }
  let code = lastErrorCode()
  if code == EEXIST, (try? fileStatus(path))?.kind == .directory { return }
  let parent = parentDirectory(of: path)
  guard code == ENOENT, parent.utf8.count < path.utf8.count else {
    throw SystemError(code: code, path: path)
  }
  try createDirectory(parent)
  guard unsafe mkdir(path, 0o755) == 0 || lastErrorCode() == EEXIST else {
    throw SystemError(path: path)
  }
}

/// Removes a file, or a folder that is empty.
package func removeFile(_ path: String) throws(SystemError) {
  guard unsafe remove(path) == 0 else { throw SystemError(path: path) }
}

package func renameFile(_ path: String, to newPath: String) throws(SystemError) {
  guard unsafe rename(path, newPath) == 0 else { throw SystemError(path: path) }
}

package func createSymbolicLink(_ path: String, to target: String) throws(SystemError) {
  guard unsafe symlink(target, path) == 0 else { throw SystemError(path: path) }
}
