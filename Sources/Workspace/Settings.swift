package import Analysis
package import Archive
import Platform
package import Syntax

/// The configuration that holds for a folder, and the writer's own names.
package struct Settings: Sendable {
  package private(set) var configuration = Configuration()
  package private(set) var userNames: [UserName] = []
  /// The configuration file; `nil` without one.
  package private(set) var file: String?
  /// The file of the writer's own names, whether it exists or not.
  package private(set) var namesFile: String
  /// The folder that relative paths in the configuration start from.
  package let folder: String
  /// What is wrong with the configuration and names files, each with its text.
  package private(set) var reports: [SettingsReport] = []
  /// Files that were named and could not be read.
  package private(set) var problems: [FileProblem] = []

  /// Where the nearest configuration file was looked for, if it was.
  private var start: String?
  /// The configuration and names files, and what they were before they were read.
  private var sources: [(path: String, status: FileStatus?)] = []

  /// Larger configuration files are refused.
  private static let sizeLimit = 1 << 20

  /// No configuration but the client's.
  ///
  /// - Parameter folder: absolute; where the names file would lie.
  package init(
    withoutFileIn folder: String, client: SettingsNode? = nil, language: Language = .english
  ) {
    self.folder = folder
    namesFile = joined(folder, "names.yaml")
    if let client { apply(client, language) }
  }

  /// The settings of `file`, or of the nearest configuration file in `folder` or above it.
  ///
  /// - Parameters:
  ///   - folder: absolute.
  ///   - client: the editor's settings, which win over the file's.
  package init(
    for folder: String, file: String? = nil, client: SettingsNode? = nil, language: Language
  ) {
    let found = file ?? Self.nearestFile(for: folder)
    self.folder = found.map { parentDirectory(of: $0) } ?? folder
    self.file = found
    if file == nil { start = folder }
    namesFile = joined(self.folder, "names.yaml")
    if let found { readConfiguration(found, language) }
    if let client { apply(client, language) }
    readNames(language)
  }

  /// Whether the files are still those that were read, as far as can be told.
  package var areUpToDate: Bool {
    if let start, Self.nearestFile(for: start) != file { return false }
    return sources.allSatisfy { $0.status == (try? fileStatus($0.path)) }
  }

  /// The configuration file that holds for `folder`: its own or that of the nearest folder above.
  package static func nearestFile(for folder: String) -> String? {
    var folder = folder
    while true {
      let candidate = joined(folder, Configuration.fileName)
      if (try? fileStatus(candidate))?.kind == .file { return candidate }
      let parent = parentDirectory(of: folder)
      if parent == folder || parent == "." { return nil }
      folder = parent
    }
  }

  /// Which files are the archive.
  ///
  /// - Parameter fallback: the folder of past issues where there is no configuration file, if any;
  ///   the folder of the configuration file otherwise.
  package func scope(fallback: String?) -> ArchiveScope {
    var folders = configuration.archive.map { absolutePath($0, relativeTo: folder) }
    var isShallow = false
    if folders.isEmpty {
      let only = file == nil ? fallback : folder
      isShallow = file == nil && only.map(Self.holdsEverything) ?? false
      folders = only.map { [$0] } ?? []
    }
    return ArchiveScope(folders: folders, isShallow: isShallow, configuration: configuration)
  }

  /// Whether the folder is the home of its user or one around it, or that for temporary files: what
  /// lies in its folders has nothing to do with an issue that happens to lie there, and nobody
  /// asked for it to be read.
  package static func holdsEverything(_ folder: String) -> Bool {
    func canonical(_ path: String) -> String { (try? canonicalPath(path)) ?? path }
    let folder = canonical(folder)
    let temporary = [environmentVariable("TMPDIR"), "/tmp"].compactMap { $0 }.map(canonical)
    if folder == "/" || temporary.contains(folder) { return true }
    guard let home = environmentVariable("HOME").map(canonical) else { return false }
    return folder == home || relativePath(of: home, in: folder) != nil
  }

  private mutating func readConfiguration(_ path: String, _ language: Language) {
    note(path)
    guard let text = read(path, with: readFile) else { return }
    let (configuration, diagnostics) = Self.configuration(of: text, language)
    self.configuration = configuration
    report(path, text, diagnostics)
    useNamesFile()
  }

  private mutating func apply(_ client: SettingsNode, _ language: Language) {
    let diagnostics = configuration.apply(client, in: language)
    report(nil, [], diagnostics)
    useNamesFile()
  }

  private mutating func useNamesFile() {
    if let names = configuration.names { namesFile = absolutePath(names, relativeTo: folder) }
  }

  private mutating func readNames(_ language: Language) {
    note(namesFile)
    // Nobody promised a names file that the configuration does not name.
    if configuration.names == nil, (try? fileStatus(namesFile))?.kind != .file { return }
    guard let text = read(namesFile, with: readRegularFile) else { return }
    let (names, diagnostics) = Self.names(of: text, language)
    userNames = names
    report(namesFile, text, diagnostics)
  }

  private static func configuration(
    of text: [UInt8], _ language: Language
  ) -> (Configuration, [Diagnostic]) {
    var configuration = Configuration()
    let (node, mistakes) = SettingsNode.parse(yaml: text, in: language)
    let problems = node.map { configuration.apply($0, in: language) } ?? []
    return (configuration, mistakes + problems)
  }

  private static func names(of text: [UInt8], _ language: Language) -> ([UserName], [Diagnostic]) {
    let (node, mistakes) = SettingsNode.parse(yaml: text, in: language)
    guard let node else { return ([], mistakes) }
    let (names, problems) = Analysis.readNames(node, in: language)
    return (names, mistakes + problems)
  }

  /// What would be wrong with the configuration or names file at `path` if this were its text.
  package func diagnostics(
    of text: [UInt8], at path: String, in language: Language
  ) -> [Diagnostic] {
    path == namesFile ? Self.names(of: text, language).1 : Self.configuration(of: text, language).1
  }

  private mutating func note(_ path: String) {
    sources.append((path, try? fileStatus(path)))
  }

  private mutating func read(
    _ path: String, with readFile: (String, Int) throws(SystemError) -> [UInt8]
  ) -> [UInt8]? {
    do throws(SystemError) {
      return try readFile(path, Self.sizeLimit)
    } catch {
      problems.append(FileProblem(path: path, error))
      return nil
    }
  }

  private mutating func report(_ path: String?, _ bytes: [UInt8], _ diagnostics: [Diagnostic]) {
    if diagnostics.isEmpty { return }
    let ordered = diagnostics.sorted {
      ($0.range.start, $0.range.end) < ($1.range.start, $1.range.end)
    }
    reports.append(SettingsReport(path: path, text: Text(bytes), diagnostics: ordered))
  }
}

/// What is wrong with a file of settings.
package struct SettingsReport: Sendable {
  /// Absolute; `nil` for the settings of the client.
  package let path: String?
  package let text: Text
  package let diagnostics: [Diagnostic]
}
