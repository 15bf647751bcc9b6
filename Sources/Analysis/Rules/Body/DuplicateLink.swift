import Archive
import Syntax

extension Rule {
  static let duplicateLink = Rule(
    body: "duplicate-link",
    severity: .warning,
    title: Localized("One source under two different stories", "两条不同的内容用了同一个来源链接"),
    manual: Localized(
      """
      Two stories of the issue that tell different things link to the same page. One of the links was
      most likely left over from copying, and leads readers to the wrong source.

      Wrong:

      ```markdown
      ### [Maker A opens a store](https://news.example/1001)
      ### [Maker B raises money](https://news.example/1001)
      ```

      Right: each story links to its own source. A digest or front page that many stories share is not
      reported.
      """,
      """
      同一期里讲不同事情的两条内容链接到了同一个页面。多半是复制时忘了改，读者会被带到错误的来源。

      错误：

      ```markdown
      ### [甲公司开设门店](https://news.example/1001)
      ### [乙公司完成融资](https://news.example/1001)
      ```

      正确：每条内容链接到自己的来源。许多条内容共用的日报页、首页不会报告。
      """),
    check: .issue(checkDuplicateLink))
}

private func checkDuplicateLink(_ snapshot: Snapshot, _ reports: inout Reports) {
  guard snapshot.isNews else { return }
  for (first, second) in snapshot.pairsWithOneSource() where !first.tellsTheSame(as: second) {
    let line = snapshot.lineNumber(of: first.titleRange)
    let language = snapshot.language
    reports.report(
      .duplicateLink, at: second.linkRange,
      language.say(
        "The source is that of another story, `\(first.title)` (line \(line))",
        "来源与另一条内容相同：第 \(line) 行 `\(first.title)`"),
      // One page may tell two things about the same maker, or what two bullets tell in a row.
      severity: first.terms.sharesName(with: second.terms) || second.follows(first) ? .info : nil,
      related: [
        snapshot.place(first.linkRange, language.say("The other story", "另一条内容"))
      ])
  }
}

extension CheckedStory {
  /// Whether both are bullets, this one right behind the other.
  fileprivate func follows(_ other: CheckedStory) -> Bool {
    story.heading == nil && other.story.heading == nil
      && story.leaves.lowerBound == other.story.leaves.upperBound
  }
}
