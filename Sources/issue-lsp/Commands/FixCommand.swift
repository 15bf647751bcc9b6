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
    var patches: [(path: String, patch: String)] = []
    for group in groups {
      let (fixed, remaining) = fix(group, &summary)
      if arguments.has("--diff") {
        for (target, change) in fixed {
          let patch = unifiedDiff(
            change.old, change.new, path: target.displayPath, palette: palette)
          patches.append((target.displayPath, patch))
        }
      } else {
        write(fixed.filter { $0.target.bytes == nil })
      }
      pieces += remaining
      // A filter passes on what it was given, mended or not.
      for target in group.targets where !arguments.has("--diff") {
        guard let given = target.bytes else { continue }
        console.write(fixed.first { $0.target.path == target.path }?.change.new ?? given)
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

  private typealias Changed = (target: CheckTarget, change: (old: [UInt8], new: [UInt8]))

  /// - Returns: the texts that changed, and the reports that remain. With `--diff` nothing is
  ///   written, so all reports remain.
  private mutating func fix(
    _ group: CheckGroup, _ summary: inout CheckSummary
  ) -> (changed: [Changed], pieces: [CheckPiece]) {
    var index = load(group.scope, group.settings, and: group.targets.map(\.source))
    let configuration = configuration(of: group.settings)
    var texts: [String: (old: [UInt8], new: [UInt8])] = [:]
    var pieces: [String: CheckPiece] = [:]
    var waiting = group.targets
    for round in 0..<Self.rounds {
      let checker = IssueChecker(
        index: index, configuration: configuration, language: language, format: reportFormat)
      let isLast = round == Self.rounds - 1
      let outcomes = Results<FixOutcome>(count: waiting.count)
      let targets = waiting
      let known = texts
      parallelFor(targets.count, workers: workers) { number in
        let target = targets[number]
        outcomes.set(number, checker.fix(target, known[target.path]?.new, mayFix: !isLast))
      }
      var records: [IssueRecord] = []
      for (target, outcome) in zip(targets, outcomes.all) {
        guard let outcome else { continue }
        summary.fixedCount += outcome.fixedCount
        if round == 0 || !arguments.has("--diff") { pieces[target.path] = outcome.piece }
        guard let (old, new) = outcome.change else { continue }
        texts[target.path] = (texts[target.path]?.old ?? old, new)
        records.append(IssueRecord(path: target.path, document: Document(bytes: new)))
      }
      if records.isEmpty { break }
      // What one issue says may change what is right in another.
      index.update(removing: [], adding: records)
      waiting = group.targets
    }
    let changed = group.targets.compactMap { target -> Changed? in
      guard let text = texts[target.path], text.old != text.new else { return nil }
      return (target, text)
    }
    return (changed, Array(pieces.values))
  }

  /// Replaces the files, many at once: each waits until the disk has it.
  private mutating func write(_ changed: [Changed]) {
    let problems = Results<FileProblem>(count: changed.count)
    let files = changed.map { (path: $0.target.path, bytes: $0.change.new) }
    parallelFor(files.count, workers: 16) { number in
      let (path, bytes) = files[number]
      do throws(SystemError) {
        try writeFileAtomically(path, bytes)
      } catch {
        problems.set(number, FileProblem(path: path, error))
      }
    }
    for problem in problems.all { if let problem { fail(problem) } }
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
