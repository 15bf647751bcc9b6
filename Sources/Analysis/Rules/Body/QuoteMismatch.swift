import Archive
import Syntax

extension Rule {
  static let quoteMismatch = Rule(
    body: "quote-mismatch",
    severity: .warning,
    title: Localized("A quotation is closed by an opening mark", "引号方向写反"),
    manual: Localized(
      """
      A quotation ends with the mark that opens one, so the two marks look alike; or it begins with a
      half-width mark and ends with a full-width one.

      Wrong: `“双向塑形“`, `"双向塑形”` — right: `“双向塑形”`

      The fix writes the mark that belongs there.
      """,
      """
      引文用前引号结尾，两个引号方向一样；或者用半角引号开头，却用全角引号结尾。

      错误：`“双向塑形“`、`"双向塑形”`；正确：`“双向塑形”`

      自动修复会改成应有的引号。
      """),
    check: .block(when: .curlyQuote, checkQuoteMismatch))
}

private func checkQuoteMismatch(_ context: BlockContext, _ reports: inout Reports) {
  guard context.mayMismatchQuotes else { return }
  let plain = context.inlines.plainText(includingCode: false)
  let marks = context.marks(quoteMarks, and: [UInt8(ascii: "\"")], in: plain.bytes)
  let language = context.language
  for range in turnedMarks(marks.filter { $0.range.length == 3 }) {
    report(
      "”", at: plain.source(range), .warning,
      language.say("`“` closes a quotation here", "这里用 `“` 结束引文"), language, &reports)
  }
  for range in straightMarks(marks) {
    report(
      "“", at: plain.source(range), .info,
      language.say(
        "A half-width `\"` opens a quotation that `”` closes", "引文用半角 `\"` 开头，用全角 `”` 结尾"),
      language, &reports)
  }
}

private func report(
  _ mark: String, at range: ByteRange, _ severity: Severity, _ message: String,
  _ language: Language, _ reports: inout Reports
) {
  reports.report(
    .quoteMismatch, at: range, message, severity: severity,
    fixes: [
      Fix(
        title: language.say("Write `\(mark)`", "改为 `\(mark)`"), isSafe: true,
        edits: [TextEdit(range: range, newText: mark)])
    ])
}

/// Further apart two marks are no pair.
private let longestQuotation = 180

/// The second marks of `“…“`, where nothing after it closes either of them.
private func turnedMarks(_ marks: [(isOpening: Bool, range: ByteRange)]) -> [ByteRange] {
  var found: [ByteRange] = []
  var index = 0
  while index + 1 < marks.count {
    let (first, second) = (marks[index], marks[index + 1])
    guard first.isOpening else {
      index += 1
      continue
    }
    let next = index + 2 < marks.count ? marks[index + 2] : nil
    let length = second.range.start - first.range.end
    if second.isOpening, next.map(\.isOpening) ?? true, length > 0, length <= longestQuotation {
      found.append(second.range)
    }
    index += 2
  }
  return found
}

/// The first marks of `"…”`, where no `“` is waiting for the second.
private func straightMarks(_ marks: [(isOpening: Bool, range: ByteRange)]) -> [ByteRange] {
  var found: [ByteRange] = []
  var straight: ByteRange?
  var open = 0
  for mark in marks {
    if mark.range.length == 1 {
      straight = straight == nil ? mark.range : nil
      continue
    }
    if mark.isOpening {
      open += 1
    } else if open > 0 {
      open -= 1
    } else if let straight, mark.range.start - straight.end <= longestQuotation {
      found.append(straight)
    }
    straight = nil
  }
  return found
}

private let quoteMarks = WideMarks(opening: "“", closing: "”")

extension BlockContext {
  /// Whether the quotation marks are anything but pairs, code and markup included.
  fileprivate var mayMismatchQuotes: Bool {
    let bytes = document.text.bytes
    let range = block.contentRange(at: start).clamped(to: bytes.count)
    var isOpen = false
    var i = range.start
    while i < range.end {
      if bytes[i] == UInt8(ascii: "\"") { return true }
      if bytes[i] == 0xE2, i + 2 < range.end, bytes[i + 1] == 0x80,
        bytes[i + 2] == 0x9C || bytes[i + 2] == 0x9D
      {
        let isOpening = bytes[i + 2] == 0x9C
        if isOpening == isOpen { return true }
        isOpen = isOpening
      }
      i += bytes[i] >= 0xE0 ? 3 : 1
    }
    return isOpen
  }
}

/// A pair of marks of three bytes each.
private struct WideMarks: Sendable {
  let opening: [UInt8]
  let closing: [UInt8]

  init(opening: String, closing: String) {
    self.opening = Array(opening.utf8)
    self.closing = Array(closing.utf8)
  }
}

extension BlockContext {
  /// The wide marks and the narrow ones (opening, closing), in text order.
  fileprivate func marks(
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
