import Archive
import Syntax

extension Rule {
  static let duplicateStory = Rule(
    body: "duplicate-story",
    severity: .warning,
    title: Localized("The same story twice in one issue", "同一期里同一条内容出现了两次"),
    manual: Localized(
      """
      Another story higher up in this issue tells the same: the heading is nearly the same, or the source
      is and much of the wording. Most often a main story stands again among the short news.

      Remove one of the two, or merge what they tell.
      """,
      """
      本期前面已经有一条讲同一件事的内容：标题几乎相同，或者来源相同且用词相近。常见的是正文里的内容又出现在“更多动态”里。

      删去其中一条，或把两条合并。
      """),
    check: .issue(checkDuplicateStory))
}

extension CheckedStory {
  /// Of a story with the same source, whether it is the same story.
  func tellsTheSame(as other: CheckedStory) -> Bool {
    isAddress || terms.similarity(to: other.terms, haveOneSource: true) >= 0.25
  }
}

private func checkDuplicateStory(_ snapshot: Snapshot, _ reports: inout Reports) {
  guard snapshot.isNews else { return }
  let stories = snapshot.checkedStories
  let twins = snapshot.titleTable.twins()
  for (first, second) in twins { report(stories[first], stories[second], snapshot, &reports) }
  let told = Set(twins.map { stories[$0.second].titleRange.start })
  for (first, second) in snapshot.pairsWithOneSource()
  where first.tellsTheSame(as: second) && !told.contains(second.titleRange.start) {
    report(first, second, snapshot, &reports)
  }
}

private func report(
  _ first: CheckedStory, _ second: CheckedStory, _ snapshot: Snapshot, _ reports: inout Reports
) {
  let line = snapshot.lineNumber(of: first.titleRange)
  let language = snapshot.language
  reports.report(
    .duplicateStory, at: second.titleRange,
    language.say(
      "The same story stands on line \(line): `\(first.title)`",
      "第 \(line) 行已有同一条内容：`\(first.title)`"),
    related: [
      snapshot.place(first.titleRange, language.say("The first telling", "第一次出现"))
    ])
}
