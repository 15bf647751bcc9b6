extension Rule {
  static let configSyntax = Rule(
    code: "config/syntax",
    severity: .error,
    title: Localized(
      "The configuration or names file is not valid YAML", "配置文件或名称文件不是有效的 YAML"),
    manual: Localized(
      """
      `.issue-lsp.yaml` or `names.yaml` breaks the rules of YAML. What stands before and after the
      mistake still counts, but the part that is broken does not.

      Wrong:

      ```yaml
      archive:[pages]
      ```

      Right:

      ```yaml
      archive: [pages]
      ```

      To mend it, follow the message: it names the cause, and its place is where the mistake begins.
      """,
      """
      `.issue-lsp.yaml` 或 `names.yaml` 违反了 YAML 语法。出错处前后的内容仍然有效，出错的部分不起作用。

      错误：

      ```yaml
      archive:[pages]
      ```

      正确：

      ```yaml
      archive: [pages]
      ```

      按提示修改即可：提示说明原因，位置就是出错的起点。
      """),
    check: .runner)
}
