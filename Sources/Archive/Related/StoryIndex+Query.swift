package import Syntax

/// A story that past ones are wanted for.
package struct StoryQuery: Sendable {
  package var text: StoryText
  /// The names in the story, in text order, and where its title stands. UTF-8 bytes of the issue.
  package var mentions: [NameMention]
  package var titleRange: ByteRange
  /// The issue's own path; its stories are left out.
  package var path: String
  /// Only issues dated before count; all where `nil`.
  package var date: Day?

  package init(
    text: StoryText, mentions: [NameMention] = [], titleRange: ByteRange = ByteRange(0, 0),
    path: String, date: Day?
  ) {
    self.text = text
    self.mentions = mentions
    self.titleRange = titleRange
    self.path = path
    self.date = date
  }
}

/// A past story that has to do with the one at hand.
package struct RelatedStory: Sendable {
  package struct Reason: Sendable, Equatable {
    package enum Kind: String, Sendable {
      case source
      case name
      case wording
    }
    package var kind: Kind
    package var value: String
  }

  package var issue: IssueRecord
  /// Index in the issue's stories.
  package var index: Int
  /// From 0 to 1.
  package var score: Double
  /// The strongest first.
  package var reasons: [Reason]

  package var story: StoryRecord { issue.stories[index] }
}

extension StoryIndex {
  /// Past stories that have to do with the one asked for, best first; none where nothing clearly
  /// has.
  package func related(
    to query: StoryQuery, names: NameTable, limit: Int = 10
  ) -> [RelatedStory] {
    var ranking = StoryRanking(query: query, names: names, parts: segments)
    return ranking.best(limit)
  }
}
