import Archive

extension Snapshot {
  /// How long a story is fresh: what was told longer ago may be told again.
  private static let freshDays = 7

  /// The issues of the last days, latest first. Another one of the same day is no earlier one, even
  /// where the front matter has a different date.
  private var earlierIssues: [IssueRecord] {
    guard let date else { return [] }
    let fileDate = Day(fileName: path)
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
      issue.date.map { date.distance(from: $0) <= Self.freshDays } ?? false
    }.filter { $0.path != path && (fileDate == nil || $0.fileDate != fileDate) }
  }

  /// For each checked story the one that an issue of the days before told.
  var retellings: [TitleTable.Retelling?] {
    let stories = checkedStories
    let issues = earlierIssues
    guard !issues.isEmpty, !stories.isEmpty else { return [] }
    return titleTable.retellings(in: issues, sources: stories.map(\.source))
  }

  /// The headings of the checked stories.
  var titleTable: TitleTable {
    if let table = derived.titles { return table }
    let table = TitleTable(checkedStories.map(\.terms))
    derived.titles = table
    return table
  }
}
