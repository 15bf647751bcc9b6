import Archive
import Syntax

extension Rule {
  static let frontMatterDuplicateItem: Rule = Rule(
    code: "front-matter/duplicate-item",
    severity: .warning,
    title: Localized("An item stands twice in a list", "列表中有重复的项"),
    manual: Localized(
      """
      A list of tags or key words has the same item twice, perhaps in another case.

      Wrong:

      ```yaml
      tags: [AI, OpenAI, AI]
      ```

      Right:

      ```yaml
      tags: [AI, OpenAI]
      ```

      To mend it, take the fix. To silence it, end the line with
      `# issue-lsp-disable-line front-matter/duplicate-item`.
      """,
      """
      标签或关键词列表里同一项出现了两次，也许只是大小写不同。

      错误：

      ```yaml
      tags: [AI, OpenAI, AI]
      ```

      正确：

      ```yaml
      tags: [AI, OpenAI]
      ```

      采用所给的修复即可。要屏蔽某一行，请在行尾加 `# issue-lsp-disable-line front-matter/duplicate-item`。
      """),
    check: .frontMatter { context, reports in
      for field in context.fields where !field.isDamaged {
        guard let items = field.value.items else { continue }
        var seen: [String: String] = [:]
        for (index, item) in items.enumerated() {
          guard let text = item.scalar?.text, item.alias == nil, !text.isEmpty else { continue }
          let folded = text.lowercased().filter { !$0.isWhitespace }
          guard let first = seen[folded] else {
            seen[folded] = text
            continue
          }
          // Items that other issues, too, have side by side differ on purpose.
          if first != text, context.others.count(field.key, valued: text) > 0,
            context.others.count(field.key, valued: first) > 0
          {
            continue
          }
          report(item, before: first, items, index, field, context, &reports)
          break
        }
      }
    })
}

private func report(
  _ item: YAMLNode, before first: String, _ items: [YAMLNode], _ index: Int,
  _ field: FrontMatterContext.Field, _ context: FrontMatterContext, _ reports: inout Reports
) {
  // In brackets the item goes with the comma before it, else with its line.
  let removal =
    field.value.isFlow
    ? ByteRange(items[max(index - 1, 0)].range.end, item.range.end) : context.lines(of: item.range)
  let text = item.scalar?.text ?? ""
  reports.report(
    .frontMatterDuplicateItem, at: item.range,
    text == first
      ? context.language.say("“\(text)” stands twice", "“\(text)”重复了")
      : context.language.say(
        "“\(text)” is “\(first)” in another spelling", "“\(text)”与“\(first)”只是写法不同"),
    severity: FrontMatterKeys.lists.contains(field.key) ? nil : .info,
    fixes: [
      Fix(
        title: context.language.say("Remove it", "删除"), isSafe: text == first,
        edits: [TextEdit(range: removal, newText: "")])
    ])
}
