import Archive
import Syntax

extension Rule {
  static let missingH1 = Rule(
    body: "missing-h1",
    severity: .warning,
    title: Localized("No H1, though the issues of the archive have one", "缺少一级标题"),
    manual: Localized(
      """
      Nearly all issues of this category begin with a heading of level 1; this one has none.

      Right:

      ```markdown
      # Title of the issue
      ```

      The fix inserts the title of the front matter.
      """,
      """
      这一类文章几乎都有一级标题，这一篇没有。

      正确：

      ```markdown
      # 本期标题
      ```

      自动修复会插入 front matter 里的标题。
      """),
    check: .issue(checkMissingH1))
}

private func checkMissingH1(_ snapshot: Snapshot, _ reports: inout Reports) {
  let facts = snapshot.facts
  guard !facts.headings.contains(where: { $0.level == 1 }), !facts.leaves.isEmpty else { return }
  let category = snapshot.archive.conventions.shape.category(snapshot.header.category)
  guard category.hasOneH1Usually else { return }
  let start = snapshot.document.body.start
  let language = snapshot.language
  var fixes: [Fix] = []
  if let title = snapshot.header.title {
    fixes.append(
      Fix(
        title: language.say("Insert `# \(title)`", "插入 `# \(title)`"), isSafe: true,
        edits: [TextEdit(range: ByteRange(start, start), newText: "# \(title)\n\n")]))
  }
  let line = snapshot.document.text.lineRange(snapshot.document.text.line(at: start))
  reports.report(
    .missingH1, at: line,
    language.say(
      "No heading of level 1; \(category.withOneH1) of \(category.issues) issues have one",
      "没有一级标题；\(category.issues) 篇中有 \(category.withOneH1) 篇有"),
    fixes: fixes)
}

extension ShapeConventions.Category {
  /// Whether enough issues are known, and nearly all of them have a single H1.
  var hasOneH1Usually: Bool { issues >= 5 && withOneH1 * 10 >= issues * 9 }
}
