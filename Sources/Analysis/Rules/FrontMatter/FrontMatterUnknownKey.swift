import Syntax

extension Rule {
  static let frontMatterUnknownKey: Rule = Rule(
    code: "front-matter/unknown-key",
    severity: .hint,
    title: Localized("A key that no other issue has", "其他各期都没有的键"),
    manual: Localized(
      """
      No other issue of the archive has this key. When a key that issues usually have is missing and
      this one resembles it, it is most likely misspelt (`titel`, `Title`, `tag`), and the report is
      a warning; else it is a hint.

      Wrong:

      ```yaml
      titel: AI 周报
      ```

      Right:

      ```yaml
      title: AI 周报
      ```

      To mend it, take the fix. To silence it, end the line with
      `# issue-lsp-disable-line front-matter/unknown-key`.
      """,
      """
      往期都没有用过这个键。如果正好缺一个常用的键，而这个键和它很像，多半是拼写错误（`titel`、`Title`、`tag`），此时是警告；
      否则只是提示。

      错误：

      ```yaml
      titel: AI 周报
      ```

      正确：

      ```yaml
      title: AI 周报
      ```

      采用所给的修复即可。要屏蔽某一行，请在行尾加 `# issue-lsp-disable-line front-matter/unknown-key`。
      """),
    check: .frontMatter { context, reports in
      for unknown in context.unknownKeys {
        let key = unknown.field.key
        guard let meant = unknown.meant else {
          reports.report(
            .frontMatterUnknownKey, at: unknown.field.keyRange,
            context.language.say(
              "none of \(context.others.count) other issues has the key “\(key)”",
              "其他 \(context.others.count) 期都没有“\(key)”这个键"))
          continue
        }
        let quote = unknown.field.entry.key.scalar?.style == .plain ? "" : "\""
        reports.report(
          .frontMatterUnknownKey, at: unknown.field.keyRange,
          context.language.say(
            "unknown key “\(key)”, did you mean “\(meant)”?", "未知的键“\(key)”，是否想写“\(meant)”？"),
          severity: .warning,
          fixes: [
            Fix(
              title: context.language.say("Change to “\(meant)”", "改为“\(meant)”"), isSafe: true,
              edits: [TextEdit(range: unknown.field.keyRange, newText: quote + meant + quote)])
          ])
      }
    })
}

extension FrontMatterContext {
  struct UnknownKey {
    let field: Field
    /// The key that was probably meant, and that the issue lacks.
    let meant: String?
  }

  /// The keys that nothing is known of, each once.
  var unknownKeys: [UnknownKey] {
    let configured = snapshot.configuration.frontMatter
    let required = requiredKeys.map(\.key).filter { field($0) == nil }
    var absent = others.keys.filter { field($0) == nil && !required.contains($0) }
    if others.count == 0 {
      absent = FrontMatterKeys.common.filter { field($0) == nil && !required.contains($0) }
    }
    var seen: Set<String> = []
    return fields.compactMap { field in
      let key = field.key
      guard !key.isEmpty, !field.isUnreadable, seen.insert(key).inserted,
        others.count(having: key) == 0,
        configured.fields[key] == nil, configured.required?.contains(key) != true,
        !key.utf8.contains(UInt8(ascii: ":"))
      else { return nil }
      if others.count == 0, FrontMatterKeys.common.contains(key) { return nil }
      let meant =
        FrontMatterKeys.meant(by: key, among: required, isNeeded: true)
        ?? FrontMatterKeys.meant(by: key, among: absent, isNeeded: false)
      if meant == nil, others.count == 0 { return nil }
      return UnknownKey(field: field, meant: meant)
    }
  }
}
