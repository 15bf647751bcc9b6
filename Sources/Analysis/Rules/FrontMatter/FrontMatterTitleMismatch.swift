import Archive
import Syntax

extension Rule {
  static let frontMatterTitleMismatch: Rule = Rule(
    code: "front-matter/title-mismatch",
    severity: .warning,
    title: Localized("Title and H1 differ", "标题与一级标题不一致"),
    manual: Localized(
      """
      In most archives the first heading of an issue repeats its title. When the two differ, one of
      them was changed and the other forgotten. Where the archive's headings say something else than
      its titles, nothing is reported.

      Wrong:

      ```
      ---
      title: AI 周报：开源
      ---
      # AI 周报：融资
      ```

      To mend it, copy one to the other: both are offered. To silence it, set
      `front-matter/title-mismatch: off` under `rules` in `.issue-lsp.yaml`.
      """,
      """
      大多数归档里，一期的一级标题就是它的 title。两者不同，往往是改了一处忘了另一处。如果往期的一级标题本来就与 title 不同，则不
      报告。

      错误：

      ```
      ---
      title: AI 周报：开源
      ---
      # AI 周报：融资
      ```

      把其中一处改得与另一处一致即可，两种修复都会给出。要关闭本规则，请在 `.issue-lsp.yaml` 的 `rules` 下设置
      `front-matter/title-mismatch: off`。
      """),
    check: .frontMatter { context, reports in
      guard let field = context.field("title"), !field.isDamaged, let heading = context.heading,
        let title = field.value.scalar?.text, field.shape != .empty, !heading.text.isEmpty,
        !heading.isTitle(title), !isToldElsewhere(field, context)
      else { return }
      let (same, all) = context.peers.titles.all > 0 ? context.peers.titles : context.others.titles
      guard all == 0 || same * 4 >= all * 3 else { return }
      let isNear =
        editDistance(title.prefixForComparison, heading.text.prefixForComparison) * 3
        <= max(title.prefixForComparison.count, 3)
      var message = context.language.say(
        "the heading is not the title “\(title)”", "一级标题与 title“\(title)”不一致")
      if all > 0 {
        message += context.language.say(
          "; in \(same) of \(all) other issues it is", "；其他 \(all) 期中有 \(same) 期一致")
      }
      let line = context.snapshot.document.text.line(at: field.keyRange.start)
      reports.report(
        .frontMatterTitleMismatch, at: heading.range, message,
        severity: all >= 3 || isNear ? .warning : .info,
        fixes: [
          Fix(
            title: context.language.say("Take over the title", "采用 title"), isSafe: false,
            edits: [TextEdit(range: heading.range, newText: title)]),
          Fix(
            title: context.language.say("Take over the heading", "采用一级标题"), isSafe: false,
            edits: [
              TextEdit(
                range: field.value.range, newText: context.styled(heading.text, like: field.value))
            ]),
        ],
        related: [
          RelatedPlace(
            path: nil, range: field.value.range, line: line,
            message: context.language.say("the title", "title"))
        ])
    })
}

/// Whether another rule says why the title is not what it should be.
private func isToldElsewhere(
  _ field: FrontMatterContext.Field, _ context: FrontMatterContext
) -> Bool {
  if context.fields.filter({ $0.key == "title" }).count > 1 { return true }
  let value = field.value
  if value.anchor != nil || value.tag != nil { return true }
  if context.comment(after: value, of: field) != nil { return true }
  return value.scalar?.style == .plain
    && context.wideMarks(in: value.range, isItem: false, isFlow: false).count == 2
}

extension FrontMatterContext {
  /// `text` in the style of a scalar that it replaces.
  func styled(_ text: String, like value: YAMLNode) -> String {
    value.scalar?.style == .plain ? YAMLText.plain(text) : YAMLText.quoted(text)
  }
}

extension String {
  /// Enough of a title to tell whether it resembles another.
  fileprivate var prefixForComparison: String { String(prefix(80)) }
}
