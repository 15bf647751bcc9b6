extension Rule {
  /// The rules about what an issue says.
  static let bodyRules: [Rule] = [
    alreadyCovered, bareSiteLink, duplicateHeading, duplicateLink, duplicateStory,
    emphasisNotRendered,
    emptyHeading, emptySection, headingJump, labelTypo, malformedLink, missingH1, multipleH1,
    nameTypo, nameVariant, numberSkip, placeholder, quoteMismatch, unbalancedBrackets, unfinished,
  ]

  /// A rule of the group `body`, its manual completed by how to silence it.
  init(
    body name: String, severity: Severity, title: Localized, manual: Localized, check: Check
  ) {
    self.init(
      code: "body/\(name)", severity: severity, title: title,
      manual: Localized(
        """
        \(manual.english)

        To silence it in one place:

        ```markdown
        <!-- issue-lsp-disable-next-line body/\(name) -->
        ```
        """,
        """
        \(manual.chinese)

        在某一处关闭：

        ```markdown
        <!-- issue-lsp-disable-next-line body/\(name) -->
        ```
        """),
      check: check)
  }
}
