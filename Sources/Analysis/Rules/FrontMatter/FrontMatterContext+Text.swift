import Archive
import Syntax

extension UInt8 {
  var isASCIILetter: Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20)
  }
}

// Looking at the bytes of front matter.
extension FrontMatterContext {
  func lineEnd(of offset: Int) -> Int {
    var i = max(0, offset)
    while i < bytes.count, bytes[i] != 0x0A, bytes[i] != 0x0D { i += 1 }
    return min(i, bytes.count)
  }

  /// Where the value of a field may begin.
  func afterColon(_ field: Field) -> Int {
    var i = field.keyRange.end
    while i < bytes.count, bytes[i] != UInt8(ascii: ":"), bytes[i] != 0x0A { i += 1 }
    return min(i + 1, bytes.count)
  }

  /// The range without blanks at either end, those of full width included.
  func trimmed(_ range: ByteRange) -> ByteRange {
    var end = range.end
    trimming: while end > range.start {
      switch bytes[end - 1] {
      case 0x20, 0x09: end -= 1
      case 0x80 where hasSuffix([0xE3, 0x80, 0x80], at: end, from: range.start): end -= 3
      case 0xA0 where hasSuffix([0xC2, 0xA0], at: end, from: range.start): end -= 2
      case 0x8B where hasSuffix([0xE2, 0x80, 0x8B], at: end, from: range.start): end -= 3
      case 0x83 where hasSuffix([0xE2, 0x80, 0x83], at: end, from: range.start): end -= 3
      case 0xBF where hasSuffix([0xEF, 0xBB, 0xBF], at: end, from: range.start): end -= 3
      default: break trimming
      }
    }
    var start = range.start
    while start < end, bytes[start] == 0x20 || bytes[start] == 0x09 { start += 1 }
    return ByteRange(start, end)
  }

  private func hasSuffix(_ suffix: [UInt8], at end: Int, from start: Int) -> Bool {
    end - start >= suffix.count && bytes[(end - suffix.count)..<end].elementsEqual(suffix)
  }

  /// The comment on the last line of a node.
  func comment(after node: YAMLNode, of field: Field) -> ByteRange? {
    let start = node.range.isEmpty ? max(node.range.end, field.keyRange.end) : node.range.end
    let end = lineEnd(of: start)
    return matter.yaml.comments.first { $0.start >= start && $0.start < end }
  }

  /// A fix that puts the text of `range` in double quotes.
  func quoting(_ range: ByteRange) -> Fix {
    Fix(
      title: language.say("Put the value in quotes", "给值加上引号"), isSafe: true,
      edits: [TextEdit(range: range, newText: YAMLText.quoted(text(range)))])
  }

  /// Whether `offset` is within the text of a literal or folded scalar.
  func isInBlockScalar(_ offset: Int) -> Bool {
    fields.contains { field in
      guard let style = field.value.scalar?.style, style == .literal || style == .folded else {
        return false
      }
      return field.value.range.contains(offset)
    }
  }

  /// Whether an item of this text is usual under `key`.
  func isUsualItem(_ item: YAMLNode, of key: String) -> Bool {
    guard let text = item.scalar?.text else { return false }
    return others.count(key, valued: text) > 0
  }

  /// The edits that make half-width marks of the full-width quotes around a text and, in a list, of
  /// the commas in it.
  func wideMarks(in range: ByteRange, isItem: Bool, isFlow: Bool) -> [TextEdit] {
    var edits: [TextEdit] = []
    func mark(_ offset: Int) -> String? {
      guard offset >= range.start, offset + 3 <= range.end else { return nil }
      return text(ByteRange(offset, offset + 3))
    }
    let isOpen = mark(range.start).map { ["“", "”", "＂", "「", "‘"].contains($0) } ?? false
    let isClosed =
      range.length >= 6
      && (mark(range.end - 3).map { ["”", "“", "＂", "」", "’"].contains($0) } ?? false)
    guard isItem || isOpen && isClosed else { return [] }
    if isOpen, isClosed {
      edits.append(TextEdit(range: ByteRange(range.start, range.start + 3), newText: "\""))
    }
    var i = range.start + 3
    var inside = false
    while isItem, isFlow, i + 3 <= range.end {
      let comma = mark(i)
      if comma == "“" { inside = true }
      if comma == "”" { inside = false }
      if comma == "，" || comma == "、", !inside || isOpen {
        // Quotes next to the comma belong to the items beside it.
        var (start, end) = (i, i + 3)
        var (before, after) = ("", "")
        if isOpen, let quote = mark(i - 3), quote == "”" || quote == "“" {
          start -= 3
          before = "\""
        }
        if isOpen, let quote = mark(i + 3), quote == "“" || quote == "”" {
          end += 3
          after = "\""
        }
        if start > range.start {
          if !before.isEmpty {
            edits.append(TextEdit(range: ByteRange(start, i), newText: before))
          }
          edits.append(TextEdit(range: ByteRange(i, i + 3), newText: ", "))
          if !after.isEmpty {
            edits.append(TextEdit(range: ByteRange(i + 3, end), newText: after))
          }
        }
        i = end
        continue
      }
      i += 1
    }
    if isOpen, isClosed {
      edits.append(TextEdit(range: ByteRange(range.end - 3, range.end), newText: "\""))
    }
    return edits
  }
}
