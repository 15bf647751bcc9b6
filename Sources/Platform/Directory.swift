package struct DirectoryEntry: Sendable, Equatable {
  package let name: String
  /// Of the entry itself: a symbolic link is not followed.
  package let kind: FileKind
}

/// The entries of a folder without `.` and `..`, in no particular order.
package func listDirectory(_ path: String) throws(SystemError) -> [DirectoryEntry] {
  guard let entries = System.entries(of: path) else { throw SystemError(path: path) }
  return entries.map { name, kind in
    let known = kind ?? System.status("\(path)/\(name)", followingLinks: false)?.kind
    return DirectoryEntry(name: name, kind: known ?? .other)
  }
}

/// The absolute path of an existing file, without symbolic links, `.` and `..`.
package func canonicalPath(_ path: String) throws(SystemError) -> String {
  guard let resolved = System.resolve(path) else { throw SystemError(path: path) }
  return resolved
}

/// The folder that relative paths start from; `/` should it have been removed.
package func currentDirectory() -> String { System.workingFolder ?? "/" }

/// Makes the folder and those above it that are missing.
package func createDirectory(_ path: String) throws(SystemError) {
  if System.makeFolder(path) { return }
  let error = SystemError(path: path)
  if error.kind == .alreadyExists, (try? fileStatus(path))?.kind == .directory { return }
  let parent = parentDirectory(of: path)
  guard error.kind == .notFound, parent.utf8.count < path.utf8.count else { throw error }
  try createDirectory(parent)
  if System.makeFolder(path) { return }
  let secondError = SystemError(path: path)
  guard secondError.kind == .alreadyExists else { throw secondError }
}

/// Removes a file, or a folder that is empty.
package func removeFile(_ path: String) throws(SystemError) {
  guard System.removeEntry(path) else { throw SystemError(path: path) }
}

package func renameFile(_ path: String, to newPath: String) throws(SystemError) {
  guard System.move(path, to: newPath) else { throw SystemError(path: path) }
}

package func createSymbolicLink(_ path: String, to target: String) throws(SystemError) {
  guard System.makeLink(path, to: target) else { throw SystemError(path: path) }
}
