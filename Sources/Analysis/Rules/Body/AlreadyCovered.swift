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
  let stories = snapshot.checkedStories
  for (story, retelling) in zip(stories, snapshot.retellings) {
    guard let retelling else { continue }
    let told = retelling.issue.stories[retelling.index]
    if !retelling.sharesSource {
      // What stands in many issues is no story: a listening link, an imprint.
      if story.title == told.title, snapshot.archive.storyCount(withTitle: story.terms) > 2 {
        continue
      }
      if namesOthers(story, retelling, snapshot) { continue }
    }
    let language = snapshot.language
    // The day that the file is named after: where front matter says the day after, that would read as
    // the issue at hand.
    let day = retelling.issue.fileDate ?? retelling.issue.date
    let date = day?.description ?? retelling.issue.title
    reports.report(
      .alreadyCovered, at: story.titleRange,
      retelling.sharesSource
        ? language.say(
          "The issue of \(date) has this source: `\(told.title)`",
          "\(date) 已用过这个来源：`\(told.title)`")
        : language.say(
          "The issue of \(date) told this: `\(told.title)`",
          "\(date) 已讲过：`\(told.title)`"),
      related: [
        RelatedPlace(
          path: retelling.issue.path, range: told.titleRange, line: told.line,
          message: language.say("Told on \(date)", "\(date) 的内容"))
      ])
  }
}

/// Whether both headings name someone or something, and none of it is the same: much the same is
/// said of two makers.
private func namesOthers(
  _ story: CheckedStory, _ retelling: TitleTable.Retelling, _ snapshot: Snapshot
) -> Bool {
  let names = snapshot.archive.names
  let own = Set(
    names.mentions(in: snapshot.document.bytes, range: story.titleRange).map(\.id))
  guard !own.isEmpty else { return false }
  let told = retelling.issue.stories.titleRange(retelling.index)
  let others = names.mentions(inIssueAt: retelling.issue.path).filter {
    told.contains($0.range.start)
  }
  return !others.isEmpty && !others.contains { own.contains($0.id) }
}
