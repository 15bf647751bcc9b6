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
  guard let usual = snapshot.issuesWithOneH1 else { return }
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
      "No heading of level 1; \(usual.count) of \(usual.of) issues have one",
      "没有一级标题；\(usual.of) 篇中有 \(usual.count) 篇有"),
    fixes: fixes)
}

extension Snapshot {
  /// How many other issues of the category have a single H1, where nearly all of them do.
  var issuesWithOneH1: (count: Int, of: Int)? {
    let category = archive.conventions.shape.category(header.category)
    var (count, total) = (category.withOneH1, category.issues)
    if let own = archive.issue(at: path), own.category == header.category {
      total -= 1
      if own.shape.h1Count == 1 { count -= 1 }
    }
    return total >= 5 && count * 10 >= total * 9 ? (count, total) : nil
  }
}
