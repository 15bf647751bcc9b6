import Analysis
import Archive
import Platform
import Syntax
import Workspace

/// One run of a mode that is not the server.
struct Command {
  let arguments: Arguments
  let language: Language
  var console: Console
  /// Something could not be read or is wrongly configured: the run goes on and fails at its end.
  private(set) var hasFailed = false
  /// What was said, to say it once.
  private var toldProblems: Set<String> = []
  let currentFolder: String
  let paths: PathDisplay

  init(arguments: Arguments, language: Language, console: Console) {
    self.arguments = arguments
    currentFolder = currentDirectory()
    paths = PathDisplay(currentFolder: currentFolder, archives: arguments.all("--archive"))
    self.language = language
    self.console = console
  }

  mutating func run() -> Int32 {
    let status =
      switch arguments.mode {
      case .check: check()
      case .outline: outline()
      case .names: names()
      case .mentions: mentions()
      case .related: related()
      case .tree: tree()
      case .frontMatter: frontMatter()
      case .rules: rules()
      case .explain: explain()
      case .completions: completions()
      case .version: printVersion()
      case .help, .server: help()
      }
    return hasFailed ? ExitStatus.failure : status
  }

  private mutating func printVersion() -> Int32 {
    console.write("issue-lsp \(version)\n")
    return ExitStatus.success
  }

  mutating func fail(_ message: String) {
    hasFailed = true
    say(oneLine(message))
  }

  mutating func fail(_ problem: FileProblem) {
    hasFailed = true
    note(problem)
  }

  /// Says that a file does not count, which is no failure of the run.
  mutating func note(_ problem: FileProblem) {
    let shown = oneLine(paths.shown(problem.path))
    say("\(shown): \(problem.message(in: language))")
  }

  private mutating func say(_ problem: String) {
    if toldProblems.insert(problem).inserted { console.note("issue-lsp: \(problem)") }
  }

  var format: OutputFormat {
    arguments.format ?? (StandardStream.output.isTerminal ? .full : .concise)
  }

  var palette: Palette {
    switch arguments.value("--color") {
    case "always": return Palette(isOn: true)
    case "never": return Palette(isOn: false)
    default:
      let isRefused = environmentVariable("NO_COLOR").map { !$0.isEmpty } ?? false
      let isDumb = environmentVariable("TERM") == "dumb"
      return Palette(isOn: StandardStream.output.isTerminal && !isRefused && !isDumb)
    }
  }

  var workers: Int { arguments.number("--jobs") ?? coreCount }
}

// Where things lie.
extension Command {
  /// The file that an operand names and its folder, without symbolic links: a file has one path
  /// only.
  func location(of operand: String) -> (folder: String, path: String) {
    let absolute = absolutePath(operand, relativeTo: currentFolder)
    if let path = try? canonicalPath(absolute) { return (parentDirectory(of: path), path) }
    let parent = parentDirectory(of: absolute)
    let folder = (try? canonicalPath(parent)) ?? parent
    return (folder, joined(folder, lastComponent(of: absolute)))
  }

  /// The settings that hold for files in `folder`; what is wrong with them is not said here.
  func settings(for folder: String) -> Settings {
    if arguments.has("--no-config") { return Settings(withoutFileIn: folder) }
    let file = arguments.value("--config").map { absolutePath($0, relativeTo: currentFolder) }
    return Settings(for: folder, file: file, language: language)
  }

  /// The archive that an issue in `folder` is judged by.
  ///
  /// - Parameter folder: `nil` where the issue lies nowhere.
  func scope(_ settings: Settings, for folder: String?) -> ArchiveScope {
    let folders = arguments.all("--archive")
    if folders.isEmpty { return settings.scope(fallback: folder) }
    return ArchiveScope(
      folders: folders.map { absolutePath($0, relativeTo: currentFolder) },
      configuration: settings.configuration)
  }

  /// Says what makes settings unusable, where no reports are written.
  mutating func fail(_ settings: Settings) {
    for report in settings.reports {
      guard let path = report.path else { continue }
      for mistake in report.diagnostics where mistake.severity == .error {
        let place = Place(mistake.range, in: report.text)
        fail("\(paths.shown(path)):\(place.line):\(place.column): \(mistake.message)")
      }
    }
  }

  /// Reads the archive, shows how far it is, and says what could not be read.
  ///
  /// - Parameters:
  ///   - sources: issues that count besides those of the archive.
  ///   - comparesStories: whether related stories will be asked for.
  mutating func load(
    _ scope: ArchiveScope, _ settings: Settings, and sources: [IssueSource] = [],
    comparesStories: Bool = false
  ) -> ArchiveIndex {
    for problem in settings.problems { fail(problem) }
    let progress = ProgressLine(
      isOn: !arguments.has("--quiet") && StandardStream.error.isTerminal,
      label: language.say("reading the archive", "正在读取归档"))
    let archive = LoadedArchive(
      reading: scope, userNames: settings.userNames, others: sources, workers: workers,
      comparesStories: comparesStories,
      progress: { done, total in
        progress.show(done, of: total)
        return true
      })
    progress.clear()
    let named = Set(sources.map(\.path))
    for problem in archive.problems where !named.contains(problem.path) {
      if problem.reason == .notUTF8 { note(problem) } else { fail(problem) }
    }
    return archive.index
  }

  /// Reads the file that an operand names; `-` is standard input.
  mutating func read(_ operand: String) -> (path: String, document: Document)? {
    let (_, path) = location(of: operand)
    do throws(FileProblem) {
      if operand == "-" { return (path, Document(bytes: try standardInput())) }
      return (path, Document(bytes: try IssueSource(path: path).read()))
    } catch {
      fail("\(operand): \(error.message(in: language))")
      return nil
    }
  }

  func standardInput() throws(FileProblem) -> [UInt8] {
    do throws(SystemError) {
      return try readWholeStandardInput(limit: LoadedArchive.sizeLimit)
    } catch {
      throw FileProblem(path: "-", error)
    }
  }
}
