import Syntax

extension Rule {
  static let frontMatterSummaryFormat: Rule = Rule(
    code: "front-matter/summary-format",
    severity: .warning,
    title: Localized("The line breaks of a value get lost", "值中的换行会丢失"),
    manual: Localized(
      """
      In double quotes, YAML makes one blank of a line break: the points of a summary run together.
      Write the breaks as `\\n`, or use a block with `|`. In single quotes, and without any, `\\n` is
      no line break but a backslash and an n.

      Wrong:

      ```yaml
      summary: "- OpenAI …
      - Google …"
      ```

      Right:

      ```yaml
      summary: "- OpenAI …\\n- Google …"
      ```

      To mend it, take the fix. To silence it, end the line with
      `# issue-lsp-disable-line front-matter/summary-format`.
      """,
      """
      在双引号里，YAML 会把一个换行变成一个空格，摘要的各条就连成一行了。请把换行写成 `\\n`，或用 `|` 开头的文本块。在单引号里，或
      不加引号时，`\\n` 不是换行，而是反斜杠加 n。

      错误：

      ```yaml
      summary: "- OpenAI …
      - Google …"
      ```

      正确：

      ```yaml
      summary: "- OpenAI …\\n- Google …"
      ```

      采用所给的修复即可。要屏蔽某一行，请在行尾加 `# issue-lsp-disable-line front-matter/summary-format`。
      """),
    check: .frontMatter { context, reports in
      for field in context.fields {
        guard let scalar = field.value.scalar, field.value.alias == nil else { continue }
        switch scalar.style {
        case .singleQuoted, .doubleQuoted: reportBreaks(field, context, &reports)
        case .plain, .literal, .folded: break
        }
        if !field.isDamaged { reportEscapes(field, scalar, context, &reports) }
      }
    })
}

/// A quoted text over several lines that is not indented, or whose lines are points of a list.
private func reportBreaks(
  _ field: FrontMatterContext.Field, _ context: FrontMatterContext, _ reports: inout Reports
) {
  let range = field.value.range
  let problems = context.matter.yaml.problems.filter { range.contains($0.range.start) }
  guard problems.allSatisfy({ $0.cause == .quotedIndentation }) else { return }
  let inside = ByteRange(range.start + 1, max(range.start + 1, range.end - 1))
  let lines = context.text(inside).split(
    omittingEmptySubsequences: false, whereSeparator: \.isNewline)
  guard lines.count > 1 else { return }
  let hasPoints = lines.dropFirst().contains { line in
    let text = line.drop { $0 == " " }
    return text.hasPrefix("- ") || text.hasPrefix("* ") || text.hasPrefix("• ")
  }
  guard hasPoints || !problems.isEmpty else { return }
  var text = ""
  for (index, line) in lines.enumerated() {
    text += (index > 0 ? "\\n" : "") + line.trimmedBlanks
  }
  let isDouble = field.value.scalar?.style == .doubleQuoted
  let body =
    isDouble
    ? text
    : text.pieces(between: "\"").joined(separator: "\\\"").pieces(between: "''")
      .joined(separator: "'")
  reports.report(
    .frontMatterSummaryFormat, at: context.firstLine(of: range),
    context.language.say(
      "the line breaks of this text become blanks: write them as “\\n”",
      "这段文本中的换行会变成空格：请写成“\\n”"),
    fixes: [
      Fix(
        title: context.language.say("Write the breaks as “\\n”", "把换行写成“\\n”"), isSafe: true,
        edits: [TextEdit(range: range, newText: "\"" + body + "\"")])
    ])
}

/// `\n` where it is no line break.
private func reportEscapes(
  _ field: FrontMatterContext.Field, _ scalar: YAMLScalar, _ context: FrontMatterContext,
  _ reports: inout Reports
) {
  guard scalar.style == .plain || scalar.style == .singleQuoted else { return }
  let points = scalar.text.pieces(between: "\\n- ").count - 1
  guard points > 0 else { return }
  let range = field.value.range
  // The rule for syntax speaks of quotes that are missing or wrong.
  guard context.wideMarks(in: range, isItem: false, isFlow: false).isEmpty,
    !context.matter.yaml.problems.contains(where: { $0.subject.overlaps(range) })
  else { return }
  let text = scalar.text.pieces(between: "\\n").joined(separator: "\n")
  reports.report(
    .frontMatterSummaryFormat, at: context.firstLine(of: range),
    context.language.say(
      "“\\n” is a line break in double quotes only", "只有在双引号里“\\n”才是换行"),
    fixes: [
      Fix(
        title: context.language.say("Use double quotes", "改用双引号"), isSafe: true,
        edits: [TextEdit(range: range, newText: YAMLText.quoted(text))])
    ])
}
