import Archive
import Syntax

extension Snapshot {
  /// Pairs of stories that link to the same page, the later one second. Pages that more than two
  /// stories share are digests or home pages.
  func pairsWithOneSource() -> [(first: CheckedStory, second: CheckedStory)] {
    var bySource: [String: [Int]] = [:]
    let stories = checkedStories
    for (index, story) in stories.enumerated() {
      if let source = story.link?.source { bySource[source, default: []].append(index) }
    }
    return bySource.compactMap { source, indices in
      guard indices.count == 2, archive.stories.storyCount(withSource: source) <= 4 else {
        return nil
      }
      return (stories[indices[0]], stories[indices[1]])
    }
  }

  /// A place in the checked issue, to be shown beside a report.
  func place(_ range: ByteRange, _ message: String) -> RelatedPlace {
    RelatedPlace(
      path: nil, range: range, line: document.text.line(at: range.start), message: message)
  }

  /// A line number as writers count, from 1.
  func lineNumber(of range: ByteRange) -> Int { document.text.line(at: range.start) + 1 }
}
