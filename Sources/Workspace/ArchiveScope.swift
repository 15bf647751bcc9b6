package import Analysis
package import Platform

/// Which files are the issues of an archive.
package struct ArchiveScope: Sendable, Equatable {
  /// Absolute paths.
  package let folders: [String]
  /// Whether folders below these are left alone.
  package let isShallow: Bool
  private let include: [Glob]
  private let exclude: [Glob]

  /// - Parameter folders: absolute paths. Those that exist are taken without symbolic links, so
  ///   that a file has one path only.
  package init(
    folders: [String], isShallow: Bool = false, configuration: Configuration = Configuration()
  ) {
    var seen: [String] = []
    for folder in folders {
      let path = (try? canonicalPath(folder)) ?? folder
      if !seen.contains(path) { seen.append(path) }
    }
    self.folders = seen
    self.isShallow = isShallow
    include = configuration.include.map(Glob.init)
    exclude = configuration.exclude.map(Glob.init)
  }

  /// Whether the file at the absolute `path` is an issue of this archive.
  package func contains(_ path: String) -> Bool {
    folders.contains { folder in
      guard let relative = relativePath(of: path, in: folder) else { return false }
      let parts = relative.split(separator: "/")
      if isShallow && parts.count > 1 { return false }
      return !parts.dropLast().contains { Self.isSkipped(folder: $0) }
        && parts.last.map { isIssue(relative, name: $0) } ?? false
    }
  }

  /// The issues that are there now, by path, each once; and the folders that could not be read.
  ///
  /// Symbolic links are not followed: what they point to inside the archive is found anyway, and
  /// what lies outside is none of it.
  package func files() -> (files: [ArchiveFile], problems: [FileProblem]) {
    var files: [String: FileStatus] = [:]
    var problems: [FileProblem] = []
    for folder in folders {
      var waiting = [""]
      while let relative = waiting.popLast() {
        let path = relative.isEmpty ? folder : joined(folder, relative)
        let entries: [DirectoryEntry]
        do throws(SystemError) {
          entries = try listDirectory(path)
        } catch {
          problems.append(FileProblem(path: path, error))
          continue
        }
        for entry in entries {
          let child = relative.isEmpty ? entry.name : "\(relative)/\(entry.name)"
          switch entry.kind {
          case .directory:
            if isShallow { continue }
            let isExcluded = exclude.contains { $0.matches(child) }
            if !Self.isSkipped(folder: entry.name) && !isExcluded { waiting.append(child) }
          case .file where isIssue(child, name: entry.name):
            let path = joined(folder, child)
            do throws(SystemError) {
              files[path] = try fileStatus(path)
            } catch {
              // A file that has gone meanwhile is no file of the archive; one whose name is no
              // UTF-8 is there and cannot be read.
              if child.unicodeScalars.contains("\u{FFFD}") {
                problems.append(FileProblem(path: path, error))
              }
            }
          default: break
          }
        }
      }
    }
    let sorted = files.map { ArchiveFile(path: $0.key, status: $0.value) }
      .sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    return (sorted, problems)
  }

  private func isIssue(_ relative: String, name: some StringProtocol) -> Bool {
    !name.utf8.starts(with: ".".utf8)
      && !Self.isAboutTheFolder(name)
      && include.contains { $0.matches(relative) }
      && !exclude.contains { $0.matches(relative) }
  }

  /// Folders that hold a tool's files, not a writer's.
  private static func isSkipped(folder name: some StringProtocol) -> Bool {
    name.utf8.starts(with: ".".utf8) || name == "node_modules"
  }

  /// Files that tell about the folder they lie in are no issues.
  private static func isAboutTheFolder(_ name: some StringProtocol) -> Bool {
    let stem = name.utf8.prefix { $0 != UInt8(ascii: ".") }
    guard (6...15).contains(stem.count) else { return false }
    return ["README", "CHANGELOG", "CONTRIBUTING", "LICENSE", "SECURITY", "CODE_OF_CONDUCT"]
      .contains { $0.utf8.elementsEqual(stem.map { 0x61...0x7A ~= $0 ? $0 - 0x20 : $0 }) }
  }
}

/// A file of the archive and what the system knew of it when it was listed or read.
package struct ArchiveFile: Sendable, Equatable {
  /// Absolute.
  package let path: String
  package let status: FileStatus
}

/// Why a file or folder does not count.
package struct FileProblem: Error, Sendable, Equatable {
  package enum Reason: Sendable, Equatable {
    case system(SystemError)
    case notUTF8
  }

  /// Absolute, or as the caller gave it.
  package let path: String
  package let reason: Reason

  package init(path: String, _ reason: Reason) {
    self.path = path
    self.reason = reason
  }

  package init(path: String, _ error: SystemError) { self.init(path: path, .system(error)) }

  /// The reason without the path.
  package func message(in language: Language) -> String {
    switch reason {
    case .notUTF8:
      return language.say("is not encoded in UTF-8", "不是 UTF-8 编码")
    case .system(let error):
      return switch error.kind {
      case .notFound: language.say("no such file or folder", "没有这个文件或文件夹")
      case .permissionDenied: language.say("permission denied", "没有权限")
      case .isDirectory: language.say("is a folder", "是文件夹")
      case .notDirectory: language.say("is not a folder", "不是文件夹")
      case .notRegular: language.say("is no regular file", "不是普通文件")
      case .tooLarge(let limit):
        language.say(
          "is larger than the limit of \(limit >> 20) MB", "超过 \(limit >> 20) MB 的上限")
      case .brokenPipe, .alreadyExists, .other: error.reason
      }
    }
  }
}

/// `path` as seen from `folder`; `nil` when it does not lie within. Both are absolute.
package func relativePath(of path: String, in folder: String) -> String? {
  if folder == "/" { return String(path.utf8.dropFirst()) }
  guard path.utf8.starts(with: folder.utf8) else { return nil }
  let rest = path.utf8.dropFirst(folder.utf8.count)
  guard rest.first == UInt8(ascii: "/") else { return nil }
  return String(rest.dropFirst())
}

/// `name` within `folder`.
package func joined(_ folder: String, _ name: String) -> String {
  folder.utf8.last == UInt8(ascii: "/") ? folder + name : "\(folder)/\(name)"
}
