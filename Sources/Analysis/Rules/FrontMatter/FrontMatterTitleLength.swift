import Syntax

extension Rule {
  static let frontMatterTitleLength: Rule = Rule(
    code: "front-matter/title-length",
    severity: .warning,
    title: Localized("A value longer than is allowed", "值超过允许的长度"),
    manual: Localized(
      """
      The configuration limits the length of a field, and the value is longer. Characters count as a
      reader counts them.

      ```yaml
      frontMatter:
        fields: {title: {maxLength: 60}}
      ```

      To mend it, shorten the value. To silence it, end the line with
      `# issue-lsp-disable-line front-matter/title-length`.
      """,
      """
      配置限制了字段的长度，而这个值更长。按字数计算。

      ```yaml
      frontMatter:
        fields: {title: {maxLength: 60}}
      ```

      缩短它即可。要屏蔽某一行，请在行尾加 `# issue-lsp-disable-line front-matter/title-length`。
      """),
    check: .frontMatter { context, reports in
      for field in context.fields where !field.isDamaged {
        guard let limit = context.snapshot.configuration.frontMatter.fields[field.key]?.maxLength,
          let count = field.value.scalar?.text.unicodeScalars.count, count > limit
        else { continue }
        reports.report(
          .frontMatterTitleLength, at: field.value.range,
          context.language.say(
            "“\(field.key)” has \(count) characters, at most \(limit) are allowed",
            "“\(field.key)”有 \(count) 个字，最多 \(limit) 个"))
      }
    })
}
