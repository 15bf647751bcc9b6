import Archive
import Syntax

extension Rule {
  static let multipleH1 = Rule(
    body: "multiple-h1",
    severity: .warning,
    title: Localized("More than one H1, though issues of the archive have one", "一级标题多于一个"),
    manual: Localized(
      """
      Nearly all issues of this category have a single heading of level 1, their title. A second one
      breaks the outline: what follows looks like another issue.

      Wrong:

      ```markdown
      # Title
      ## Section
      # Closing words
      ```

      Right:

      ```markdown
      # Title
      ## Section
      ## Closing words
      ```
      """,
      """
      这一类文章几乎都只有一个一级标题，也就是题目。第二个会打乱层级，后面的内容看起来像另一篇文章。

      错误：

      ```markdown
      # 题目
      ## 第一部分
      # 结语
      ```

      正确：

      ```markdown
      # 题目
      ## 第一部分
      ## 结语
      ```
      """),
    check: .issue(checkMultipleH1))
}

private func checkMultipleH1(_ snapshot: Snapshot, _ reports: inout Reports) {
  let tops = snapshot.facts.headings.filter { $0.level == 1 }
  guard tops.count > 1 else { return }
  guard let usual = snapshot.issuesWithOneH1, let first = tops.first else { return }
  let language = snapshot.language
  for heading in tops.dropFirst() {
    reports.report(
      .multipleH1, at: heading.range,
      language.say(
        "A second heading of level 1; \(usual.count) of \(usual.of) issues have one",
        "又一个一级标题；\(usual.of) 篇中有 \(usual.count) 篇只有一个"),
      related: [snapshot.place(first.range, language.say("The first one", "第一个"))])
  }
}
