import Archive
import Syntax

extension Rule {
  static let malformedLink = Rule(
    body: "malformed-link",
    severity: .warning,
    title: Localized("A link that is shown as text", "链接写法有误，会原样显示"),
    manual: Localized(
      """
      This looks like a link and is none: full-width brackets, a blank between `]` and `(`, a blank in
      the URL, or a bracket that is missing. Readers see the brackets and the URL.

      Wrong:

      ```markdown
      [Source] (https://news.example/1001)
      [来源]（https://news.example/1001）
      ```

      Right:

      ```markdown
      [Source](https://news.example/1001)
      ```
      """,
      """
      看起来是链接，其实不是：用了全角括号，`]` 和 `(` 之间有空格，网址里有空格，或少了一个括号。读者会看到括号和网址。

      错误：

      ```markdown
      [来源] (https://news.example/1001)
      [来源]（https://news.example/1001）
      ```

      正确：

      ```markdown
      [来源](https://news.example/1001)
      ```
      """),
    check: .block(when: [.closingBracket, .address], checkMalformedLink))
}

private func checkMalformedLink(_ context: BlockContext, _ reports: inout Reports) {
  guard context.mayHoldMalformedLink else { return }
  let plain = context.inlines.plainText(includingCode: false)
  let bytes = plain.bytes
  var i = 0
  while i < bytes.count {
    guard let close = closingBracket(in: bytes, at: i) else {
      i += 1
      continue
    }
    defer { i = close.end }
    var next = close.end
    while next < bytes.count, bytes[next] == 0x20 { next += 1 }
    guard let open = openingParenthesis(in: bytes, at: next),
      bytes[open.end...].starts(with: "http".utf8),
      let start = openingBracket(in: bytes, before: close.start)
    else { continue }
    let urlEnd = bytes[open.end...].firstIndex { $0 <= 0x20 || $0 >= 0x80 || $0 == 0x29 }
    let end = urlEnd ?? bytes.count
    report(
      context, plain, bytes, opening: start, closing: close, parenthesis: open, urlEnd: end,
      &reports)
  }
}

private func report(
  _ context: BlockContext, _ plain: PlainText, _ bytes: [UInt8], opening: ByteRange,
  closing: ByteRange, parenthesis: ByteRange, urlEnd: Int, _ reports: inout Reports
) {
  let language = context.language
  let isWide = bytes[parenthesis.start] >= 0x80
  let hasBlank = parenthesis.start > closing.end
  let end: ByteRange? =
    urlEnd < bytes.count && bytes[urlEnd] == UInt8(ascii: ")")
    ? ByteRange(urlEnd, urlEnd + 1)
    : bytes[urlEnd...].starts(with: wideClose) ? ByteRange(urlEnd, urlEnd + 3) : nil
  let cause =
    bytes[closing.start] >= 0x80 || isWide
    ? language.say("full-width brackets", "用了全角括号")
    : hasBlank
      ? language.say("a blank between `]` and `(`", "`]` 和 `(` 之间有空格")
      : end == nil
        ? language.say("no `)` after the URL", "网址后面没有 `)`")
        : language.say("a blank in the URL", "网址里有空格")
  var fixes: [Fix] = []
  if let end {
    let edits = [
      (opening, "["), (ByteRange(closing.start, parenthesis.end), "]("), (end, ")"),
    ].map { TextEdit(range: plain.source($0.0), newText: $0.1) }
    fixes.append(
      Fix(title: language.say("Write it as a link", "改成链接"), isSafe: true, edits: edits))
  }
  reports.report(
    .malformedLink, at: plain.source(ByteRange(opening.start, end?.end ?? urlEnd)),
    language.say("This is shown as text: \(cause)", "不会显示为链接：\(cause)"), fixes: fixes)
}

private let wideClose = Array("）".utf8)

/// `]`, `】` or `］`.
private func closingBracket(in bytes: [UInt8], at i: Int) -> ByteRange? {
  if bytes[i] == UInt8(ascii: "]") { return ByteRange(i, i + 1) }
  guard bytes[i] == 0xE3 || bytes[i] == 0xEF else { return nil }
  for mark in ["】", "］"] where bytes[i...].starts(with: mark.utf8) { return ByteRange(i, i + 3) }
  return nil
}

private func openingParenthesis(in bytes: [UInt8], at i: Int) -> ByteRange? {
  guard i < bytes.count else { return nil }
  if bytes[i] == UInt8(ascii: "(") { return ByteRange(i, i + 1) }
  return bytes[i...].starts(with: "（".utf8) ? ByteRange(i, i + 3) : nil
}

private func openingBracket(in bytes: [UInt8], before end: Int) -> ByteRange? {
  var i = end - 1
  while i >= 0, bytes[i] != 0x0A {
    if bytes[i] == UInt8(ascii: "[") { return ByteRange(i, i + 1) }
    for mark in ["【", "［"] where bytes[i...].starts(with: mark.utf8) { return ByteRange(i, i + 3) }
    i -= 1
  }
  return nil
}

extension BlockContext {
  /// The bytes of the leaf with their markers.
  fileprivate var source: ArraySlice<UInt8> {
    let bytes = document.text.bytes
    let range = block.contentRange(at: start).clamped(to: bytes.count)
    return bytes[range.start..<range.end]
  }

  /// Whether a closing bracket is anything but that of `](destination)`.
  fileprivate var mayHoldMalformedLink: Bool {
    let bytes = source
    var open = 0
    var i = bytes.startIndex
    while i < bytes.endIndex {
      switch bytes[i] {
      case UInt8(ascii: "["):
        open += 1
        i += 1
      case UInt8(ascii: "]"):
        guard open == 1, let end = plainDestinationEnd(bytes, i + 1) else { return true }
        open = 0
        i = end
      // Each of these may be text or not.
      case UInt8(ascii: "`"), UInt8(ascii: "\\"), UInt8(ascii: "<"): return true
      case 0xE3, 0xEF:
        if closingBracket(in: document.text.bytes, at: i) != nil { return true }
        i += 3
      default: i += bytes[i] >= 0xE0 ? 3 : 1
      }
    }
    return false
  }

  /// The end of `(destination)` without blanks and brackets; `nil` where there is none at `start`.
  private func plainDestinationEnd(_ bytes: ArraySlice<UInt8>, _ start: Int) -> Int? {
    guard start < bytes.endIndex, bytes[start] == UInt8(ascii: "(") else { return nil }
    var i = start + 1
    while i < bytes.endIndex {
      switch bytes[i] {
      case UInt8(ascii: ")"): return i + 1
      case ...0x20, UInt8(ascii: "("), UInt8(ascii: "<"), UInt8(ascii: "["), UInt8(ascii: "\\"):
        return nil
      default: i += 1
      }
    }
    return nil
  }
}
