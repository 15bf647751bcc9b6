import Archive
import Syntax

/// What rules for whole issues found, kept until something changes that they look at.
///
/// They look at facts of blocks, not at the text. So while a writer types within a paragraph whose
/// facts stay the same, what they report stays the same and only moves.
struct IssueReports {
  /// Of rules that look at the beginning of the text too, these leaves do.
  static let openingLeaves = 4

  private let lineCount: Int
  private let leaves: [IssueFacts.Leaf]
  private let roles: [IssueFacts.Role]
  /// The leaf that each story begins with.
  private let storyLeaves: [Int]
  private let end: Int
  private let diagnostics: [Diagnostic]

  init(_ snapshot: Snapshot, _ diagnostics: [Diagnostic]) {
    let facts = snapshot.facts
    lineCount = snapshot.document.text.lineCount
    end = snapshot.document.text.count
    leaves = facts.leaves
    roles = facts.headings.map(\.role)
    storyLeaves = facts.stories.map(\.leaves.lowerBound)
    self.diagnostics = diagnostics
  }

  /// The same reports about a later state of the issue; `nil` where the rules must look again.
  ///
  /// Front matter, title, archive and configuration are those of the earlier state.
  func carried(to snapshot: Snapshot) -> [Diagnostic]? {
    let facts = snapshot.facts
    let now = facts.leaves
    guard now.count == leaves.count, lineCount == snapshot.document.text.lineCount,
      facts.headings.map(\.role) == roles, facts.stories.map(\.leaves.lowerBound) == storyLeaves
    else { return nil }
    var hasChange = false
    for index in now.indices
    where now[index].block !== leaves[index].block
      || now[index].isTopLevel != leaves[index].isTopLevel
    {
      // With two of them, lines that messages name might have moved in between.
      guard !hasChange, index >= Self.openingLeaves,
        case .paragraph = now[index].block.kind, case .paragraph = leaves[index].block.kind,
        now[index].isTopLevel == leaves[index].isTopLevel,
        let before = leaves[index].block.notes.facts,
        before.isEqual(to: facts.facts(of: now[index])),
        !beginsStory(index)
      else { return nil }
      hasChange = true
    }
    return diagnostics.map { $0.moved { offset in moved(offset, to: now, end: snapshot) } }
  }

  private func beginsStory(_ leaf: Int) -> Bool {
    let index = storyLeaves.partitioningIndex { $0 >= leaf }
    return index < storyLeaves.count && storyLeaves[index] == leaf
  }

  /// Where a place of the earlier state is now.
  private func moved(_ offset: Int, to now: [IssueFacts.Leaf], end snapshot: Snapshot) -> Int {
    if offset >= end { return snapshot.document.text.count }
    let index = leaves.partitioningIndex { $0.start > offset } - 1
    return index < 0 ? offset : offset + now[index].start - leaves[index].start
  }
}

extension Array {
  /// The first index whose element passes, where all after it pass too.
  fileprivate func partitioningIndex(where passes: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if passes(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

extension Diagnostic {
  /// The same report with all its places in the checked issue moved.
  fileprivate func moved(by move: (Int) -> Int) -> Diagnostic {
    func moved(_ range: ByteRange) -> ByteRange {
      // Its end stays with the place before it: what follows a block may have moved away.
      let start = move(range.start)
      return ByteRange(start, range.isEmpty ? start : move(range.end - 1) + 1)
    }
    var copy = self
    copy.range = moved(range)
    for index in copy.fixes.indices {
      for edit in copy.fixes[index].edits.indices {
        copy.fixes[index].edits[edit].range = moved(copy.fixes[index].edits[edit].range)
      }
    }
    for index in copy.related.indices where copy.related[index].path == nil {
      copy.related[index].range = moved(copy.related[index].range)
    }
    return copy
  }
}
