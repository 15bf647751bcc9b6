import Archive
import Syntax

extension Rule {
  static let unbalancedBrackets = Rule(
    body: "unbalanced-brackets",
    severity: .warning,
    title: Localized("A bracket is closed by another kind of bracket", "括号不配对"),
    manual: Localized(
      """
      A full-width bracket is closed by a half-width one, or the other way round.

      Wrong: `命名来自产品经理（来源: 官方博客)` — right: `命名来自产品经理（来源: 官方博客）`

      The fix writes the closing bracket like the opening one.
      """,
      """
      全角括号用半角括号结尾，或者相反。

      错误：`命名来自产品经理（来源: 官方博客)`；正确：`命名来自产品经理（来源: 官方博客）`

      自动修复会把后括号改成与前括号一致。
      """),
    check: .block(when: [.wideParenthesis, .parenthesis], checkUnbalancedBrackets))
}

private func checkUnbalancedBrackets(_ context: BlockContext, _ reports: inout Reports) {
  let inlines = context.inlines
  // The parentheses of links are no text.
  guard inlines.hasText(with: UInt8(ascii: "(")) || inlines.hasText(with: UInt8(ascii: ")")) else {
    return
  }
  let plain = inlines.plainText(includingCode: false)
  var open: [(isWide: Bool, range: ByteRange)] = []
  for mark in context.marks(bracketMarks, and: [0x28, 0x29], in: plain.bytes) {
    let isWide = mark.range.length == 3
    if mark.isOpening {
      open.append((isWide, mark.range))
      continue
    }
    guard let last = open.popLast(), last.isWide != isWide else { continue }
    // Another one of the right kind may be waiting: then this one closes nothing.
    if open.contains(where: { $0.isWide == isWide }) { continue }
    let language = context.language
    let right = last.isWide ? "）" : ")"
    let range = plain.source(mark.range)
    reports.report(
      .unbalancedBrackets, at: range,
      last.isWide
        ? language.say("A full-width `（` is closed by `)`", "全角 `（` 用半角 `)` 结尾")
        : language.say("A half-width `(` is closed by `）`", "半角 `(` 用全角 `）` 结尾"),
      fixes: [
        Fix(
          title: language.say("Write `\(right)`", "改为 `\(right)`"), isSafe: true,
          edits: [TextEdit(range: range, newText: right)])
      ])
  }
}

private let bracketMarks = WideMarks(opening: "（", closing: "）")

/// A pair of marks of three bytes each.
struct WideMarks: Sendable {
  let opening: [UInt8]
  let closing: [UInt8]

  init(opening: String, closing: String) {
    self.opening = Array(opening.utf8)
    self.closing = Array(closing.utf8)
  }
}

extension BlockContext {
  /// The wide marks and the narrow ones (opening, closing), in text order.
  func marks(
    _ wide: WideMarks, and narrow: [UInt8], in bytes: [UInt8]
  ) -> [(isOpening: Bool, range: ByteRange)] {
    var found: [(isOpening: Bool, range: ByteRange)] = []
    var i = 0
    while i < bytes.count {
      if bytes[i] == narrow.first || bytes[i] == narrow.last {
        found.append((bytes[i] == narrow.first, ByteRange(i, i + 1)))
        i += 1
      } else if bytes[i] == wide.opening[0], i + 2 < bytes.count,
        bytes[i + 1] == wide.opening[1],
        bytes[i + 2] == wide.opening[2] || bytes[i + 2] == wide.closing[2]
      {
        found.append((bytes[i + 2] == wide.opening[2], ByteRange(i, i + 3)))
        i += 3
      } else {
        i += 1
      }
    }
    return found
  }
}
