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

  private var bySource: [UInt32: [Story]] = [:]
  private var byTerm: [UInt32: [Int32]] = [:]
  private var stories: [(story: Story, title: TitleTerms)] = []

  var isEmpty: Bool { stories.isEmpty }

  /// How long a story is fresh: what was told longer ago may be told again.
  static let days = 7

  init(before date: Day?, notAt path: String, in archive: ArchiveIndex) {
    self.date = date
    self.path = path
    guard let date else { return }
    for issue in archive.issues.reversed() {
      guard let day = issue.date, date.distance(from: day) <= Self.days else { break }
      guard day < date, issue.path != path else { continue }
      for index in issue.stories.indices {
        let story = Story(issue: issue, index: index)
        for source in issue.sources(ofStory: index) { bySource[source, default: []].append(story) }
        let title = issue.titleTerms(ofStory: index)
        for term in title.terms { byTerm[term, default: []].append(Int32(clamping: stories.count)) }
        stories.append((story, title))
      }
    }
  }

  /// The earlier story with the same source, or with a heading that says the same.
  func story(like title: TitleTerms, source: String?) -> (story: Story, sharesSource: Bool)? {
    var shared: [Int32: Int] = [:]
    for term in title.terms {
      for number in byTerm[term] ?? [] { shared[number, default: 0] += 1 }
    }
    var best: (number: Int32, similarity: Float)?
    for (number, count) in shared where count >= 2 {
      let similarity = title.similarity(to: stories[Int(number)].title) {
        byTerm[$0]?.count ?? 0
      }
      if let known = best, (known.similarity, known.number) >= (similarity, number) { continue }
      best = (number, similarity)
    }
    if let source, let found = bySource[TitleTerms.hash(ofSource: source)], found.count <= 2,
      let story = found.first
    {
      return (story, true)
    }
    // What stands in each issue is no story: a listening link, an imprint.
    if let best, best.similarity >= TitleTerms.sameStory, !isRecurring(Int(best.number)) {
      return (stories[Int(best.number)].story, false)
    }
    return nil
  }

  private func isRecurring(_ number: Int) -> Bool {
    let title = stories[number].title
    return stories.filter { $0.title == title }.count >= 2
  }
}
