import Archive
import Syntax

extension Rule {
  static let alreadyCovered = Rule(
    body: "already-covered",
    severity: .info,
    title: Localized("The story was told in an earlier issue", "前几期已经讲过这条内容"),
    manual: Localized(
      """
      An issue of the last days told the same story: with the same source, or with the same names and
      much the same words. That can be meant, as a follow-up; then the earlier story is worth a link.

      The earlier story is named in the message and linked where the editor can show it.
      """,
      """
      最近几天的某一期已经讲过这件事：来源相同，或者名称和用词大多相同。如果是后续报道，可以引用之前那条。

      提示里给出之前那条的日期和标题，编辑器可以直接跳转。
      """),
    check: .issue(checkAlreadyCovered))
}

private func checkAlreadyCovered(_ snapshot: Snapshot, _ reports: inout Reports) {
  guard snapshot.isNews else { return }
  let earlier = snapshot.earlierStories
  guard !earlier.isEmpty else { return }
  for story in snapshot.checkedStories {
    guard let (found, sharesSource) = earlier.story(like: story.terms, source: story.link?.source)
    else { continue }
    let language = snapshot.language
    let date = found.issue.date?.description ?? found.issue.title
    reports.report(
      .alreadyCovered, at: story.titleRange,
      sharesSource
        ? language.say(
          "The issue of \(date) has this source: `\(found.record.title)`",
          "\(date) 已用过这个来源：`\(found.record.title)`")
        : language.say(
          "The issue of \(date) told this: `\(found.record.title)`",
          "\(date) 已讲过：`\(found.record.title)`"),
      related: [
        RelatedPlace(
          path: found.issue.path, range: found.record.titleRange, line: found.record.line,
          message: language.say("Told on \(date)", "\(date) 的内容"))
      ])
  }
}
