import Archive

/// What the issues of the days before told: sources and headings, ready to be looked up.
struct EarlierStories {
  let date: Day?
  let path: String

  /// A story of an earlier issue.
  struct Story {
    let issue: IssueRecord
    let index: Int
    var record: StoryRecord { issue.stories[index] }
  }

  private var stories: [Story] = []
  private var titles: [TitleTerms] = []
  private let titleIndex: TitleIndex
  private var bySource: [UInt32: [Story]] = [:]

  var isEmpty: Bool { stories.isEmpty }

  /// How long a story is fresh: what was told longer ago may be told again.
  static let days = 7

  init(before date: Day?, notAt path: String, in archive: ArchiveIndex) {
    self.date = date
    self.path = path
    for issue in Self.issues(before: date, in: archive) where issue.path != path {
      for index in issue.stories.indices {
        let story = Story(issue: issue, index: index)
        for source in issue.sources(ofStory: index) { bySource[source, default: []].append(story) }
        stories.append(story)
        titles.append(issue.titleTerms(ofStory: index))
      }
    }
    titleIndex = TitleIndex(titles)
  }

  /// The issues of the last days, latest first.
  private static func issues(before date: Day?, in archive: ArchiveIndex) -> [IssueRecord] {
    guard let date else { return [] }
    var low = 0
    var high = archive.issues.count
    while low < high {
      let middle = (low + high) / 2
      if let day = archive.issues[middle].date, day >= date {
        high = middle
      } else {
        low = middle + 1
      }
    }
    return archive.issues[..<low].reversed().prefix { issue in
      issue.date.map { date.distance(from: $0) <= days } ?? false
    }
  }

  /// The earlier story with the same source, or with a heading that says the same.
  func story(like title: TitleTerms, source: String?) -> (story: Story, sharesSource: Bool)? {
    if let source, let found = bySource[TitleTerms.hash(ofSource: source)], found.count <= 2,
      let story = found.first
    {
      return (story, true)
    }
    var best: (number: Int, similarity: Float)?
    titleIndex.forEach(like: title, sharing: 2) { number, similarity in
      if let known = best, (known.similarity, known.number) >= (similarity, number) { return }
      best = (number, similarity)
    }
    // What stands in each issue is no story: a listening link, an imprint.
    if let best, best.similarity >= TitleTerms.sameStory, !isRecurring(best.number) {
      return (stories[best.number], false)
    }
    return nil
  }

  private func isRecurring(_ number: Int) -> Bool {
    titles.lazy.filter { $0 == titles[number] }.prefix(2).count >= 2
  }
}
