import Archive
import Syntax

/// What one document's checks keep from edit to edit.
package struct DiagnosticsCache {
  fileprivate var frontMatter: (key: FrontMatterKey, diagnostics: [Diagnostic])?
  /// Found while `frontMatter` was as it is.
  fileprivate var issue: IssueReports?

  package init() {}
}

/// All that rules about the front matter look at.
private struct FrontMatterKey {
  let bytes: [UInt8]
  /// The H1, which the title is compared with.
  let title: String?
  let titleRange: ByteRange?
  let path: String
  let archive: ArchiveIndex.State
  let configuration: Configuration
  let language: Language
  let today: Day?

  init(_ snapshot: Snapshot) {
    let end = max(
      snapshot.document.frontMatter.lookaheadEnd, snapshot.document.frontMatter.bodyStart)
    bytes = Array(snapshot.document.text.bytes.prefix(end))
    let heading = snapshot.facts.headings.first { $0.level == 1 }
    title = heading?.title
    titleRange = heading?.range
    path = snapshot.path
    archive = snapshot.archive.state
    configuration = snapshot.configuration
    language = snapshot.language
    today = snapshot.today
  }

  static func == (a: Self, b: Self) -> Bool {
    a.archive === b.archive && a.bytes == b.bytes && a.title == b.title
      && a.titleRange == b.titleRange && a.path == b.path
      && a.language == b.language && a.today == b.today && a.configuration == b.configuration
  }
}

/// What rules for single blocks found in one leaf.
private final class BlockReports {
  let language: Language
  /// The state of the archive, for the rules that ask it.
  let archive: ArchiveIndex.State
  /// Of rules that look at the block alone, and of those that ask the archive too. Offsets count
  /// from the block's start.
  let own: [Diagnostic]
  let learnt: [Diagnostic]

  init(language: Language, archive: ArchiveIndex.State, own: [Diagnostic], learnt: [Diagnostic]) {
    self.language = language
    self.archive = archive
    self.own = own
    self.learnt = learnt
  }
}

/// All reports about an issue, by place: the configuration and the writer's silencers applied.
///
/// The command line and the server both report exactly this.
package func diagnostics(of snapshot: Snapshot, cache: inout DiagnosticsCache) -> [Diagnostic] {
  var found = frontMatterDiagnostics(of: snapshot, cache: &cache)
  var comments: [ByteRange] = []
  let facts = snapshot.facts
  for leaf in facts.leaves {
    let notes = leaf.block.notes
    let leafFacts = LeafFacts.of(leaf.block, notes, at: leaf.start, in: snapshot.document)
    for silencer in leafFacts.silencers { comments.append(silencer.shifted(by: leaf.start)) }
    if notes.checked === snapshot.archive.state, !notes.hasReports { continue }
    let reports = blockReports(of: leaf, notes, snapshot)
    for diagnostic in reports.own { found.append(diagnostic.shifted(by: leaf.start)) }
    for diagnostic in reports.learnt { found.append(diagnostic.shifted(by: leaf.start)) }
  }
  found += issueDiagnostics(of: snapshot, cache: &cache)
  return finish(found, snapshot, comments: comments)
}

private func isOn(_ rule: Rule, _ snapshot: Snapshot) -> Bool {
  snapshot.configuration.severity(of: rule.code, default: rule.severity) != nil
}

private func frontMatterDiagnostics(
  of snapshot: Snapshot, cache: inout DiagnosticsCache
) -> [Diagnostic] {
  guard Rule.all.contains(where: { $0.group == "front-matter" && isOn($0, snapshot) }) else {
    return []
  }
  let key = FrontMatterKey(snapshot)
  if let known = cache.frontMatter, known.key == key { return known.diagnostics }
  var reports = Reports()
  let context = FrontMatterContext(snapshot)
  for rule in Rule.all {
    if case .frontMatter(let check) = rule.check { check(context, &reports) }
  }
  cache.frontMatter = (key, reports.diagnostics)
  cache.issue = nil
  return reports.diagnostics
}

/// To be called after `frontMatterDiagnostics`, which knows what has changed but the blocks.
private func issueDiagnostics(
  of snapshot: Snapshot, cache: inout DiagnosticsCache
) -> [Diagnostic] {
  var ending = Reports()
  for rule in Rule.all {
    if case .text(let check) = rule.check, isOn(rule, snapshot) { check(snapshot, &ending) }
  }
  let diagnostics = cache.issue?.carried(to: snapshot) ?? lookedAt(snapshot)
  cache.issue = IssueReports(snapshot, diagnostics)
  return diagnostics + ending.diagnostics
}

private func lookedAt(_ snapshot: Snapshot) -> [Diagnostic] {
  var reports = Reports()
  for rule in Rule.all {
    if case .issue(let check) = rule.check, isOn(rule, snapshot) { check(snapshot, &reports) }
  }
  return reports.diagnostics
}

private let blockRules = Rule.all.filter { if case .block = $0.check { true } else { false } }
private let learntRules = Rule.all.filter {
  if case .learntBlock = $0.check { true } else { false }
}

private func blockReports(
  of leaf: IssueFacts.Leaf, _ notes: BlockNotes, _ snapshot: Snapshot
) -> BlockReports {
  let known = notes.reports as? BlockReports
  if let known, known.archive === snapshot.archive.state, known.language == snapshot.language {
    return known
  }
  let context = BlockContext(
    document: snapshot.document, block: leaf.block, start: leaf.start, archive: snapshot.archive,
    configuration: snapshot.configuration, language: snapshot.language)
  var own = Reports()
  if let known, known.language == snapshot.language {
    own = Reports(known.own)
  } else {
    for rule in blockRules { if case .block(let check) = rule.check { check(context, &own) } }
  }
  var learnt = Reports()
  for rule in learntRules {
    if case .learntBlock(let check) = rule.check { check(context, &learnt) }
  }
  let reports = BlockReports(
    language: snapshot.language, archive: snapshot.archive.state, own: own.diagnostics,
    learnt: learnt.diagnostics)
  notes.reports = reports
  notes.checked = snapshot.archive.state
  notes.hasReports = !reports.own.isEmpty || !reports.learnt.isEmpty
  return reports
}

/// Applies the configuration and the silencers, and puts the reports in order.
private func finish(
  _ found: [Diagnostic], _ snapshot: Snapshot, comments: [ByteRange]
) -> [Diagnostic] {
  var silencers = Silencers(of: snapshot.document, comments: comments)
  var kept: [Diagnostic] = []
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
  return kept.sorted {
    ($0.range.start, $0.range.end, $0.code) < ($1.range.start, $1.range.end, $1.code)
  }
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
