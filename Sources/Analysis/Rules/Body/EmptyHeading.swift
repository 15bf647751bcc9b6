import Archive
import Syntax

extension Rule {
  static let emptyHeading = Rule(
    body: "empty-heading",
    severity: .warning,
    title: Localized("A story heading without text", "标题没有文字，或标题下没有内容"),
    manual: Localized(
      """
      A heading has no words, or the heading of a story has nothing below it: the next heading follows at
      once. Most often short news were written as headings instead of a list.

      Wrong:

      ```markdown
      ### Maker A opens a store
      ### Maker B raises money
      ```

      Right:

      ```markdown
      - Maker A opens a store
      - Maker B raises money
      ```
      """,
      """
      标题没有文字，或者一条内容只有标题，下面紧接着另一个标题。常见的原因是把简讯写成了标题而不是列表。

      错误：

      ```markdown
      ### 甲公司开设门店
      ### 乙公司完成融资
      ```

      正确：

      ```markdown
      - 甲公司开设门店
      - 乙公司完成融资
      ```
      """),
    check: .issue(checkEmptyHeading))
}

private func checkEmptyHeading(_ snapshot: Snapshot, _ reports: inout Reports) {
  let facts = snapshot.facts
  let language = snapshot.language
  let category = snapshot.archive.conventions.shape.category(snapshot.header.category)
  let isHabit = category.issues >= 5 && category.withEmptyHeading * 4 >= category.issues
  for (index, heading) in facts.headings.enumerated() {
    if heading.title.isEmpty {
      // An image may be all there is.
      guard heading.titleRange.isEmpty || heading.isBlank else { continue }
      reports.report(
        .emptyHeading, at: heading.range,
        language.say("The heading has no text", "标题没有文字"))
      continue
    }
    guard heading.role == .story, heading.level > 2, facts.isEmpty(index), !isHabit else {
      continue
    }
    // A heading at the very end may be the one that is being written, and so may one whose link is
    // not complete yet.
    let isLast = index + 1 == facts.headings.count && heading.blocks.isEmpty
    let isBeingWritten = isLast || endsInLink(heading)
    reports.report(
      .emptyHeading, at: heading.range,
      language.say(
        "Nothing stands below `\(heading.title)`", "`\(heading.title)` 下面没有内容"),
      severity: isBeingWritten ? .info : nil)
  }
}

/// Whether the heading is a link that reaches the end of the line unclosed.
private func endsInLink(_ heading: IssueFacts.Heading) -> Bool {
  guard heading.link == nil else { return false }
  let title = heading.title.utf8
  return title.first == UInt8(ascii: "[") && title.last != UInt8(ascii: ")")
}

extension IssueFacts {
  /// Whether nothing stands below the heading, not even a deeper heading.
  func isEmpty(_ index: Int) -> Bool {
    !headings[index].hasContent
      && (index + 1 >= headings.count || headings[index + 1].level <= headings[index].level)
  }
}
