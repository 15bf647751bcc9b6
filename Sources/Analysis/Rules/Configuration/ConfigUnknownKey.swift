extension Rule {
  static let configUnknownKey = Rule(
    code: "config/unknown-key",
    severity: .warning,
    title: Localized(
      "A setting or rule that does not exist", "不存在的设置项或规则"),
    manual: Localized(
      """
      The configuration has a key that means nothing, so the setting behind it has no effect. Most
      often it is a slip of the finger; the message names the key that is near.

      Wrong:

      ```yaml
      exlude: ["drafts/**"]
      rules: {body/label-tipo: off}
      ```

      Right:

      ```yaml
      exclude: ["drafts/**"]
      rules: {body/label-typo: off}
      ```

      `issue-lsp --rules` lists the codes; the README lists the keys.
      """,
      """
      配置中有一个没有意义的键，因此它对应的设置不起作用。通常是手误，提示会给出相近的键。

      错误：

      ```yaml
      exlude: ["drafts/**"]
      rules: {body/label-tipo: off}
      ```

      正确：

      ```yaml
      exclude: ["drafts/**"]
      rules: {body/label-typo: off}
      ```

      `issue-lsp --rules` 列出所有规则，README 列出所有设置项。
      """),
    check: .runner)
}
