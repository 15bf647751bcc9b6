import Archive
import Syntax

/// What rules for whole issues found, kept until something changes that they look at.
///
/// They look at facts of blocks, not at the text. So while a writer types within a paragraph whose
/// facts stay the same, what they report stays the same and only moves.
struct IssueReports {
  /// Of rules that look at the beginning of the text too, these leaves do.
  static let openingLeaves = 4

  private var state: IssueFacts.State
  private(set) var diagnostics: [Diagnostic]

  init(_ diagnostics: [Diagnostic], about facts: IssueFacts) {
    state = facts.state
    self.diagnostics = diagnostics
  }

  /// Turns them into the reports about a later state of the issue.
  ///
  /// Title, archive and configuration are those of the earlier state.
  ///
  /// - Returns: `false` where the rules must look again.
  mutating func carry(to facts: IssueFacts) -> Bool {
    guard let changes = facts.changes(since: state),
      changes.allSatisfy({ $0.isWording && $0.leading >= Self.openingLeaves })
    else { return false }
    for change in changes where change.distance != 0 {
      for index in diagnostics.indices {
        diagnostics[index].move(from: change.following, by: change.distance)
      }
    }
    state = facts.state
    return true
  }
}

extension Diagnostic {
  /// Moves the places in the checked issue that lie at `offset` or behind it.
  fileprivate mutating func move(from offset: Int, by distance: Int) {
    range.move(from: offset, by: distance)
    for index in fixes.indices {
      for edit in fixes[index].edits.indices {
        fixes[index].edits[edit].range.move(from: offset, by: distance)
      }
    }
    for index in related.indices where related[index].path == nil {
      related[index].range.move(from: offset, by: distance)
    }
  }
}

extension ByteRange {
  fileprivate mutating func move(from offset: Int, by distance: Int) {
    // Its end stays with the byte before it: what follows a block may have moved away.
    guard isEmpty ? start >= offset : end > offset else { return }
    self = ByteRange(start >= offset ? start + distance : start, end + distance)
  }
}
