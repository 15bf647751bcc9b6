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
}

private func isSameButForBlanks(_ a: String, _ b: String) -> Bool {
  a.lowercased().filter { !$0.isWhitespace } == b.lowercased().filter { !$0.isWhitespace }
}
