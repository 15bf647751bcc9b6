import Archive
import Syntax

/// What one document's checks keep from edit to edit.
package struct DiagnosticsCache {
  fileprivate var surroundings: Surroundings?
  /// All else holds while the surroundings stay the same.
  fileprivate var frontMatter: [Diagnostic] = []
  fileprivate var issue: IssueReports?
  /// Comments that speak to this program.
  fileprivate var comments = LeafResults<[ByteRange]>()
  /// Of rules that look at one block alone, and of those that ask the archive too.
  fileprivate var own = LeafResults<[Diagnostic]>()
  fileprivate var learnt = LeafResults<[Diagnostic]>()

  package init() {}

  /// About how many reports there are.
  fileprivate var reportCount: Int {
    frontMatter.count + own.entries.count + learnt.entries.count
      + (issue?.diagnostics.count ?? 0) + 8
  }
}

/// What is checked besides the blocks, and with what.
private struct Surroundings {
  /// The front matter and what decided where it ends.
  private let bytes: [UInt8]
  /// The H1, which the title is compared with.
  private let title: String?
  private let titleRange: ByteRange?
  private let path: String
  private let today: Day?
  private let configuration: Configuration
  let archive: ArchiveIndex.State
  let language: Language

  init(_ snapshot: Snapshot) {
    bytes = Array(Self.bytes(of: snapshot))
    let heading = Self.title(of: snapshot)
    title = heading?.title
    titleRange = heading?.range
    path = snapshot.path
    archive = snapshot.archive.state
    configuration = snapshot.configuration
    language = snapshot.language
    today = snapshot.today
  }

  private static func bytes(of snapshot: Snapshot) -> ArraySlice<UInt8> {
    let frontMatter = snapshot.document.frontMatter
    return snapshot.document.bytes.prefix(max(frontMatter.lookaheadEnd, frontMatter.bodyStart))
  }

  private static func title(of snapshot: Snapshot) -> IssueFacts.Heading? {
    snapshot.facts.headings.first { $0.level == 1 }
  }

  /// Whether those of the snapshot are the same.
  func hold(for snapshot: Snapshot) -> Bool {
    let heading = Self.title(of: snapshot)
    return archive === snapshot.archive.state && bytes[...] == Self.bytes(of: snapshot)
      && title == heading?.title && titleRange == heading?.range && path == snapshot.path
      && language == snapshot.language && today == snapshot.today
      && configuration == snapshot.configuration
  }
}

/// All reports about an issue, by place: the configuration and the writer's silencers applied.
///
/// The command line and the server both report exactly this.
package func diagnostics(of snapshot: Snapshot, cache: inout DiagnosticsCache) -> [Diagnostic] {
  if cache.surroundings?.hold(for: snapshot) != true { cache.look(at: snapshot) }
  cache.checkBlocks(of: snapshot)
  cache.checkIssue(snapshot)
  var found = Reports()
  found.reserveCapacity(cache.reportCount)
  found.report(cache.frontMatter)
  for entry in cache.own.entries { found.report(entry.value) }
  for entry in cache.learnt.entries { found.report(entry.value) }
  found.report(cache.issue?.diagnostics ?? [])
  for rule in textRules where isOn(rule.rule, snapshot) { rule.check(snapshot, &found) }
  return finish(found.diagnostics, snapshot, comments: cache.comments.entries.flatMap(\.value))
}

private let frontMatterRules = Rule.all.compactMap {
  if case .frontMatter(let check) = $0.check { check } else { nil }
}
private let blockRules = Rule.all.compactMap {
  switch $0.check {
  case .block(_, let check), .issueAndBlock(_, _, let check): check
  default: nil
  }
}
/// What each of them looks for.
private let blockMarks = Rule.all.compactMap {
  switch $0.check {
  case .block(let marks, _), .issueAndBlock(_, let marks, _): marks
  default: nil
  }
}
private let nameRules = Rule.all.compactMap {
  if case .names(let check) = $0.check { check } else { nil }
}
private let issueRules = Rule.all.compactMap { rule in
  switch rule.check {
  case .issue(let check), .issueAndBlock(let check, _, _): (rule: rule, check: check)
  default: nil
  }
}
private let textRules = Rule.all.compactMap { rule in
  if case .text(let check) = rule.check { (rule: rule, check: check) } else { nil }
}

private func isOn(_ rule: Rule, _ snapshot: Snapshot) -> Bool {
  snapshot.configuration.severity(of: rule.code, default: rule.severity) != nil
}

extension DiagnosticsCache {
  /// Takes over new surroundings, and lets go of what was found in others.
  fileprivate mutating func look(at snapshot: Snapshot) {
    let old = surroundings
    surroundings = Surroundings(snapshot)
    var reports = Reports()
    let context = FrontMatterContext(snapshot)
    for check in frontMatterRules { check(context, &reports) }
    frontMatter = reports.diagnostics
    issue = nil
    if old?.language != snapshot.language { own = LeafResults() }
    if old?.archive !== snapshot.archive.state || old?.language != snapshot.language {
      learnt = LeafResults()
    }
  }

  fileprivate mutating func checkBlocks(of snapshot: Snapshot) {
    let facts = snapshot.facts
    comments.update(
      to: facts, move: { ranges, distance in ranges = ranges.map { $0.shifted(by: distance) } },
      find: {
        // They are comments.
        let silencers =
          $0.marks.contains(.lessThan) || !$0.block.kind.hasInlines ? $0.silencers : []
        return silencers.isEmpty ? nil : silencers
      })
    let issue = BlockContext.Issue(snapshot)
    func move(_ diagnostics: inout [Diagnostic], by distance: Int) {
      for index in diagnostics.indices { diagnostics[index].move(by: distance) }
    }
    let marks = blockMarks
    let anyMark = marks.reduce(into: LeafMarks()) { $0.formUnion($1) }
    own.update(to: facts, move: move) { leaf in
      guard !leaf.marks.isDisjoint(with: anyMark), leaf.block.kind.hasInlines else { return nil }
      var reports = Reports()
      for index in marks.indices where leaf.marks.isSuperset(of: marks[index]) {
        blockRules[index](
          BlockContext(issue: issue, block: leaf.block, start: leaf.start), &reports)
      }
      return reports.diagnostics.isEmpty ? nil : reports.diagnostics
    }
    let names = snapshot.archive.names
    let bytes = snapshot.document.bytes
    var clean = NameTable.CleanWords()
    learnt.update(to: facts, move: move) { leaf in
      guard leaf.block.kind.hasInlines, !leaf.marks.isDisjoint(with: .letter)
      else { return nil }
      let context = BlockContext(issue: issue, block: leaf.block, start: leaf.start)
      guard names.mayHoldSlip(bytes, context.range, &clean) else { return nil }
      var reports = Reports()
      for check in nameRules { check(context, &reports) }
      return reports.diagnostics.isEmpty ? nil : reports.diagnostics
    }
  }

  fileprivate mutating func checkIssue(_ snapshot: Snapshot) {
    if issue?.carry(to: snapshot.facts) == true { return }
    var reports = Reports()
    for rule in issueRules where isOn(rule.rule, snapshot) { rule.check(snapshot, &reports) }
    issue = IssueReports(reports.diagnostics, about: snapshot.facts)
  }
}

/// Applies the configuration and the silencers, and puts the reports in order.
private func finish(
  _ found: consuming [Diagnostic], _ snapshot: Snapshot, comments: [ByteRange]
) -> [Diagnostic] {
  var silencers = Silencers(of: snapshot.document, comments: comments)
  let configuration = snapshot.configuration
  func isKept(_ diagnostic: inout Diagnostic) -> Bool {
    guard
      let severity = configuration.severity(of: diagnostic.code, default: diagnostic.severity)
    else { return false }
    diagnostic.severity = severity
    return silencers.isEmpty
      || !silencers.silence(
        diagnostic.code, line: snapshot.document.text.line(at: diagnostic.range.start))
  }
  if !(silencers.isEmpty && configuration.takesRulesAsTheyAre) {
    found = found.compactMap { diagnostic in
      var diagnostic = diagnostic
      return isKept(&diagnostic) ? diagnostic : nil
    }
    var unused = Reports()
    silencers.reportUnused(snapshot, to: &unused)
    for var diagnostic in unused.diagnostics where isKept(&diagnostic) { found.append(diagnostic) }
  }
  found.sort {
    ($0.range.start, $0.range.end, $0.code) < ($1.range.start, $1.range.end, $1.code)
  }
  return found
}

extension Diagnostic {
  /// Moves all its places in the checked issue.
  fileprivate mutating func move(by distance: Int) {
    range = range.shifted(by: distance)
    for index in fixes.indices {
      for edit in fixes[index].edits.indices {
        fixes[index].edits[edit].range = fixes[index].edits[edit].range.shifted(by: distance)
      }
    }
    for index in related.indices where related[index].path == nil {
      related[index].range = related[index].range.shifted(by: distance)
    }
  }
}
