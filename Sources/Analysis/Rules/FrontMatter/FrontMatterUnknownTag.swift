import Archive
import Syntax

extension Rule {
  static let frontMatterUnknownTag: Rule = Rule(
    code: "front-matter/unknown-tag",
    severity: .info,
    title: Localized("A tag that resembles a usual one", "与常用标签相近的新标签"),
    manual: Localized(
      """
      No other issue has this tag, but many have one that differs in a letter or in its case. The two
      would become different tags on the site.

      Wrong:

      ```yaml
      tags: [OpenAl]
      ```

      Right:

      ```yaml
      tags: [OpenAI]
      ```

      To mend it, take the fix. To silence it, end the line with
      `# issue-lsp-disable-line front-matter/unknown-tag`.
      """,
      """
      往期没有用过这个标签，却有许多期用过只差一个字母或大小写的标签。站点会把它们当成不同的标签。

      错误：

      ```yaml
      tags: [OpenAl]
      ```

      正确：

      ```yaml
      tags: [OpenAI]
      ```

      采用所给的修复即可。要屏蔽某一行，请在行尾加 `# issue-lsp-disable-line front-matter/unknown-tag`。
      """),
    check: .frontMatter { context, reports in
      guard let field = context.field("tags"), !field.isDamaged, let items = field.value.items
      else {
        return
      }
      let known = context.others.values(of: "tags").filter { $0.count >= 3 }
      let written = items.compactMap { $0.scalar?.text }
      guard !known.isEmpty, Set(written.map { $0.lowercased() }).count == written.count else {
        return
      }
      for item in items {
        guard let tag = item.scalar?.text, tag.unicodeScalars.count > 2,
          context.others.count("tags", valued: tag) == 0,
          let near = known.first(where: { isSlip(tag, for: $0.value) }),
          !written.contains(near.value)
        else { continue }
        reports.report(
          .frontMatterUnknownTag, at: item.range,
          context.language.say(
            "no other issue has the tag “\(tag)”, \(near.count) have “\(near.value)”",
            "往期没有“\(tag)”这个标签，有 \(near.count) 期用“\(near.value)”"),
          fixes: [
            Fix(
              title: context.language.say("Change to “\(near.value)”", "改为“\(near.value)”"),
              isSafe: false,
              edits: [
                TextEdit(range: item.range, newText: context.styled(near.value, like: item))
              ])
          ])
      }
    })
}

/// One letter, the case, blanks or hyphens apart; a letter counts in longer tags alone.
private func isSlip(_ tag: String, for known: String) -> Bool {
  let folded = { (text: String) in
    text.lowercased().filter { !$0.isWhitespace && $0 != "-" && $0 != "_" }
  }
  if folded(tag) == folded(known) { return true }
  guard tag.unicodeScalars.count >= 5, known.unicodeScalars.count >= 5 else { return false }
  let digits = { (text: String) in text.filter { $0.isNumber } }
  return digits(tag) == digits(known) && editDistance(tag.lowercased(), known.lowercased()) == 1
}
