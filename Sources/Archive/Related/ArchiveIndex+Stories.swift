extension ArchiveIndex {
  /// How many stories have the same heading. Reads what is kept of every issue: for rare questions.
  package func storyCount(withTitle title: TitleTerms) -> Int {
    issues.reduce(0) { count, issue in
      issue.stories.indices.reduce(count) {
        $0 + (title.areThose(of: issue.stories.title($1).span) ? 1 : 0)
      }
    }
  }

  /// How many stories link to the page of that hash. Reads what is kept of every issue: for rare
  /// questions.
  package func storyCount(withSource source: UInt32) -> Int {
    var count = 0
    for issue in issues { issue.digest.forEachSource { if $1 == source { count += 1 } } }
    return count
  }
}
