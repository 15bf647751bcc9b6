import Analysis
import Platform
import Workspace

/// The settings and the archive that hold for the files of one folder.
private struct Jurisdiction {
  let settings: Settings
  let scope: ArchiveScope
  /// Tells issues from other files where the archive lies elsewhere.
  let ownScope: ArchiveScope

  func admits(_ path: String) -> Bool {
    let isInArchive =
      !scope.isShallow && scope.folders.contains { relativePath(of: path, in: $0) != nil }
    return isInArchive ? scope.contains(path) : ownScope.contains(path)
  }
}

/// Gathers files, each once, by settings and archive.
private struct CheckGroups {
  private(set) var all: [CheckGroup] = []
  private var jurisdictions: [String: Jurisdiction] = [:]
  private var seen: Set<String> = []

  mutating func jurisdiction(of folder: String, make: () -> Jurisdiction) -> Jurisdiction {
    if let known = jurisdictions[folder] { return known }
    let new = make()
    jurisdictions[folder] = new
    return new
  }

  mutating func add(_ target: CheckTarget, _ jurisdiction: Jurisdiction) {
    guard seen.insert(target.path).inserted else { return }
    all[group(jurisdiction)].targets.append(target)
  }

  /// The group of a jurisdiction; made where there is none, so that mistakes in settings are
  /// reported even where nothing is to be checked.
  @discardableResult
  mutating func group(_ jurisdiction: Jurisdiction) -> Int {
    let settings = jurisdiction.settings
    let index = all.firstIndex {
      $0.settings.file == settings.file && $0.settings.namesFile == settings.namesFile
        && $0.scope == jurisdiction.scope
    }
    if let index { return index }
    all.append(CheckGroup(settings: settings, scope: jurisdiction.scope))
    return all.count - 1
  }
}

// Which files are to be checked, and by what.
extension Command {
  /// The files of all operands, each once, by settings and archive.
  mutating func checkGroups() -> [CheckGroup] {
    var groups = CheckGroups()
    let isInput = arguments.operands.isEmpty && arguments.has("--stdin-filename")
    let operands = isInput ? ["-"] : arguments.operands
    if operands.isEmpty { addArchives(&groups) }
    for operand in operands {
      if operand == "-" {
        addStandardInput(&groups)
        continue
      }
      do throws(SystemError) {
        if try fileStatus(operand).kind == .directory {
          addFolder(operand, &groups)
        } else {
          let (folder, path) = location(of: operand)
          let target = CheckTarget(displayPath: cleaned(operand), path: path)
          add(target, in: folder, root: folder, &groups)
        }
      } catch {
        fail("\(operand): \(FileProblem(path: operand, error).message(in: language))")
      }
    }
    return groups.all
  }

  /// Without operands the archive itself is checked.
  private mutating func addArchives(_ groups: inout CheckGroups) {
    let folder = (try? canonicalPath(currentFolder)) ?? currentFolder
    let jurisdiction = jurisdiction(of: folder, root: folder, &groups)
    groups.group(jurisdiction)
    let (files, problems) = jurisdiction.scope.files()
    for problem in problems { fail(problem) }
    for file in files {
      groups.add(
        CheckTarget(displayPath: paths.shown(file.path), path: file.path), jurisdiction)
    }
  }

  private mutating func addFolder(_ operand: String, _ groups: inout CheckGroups) {
    guard let root = try? canonicalPath(operand) else { return }
    // All issues below; those that the configuration leaves out are sorted out one by one, since
    // folders below may have one of their own.
    let (files, problems) = ArchiveScope(folders: [root]).files()
    for problem in problems { fail(problem) }
    for file in files {
      guard let relative = relativePath(of: file.path, in: root) else { continue }
      let target = CheckTarget(displayPath: joined(cleaned(operand), relative), path: file.path)
      let jurisdiction = jurisdiction(of: parentDirectory(of: file.path), root: root, &groups)
      if jurisdiction.admits(file.path) { groups.add(target, jurisdiction) }
    }
    groups.group(jurisdiction(of: root, root: root, &groups))
  }

  private mutating func addStandardInput(_ groups: inout CheckGroups) {
    let name = arguments.value("--stdin-filename")
    do throws(FileProblem) {
      let bytes = try standardInput()
      let (folder, path) = location(of: name ?? "stdin.md")
      let target = CheckTarget(displayPath: name ?? "-", path: path, bytes: bytes)
      let isSomewhere = name != nil && (try? fileStatus(folder)) != nil
      add(target, in: folder, root: isSomewhere ? folder : nil, &groups)
    } catch {
      fail(error)
    }
  }

  /// A file that was named itself is checked whatever the configuration leaves out.
  private mutating func add(
    _ target: CheckTarget, in folder: String, root: String?, _ groups: inout CheckGroups
  ) {
    groups.add(target, jurisdiction(of: folder, root: root, &groups))
  }

  /// - Parameter root: the folder of past issues where nothing else tells it.
  private mutating func jurisdiction(
    of folder: String, root: String?, _ groups: inout CheckGroups
  ) -> Jurisdiction {
    groups.jurisdiction(of: folder) {
      var settings = settings(for: folder)
      // Without a configuration the folder that was named holds for all below it.
      if settings.file == nil, let root, root != folder { settings = self.settings(for: root) }
      return Jurisdiction(
        settings: settings, scope: scope(settings, for: root),
        ownScope: ArchiveScope(
          folders: root.map { [$0] } ?? [], configuration: settings.configuration))
    }
  }

  /// `./a//b` as `a/b`; what leads elsewhere stays as it was typed.
  private func cleaned(_ operand: String) -> String {
    var path = Substring(operand)
    while path.utf8.starts(with: "./".utf8) {
      path = path.dropFirst(2)
      while path.utf8.first == UInt8(ascii: "/") { path = path.dropFirst() }
    }
    while path.utf8.count > 1, path.utf8.last == UInt8(ascii: "/") { path = path.dropLast() }
    return path.isEmpty ? "." : String(path)
  }
}
