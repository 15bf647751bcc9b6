import Archive
import Syntax

extension Rule {
  static let frontMatterEmptyValue: Rule = Rule(
    code: "front-matter/empty-value",
    severity: .warning,
    title: Localized("A key without a value", "键没有值"),
    manual: Localized(
      """
      The key is there, but its value is empty: nothing after the colon, `""`, `[]`, or a list with an
      empty item. Where the archive often leaves a key empty, this is only information.

      Wrong:

      ```yaml
      title:
      tags: []
      ```

      Right:

      ```yaml
      title: AI 周报
      tags: [AI]
      ```

      To mend it, write the value or remove the key. To silence it, end the line with
      `# issue-lsp-disable-line front-matter/empty-value`.
      """,
      """
      键在，值却是空的：冒号后什么也没有，或是 `""`、`[]`，或列表里有空项。往期经常留空的键只作提示。

      错误：

      ```yaml
      title:
      tags: []
      ```

      正确：

      ```yaml
      title: AI 周报
      tags: [AI]
      ```

      写上值，或删除这个键。要屏蔽某一行，请在行尾加 `# issue-lsp-disable-line front-matter/empty-value`。
      """),
    check: .frontMatter { context, reports in
      for field in context.fields where !field.isDamaged {
        if field.shape == .empty {
          reportEmpty(field, context, &reports)
        } else if let items = field.value.items {
          reportItems(items, field, context, &reports)
        }
      }
    })
}

private func reportEmpty(
  _ field: FrontMatterContext.Field, _ context: FrontMatterContext, _ reports: inout Reports
) {
  // The rule for syntax speaks of a comment that ate the value.
  if let comment = context.comment(after: field.value, of: field),
    context.bytes[comment.start...].dropFirst().first.map({ $0 != 0x20 }) ?? false
  {
    return
  }
  let (count, having) = (
    context.others.count(field.key, shaped: .empty), context.others.count(having: field.key)
  )
  let isCommon = having > 0 && count * 20 >= having
  let isOwnKey = !FrontMatterKeys.isUniversal(field.key) && having < 20
  var message = context.language.say("“\(field.key)” has no value", "“\(field.key)”没有值")
  if having > 0 {
    message += context.language.say(
      " (\(having - count) of \(having) other issues have one)",
      "（其他 \(having) 期中有 \(having - count) 期有值）")
  }
  var fixes: [Fix] = []
  if let value = context.usualValue(of: field.key) {
    let isGap = field.value.range.isEmpty
    let at = isGap ? context.afterColon(field) : field.value.range.start
    let range = ByteRange(at, isGap ? at : field.value.range.end)
    fixes.append(
      Fix(
        title: context.language.say("Write \(value.text)", "写上 \(value.text)"),
        isSafe: value.isSure,
        edits: [TextEdit(range: range, newText: (isGap ? " " : "") + value.text)]))
  }
  let place = field.value.range.isEmpty ? field.keyRange : field.value.range
  reports.report(
    .frontMatterEmptyValue, at: context.firstLine(of: place), message,
    severity: isCommon || isOwnKey ? .info : nil, fixes: fixes)
}

private func reportItems(
  _ items: [YAMLNode], _ field: FrontMatterContext.Field, _ context: FrontMatterContext,
  _ reports: inout Reports
) {
  if let item = items.first(where: { FieldShape(of: $0) == .empty && $0.items == nil }) {
    let place = item.range.isEmpty ? context.firstLine(of: field.value.range) : item.range
    return reports.report(
      .frontMatterEmptyValue, at: place,
      context.language.say("an item of “\(field.key)” is empty", "“\(field.key)”中有一项是空的"),
      severity: FrontMatterKeys.lists.contains(field.key) ? nil : .info)
  }
  guard field.value.isFlow, let last = items.last else { return }
  let rest = context.bytes[last.range.end..<max(last.range.end, field.value.range.end - 1)]
  guard let comma = rest.firstIndex(of: UInt8(ascii: ",")), !rest.contains(0x0A) else { return }
  let place = ByteRange(comma, field.value.range.end - 1)
  reports.report(
    .frontMatterEmptyValue, at: place,
    context.language.say("a comma after the last item", "最后一项后面多了逗号"), severity: .info,
    fixes: [
      Fix(
        title: context.language.say("Remove it", "删除"), isSafe: true,
        edits: [TextEdit(range: place, newText: "")])
    ])
}
