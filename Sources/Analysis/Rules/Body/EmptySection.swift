import Archive
import Syntax

extension Rule {
  static let emptySection = Rule(
    body: "empty-section",
    severity: .warning,
    title: Localized("A section with nothing in it", "小节里没有内容"),
    manual: Localized(
      """
      A section has a heading and nothing below it.

      Write what belongs there, or remove the heading.
      """,
      """
      小节只有标题，下面没有任何内容。

      补上内容，或删去标题。
      """),
    check: .issue(checkEmptySection))
}

private func checkEmptySection(_ snapshot: Snapshot, _ reports: inout Reports) {
  let facts = snapshot.facts
  for (index, heading) in facts.headings.enumerated()
  where heading.level <= 2 && heading.role != .title && !heading.title.isEmpty
    && facts.isEmpty(index)
  {
    reports.report(
      .emptySection, at: heading.range,
      snapshot.language.say(
        "The section `\(heading.title)` is empty", "小节 `\(heading.title)` 没有内容"),
      severity: index + 1 == facts.headings.count ? .info : nil)
  }
}
