import Syntax

/// What is kept of the form of an issue's body.
package struct IssueShape: Sendable, Equatable {
  /// UTF-8 bytes.
  package var bodyLength = 0
  package var h1Count = 0
  /// Headings of level 2.
  package var sectionCount = 0
  package var hasJump = false
  package var hasEmptyHeading = false
  /// Titles of sections, each once.
  package var sectionTitles: [String] = []
  /// Without asterisks and colon, each once.
  package var labels = PackedStrings()
  /// How often each of them stands there.
  package var labelCounts: [UInt32] = []

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
    let sorted = labels.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    self.labels = PackedStrings(sorted.map(\.key))
    labelCounts = sorted.map { UInt32(clamping: $0.value) }
  }
}
