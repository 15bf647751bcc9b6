// Literal and folded block scalars.
extension YAMLParser {
  private enum Chomping { case strip, clip, keep }

  /// The block scalar whose `|` or `>` is at `at`.
  mutating func blockScalar(parent: Int) -> YAMLNode {
    let start = at
    let isFolded = bytes[at] == UInt8(ascii: ">")
    at += 1
    var chomping = Chomping.clip
    var indentation: Int?
    var isSound = true
    var hasChomping = false
    while at < end, !isBlankOrBreak(at) {
      switch bytes[at] {
      case UInt8(ascii: "+") where !hasChomping:
        chomping = .keep
        hasChomping = true
      case UInt8(ascii: "-") where !hasChomping:
        chomping = .strip
        hasChomping = true
      case UInt8(ascii: "1")...UInt8(ascii: "9") where indentation == nil:
        indentation = Int(bytes[at] - 0x30)
      default: isSound = false
      }
      guard isSound else { break }
      at += 1
    }
    let rest = skippingBlanks(at)
    let isComment = rest > at && byte(rest) == UInt8(ascii: "#")
    if isComment { comments.append(ByteRange(rest, lineEnd(rest))) }
    if !isSound || !(isBreak(rest) || isComment) {
      let stop = trimmingBlanks(start, lineEnd(at))
      report(.blockHeader, ByteRange(start, stop))
      at = stop
      return YAMLNode(
        content: .scalar(YAMLScalar(text: string(start, stop), style: .plain)),
        range: ByteRange(start, stop))
    }
    return blockText(
      from: lineEnd(at), start: start, parent: parent, indentation: indentation,
      chomping: chomping, isFolded: isFolded)
  }

  private mutating func blockText(
    from header: Int, start: Int, parent: Int, indentation: Int?, chomping: Chomping,
    isFolded: Bool
  ) -> YAMLNode {
    var text = BlockText(isFolded: isFolded)
    var column = indentation.map { max(parent, 0) + $0 }
    var line = afterBreak(header)
    var stop = header
    var widestBlank = 0
    at = header
    while line < end {
      var i = line
      while i < end, bytes[i] == 0x20, column.map({ i - line < $0 }) ?? true { i += 1 }
      let spaces = i - line
      if isBreak(i) {
        guard i < end || spaces > 0 else { break }
        widestBlank = max(widestBlank, spaces)
        text.addBlank()
      } else {
        if column == nil, spaces > parent {
          if widestBlank > spaces {
            report(.blockIndentation, ByteRange(line, i), subject: ByteRange(start, header))
          }
          column = spaces
        }
        guard let column, spaces >= column else {
          if bytes[i] == 0x09, isBreak(skippingBlanks(i)) { report(.tab, ByteRange(i, i + 1)) }
          break
        }
        let lineStop = lineEnd(i)
        text.add(bytes[i..<lineStop])
        stop = lineStop
      }
      at = lineEnd(i)
      lineStart = line
      guard at < end else { break }
      line = afterBreak(at)
    }
    let content = text.finish(
      keepingBreaks: chomping == .keep, strippingLast: chomping == .strip || stop == end)
    return YAMLNode(
      content: .scalar(YAMLScalar(text: content, style: isFolded ? .folded : .literal)),
      range: ByteRange(start, stop))
  }
}

/// Puts the lines of a block scalar together.
private struct BlockText {
  let isFolded: Bool
  private var bytes: [UInt8] = []
  /// Blank lines since the last text.
  private var blanks = 0
  private var hasText = false
  /// Whether the last line of text began with a blank, which keeps the breaks around it.
  private var wasSpaced = false

  init(isFolded: Bool) { self.isFolded = isFolded }

  mutating func addBlank() { blanks += 1 }

  mutating func add(_ line: ArraySlice<UInt8>) {
    let isSpaced = line.first == 0x20 || line.first == 0x09
    if hasText {
      if isFolded, !isSpaced, !wasSpaced {
        if blanks == 0 {
          bytes.append(0x20)
        } else {
          bytes.append(contentsOf: repeatElement(0x0A, count: blanks))
        }
      } else {
        bytes.append(contentsOf: repeatElement(0x0A, count: blanks + 1))
      }
    } else {
      bytes.append(contentsOf: repeatElement(0x0A, count: blanks))
    }
    bytes.append(contentsOf: line)
    blanks = 0
    hasText = true
    wasSpaced = isSpaced
  }

  mutating func finish(keepingBreaks: Bool, strippingLast: Bool) -> String {
    if keepingBreaks {
      bytes.append(contentsOf: repeatElement(0x0A, count: blanks + (hasText ? 1 : 0)))
    } else if !strippingLast, hasText {
      bytes.append(0x0A)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
