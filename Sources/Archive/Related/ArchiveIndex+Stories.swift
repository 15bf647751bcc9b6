extension ArchiveIndex {
  /// How many stories have the same heading. Reads what is kept of every issue: for rare questions.
  package func storyCount(withTitle title: TitleTerms) -> Int {
    issues.reduce(0) { $0 + $1.digest.count(of: title) }
  }

  /// How many stories link to the page. Reads what is kept of every issue: for rare questions.
  package func storyCount(withSource source: String) -> Int {
    let hash = TitleTerms.hash(ofSource: source)
    var count = 0
    for issue in issues { issue.digest.forEachSource { if $1 == hash { count += 1 } } }
    return count
  }

  /// How many headings have the two Chinese characters side by side; as many as there are where
  /// all news does. Reads what is kept of every issue: for rare questions.
  package func titleCount(withPair pair: String) -> Int {
    let bytes = Array(pair.utf8)
    guard let hash = StoryTerms.hash(ofPair: bytes[...]) else { return 0 }
    if CommonTerms.share(of: hash) != nil { return .max }
    let term = TitleTerms.term(hash, .hanPair)
    var count = 0
    for issue in issues { issue.digest.forEachTerm { if $1 == term { count += 1 } } }
    return count
  }
}
