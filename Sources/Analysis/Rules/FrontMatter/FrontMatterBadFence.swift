import Syntax

extension Rule {
  static let frontMatterBadFence: Rule = Rule(
    code: "front-matter/bad-fence",
    severity: .error,
    title: Localized(
      "A fence of the front matter is not exactly `---`", "front matter 的分隔行不是 `---`"),
    manual: Localized(
      """
      Front matter begins on the first line of the file with exactly `---` and ends with a line of
      exactly `---`. Anything else (`——`, `--`, `----`, `- - -`, a blank line or a space before it)
      makes site generators print the front matter as text, or lose it.

      Wrong:

      ```
      ——
      title: …
      - - -
      ```

      Right:

      ```
      ---
      title: …
      ---
      ```

      To mend it, take the fix. To silence it, set `front-matter/bad-fence: off` under `rules` in
      `.issue-lsp.yaml`.
      """,
      """
      front matter 从文件第一行的 `---` 开始，到另一行 `---` 结束，两行都只能是三个半角连字符。写成别的样子（`——`、`--`、
      `----`、`- - -`，或前面有空行、空格），站点生成器就会把它当正文显示，或者读不到。

      错误：

      ```
      ——
      title: …
      - - -
      ```

      正确：

      ```
      ---
      title: …
      ---
      ```

      采用所给的修复即可。要关闭本规则，请在 `.issue-lsp.yaml` 的 `rules` 下设置
      `front-matter/bad-fence: off`。
      """),
    check: .frontMatter { context, reports in
      var told: Set<Int> = []
      for problem in context.matter.fenceProblems {
        guard problem.kind != .unclosed, problem.kind != .byteOrderMark else { continue }
        // A fence that is wrong in two ways is one mistake.
        let line = context.snapshot.document.text.line(at: problem.range.start)
        guard told.insert(line).inserted else { continue }
        report(problem, context, &reports)
      }
    })
}

extension FrontMatterContext {
  /// Inserts the closing fence at the end of the content.
  var closingFence: TextEdit {
    let end = matter.content.end
    var fence = Array("---".utf8) + lineEnding
    let endsLine = end == 0 || bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D
    if !endsLine { fence = lineEnding + fence }
    return TextEdit(range: ByteRange(end, end), newText: fence)
  }
}

private func report(
  _ problem: FenceProblem, _ context: FrontMatterContext, _ reports: inout Reports
) {
  let language = context.language
  let mark = context.text(problem.range)
  let fence = TextEdit(range: problem.range, newText: "---")
  let removal = TextEdit(range: problem.range, newText: "")
  func report(_ message: String, severity: Severity? = nil, _ title: String, _ edits: [TextEdit]) {
    reports.report(
      .frontMatterBadFence, at: problem.range, message, severity: severity,
      fixes: [Fix(title: title, isSafe: true, edits: edits)])
  }
  let remove = language.say("Remove it", "删除")
  switch problem.kind {
  case .byteOrderMark, .unclosed: break
  case .blankBeforeOpening:
    report(
      language.say(
        "“---” must stand on the first line of the file, and blank lines stand before it",
        "“---”必须在文件第一行，现在它前面有空行"),
      remove, [removal])
  case .indented:
    report(
      language.say("“---” must begin its line, and a blank stands before it", "“---”必须顶格，现在它前面有空白"),
      remove, [removal])
  case .textBeforeOpening:
    reports.report(
      .frontMatterBadFence,
      at: ByteRange(problem.range.start, context.lineEnd(of: problem.range.start)),
      language.say(
        "“---” must stand on the first line of the file, and text stands before it",
        "“---”必须在文件第一行，现在它前面有文字"))
  case .missingOpening:
    let start = context.matter.content.start
    var edits = [
      TextEdit(range: ByteRange(start, start), newText: Array("---".utf8) + context.lineEnding)
    ]
    if context.matter.closing == nil { edits.append(context.closingFence) }
    report(
      language.say(
        "the front matter must begin with a line of “---”", "front matter 必须以一行“---”开始"),
      language.say("Insert “---”", "插入“---”"), edits)
  case .damaged:
    report(
      language.say("a fence is “---”, not “\(mark)”", "分隔行应是“---”，不是“\(mark)”"),
      language.say("Write “---”", "改为“---”"), [fence])
  case .documentEnd:
    report(
      language.say(
        "“...” ends front matter for YAML, but hardly for your site: write “---”",
        "YAML 允许用“...”结束，但多数站点生成器不认：请写“---”"),
      severity: .warning, language.say("Write “---”", "改为“---”"), [fence])
  case .trailingSpace:
    report(
      language.say("blanks after “---”", "“---”后面有空白"), severity: .hint, remove, [removal])
  case .textOnFence:
    let place = ByteRange(problem.range.start, problem.range.start)
    let fenceEnd = (problem.isOpening ? context.matter.opening : context.matter.closing)?.end
    report(
      language.say("“---” must stand alone on its line", "“---”必须独占一行"),
      language.say("Begin a new line", "另起一行"),
      [
        TextEdit(
          range: ByteRange(fenceEnd ?? place.start, place.end), newText: context.lineEnding)
      ])
  case .repeated:
    report(
      language.say("a second “---” opens the front matter", "front matter 开头多了一行“---”"), remove,
      [TextEdit(range: context.lines(of: problem.range), newText: "")])
  }
}
