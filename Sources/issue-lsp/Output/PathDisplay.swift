import Platform
import Workspace

/// How absolute paths are shown: relative where they lie below the current folder, in the user's
/// own words where they lie in an archive that was named, else as they are.
struct PathDisplay: Sendable {
  private let currentFolder: String
  private let archives: [(folder: String, typed: String)]

  /// - Parameter archives: as the user typed them.
  init(currentFolder: String, archives: [String]) {
    self.currentFolder = (try? canonicalPath(currentFolder)) ?? currentFolder
    self.archives = archives.compactMap { typed in
      (try? canonicalPath(typed)).map { ($0, typed) }
    }
  }

  func shown(_ path: String) -> String {
    for (folder, typed) in archives {
      if let relative = relativePath(of: path, in: folder) { return joined(typed, relative) }
    }
    return relativePath(of: path, in: currentFolder) ?? path
  }
}
