/// A story that past ones are wanted for.
package struct StoryQuery: Sendable {
  package var text: StoryText
  package var names: [Mention]
  /// The issue's own path; its stories are left out.
  package var path: String
  /// Only issues dated before count; all where `nil`.
  package var date: Day?

  /// A name in the story.
  package struct Mention: Sendable, Equatable {
    package var id: NameID
    /// The most telling place where it stands.
    package var place: StoryPlace
    /// How it is written there. UTF-8.
    package var surface: [UInt8]

    package init(id: NameID, place: StoryPlace, surface: [UInt8]) {
      self.id = id
      self.place = place
      self.surface = surface
    }
  }

  package init(text: StoryText, names: [Mention], path: String, date: Day?) {
    self.text = text
    self.names = names
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
  /// From 0 to 1; what is offered at all is above 0.3.
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
