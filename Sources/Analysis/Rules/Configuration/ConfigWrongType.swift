extension Rule {
  static let configWrongType = Rule(
    code: "config/wrong-type",
    severity: .error,
    title: Localized("A setting with a value it cannot have", "设置项的值不合要求"),
    manual: Localized(
      """
      A setting has a value of the wrong type, or one that is not in its list. The setting keeps what
      it had before; all others count.

      Wrong:

      ```yaml
      related: {limit: many}
      rules: {body/label-typo: loud}
      ```

      Right:

      ```yaml
      related: {limit: 10}
      rules: {body/label-typo: error}
      ```
      """,
      """
      设置项的值类型不对，或不在允许的范围内。该设置保持原值，其他设置照常生效。

      错误：

      ```yaml
      related: {limit: many}
      rules: {body/label-typo: loud}
      ```

      正确：

      ```yaml
      related: {limit: 10}
      rules: {body/label-typo: error}
      ```
      """),
    check: .runner)
}
