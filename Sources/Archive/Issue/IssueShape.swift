import Syntax

/// What is kept of the form of an issue's body.
package struct IssueShape: Sendable, Equatable {
  package struct Label: Sendable, Equatable {
    /// Without asterisks and colon.
    package let text: String
    package let count: Int
  }

  /// UTF-8 bytes.
  package var bodyLength = 0
  package var h1Count = 0
  /// Headings of level 2.
  package var sectionCount = 0
  package var hasJump = false
  package var hasEmptyHeading = false
  /// Titles of sections, each once.
  package var sectionTitles: [String] = []
  package var labels: [Label] = []

  package init() {}

  init(of facts: IssueFacts) {
    bodyLength = facts.document.text.count - facts.document.body.start
    var level = 0
    var labels: [String: Int] = [:]
    for heading in facts.headings {
      if heading.level == 1 { h1Count += 1 }
      if heading.level == 2 { sectionCount += 1 }
      if level > 0 && heading.level > level + 1 { hasJump = true }
      level = heading.level
      if heading.role == .section, !sectionTitles.contains(heading.title) {
        sectionTitles.append(heading.title)
      }
      if heading.role == .story && !heading.hasContent { hasEmptyHeading = true }
      if heading.role == .label { labels[heading.title, default: 0] += 1 }
    }
    for leaf in facts.leaves {
      guard let label = leaf.label else { continue }
      labels[label.text, default: 0] += 1
    }
    self.labels = labels.map { Label(text: $0.key, count: $0.value) }.sorted { $0.text < $1.text }
  }
}
