import Archive
import Syntax

extension Snapshot {
  /// Pairs of stories that link to the same page, the later one second. Pages that more than two
  /// stories share are digests or home pages. A list of addresses below the stories that have them
  /// tells nothing of its own.
  func pairsWithOneSource() -> [(first: CheckedStory, second: CheckedStory)] {
    let stories = checkedStories
    var places: [(source: UInt64, story: Int)] = []
    for (index, story) in stories.enumerated() {
      if let source = story.source {
        places.append((UInt64(source) << 1 | (story.isAddress ? 1 : 0), index))
      }
    }
    places.sort { $0 < $1 }
    var pairs: [(first: CheckedStory, second: CheckedStory)] = []
    var start = 0
    while start < places.count {
      var end = start + 1
      while end < places.count, places[end].source == places[start].source { end += 1 }
      if end - start == 2, archive.storyCount(withSource: UInt32(places[start].source >> 1)) <= 4 {
        pairs.append((stories[places[start].story], stories[places[end - 1].story]))
      }
      start = end
    }
    return pairs
  }

  /// A place in the checked issue, to be shown beside a report.
  func place(_ range: ByteRange, _ message: String) -> RelatedPlace {
    RelatedPlace(
      path: nil, range: range, line: document.text.line(at: range.start), message: message)
  }

  /// A line number as writers count, from 1.
  func lineNumber(of range: ByteRange) -> Int { document.text.line(at: range.start) + 1 }
}
