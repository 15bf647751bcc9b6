import Archive
import Syntax

extension Rule {
  static let quoteMismatch = Rule(
    body: "quote-mismatch",
    severity: .warning,
    title: Localized("A quotation is closed by an opening mark", "引号方向写反"),
    manual: Localized(
      """
      A quotation ends with the mark that opens one, so the two marks look alike.

      Wrong: `“双向塑形“` — right: `“双向塑形”`

      The fix turns the second mark.
      """,
      """
      引文用前引号结尾，两个引号方向一样。

      错误：`“双向塑形“`；正确：`“双向塑形”`

      自动修复会把第二个改成后引号。
      """),
    check: .block(checkQuoteMismatch))
}

private func checkQuoteMismatch(_ context: BlockContext, _ reports: inout Reports) {
  guard context.block.kind.hasInlines, context.contains(wide: quoteMarks) else { return }
  let plain = context.inlines.plainText(includingCode: false)
  let marks = context.marks(quoteMarks, and: [], in: plain.bytes)
  var index = 0
  while index + 1 < marks.count {
    let (first, second) = (marks[index], marks[index + 1])
    guard first.isOpening else {
      index += 1
      continue
    }
    guard second.isOpening else {
      index += 2
      continue
    }
    // `“…“`, and nothing after it closes either of them.
    let next = index + 2 < marks.count ? marks[index + 2] : nil
    let length = second.range.start - first.range.end
    if next.map(\.isOpening) ?? true, length > 0, length <= 180 {
      let range = plain.source(second.range)
      let language = context.language
      reports.report(
        .quoteMismatch, at: range,
        language.say("`“` closes a quotation here", "这里用 `“` 结束引文"),
        fixes: [
          Fix(
            title: language.say("Write `”`", "改为 `”`"), isSafe: true,
            edits: [TextEdit(range: range, newText: "”")])
        ])
    }
    index += 2
  }
}

private let quoteMarks = WideMarks(opening: "“", closing: "”")
