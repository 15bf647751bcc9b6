import Archive
import Syntax

extension Rule {
  static let frontMatterUnknownCategory: Rule = Rule(
    code: "front-matter/unknown-category",
    severity: .warning,
    title: Localized("A category that no other issue has", "往期没有用过的分类"),
    manual: Localized(
      """
      No other issue has this category. Near a known one it is most likely misspelt, and the issue
      would stand alone in a category of its own. In an archive of many categories a new one is only
      information.

      Wrong:

      ```yaml
      category: AI日报
      ```

      Right:

      ```yaml
      category: AI 日报
      ```

      To mend it, take the fix. To silence it, end the line with
      `# issue-lsp-disable-line front-matter/unknown-category`.
      """,
      """
      往期都没有用过这个分类。如果与已有的分类相近，多半是写错了，这一期会独占一个分类。归档里分类很多时，新分类只作提示。

      错误：

      ```yaml
      category: AI日报
      ```

      正确：

      ```yaml
      category: AI 日报
      ```

      采用所给的修复即可。要屏蔽某一行，请在行尾加 `# issue-lsp-disable-line front-matter/unknown-category`。
      """),
    check: .frontMatter { context, reports in
      guard let field = context.field("category"), !field.isDamaged,
        let category = field.value.scalar?.text, field.shape == .text,
        taken(field.value, in: context) == nil
      else { return }
      // Blanks at its end are the business of the rule for syntax.
      guard context.others.count("category", valued: String(category[...].trimmedBlanks)) == 0
      else { return }
      let known = context.others.values(of: "category")
      let total = known.reduce(0) { $0 + $1.count }
      guard total > 0 else { return }
      let near = closestWord(to: category, among: known.map(\.value)).flatMap {
        editDistance($0.lowercased(), category.lowercased()) * 3 <= category.unicodeScalars.count
          ? $0 : nil
      }
      let shared = near ?? (known.count == 1 ? known.first?.value : nil)
      // One category for all, or nearly so: a second one is a slip rather than a new beginning.
      let isClosed = known.first.map { $0.count * 10 >= total * 9 } ?? false
      let commonest = known.prefix(3).map { "“\($0.value)” (\($0.count))" }.joined(separator: ", ")
      var message = context.language.say(
        "no other issue has the category “\(category)”; there are \(commonest)",
        "往期没有“\(category)”这个分类，有的是 \(commonest)")
      if let near {
        message += context.language.say("; did you mean “\(near)”?", "；是否想写“\(near)”？")
      }
      reports.report(
        .frontMatterUnknownCategory, at: field.value.range, message,
        severity: near != nil || isClosed && total >= 3 ? .warning : .info,
        fixes: shared.map { name in
          [
            Fix(
              title: context.language.say("Change to “\(name)”", "改为“\(name)”"),
              isSafe: isSameButForBlanks(name, category),
              edits: [
                TextEdit(range: field.value.range, newText: context.styled(name, like: field.value))
              ])
          ]
        } ?? [])
    })

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

private func isSameButForBlanks(_ a: String, _ b: String) -> Bool {
  a.lowercased().filter { !$0.isWhitespace } == b.lowercased().filter { !$0.isWhitespace }
}

/// One letter or the case apart; short tags must differ in case alone.
private func isSlip(_ tag: String, for known: String) -> Bool {
  if tag.lowercased() == known.lowercased() { return true }
  guard tag.unicodeScalars.count >= 5, known.unicodeScalars.count >= 5 else { return false }
  let digits = { (text: String) in text.filter { $0.isNumber } }
  return digits(tag) == digits(known) && editDistance(tag.lowercased(), known.lowercased()) == 1
}
