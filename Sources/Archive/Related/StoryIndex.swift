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

  /// - Parameter records: with their wording.
  package mutating func update(
    removing: [IssueRecord], adding records: [IssueRecord], names: NameTable
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
    // Bounded, because sorting takes a multiple of what is kept.
    var rest = records[...]
    while !rest.isEmpty {
      var terms = 0
      let batch = rest.prefix { record in
        defer { terms += record.wording.terms.count }
        return terms < 1_500_000
      }
      rest = rest.dropFirst(batch.count)
      segments.append(Part(segment: segment(of: Array(batch), names: names)))
    }
    mergeSmall()
  }

  private func segment(of records: [IssueRecord], names: NameTable) -> StorySegment {
    var storyNames = StoryNames(names)
    return StorySegment(
      issues: records.map(\.withoutWording), wordings: records.map(\.wording),
      names: records.map { record in
        storyNames.collect(
          from: names.mentions(inIssueAt: record.path), stories: record.stories)
      })
  }

  /// Puts the last segments together while the older is not clearly the greater, so that each
  /// posting is moved a few times at most.
  private mutating func mergeSmall() {
    while segments.count >= 2 {
      let last = segments[segments.count - 1]
      let older = segments[segments.count - 2]
      guard last.segment.postingBytes * 2 > older.segment.postingBytes || segments.count > 12,
        older.segment.postingBytes + last.segment.postingBytes < 4_000_000
      else { return }
      segments.removeLast(2)
      segments.append(Part(segment: StorySegment(merging: older, with: last)))
    }
  }
}

extension StoryIndex.Part {
  init(segment: StorySegment) {
    self.segment = segment
    isGone = [Bool](repeating: false, count: segment.issues.count)
  }
}
