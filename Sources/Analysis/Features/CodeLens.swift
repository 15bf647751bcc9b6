package import Archive
package import Syntax

/// What is told above a story.
///
/// https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#textDocument_codeLens
package struct StoryLens: Sendable, Equatable {
  /// The heading's or bullet's text, in UTF-8 bytes of the text.
  package var range: ByteRange
  /// How many past stories are related, of those that are shown.
  package var count: Int
  /// Whether there are more.
  package var isCut: Bool
  /// When the latest of them was told.
  package var last: Day?

  package func title(in language: Language) -> String {
    let when = last.map { language.say(" · last \($0)", " · 最近 \($0)") } ?? ""
    let count = isCut ? "\(count)+" : "\(count)"
    return language.say(
      "\(count) past \(count == "1" ? "story" : "stories")", "\(count) 条往期内容") + when
  }
}

/// One for each story that has past stories, in text order.
package func storyLenses(in snapshot: Snapshot) -> [StoryLens] {
  let limit = snapshot.configuration.relatedLimit
  return snapshot.facts.stories.compactMap { story in
    let all = snapshot.related(to: story)
    let related = all.prefix(limit)
    guard !related.isEmpty else { return nil }
    return StoryLens(
      range: snapshot.atHand(story).titleRange, count: related.count,
      isCut: all.count > related.count, last: related.compactMap(\.issue.date).max())
  }
}
