import Syntax

extension Rule {
  static let frontMatterDuplicateKey: Rule = Rule(
    code: "front-matter/duplicate-key",
    severity: .error,
    title: Localized("A key stands twice", "键重复"),
    manual: Localized(
      """
      A mapping has each key once. Some parsers refuse a second one, others silently take the last
      value.

      Wrong:

      ```yaml
      date: 2026-01-31
      category: AI
      date: 2026-02-01
      ```

      Right:

      ```yaml
      date: 2026-02-01
      category: AI
      ```

      To mend it, remove the one that is wrong. To silence it, end the line with
      `# issue-lsp-disable-line front-matter/duplicate-key`.
      """,
      """
      映射中每个键只能出现一次。有的解析器遇到重复的键会报错，有的会悄悄采用最后一个值。

      错误：

      ```yaml
      date: 2026-01-31
      category: AI
      date: 2026-02-01
      ```

      正确：

      ```yaml
      date: 2026-02-01
      category: AI
      ```

      删除不对的那一个即可。要屏蔽某一行，请在行尾加 `# issue-lsp-disable-line front-matter/duplicate-key`。
      """),
    check: .frontMatter { context, reports in
      var first: [String: FrontMatterContext.Field] = [:]
      for field in context.fields {
        guard let earlier = first[field.key] else {
          first[field.key] = field
          continue
        }
        let line = context.snapshot.document.text.line(at: earlier.keyRange.start)
        let isSame = context.text(earlier.value.range) == context.text(field.value.range)
        let whole = context.lines(of: ByteRange(field.keyRange.start, field.value.range.end))
        reports.report(
          .frontMatterDuplicateKey, at: field.keyRange,
          context.language.say(
            "“\(field.key)” already stands on line \(line + 1)",
            "“\(field.key)”在第 \(line + 1) 行已经有了"),
          fixes: [
            Fix(
              title: context.language.say("Remove this one", "删除这一个"), isSafe: isSame,
              edits: [TextEdit(range: whole, newText: "")])
          ],
          related: [
            RelatedPlace(
              path: nil, range: earlier.keyRange, line: line,
              message: context.language.say("the first “\(field.key)”", "第一个“\(field.key)”"))
          ])
      }
    })
}
