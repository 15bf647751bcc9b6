import Archive
import Syntax

/// A story of the checked issue, as rules compare it.
struct CheckedStory {
  let story: IssueFacts.Story
  let title: String
  /// UTF-8 bytes of the text.
  let titleRange: ByteRange
  /// Whether the title is an address and nothing else: only where it leads tells of what.
  let isAddress: Bool
  let terms: TitleTerms
  /// The link that leads to the story's source: that of the heading, or of a bullet the one that
  /// it begins with or that says so.
  let link: LeafFacts.Link?
  /// Where `link` stands, in UTF-8 bytes of the text.
  let linkRange: ByteRange
  /// Hash of the page that `link` leads to.
  let source: UInt32?

  init(_ story: IssueFacts.Story, in facts: IssueFacts) {
    let title = facts.title(of: story)
    self.story = story
    self.title = title.title.text
    titleRange = title.range
    isAddress =
      (self.title.hasPrefix("https://") || self.title.hasPrefix("http://"))
      && self.title.utf8.allSatisfy { $0 > 0x20 && $0 < 0x80 }
    terms = isAddress ? TitleTerms([]) : title.title.terms
    if let heading = story.heading {
      link = facts.headings[heading].link
    } else {
      let links = facts.leaves[story.leaves.lowerBound].links
      link =
        isAddress ? links.first : links.first { $0.isFirst } ?? links.first { $0.namesSource }
    }
    linkRange = link?.range.shifted(by: facts.leaves[story.leaves.lowerBound].start) ?? title.range
    source = link?.source
  }
}

extension Snapshot {
  /// Of a daily issue a dozen or two.
  var checkedStories: [CheckedStory] {
    if let stories = derived.stories { return stories }
    let facts = facts
    let stories = facts.stories.map { CheckedStory($0, in: facts) }
    derived.stories = stories
    return stories
  }
}
