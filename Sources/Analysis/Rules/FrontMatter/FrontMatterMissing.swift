import Archive
import Syntax

extension Rule {
  static let frontMatterMissing: Rule = Rule(
    code: "front-matter/missing",
    severity: .error,
    title: Localized("The issue has no front matter", "这一期没有 front matter"),
    manual: Localized(
      """
      An issue begins with front matter: a line of `---`, lines such as `title: …` and `date: …`, and
      a line of `---`. Without it the site has neither title nor date for the issue.

      To mend it, take the fix: it inserts the keys that the archive's issues have, with their usual
      values. To silence it, set `front-matter/missing: off` under `rules` in `.issue-lsp.yaml`.
      """,
      """
      每一期都以 front matter 开头：一行 `---`，若干行 `title: …`、`date: …`，再一行 `---`。没有它，站点就不知道这一期的
      标题和日期。

      采用所给的修复即可：它会插入往期都有的键和常用的值。要关闭本规则，请在 `.issue-lsp.yaml` 的 `rules` 下设置
      `front-matter/missing: off`。
      """),
    check: .frontMatter { context, reports in
      guard !context.matter.isPresent, !isOtherText(context) else { return }
      let (count, bare) = (context.others.count, context.others.bareCount)
      // An archive that does without front matter does not want it.
      guard bare * 2 <= count + bare else { return }
      let start = context.matter.bodyStart
      let place = ByteRange(start, max(start, context.lineEnd(of: start)))
      let message =
        count == 0
        ? context.language.say(
          "the issue has no front matter (“---”, “title: …”, “---”)",
          "这一期没有 front matter（“---”、“title: …”、“---”）")
        : context.language.say(
          "the issue has no front matter; \(count) of \(count + bare) other issues have",
          "这一期没有 front matter，其他 \(count + bare) 期中有 \(count) 期有")
      reports.report(
        .frontMatterMissing, at: place, message,
        fixes: [
          Fix(
            title: context.language.say("Insert front matter", "插入 front matter"), isSafe: false,
            edits: [TextEdit(range: ByteRange(start, start), newText: context.skeleton())])
        ])
    })
}

/// What stands beside issues and is none: a read-me, or front matter in another language.
private func isOtherText(_ context: FrontMatterContext) -> Bool {
  let bytes = context.bytes
  if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return true }
  let start = context.matter.bodyStart
  if bytes[start...].starts(with: "+++".utf8) || bytes[start...].starts(with: "{".utf8) {
    return true
  }
  let name = context.snapshot.path.split(separator: "/").last.map { $0.lowercased() } ?? ""
  let stem = name.split(separator: ".").first.map(String.init) ?? ""
  return ["readme", "changelog", "contributing", "license", "index", "_index", "summary"].contains(
    stem)
}
