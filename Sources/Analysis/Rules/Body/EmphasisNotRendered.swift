import Archive
import Syntax

extension Rule {
  static let emphasisNotRendered = Rule(
    body: "emphasis-not-rendered",
    severity: .warning,
    title: Localized("Asterisks that readers will see", "星号不会显示为加粗"),
    manual: Localized(
      """
      The asterisks come in a pair, yet CommonMark shows them as they are: beside punctuation and a
      letter, `**` can neither open nor close emphasis. Chinese text, written without blanks, runs into
      this whenever the bold part begins or ends with a quotation mark or bracket.

      Wrong:

      ```markdown
      提出**“双向塑形”**方法
      ```

      Right:

      ```markdown
      提出 **“双向塑形”** 方法
      ```

      or, with the punctuation outside: `提出“**双向塑形**”方法`. The fix inserts the blank.
      """,
      """
      星号虽然成对，CommonMark 却会原样显示：`**` 一侧是标点、另一侧是文字时，既不能开始也不能结束加粗。
      中文不写空格，加粗部分以引号、括号开头或结尾时就会遇到。

      错误：

      ```markdown
      提出**“双向塑形”**方法
      ```

      正确：

      ```markdown
      提出 **“双向塑形”** 方法
      ```

      或把标点移到外面：`提出“**双向塑形**”方法`。自动修复会插入空格。
      """),
    check: .block(when: .asterisk, checkEmphasisNotRendered))
}

private func checkEmphasisNotRendered(_ context: BlockContext, _ reports: inout Reports) {
  guard context.mayShowAsterisks else { return }
  let inlines = context.inlines
  // Those that make something bold are no text.
  guard inlines.hasText(with: UInt8(ascii: "*")) else { return }
  let plain = inlines.plainText(includingCode: false)
  let bytes = plain.bytes
  // Where two asterisks are shown to readers. Escaped ones are meant.
  var marks: [Int] = []
  var i = 0
  while i + 1 < bytes.count {
    if bytes[i] == UInt8(ascii: "*"), bytes[i + 1] == UInt8(ascii: "*") {
      let source = plain.source(ByteRange(i, i + 2))
      if source.length == 2 { marks.append(i) }
      i += 2
      while i < bytes.count, bytes[i] == UInt8(ascii: "*") { i += 1 }
    } else {
      i += 1
    }
  }
  for index in stride(from: 0, to: marks.count - 1, by: 2) {
    let inner = ByteRange(marks[index] + 2, marks[index + 1])
    guard let fix = fix(bytes, inner, plain) else { continue }
    let language = context.language
    reports.report(
      .emphasisNotRendered,
      at: plain.source(ByteRange(inner.start - 2, inner.end + 2)),
      language.say(
        "Readers see the asterisks: beside punctuation and a letter, `**` makes nothing bold",
        "读者会看到星号：`**` 一侧是标点、另一侧是文字时不会加粗"),
      fixes: [
        Fix(
          title: language.say("Set it off with a blank", "加上空格"), isSafe: true, edits: fix)
      ])
  }
}

/// Blanks that let the asterisks around `inner` open and close strong emphasis (CommonMark 0.31.2
/// §6.2); `nil` where something else is wrong with them.
private func fix(_ bytes: [UInt8], _ inner: ByteRange, _ plain: PlainText) -> [TextEdit]? {
  let text = bytes[inner.start..<max(inner.start, inner.end)]
  guard let first = scalar(startingAt: inner.start, in: bytes),
    let last = scalar(endingAt: inner.end, in: bytes), !text.isEmpty, text.count <= 300,
    !text.contains(0x0A), !isSpace(first), !isSpace(last), text.contains(where: { $0 >= 0x80 })
  else { return nil }
  func blank(at offset: Int) -> TextEdit {
    let place = plain.source(ByteRange(offset, offset + 1)).start
    return TextEdit(range: ByteRange(place, place), newText: " ")
  }
  var edits: [TextEdit] = []
  if let before = scalar(endingAt: inner.start - 2, in: bytes), isPunctuation(first),
    !isSpace(before), !isPunctuation(before)
  {
    edits.append(blank(at: inner.start - 2))
  }
  if let after = scalar(startingAt: inner.end + 2, in: bytes), isPunctuation(last),
    !isSpace(after), !isPunctuation(after)
  {
    edits.append(blank(at: inner.end + 2))
  }
  return edits.isEmpty ? nil : edits
}

private func scalar(startingAt offset: Int, in bytes: [UInt8]) -> Unicode.Scalar? {
  guard bytes.indices.contains(offset) else { return nil }
  return String(decoding: bytes[offset..<min(offset + 4, bytes.count)], as: UTF8.self)
    .unicodeScalars.first
}

private func scalar(endingAt offset: Int, in bytes: [UInt8]) -> Unicode.Scalar? {
  guard offset > 0, offset <= bytes.count else { return nil }
  var start = offset - 1
  while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
  return String(decoding: bytes[start..<offset], as: UTF8.self).unicodeScalars.first
}

private func isSpace(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace }

/// Punctuation as CommonMark 0.31.2 §2.1 has it: general categories P and S.
private func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.properties.generalCategory {
  case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
    .initialPunctuation, .finalPunctuation, .otherPunctuation, .mathSymbol, .currencySymbol,
    .modifierSymbol, .otherSymbol:
    true
  default: false
  }
}

extension BlockContext {
  /// Whether the asterisks are anything but pairs of `**` with letters right within them, which
  /// surely make strong emphasis: then the inlines need not be known.
  fileprivate var mayShowAsterisks: Bool {
    let bytes = document.text.bytes
    let range = block.contentRange(at: start).clamped(to: bytes.count)
    var isOpen = false
    var i = range.start
    while i < range.end {
      switch bytes[i] {
      case UInt8(ascii: "*"):
        guard i + 2 < range.end || isOpen, i + 1 < range.end, bytes[i + 1] == UInt8(ascii: "*"),
          isOpen ? endsInLetter(bytes, i) : beginsWithLetter(bytes, i + 2),
          i + 2 == range.end || bytes[i + 2] != UInt8(ascii: "*")
        else { return true }
        isOpen.toggle()
        i += 2
      // What these begin may part a pair.
      case UInt8(ascii: "`"), UInt8(ascii: "\\"), UInt8(ascii: "["), UInt8(ascii: "]"),
        UInt8(ascii: "<"), UInt8(ascii: "_"):
        if isOpen || bytes[i..<range.end].contains(UInt8(ascii: "*")) { return true }
        return false
      case 0xE0...: i += 3
      default: i += 1
      }
    }
    return isOpen
  }
}

/// Whether a Chinese character or a letter or digit of ASCII begins at `i`.
private func beginsWithLetter(_ bytes: [UInt8], _ i: Int) -> Bool {
  i < bytes.count && (isLetterOrDigit(bytes[i]) || isHanLead(bytes[i]))
}

/// Whether one ends before `i`.
private func endsInLetter(_ bytes: [UInt8], _ i: Int) -> Bool {
  i > 0 && isLetterOrDigit(bytes[i - 1]) || i > 2 && bytes[i - 1] >= 0x80 && isHanLead(bytes[i - 3])
}

private func isLetterOrDigit(_ byte: UInt8) -> Bool {
  byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26
}

/// Whether the byte begins one of U+4000 to U+9FFF.
private func isHanLead(_ byte: UInt8) -> Bool { byte >= 0xE4 && byte <= 0xE9 }
