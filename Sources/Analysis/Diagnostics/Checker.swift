import Archive
import Syntax

/// What one document's checks keep from edit to edit.
package struct DiagnosticsCache {
  fileprivate var surroundings: Surroundings?
  /// All else holds while the surroundings stay the same.
  fileprivate var frontMatter: [Diagnostic] = []
  fileprivate var issue: IssueReports?
  /// Comments that speak to this program. Ranges here and below count from the leaf's start.
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
  let facts = snapshot.facts
  var found = Reports(cache.frontMatter)
  found.reserveCapacity(cache.reportCount)
  found.report(cache.own, in: facts)
  found.report(cache.learnt, in: facts)
  for diagnostic in cache.issue?.diagnostics ?? [] { found.report(diagnostic) }
  for rule in textRules where isOn(rule.rule, snapshot) { rule.check(snapshot, &found) }
  var comments: [ByteRange] = []
  for entry in cache.comments.entries {
    for range in entry.value {
      comments.append(range.shifted(by: facts.leaves[entry.leaf].start))
    }
  }
  return finish(found.diagnostics, snapshot, comments: comments)
}

extension Reports {
  fileprivate mutating func report(_ results: LeafResults<[Diagnostic]>, in facts: IssueFacts) {
    for entry in results.entries {
      for diagnostic in entry.value {
        report(diagnostic.shifted(by: facts.leaves[entry.leaf].start))
      }
    }
  }
}

private let frontMatterRules = Rule.all.compactMap {
  if case .frontMatter(let check) = $0.check { check } else { nil }
}
private let blockRules = Rule.all.compactMap {
  if case .block(let check) = $0.check { check } else { nil }
}
private let learntRules = Rule.all.compactMap {
  if case .learntBlock(let check) = $0.check { check } else { nil }
}
private let issueRules = Rule.all.compactMap { rule in
  if case .issue(let check) = rule.check { (rule: rule, check: check) } else { nil }
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
    comments.update(to: facts) { $0.facts.silencers.isEmpty ? nil : $0.facts.silencers }
    let issue = BlockContext.Issue(snapshot)
    func run(
      _ checks: [@Sendable (BlockContext, inout Reports) -> Void], on leaf: IssueFacts.Leaf
    ) -> [Diagnostic]? {
      let context = BlockContext(issue: issue, block: leaf.block, start: leaf.start)
      var reports = Reports()
      for check in checks { check(context, &reports) }
      return reports.diagnostics.isEmpty ? nil : reports.diagnostics
    }
    own.update(to: facts) { run(blockRules, on: $0) }
    learnt.update(to: facts) { run(learntRules, on: $0) }
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
  _ found: [Diagnostic], _ snapshot: Snapshot, comments: [ByteRange]
) -> [Diagnostic] {
  var silencers = Silencers(of: snapshot.document, comments: comments)
  var kept: [Diagnostic] = []
  kept.reserveCapacity(found.count)
  func keep(_ diagnostic: Diagnostic) {
    guard
      let severity = snapshot.configuration.severity(
        of: diagnostic.code, default: diagnostic.severity)
    else { return }
    if !silencers.isEmpty,
      silencers.silence(
        diagnostic.code, line: snapshot.document.text.line(at: diagnostic.range.start))
    {
      return
    }
    kept.append(diagnostic)
    kept[kept.count - 1].severity = severity
  }
  for diagnostic in found { keep(diagnostic) }
  if !silencers.isEmpty {
    var unused = Reports()
    silencers.reportUnused(snapshot, to: &unused)
    for diagnostic in unused.diagnostics { keep(diagnostic) }
  }
  kept.sort {
    ($0.range.start, $0.range.end, $0.code) < ($1.range.start, $1.range.end, $1.code)
  }
  return kept
}

extension Diagnostic {
  /// The same report where its block begins `distance` bytes later.
  fileprivate func shifted(by distance: Int) -> Diagnostic {
    var moved = self
    moved.range = range.shifted(by: distance)
    for index in moved.fixes.indices {
      for edit in moved.fixes[index].edits.indices {
        moved.fixes[index].edits[edit].range =
          moved.fixes[index].edits[edit].range.shifted(by: distance)
      }
    }
    for index in moved.related.indices where moved.related[index].path == nil {
      moved.related[index].range = moved.related[index].range.shifted(by: distance)
    }
    return moved
  }
}
