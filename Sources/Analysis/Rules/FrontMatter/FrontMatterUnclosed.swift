import Syntax

extension Rule {
  static let frontMatterUnclosed: Rule = Rule(
    code: "front-matter/unclosed",
    severity: .error,
    title: Localized("The front matter has no closing `---`", "front matter 没有结束的 `---`"),
    manual: Localized(
      """
      The front matter begins with `---`, but no line of `---` ends it, so that the whole issue is
      read as YAML.

      Wrong:

      ```
      ---
      title: …
      # …
      ```

      Right:

      ```
      ---
      title: …
      ---
      # …
      ```

      To mend it, take the fix: it inserts `---` where the body evidently begins. To silence it, set
      `front-matter/unclosed: off` under `rules` in `.issue-lsp.yaml`.
      """,
      """
      front matter 以 `---` 开始，却没有另一行 `---` 结束，于是整期内容都会被当作 YAML。

      错误：

      ```
      ---
      title: …
      # …
      ```

      正确：

      ```
      ---
      title: …
      ---
      # …
      ```

      采用所给的修复即可：它会在正文明显开始的地方插入 `---`。要关闭本规则，请在 `.issue-lsp.yaml` 的 `rules`
      下设置 `front-matter/unclosed: off`。
      """),
    check: .frontMatter { context, reports in
      guard let problem = context.matter.fenceProblems.first(where: { $0.kind == .unclosed }),
        !context.matter.fenceProblems.contains(where: { $0.kind == .missingOpening })
      else { return }
      reports.report(
        .frontMatterUnclosed, at: problem.range,
        context.language.say(
          "the front matter that opens here is not closed by “---”",
          "从这里开始的 front matter 没有用“---”结束"),
        fixes: [
          Fix(
            title: context.language.say("Insert “---”", "插入“---”"), isSafe: true,
            edits: [context.closingFence])
        ])
    })
}
