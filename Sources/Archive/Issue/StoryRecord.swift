package import Syntax

/// What is kept of one story of an issue. Its texts are kept with the issue.
package struct StoryRecord: Sendable, Equatable {
  /// The story with its heading, in UTF-8 bytes of the file.
  package let range: ByteRange
  /// The heading's or bullet's text in the file, which an editor selects.
  package let titleRange: ByteRange
  /// 0-based line of `range.start`.
  package let line: Int
  /// 0-based line of the last line that belongs to the story.
  package let endLine: Int
  /// As a reader sees it; for a bullet its first sentence or so.
  package let title: String
  /// The title of the section that holds the story; `nil` where the story is its own section.
  package let section: String?
  /// The link that the heading or bullet is, or the story's first source.
  package let url: String?

  package init(
    range: ByteRange, titleRange: ByteRange, line: Int, endLine: Int, title: String,
    section: String?, url: String?
  ) {
    self.range = range
    self.titleRange = titleRange
    self.line = line
    self.endLine = endLine
    self.title = title
    self.section = section
    self.url = url
  }

  init(
    _ story: IssueFacts.Story, _ description: IssueFacts.StoryDescription, _ facts: IssueFacts
  ) {
    let text = facts.document.text
    self.init(
      range: story.range, titleRange: description.titleRange,
      line: text.line(at: story.range.start),
      endLine: text.line(at: max(story.range.start, story.range.end - 1)),
      title: description.title, section: story.section.map { facts.headings[$0].title },
      url: description.url)
  }
}
