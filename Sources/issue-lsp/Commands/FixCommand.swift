import Analysis
import Archive
import Platform
import Syntax
import Workspace

// `--check --fix`: safe fixes until there are none left, then each file is replaced in one step.
extension Command {
  /// Fixes that make room for further ones, and issues that teach each other, settle in a few
  /// rounds; this bounds those that never would.
  private static let rounds = 10

  mutating func fix(_ groups: inout [CheckGroup]) -> Int32 {
    var summary = CheckSummary()
    var pieces = settingsPieces(groups)
    var patches: [(path: String, patch: [UInt8])] = []
    for group in groups {
      var (fixed, remaining) = fix(group)
      if arguments.has("--diff") {
        for file in fixed {
          let patch = unifiedDiff(
            file.old, file.new, path: file.target.displayPath, palette: palette)
          patches.append((file.target.displayPath, patch))
        }
      } else {
        let unwritten = write(fixed.filter { $0.target.bytes == nil })
        for file in fixed where unwritten.contains(file.target.path) {
          remaining[file.target.path] = file.unfixed
        }
        fixed.removeAll { unwritten.contains($0.target.path) }
      }
      summary.fixedCount += fixed.reduce(0) { $0 + $1.fixedCount }
      pieces += remaining.values
      // A filter passes on what it was given, mended or not.
      for target in group.targets where !arguments.has("--diff") {
        guard let given = target.bytes else { continue }
        console.write(fixed.first { $0.target.path == target.path }?.new ?? given)
      }
    }
    if arguments.has("--diff") {
      for (_, patch) in patches.sorted(by: { $0.path < $1.path }) { console.write(patch) }
      reportQuietly(pieces, &summary)
    } else if groups.contains(where: { $0.targets.contains { $0.bytes != nil } }) {
      reportAside(pieces, &summary)
    } else {
      report(pieces, &summary)
    }
    return finish(summary)
  }

  /// - Returns: the texts that changed, and by path the reports that remain. With `--diff` nothing
  ///   is written, so all reports remain.
  private mutating func fix(
    _ group: CheckGroup
  ) -> (changed: [FixedFile], pieces: [String: CheckPiece]) {
    var index = load(group.scope, group.settings, and: group.targets.map(\.source))
    let configuration = configuration(of: group.settings)
    var fixed: [String: FixedFile] = [:]
    var pieces: [String: CheckPiece] = [:]
    var waiting = group.targets
    for round in 0..<Self.rounds {
      let checker = IssueChecker(
        index: index, configuration: configuration, language: language, format: reportFormat)
      let isLast = round == Self.rounds - 1
      let outcomes = Results<FixOutcome>(count: waiting.count)
      let targets = waiting
      let known = fixed.mapValues(\.new)
      parallelFor(targets.count, workers: workers) { number in
        let target = targets[number]
        outcomes.set(number, checker.fix(target, known[target.path], mayFix: !isLast))
      }
      var records: [IssueRecord] = []
      var isChanged = false
      for (target, outcome) in zip(targets, outcomes.all) {
        guard let outcome else { continue }
        if round == 0 || !arguments.has("--diff") { pieces[target.path] = outcome.piece }
        guard let (old, new) = outcome.change else { continue }
        var file =
          fixed[target.path]
          ?? FixedFile(target: target, old: old, new: new, unfixed: outcome.piece)
        file.new = new
        file.fixedCount += outcome.fixedCount
        fixed[target.path] = file
        isChanged = true
        // A text in another encoding teaches nothing, as when it is read.
        guard isUTF8(new) else { continue }
        records.append(IssueRecord(path: target.path, document: Document(bytes: new)))
      }
      if !isChanged { break }
      // What one issue says may change what is right in another.
      index.update(removing: [], adding: records)
      waiting = group.targets
    }
    let changed = group.targets.compactMap { fixed[$0.path] }.filter { $0.old != $0.new }
    return (changed, pieces)
  }

  /// Replaces the files, many at once: each waits until the disk has it.
  ///
  /// - Returns: the paths of those that could not be.
  private mutating func write(_ changed: [FixedFile]) -> Set<String> {
    let problems = Results<FileProblem>(count: changed.count)
    let files = changed.map { (path: $0.target.path, bytes: $0.new) }
    parallelFor(files.count, workers: 16) { number in
      let (path, bytes) = files[number]
      do throws(SystemError) {
        try writeFileAtomically(path, bytes)
      } catch {
        problems.set(number, FileProblem(path: path, error))
      }
    }
    let found = problems.all.compactMap { $0 }
    for problem in found { fail(problem) }
    return Set(found.map(\.path))
  }

  private mutating func reportQuietly(_ pieces: [CheckPiece], _ summary: inout CheckSummary) {
    for piece in pieces {
      if let problem = piece.problem {
        fail("\(piece.path): \(problem.message(in: language))")
      } else {
        summary.add(piece)
      }
    }
  }

  /// Standard output belongs to the mended text.
  private mutating func reportAside(_ pieces: [CheckPiece], _ summary: inout CheckSummary) {
    reportQuietly(pieces, &summary)
    for piece in pieces.sorted(by: { $0.path < $1.path }) { console.note(piece.bytes) }
  }
}

/// A file that was mended, but is not written yet.
private struct FixedFile: Sendable {
  let target: CheckTarget
  let old: [UInt8]
  var new: [UInt8]
  var fixedCount = 0
  /// What was to be reported before.
  let unfixed: CheckPiece
}

/// What a round of fixing made of one file.
private struct FixOutcome: Sendable {
  var piece: CheckPiece
  var change: (old: [UInt8], new: [UInt8])?
  var fixedCount = 0
}

extension IssueChecker {
  /// - Parameter text: what earlier rounds made of the file.
  fileprivate func fix(_ target: CheckTarget, _ text: [UInt8]?, mayFix: Bool) -> FixOutcome {
    do throws(FileProblem) {
      let old = if let text { text } else { try target.source.read() }
      let document = Document(bytes: old)
      let diagnostics = diagnostics(of: document, at: target.path)
      let piece = CheckPiece(
        FileReport(path: target.displayPath, text: document.text, diagnostics: diagnostics),
        format)
      guard mayFix else { return FixOutcome(piece: piece) }
      let (new, count) = applyingSafeFixes(of: diagnostics, to: old)
      return FixOutcome(
        piece: piece, change: count > 0 && new != old ? (old, new) : nil, fixedCount: count)
    } catch {
      return FixOutcome(piece: CheckPiece(path: target.displayPath, problem: error))
    }
  }
}

/// The text after the first fix of each diagnostic, where that one is safe and touches nothing that
/// an earlier one changed.
///
/// - Returns: the text and how many fixes went in.
func applyingSafeFixes(
  of diagnostics: [Diagnostic], to bytes: [UInt8]
) -> (text: [UInt8], count: Int) {
  let (edits, count) = safeEdits(of: diagnostics, inTextOf: bytes.count)
  return (applying(edits, to: bytes), count)
}
