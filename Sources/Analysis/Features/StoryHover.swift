package import Archive
package import Syntax

/// Past stories under the heading or bullet at `offset`; `nil` elsewhere, and where none is
/// related.
///
/// https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#textDocument_hover
package func storyHover(
  in snapshot: Snapshot, at offset: Int
) -> (range: ByteRange, related: [RelatedStory])? {
  guard let index = snapshot.facts.storyIndex(at: offset) else { return nil }
  let story = snapshot.facts.stories[index]
  let titleRange = snapshot.atHand(story).titleRange
  guard titleRange.touches(offset) else { return nil }
  let related = snapshot.related(to: story).prefix(5)
  return related.isEmpty ? nil : (titleRange, Array(related))
}

/// The list as Markdown.
///
/// - Parameter link: the address of a line (0-based) of an issue's file.
package func markdown(
  of related: [RelatedStory], in language: Language, link: (_ path: String, _ line: Int) -> String
) -> String {
  let lines = related.map { item in
    let date = item.issue.date.map { "\($0) " } ?? ""
    let reasons = item.reasons.prefix(4).map { escaped($0.value) }.joined(separator: " · ")
    return "- \(date)[\(escaped(item.story.title))](\(link(item.issue.path, item.story.line)))"
      + (reasons.isEmpty ? "" : "  \\\n  \(reasons)")
  }
  return (["**\(language.say("Past stories", "往期内容"))**", ""] + lines).joined(separator: "\n")
}

/// The list without markup.
package func plainText(of related: [RelatedStory], in language: Language) -> String {
  let lines = related.map { item in
    let date = item.issue.date.map { "\($0) " } ?? ""
    let reasons = item.reasons.prefix(4).map(\.value).joined(separator: " · ")
    return "\(date)\(item.story.title)" + (reasons.isEmpty ? "" : "\n  \(reasons)")
  }
  return ([language.say("Past stories", "往期内容")] + lines).joined(separator: "\n")
}
