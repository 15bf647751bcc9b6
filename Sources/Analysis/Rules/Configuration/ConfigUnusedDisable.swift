extension Rule {
  static let configUnusedDisable = Rule(
    code: "config/unused-disable",
    severity: .hint,
    title: Localized("A silencing comment that silences nothing", "没有起作用的屏蔽注释"),
    manual: Localized(
      """
      A comment such as `<!-- issue-lsp-disable-line body/label-typo -->` stands where the rule has
      nothing to report, or names a rule that does not exist. Left behind, it would hide the next
      real mistake.

      Wrong:

      ```markdown
      A line without any fault. <!-- issue-lsp-disable-line body/label-typo -->
      ```

      Right:

      ```markdown
      A line without any fault.
      ```

      To mend it, remove the comment. To silence this rule, set `config/unused-disable: off` under
      `rules` in `.issue-lsp.yaml`.
      """,
      """
      `<!-- issue-lsp-disable-line body/label-typo -->` 之类的注释所在之处，该规则并没有要报告的问题，
      或者它写的规则不存在。留着它会掩盖下一个真正的错误。

      错误：

      ```markdown
      没有问题的一行。 <!-- issue-lsp-disable-line body/label-typo -->
      ```

      正确：

      ```markdown
      没有问题的一行。
      ```

      删除该注释即可。要关闭本规则，请在 `.issue-lsp.yaml` 的 `rules` 下设置
      `config/unused-disable: off`。
      """),
    check: .runner)
}
