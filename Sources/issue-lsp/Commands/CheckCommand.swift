import Analysis
import Archive
import Platform
import Syntax
import Workspace

/// A file that is to be checked.
struct CheckTarget: Sendable {
  /// As the user named it, or the folder that holds it.
  let displayPath: String
  /// Absolute.
  let path: String
  /// Standard input; `nil` for the file's own bytes.
  var bytes: [UInt8]?

  var source: IssueSource { IssueSource(path: path, bytes: bytes) }
}

/// Files that are judged by the same settings and the same archive.
struct CheckGroup {
  let settings: Settings
  let scope: ArchiveScope
  var targets: [CheckTarget] = []
}

extension Command {
  mutating func check() -> Int32 {
    var groups = checkGroups()
    if arguments.has("--fix") { return fix(&groups) }
    var summary = CheckSummary()
    var pieces: [CheckPiece] = settingsPieces(groups)
    for group in groups {
      let index = load(group.scope, group.settings, and: group.targets.map(\.source))
      pieces += checkPieces(group, index)
    }
    report(pieces, &summary)
    return finish(summary)
  }

  /// Checks the files of a group on all cores.
  private mutating func checkPieces(_ group: CheckGroup, _ index: ArchiveIndex) -> [CheckPiece] {
    let checker = IssueChecker(
      index: index, configuration: configuration(of: group.settings), language: language,
      format: reportFormat)
    let targets = group.targets
    let results = Results<CheckPiece>(count: targets.count)
    parallelFor(targets.count, workers: workers) { number in
      results.set(number, checker.check(targets[number]))
    }
    return results.all.compactMap { $0 }
  }

  /// The settings with what the command line says of rules laid over them.
  func configuration(of settings: Settings) -> Configuration {
    var configuration = settings.configuration
    configuration.select = arguments.codes("--select")
    configuration.ignore = arguments.codes("--ignore")
    return configuration
  }

  var reportFormat: ReportFormat {
    ReportFormat(
      format: format, language: language, palette: palette, paths: paths,
      width: min(max(terminalWidth() ?? 100, 40), 160))
  }

  /// What is wrong with the configuration and names files themselves.
  func settingsPieces(_ groups: [CheckGroup]) -> [CheckPiece] {
    var pieces: [CheckPiece] = []
    for group in groups {
      for report in group.settings.reports {
        guard let path = report.path else { continue }
        let shown = paths.shown(path)
        if pieces.contains(where: { $0.path == shown }) { continue }
        let chosen = configuration(of: group.settings)
        // However the rules for issues are picked, settings that cannot be used fail the run.
        var any = chosen
        any.select = []
        let diagnostics = report.diagnostics.compactMap { diagnostic in
          chosen.judged(diagnostic)
            ?? any.judged(diagnostic).flatMap { $0.severity == .error ? $0 : nil }
        }
        pieces.append(
          CheckPiece(
            FileReport(path: shown, text: report.text, diagnostics: diagnostics),
            reportFormat, isIssue: false))
      }
    }
    return pieces
  }

  /// Writes all pieces by path and sums them up.
  mutating func report(_ pieces: [CheckPiece], _ summary: inout CheckSummary) {
    let format = reportFormat
    var isFirst = true
    console.write(format.opening)
    for piece in pieces.sorted(by: { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }) {
      if let problem = piece.problem {
        fail("\(piece.path): \(problem.message(in: language))")
        continue
      }
      summary.add(piece)
      if piece.bytes.isEmpty { continue }
      if !isFirst { console.write(format.separator) }
      console.write(piece.bytes)
      isFirst = false
    }
    console.write(format.closing)
  }

  mutating func finish(_ summary: CheckSummary) -> Int32 {
    if !arguments.has("--quiet") { console.note(summary.line(in: language)) }
    if summary.hasBrokenSettings { return ExitStatus.failure }
    let least = arguments.value("--fail-on") ?? Severity.warning.name
    guard let severity = Severity.allCases.first(where: { $0.name == least }),
      let worst = summary.worst
    else { return ExitStatus.success }
    return worst >= severity ? ExitStatus.found : ExitStatus.success
  }
}

/// What came of one file, written already: the text and the reports themselves are let go.
struct CheckPiece: Sendable {
  let path: String
  var bytes: [UInt8] = []
  var problem: FileProblem?
  var problemCount = 0
  var worst: Severity?
  /// Not a configuration file.
  let isIssue: Bool

  init(_ report: FileReport, _ format: ReportFormat, isIssue: Bool = true) {
    path = report.path
    bytes = format.write(report)
    problemCount = report.diagnostics.count
    worst = report.diagnostics.map(\.severity).max()
    self.isIssue = isIssue
  }

  init(path: String, problem: FileProblem) {
    self.path = path
    self.problem = problem
    isIssue = true
  }
}

/// Checks one file at a time; several threads may do so at once.
struct IssueChecker: Sendable {
  let index: ArchiveIndex
  let configuration: Configuration
  let language: Language
  let format: ReportFormat

  func check(_ target: CheckTarget) -> CheckPiece {
    do throws(FileProblem) {
      let document = Document(bytes: try target.source.read())
      let diagnostics = diagnostics(of: document, at: target.path)
      return CheckPiece(
        FileReport(path: target.displayPath, text: document.text, diagnostics: diagnostics),
        format)
    } catch {
      return CheckPiece(path: target.displayPath, problem: error)
    }
  }

  func diagnostics(of document: Document, at path: String) -> [Diagnostic] {
    let snapshot = Snapshot(
      document: document, path: path, archive: index, configuration: configuration,
      language: language)
    var cache = DiagnosticsCache()
    return Analysis.diagnostics(of: snapshot, cache: &cache)
  }
}

/// What all files come to.
struct CheckSummary {
  private(set) var fileCount = 0
  private(set) var problemCount = 0
  private(set) var worst: Severity?
  private(set) var hasBrokenSettings = false
  /// Problems that `--fix` mended.
  var fixedCount = 0

  mutating func add(_ piece: CheckPiece) {
    problemCount += piece.problemCount
    if piece.isIssue {
      fileCount += 1
    } else if piece.worst == .error {
      hasBrokenSettings = true
    }
    if let worst = piece.worst { self.worst = max(worst, self.worst ?? worst) }
  }

  func line(in language: Language) -> String {
    if fileCount == 0 && problemCount == 0 {
      return language.say("nothing checked", "没有可检查的文件")
    }
    let files = fileCount == 1 ? "1 file" : "\(fileCount) files"
    let problems = problemCount == 1 ? "1 problem" : "\(problemCount) problems"
    let fixed = fixedCount == 0 ? "" : language.say(", \(fixedCount) fixed", "，已修正 \(fixedCount) 处")
    return language.say(
      "\(files) checked\(fixed), \(problems)",
      "检查了 \(fileCount) 个文件\(fixed)，\(problemCount) 个问题")
  }
}
