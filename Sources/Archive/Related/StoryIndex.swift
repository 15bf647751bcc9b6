import Syntax

/// Past stories by the sources, names and words they hold.
///
/// It is a row of segments that never change. An update adds a segment and marks issues as gone;
/// small segments are put together, so that there are never more than a few.
package struct StoryIndex: Sendable {
  private(set) var segments: [Part] = []

  struct Part: Sendable {
    var segment: StorySegment
    /// By index in the segment's issues.
    var isGone: [Bool]
    var goneCount = 0
  }

  package init() {}

  /// What is kept of the stories' terms, in bytes.
  package var byteCount: Int { segments.reduce(0) { $0 + $1.segment.byteCount } }

  /// - Parameters:
  ///   - records: to be added, with or without their wording.
  ///   - intake: has the wording of those without.
  package mutating func update(
    removing: [IssueRecord], adding records: [IssueRecord], intake: StoryIntake = StoryIntake(),
    names: NameTable
  ) {
    if !removing.isEmpty {
      let gone = Set(removing.map(\.path))
      for part in segments.indices {
        for (index, issue) in segments[part].segment.issues.enumerated()
        where gone.contains(issue.path) && !segments[part].isGone[index] {
          segments[part].isGone[index] = true
          segments[part].goneCount += 1
        }
      }
      segments.removeAll { $0.goneCount == $0.segment.issues.count }
    }
    var intake = intake
    for record in records {
      if let batch = intake.take(record).complete { intake.add(batch.segment()) }
    }
    var storyNames = StoryNames(names)
    for segment in intake.finish() {
      segments.append(Part(segment: StorySegment(segment, names: &storyNames)))
      mergeSmall()
    }
  }

  /// Puts the last segments together while the older is not clearly the greater, so that each
  /// posting is moved a few times at most.
  private mutating func mergeSmall() {
    while segments.count >= 2 {
      let last = segments[segments.count - 1]
      let older = segments[segments.count - 2]
      guard last.segment.byteCount * 2 > older.segment.byteCount,
        older.segment.byteCount + last.segment.byteCount < Self.mergedSize
      else { return }
      segments.removeLast(2)
      segments.append(Part(segment: StorySegment(merging: older, with: last)))
    }
  }

  /// No segment is made larger by putting two together. Bytes.
  private static let mergedSize = 2_000_000
}

extension StoryIndex.Part {
  init(segment: StorySegment) {
    self.segment = segment
    isGone = [Bool](repeating: false, count: segment.issues.count)
  }
}
