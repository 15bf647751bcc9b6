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
  let document = context.document
  guard let marks = StrongMarks(of: context.block, at: context.start, in: document),
    !marks.areAsMeant
  else { return }
  let pairs = marks.pairs.filter { !marks.rendered.contains($0) }
  let edits = pairs.map { blanks(around: $0, marks, document.bytes) }
  let isCured = rendersAsMeant(context, marks, edits.flatMap(\.self))
  let language = context.language
  for (pair, edits) in zip(pairs, edits) where !edits.isEmpty {
    // Where the cure is not sure, neither are the pairs: but what is shown is.
    guard isCured || marks.areShown(around: pair) && isPlausible(pair, document.bytes) else {
      continue
    }
    reports.report(
      .emphasisNotRendered,
      at: ByteRange(pair.start - 2, pair.end + 2).shifted(by: -context.start),
      marks.areShown(around: pair)
        ? language.say(
          "Readers see the asterisks: beside punctuation and a letter, `**` makes nothing bold",
          "读者会看到星号：`**` 一侧是标点、另一侧是文字时不会加粗")
        : language.say(
          "This does not become bold as meant: beside punctuation and a letter, `**` pairs with another",
          "这里不会按本意加粗：`**` 一侧是标点、另一侧是文字时，会与别的星号配对"),
      fixes: isCured
        ? [
          Fix(
            title: language.say("Set it off with a blank", "加上空格"), isSafe: true,
            edits: edits.map {
              TextEdit(range: $0.range.shifted(by: -context.start), newText: $0.newText)
            })
        ] : [])
  }
}

/// The marks `**` of a leaf in text order, in UTF-8 bytes of the text.
private struct StrongMarks {
  /// What stands between an opening and its closing mark, as the writer meant them.
  let pairs: [ByteRange]
  /// Where the pairs start.
  let openings: Set<Int>
  /// Whether no mark is left over.
  let isBalanced: Bool
  /// What stands between the marks of strong emphasis.
  let rendered: Set<ByteRange>
  /// The marks that readers see.
  private let shown: Set<Int>

  /// `nil` where asterisks stand in such numbers that nobody knows what they are meant for.
  init?(of leaf: Block, at start: Int, in document: Document) {
    let inlines = document.passingInlines(of: leaf, at: start)
    let bytes = document.bytes
    var rendered: Set<ByteRange> = []
    var shown: Set<Int> = []
    var asterisks: Set<Int> = []
    for node in 0..<inlines.count {
      let range = inlines.range(node).shifted(by: start)
      switch inlines.kind(node) {
      case .text:
        for i in range.start..<range.end where bytes[i] == UInt8(ascii: "*") { shown.insert(i) }
      case .strong where bytes[range.start] == UInt8(ascii: "*"):
        rendered.insert(ByteRange(range.start + 2, range.end - 2))
        for mark in [range.start, range.end - 2] { asterisks.formUnion([mark, mark + 1]) }
      case .emphasis where bytes[range.start] == UInt8(ascii: "*"):
        asterisks.formUnion([range.start, range.end - 1])
      default: break
      }
    }
    var marks: [Int] = []
    let sorted = asterisks.union(shown).sorted()
    var i = 0
    while i < sorted.count {
      var length = 1
      while i + length < sorted.count, sorted[i + length] == sorted[i] + length { length += 1 }
      switch length {
      case 1: break
      case 2: marks.append(sorted[i])
      // One part ends where the next one begins.
      case 4 where !marks.count.isMultiple(of: 2): marks += [sorted[i], sorted[i + 2]]
      default: return nil
      }
      i += length
    }
    pairs = stride(from: 0, to: marks.count - 1, by: 2).map {
      ByteRange(marks[$0] + 2, marks[$0 + 1])
    }
    openings = Set(pairs.map(\.start))
    isBalanced = marks.count.isMultiple(of: 2)
    self.rendered = rendered
    self.shown = shown
  }

  var areAsMeant: Bool { isBalanced && rendered == Set(pairs) }

  func areShown(around pair: ByteRange) -> Bool {
    shown.contains(pair.start - 2) && shown.contains(pair.end)
  }
}

/// Blanks outside of the marks around `pair` that let them open and close strong emphasis
/// (CommonMark 0.31.2 §6.2).
private func blanks(around pair: ByteRange, _ marks: StrongMarks, _ bytes: [UInt8]) -> [TextEdit] {
  guard let first = scalar(startingAt: pair.start, in: bytes),
    let last = scalar(endingAt: pair.end, in: bytes)
  else { return [] }
  func blank(at offset: Int) -> TextEdit {
    TextEdit(range: ByteRange(offset, offset), newText: " ")
  }
  var edits: [TextEdit] = []
  if let before = scalar(endingAt: pair.start - 2, in: bytes), isPunctuation(first),
    !isSpace(before), !isPunctuation(before)
  {
    edits.append(blank(at: pair.start - 2))
  }
  let isAtNext = marks.openings.contains(pair.end + 4)
  if let after = scalar(startingAt: pair.end + 2, in: bytes),
    isAtNext || isPunctuation(last) && !isSpace(after) && !isPunctuation(after)
  {
    edits.append(blank(at: pair.end + 2))
  }
  return edits
}

/// Whether the marks surely make the parts bold that they are meant for, once `edits` are made.
private func rendersAsMeant(
  _ context: BlockContext, _ marks: StrongMarks, _ edits: [TextEdit]
) -> Bool {
  let bytes = context.document.bytes
  guard marks.isBalanced, marks.pairs.allSatisfy({ isPlausible($0, bytes) }) else { return false }
  let range = context.block.contentRange(at: context.start).clamped(to: bytes.count)
  // All at once: an edit at a time would read the leaf anew for each.
  let moved = edits.map {
    TextEdit(range: $0.range.shifted(by: -range.start), newText: $0.newText)
  }
  let copy = Document(
    bytes: applying(
      moved.sorted { $0.range.start < $1.range.start }, to: Array(bytes[range.start..<range.end])))
  var first: StrongMarks?
  var leaves = 0
  copy.body.forEachLeaf { leaf, start in
    leaves += 1
    first = first ?? StrongMarks(of: leaf, at: start, in: copy)
  }
  guard leaves == 1, let first else { return false }
  return first.areAsMeant && first.pairs.count == marks.pairs.count
}

/// Whether a writer may have meant it to be bold.
private func isPlausible(_ pair: ByteRange, _ bytes: [UInt8]) -> Bool {
  let text = bytes[pair.start..<pair.end]
  guard let first = scalar(startingAt: pair.start, in: bytes),
    let last = scalar(endingAt: pair.end, in: bytes)
  else { return false }
  return (1...300).contains(text.count) && !text.contains(0x0A) && !isSpace(first)
    && !isSpace(last)
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
