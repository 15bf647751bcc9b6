/// A text as UTF-8 bytes, and where its lines start.
///
/// A line ends at `\n`, `\r\n` or a lone `\r`; a text that ends with a line ending has one more
/// line, which is empty. Offsets are UTF-8 bytes from 0, lines count from 0. No function traps:
/// what lies outside is clamped.
package struct Text: Sendable {
  package private(set) var bytes: [UInt8]
  /// The first is 0. Kept in 32 bits because an edit shifts all that follow it.
  private var starts: [UInt32]

  package init(_ bytes: [UInt8] = []) {
    self.bytes = bytes
    self.starts = [0]
    starts.reserveCapacity(bytes.count / 80 + 16)
    var i = ByteSearch.lineEnding(in: bytes, from: 0)
    while i < bytes.count {
      i += 1
      if Self.isLineStart(i, in: bytes) { starts.append(UInt32(truncatingIfNeeded: i)) }
      i = ByteSearch.lineEnding(in: bytes, from: i)
    }
  }

  package var count: Int { bytes.count }
  package var lineCount: Int { starts.count }

  /// Where `line` starts; the end of the text for a line beyond the last.
  package func lineStart(_ line: Int) -> Int {
    if line <= 0 { return 0 }
    return line < starts.count ? Int(starts[line]) : bytes.count
  }

  /// The bytes of `line`, with or without its line ending.
  package func lineRange(_ line: Int, includingEnding: Bool = false) -> ByteRange {
    let start = lineStart(line)
    var end = lineStart(line + 1)
    if !includingEnding {
      if end > start && bytes[end - 1] == 0x0A { end -= 1 }
      if end > start && bytes[end - 1] == 0x0D { end -= 1 }
    }
    return ByteRange(start, end)
  }

  /// The line that `offset` lies in.
  package func line(at offset: Int) -> Int { line(at: offset, between: 0, and: starts.count) }

  /// The same, found in less time where it is near a known line.
  package func line(at offset: Int, near known: Int) -> Int {
    var low = min(max(known, 0), starts.count - 1)
    var high = low
    var step = 1
    while low > 0, Int(starts[low]) > offset {
      high = low
      low = max(low - step, 0)
      step *= 2
    }
    if high == low {
      while high < starts.count, Int(starts[high]) <= offset {
        low = high
        high += step
        step *= 2
      }
    }
    return line(at: offset, between: low, and: min(high, starts.count))
  }

  private func line(at offset: Int, between low: Int, and high: Int) -> Int {
    var low = low
    var high = high
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(starts[middle]) <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// Line and column of `offset`; within a scalar those of its first byte, within a line ending
  /// those before it.
  ///
  /// - Parameter known: a line that is perhaps near.
  package func position(
    of offset: Int, in unit: ColumnUnit, near known: Int? = nil
  ) -> TextPosition {
    let line = known.map { self.line(at: offset, near: $0) } ?? line(at: offset)
    let end = columnEnd(offset, on: line)
    return TextPosition(line: line, column: width(from: lineStart(line), to: end, in: unit))
  }

  /// Up to where the columns before `offset` are counted.
  fileprivate func columnEnd(_ offset: Int, on line: Int) -> Int {
    min(scalarStart(min(max(offset, 0), bytes.count)), lineRange(line).end)
  }

  fileprivate func width(from start: Int, to end: Int, in unit: ColumnUnit) -> Int {
    if unit == .utf8 || end <= start { return max(end - start, 0) }
    let scalars = ByteSearch.scalars(in: bytes, from: start, to: end)
    return end - start - scalars.continuations + (unit == .utf16 ? scalars.fourBytes : 0)
  }

  /// The nearest offset at or before `position`; a column past the line's end means its end,
  /// before its line ending.
  package func offset(of position: TextPosition, in unit: ColumnUnit) -> Int {
    if position.line < 0 { return 0 }
    if position.line >= starts.count { return bytes.count }
    let range = lineRange(position.line)
    if position.column <= 0 { return range.start }
    if unit == .utf8 {
      if position.column >= range.length { return range.end }
      return scalarStart(range.start + position.column)
    }
    var column = 0
    var i = range.start
    while i < range.end {
      column += Self.width(of: bytes[i], in: unit)
      if column > position.column { return i }
      i += 1
    }
    return range.end
  }

  /// Carries out `edit`; its range is clamped to the text.
  package mutating func replace(_ edit: TextEdit) {
    let range = edit.range.clamped(to: bytes.count)
    let delta = edit.newText.count - range.length
    bytes.replaceSubrange(range.start..<range.end, with: edit.newText)

    // A line start at `s` hangs on the bytes beside it: those within or at the border of the
    // range are found anew, the ones behind it move.
    let first = max(firstStart(atOrAfter: range.start), 1)
    let rest = max(firstStart(atOrAfter: range.end + 1), first)
    var found: [UInt32] = []
    var s = max(range.start, 1)
    while s <= range.start + edit.newText.count {
      if Self.isLineStart(s, in: bytes) { found.append(UInt32(truncatingIfNeeded: s)) }
      s += 1
    }
    if !(found.isEmpty && first == rest) { starts.replaceSubrange(first..<rest, with: found) }
    let shift = UInt32(truncatingIfNeeded: delta)
    var i = first + found.count
    while i < starts.count {
      starts[i] &+= shift
      i += 1
    }
  }

  /// The index of the first line start that is not before `offset`.
  private func firstStart(atOrAfter offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if Int(starts[middle]) < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Whether a line starts at `offset`, which is 1 … count.
  private static func isLineStart(_ offset: Int, in bytes: [UInt8]) -> Bool {
    let before = bytes[offset - 1]
    if before == 0x0A { return true }
    return before == 0x0D && !(offset < bytes.count && bytes[offset] == 0x0A)
  }

  /// Where the scalar begins that `offset`, in UTF-8 bytes, lies in.
  package func scalarStart(_ offset: Int) -> Int {
    var i = offset
    while i > 0 && i < bytes.count && offset - i < 3 && bytes[i] & 0xC0 == 0x80 { i -= 1 }
    return i
  }

  /// What a byte adds to a column: nothing where it continues a scalar.
  private static func width(of byte: UInt8, in unit: ColumnUnit) -> Int {
    if byte < 0x80 { return 1 }
    if byte < 0xC0 { return 0 }
    return byte >= 0xF0 && unit == .utf16 ? 2 : 1
  }
}

/// Converts offsets of which each is mostly near the one before. On the same line only what lies between
/// the two is counted: a line may be as long as the text.
package struct PositionWalk {
  private let text: Text
  private let unit: ColumnUnit
  private var offset = 0
  private var position = TextPosition(line: 0, column: 0)

  package init(_ text: Text, in unit: ColumnUnit) {
    self.text = text
    self.unit = unit
  }

  package mutating func position(of offset: Int) -> TextPosition {
    let line = text.line(at: offset, near: position.line)
    let end = text.columnEnd(offset, on: line)
    let start = text.lineStart(line)
    let isNear = line == position.line && 2 * end >= self.offset + start
    let column =
      isNear
      ? position.column + text.width(from: self.offset, to: end, in: unit)
        - text.width(from: end, to: self.offset, in: unit)
      : text.width(from: start, to: end, in: unit)
    self.offset = end
    position = TextPosition(line: line, column: column)
    return position
  }
}
