import Archive
import Syntax

extension Rule {
  static let headingJump = Rule(
    body: "heading-jump",
    severity: .info,
    title: Localized("A heading skips a level", "标题跳级"),
    manual: Localized(
      """
      A heading is two or more levels below the one before it, so a level is missing in the outline.

      Wrong:

      ```markdown
      # Title
      ### Story
      ```

      Right:

      ```markdown
      # Title
      ## Section
      ### Story
      ```
      """,
      """
      标题比上一级标题低了两级以上，中间缺了一级。

      错误：

      ```markdown
      # 题目
      ### 内容
      ```

      正确：

      ```markdown
      # 题目
      ## 小节
      ### 内容
      ```
      """),
    check: .issue(checkHeadingJump))
}

private func checkHeadingJump(_ snapshot: Snapshot, _ reports: inout Reports) {
  let category = snapshot.archive.conventions.shape.category(snapshot.header.category)
  guard category.issues < 5 || category.withJump * 5 < category.issues else { return }
  var level = 0
  for heading in snapshot.facts.headings {
    if level > 0, heading.level > level + 1 {
      reports.report(
        .headingJump, at: heading.range,
        snapshot.language.say(
          "A heading of level \(heading.level) follows one of level \(level)",
          "\(level) 级标题之后直接是 \(heading.level) 级标题"))
    }
    level = heading.level
  }
}
