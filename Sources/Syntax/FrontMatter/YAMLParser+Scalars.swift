// Plain, quoted and block scalars.
extension YAMLParser {
  /// A scalar, alias or flow collection, as far as its first line goes where it is plain.
  mutating func atom(parent: Int, properties: Properties) -> YAMLNode {
    switch byte(at) {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return quoted(parent: parent, inFlow: false)
    case UInt8(ascii: "["), UInt8(ascii: "{"): return flowCollection(parent: parent)
    case UInt8(ascii: "*"): return alias()
    default:
      if isReservedStart(inFlow: false) { return recoverReservedStart() }
      let start = at
      at = plainEnd(from: at, inFlow: false)
      return plain(string(start, at), ByteRange(start, at))
    }
  }

  private func plain(_ text: String, _ range: ByteRange) -> YAMLNode {
    YAMLNode(content: .scalar(YAMLScalar(text: text, style: .plain)), range: range)
  }

  // MARK: Plain

  /// Whether the byte at `at` cannot begin a plain scalar.
  func isReservedStart(inFlow: Bool) -> Bool {
    switch byte(at) {
    case UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: ":"):
      return isBlankOrBreak(at + 1) || inFlow && isFlowIndicator(at + 1)
    case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"),
      UInt8(ascii: "}"), UInt8(ascii: "#"), UInt8(ascii: "&"), UInt8(ascii: "*"),
      UInt8(ascii: "!"), UInt8(ascii: "|"), UInt8(ascii: ">"), UInt8(ascii: "'"),
      UInt8(ascii: "\""), UInt8(ascii: "%"), UInt8(ascii: "@"), UInt8(ascii: "`"):
      return true
    default: return false
    }
  }

  /// Where the plain text on the line of `offset` ends, blanks at the end left out.
  func plainEnd(from offset: Int, inFlow: Bool) -> Int {
    var i = offset
    var stop = offset
    while i < end {
      switch bytes[i] {
      case 0x0A, 0x0D: return stop
      case 0x20, 0x09:
        i += 1
        if byte(i) == UInt8(ascii: "#") { return stop }
        continue
      case UInt8(ascii: ":"):
        if isBlankOrBreak(i + 1) || inFlow && isFlowIndicator(i + 1) { return stop }
      case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"),
        UInt8(ascii: "}"):
        if inFlow { return stop }
      default: break
      }
      i += 1
      stop = i
    }
    return stop
  }

  /// Takes in the lines below that continue a plain scalar.
  mutating func continuePlain(_ first: YAMLNode, parent: Int, inFlow: Bool) -> YAMLNode {
    guard let scalar = first.scalar else { return first }
    var text = scalar.text
    var stop = at
    while true {
      var i = skippingBlanks(at)
      guard isBreak(i), i < end else { break }
      var breaks = 0
      var line = i
      while i < end, isBreak(i) {
        breaks += 1
        line = afterBreak(i)
        i = skippingBlanks(line)
      }
      guard i < end, bytes[i] != UInt8(ascii: "#") else { break }
      var spaces = line
      while spaces < i, bytes[spaces] == 0x20 { spaces += 1 }
      let isIndented = spaces - line > parent
      if !isIndented, !inFlow || isKeyLine(i) || spaces < i { break }
      if inFlow, isFlowIndicator(i) { break }
      let next = plainEnd(from: i, inFlow: inFlow)
      let after = skippingBlanks(next)
      if byte(after) == UInt8(ascii: ":"), isBlankOrBreak(after + 1), !inFlow || next == i { break }
      if !isIndented {
        report(.flowIndentation, ByteRange(i, next))
      } else if !inFlow, bytes[i] == UInt8(ascii: "-"), isBlankOrBreak(i + 1) {
        report(
          .swallowedItem, ByteRange(line, i), subject: ByteRange(line, lineEnd(i)),
          isSuspicion: true)
      }
      text += breaks == 1 ? " " : String(repeating: "\n", count: breaks - 1)
      text += string(i, next)
      lineStart = line
      at = next
      stop = next
    }
    let node = plain(text, ByteRange(first.range.start, stop))
    checkQuoteAtEnd(of: node)
    return node
  }

  /// `text"` is valid, but its first quote is missing. A single quote may be an apostrophe.
  private mutating func checkQuoteAtEnd(of node: YAMLNode) {
    let range = node.range
    guard range.length > 1 else { return }
    let last = bytes[range.end - 1]
    let isDouble = last == UInt8(ascii: "\"")
    guard isDouble || last == UInt8(ascii: "'") else { return }
    var quotes = 0
    var hasBlank = false
    for i in range.start..<range.end {
      if bytes[i] == last, i == range.start || bytes[i - 1] != UInt8(ascii: "\\") { quotes += 1 }
      if bytes[i] <= 0x20 { hasBlank = true }
    }
    guard quotes == 1 else { return }
    // `15.6"` is a length.
    if isDouble ? bytes[range.end - 2].isDigit && range.length < 8 : hasBlank { return }
    report(
      .missingOpeningQuote, ByteRange(range.end - 1, range.end), subject: range, isSuspicion: true)
  }

  // MARK: Quoted

  /// The quoted scalar at `at`.
  mutating func quoted(parent: Int, inFlow: Bool) -> YAMLNode {
    let open = at
    let quote = bytes[at]
    let isDouble = quote == UInt8(ascii: "\"")
    let openLine = lineStart
    var isSimple = true
    var badEscape: ByteRange?
    var toldIndentation = false
    at += 1
    while at < end {
      let byte = bytes[at]
      if byte == quote {
        guard !isDouble, self.byte(at + 1) == quote else { break }
        isSimple = false
        at += 2
      } else if byte == UInt8(ascii: "\\"), isDouble {
        isSimple = false
        let next = afterEscape(at)
        if next.isBad, badEscape == nil {
          badEscape = ByteRange(at, scalarEnd(at + 1))
        }
        at = next.offset
      } else if byte == 0x0A || byte == 0x0D {
        isSimple = false
        let next = continuation(from: at)
        if next.content >= end { at = end; break }
        if next.spaces <= parent {
          if isBareKey(next.content) {
            return recoverUnclosedQuote(open, line: openLine, badEscape: badEscape, inFlow: inFlow)
          }
          if bytes[next.line..<next.content].contains(0x09) {
            report(.tab, ByteRange(next.line, next.content))
          } else if !toldIndentation {
            toldIndentation = true
            report(
              .quotedIndentation, ByteRange(next.content, lineEnd(next.content)),
              subject: ByteRange(open, open + 1))
          }
        }
        lineStart = next.line
        at = next.content
      } else {
        at += 1
      }
    }
    guard at < end else {
      return recoverUnclosedQuote(open, line: openLine, badEscape: badEscape, inFlow: inFlow)
    }
    let close = at
    at += 1
    let range = ByteRange(open, at)
    if let badEscape { report(.badEscape, badEscape, subject: range) }
    let text =
      isSimple ? string(open + 1, close) : decodeQuoted(open + 1, close, isDouble: isDouble)
    return YAMLNode(
      content: .scalar(YAMLScalar(text: text, style: isDouble ? .doubleQuoted : .singleQuoted)),
      range: range)
  }

  private func scalarEnd(_ offset: Int) -> Int {
    var i = offset + 1
    while i < end, bytes[i] & 0xC0 == 0x80 { i += 1 }
    return min(i, end)
  }

  /// The next line with content after the break at `offset`.
  func continuation(from offset: Int) -> (line: Int, content: Int, spaces: Int) {
    var line = offset
    var content = offset
    while content < end, isBreak(content) {
      line = afterBreak(content)
      content = skippingBlanks(line)
    }
    var i = line
    while i < content, bytes[i] == 0x20 { i += 1 }
    return (line, content, i - line)
  }

  private func afterEscape(_ offset: Int) -> (offset: Int, isBad: Bool) {
    let next = offset + 1
    if isBreak(next) { return (next, false) }
    let digits: Int
    switch byte(next) {
    case UInt8(ascii: "x"): digits = 2
    case UInt8(ascii: "u"): digits = 4
    case UInt8(ascii: "U"): digits = 8
    case UInt8(ascii: "0"), UInt8(ascii: "a"), UInt8(ascii: "b"), UInt8(ascii: "t"), 0x09,
      UInt8(ascii: "n"), UInt8(ascii: "v"), UInt8(ascii: "f"), UInt8(ascii: "r"),
      UInt8(ascii: "e"), 0x20, UInt8(ascii: "\""), UInt8(ascii: "/"), UInt8(ascii: "\\"),
      UInt8(ascii: "N"), UInt8(ascii: "_"), UInt8(ascii: "L"), UInt8(ascii: "P"):
      return (next + 1, false)
    default: return (next + 1, true)
    }
    var i = next + 1
    while i - next - 1 < digits, byte(i).hexDigit != nil { i += 1 }
    return (i, i - next - 1 < digits)
  }

  /// The text between quotes: escapes decoded, lines folded.
  func decodeQuoted(_ start: Int, _ end: Int, isDouble: Bool) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(end - start)
    /// Blanks at the end of `result` that a line break would take away.
    var blanks = 0
    var i = start
    while i < end {
      let byte = bytes[i]
      switch byte {
      case 0x20, 0x09:
        result.append(byte)
        blanks += 1
        i += 1
        continue
      case 0x0A, 0x0D:
        result.removeLast(min(blanks, result.count))
        let next = fold(i, end, into: &result)
        blanks = 0
        i = next
        continue
      case UInt8(ascii: "'") where !isDouble:
        result.append(byte)
        i += 2
      case UInt8(ascii: "\\") where isDouble:
        i = decodeEscape(i, end, into: &result)
      default:
        result.append(byte)
        i += 1
      }
      blanks = 0
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// One break becomes a space, more become one less.
  private func fold(_ offset: Int, _ end: Int, into result: inout [UInt8]) -> Int {
    var i = offset
    var breaks = 0
    while i < end, bytes[i] == 0x0A || bytes[i] == 0x0D {
      breaks += 1
      i = min(skippingBlanks(afterBreak(i)), end)
    }
    if breaks == 1 {
      result.append(0x20)
    } else {
      result.append(contentsOf: repeatElement(0x0A, count: breaks - 1))
    }
    return i
  }

  private func decodeEscape(_ offset: Int, _ end: Int, into result: inout [UInt8]) -> Int {
    let next = offset + 1
    guard next < end else {
      result.append(UInt8(ascii: "\\"))
      return next
    }
    func append(_ scalar: UInt32) {
      let scalar = Unicode.Scalar(scalar) ?? "\u{FFFD}"
      result.append(contentsOf: Array(String(Character(scalar)).utf8))
    }
    switch bytes[next] {
    case 0x0A, 0x0D:
      // The break and the blanks of the next line go; empty lines stay.
      var i = min(skippingBlanks(afterBreak(next)), end)
      while i < end, bytes[i] == 0x0A || bytes[i] == 0x0D {
        result.append(0x0A)
        i = min(skippingBlanks(afterBreak(i)), end)
      }
      return i
    case UInt8(ascii: "0"): result.append(0)
    case UInt8(ascii: "a"): result.append(7)
    case UInt8(ascii: "b"): result.append(8)
    case UInt8(ascii: "t"), 0x09: result.append(9)
    case UInt8(ascii: "n"): result.append(10)
    case UInt8(ascii: "v"): result.append(11)
    case UInt8(ascii: "f"): result.append(12)
    case UInt8(ascii: "r"): result.append(13)
    case UInt8(ascii: "e"): result.append(27)
    case 0x20, UInt8(ascii: "\""), UInt8(ascii: "/"), UInt8(ascii: "\\"):
      result.append(bytes[next])
    case UInt8(ascii: "N"): append(0x85)
    case UInt8(ascii: "_"): append(0xA0)
    case UInt8(ascii: "L"): append(0x2028)
    case UInt8(ascii: "P"): append(0x2029)
    case UInt8(ascii: "x"), UInt8(ascii: "u"), UInt8(ascii: "U"):
      let stop = min(afterEscape(offset).offset, end)
      var value: UInt32 = 0
      var i = next + 1
      while i < stop {
        value = value &* 16 &+ UInt32(bytes[i].hexDigit ?? 0)
        i += 1
      }
      append(i > next + 1 ? value : 0xFFFD)
      return stop
    default:
      // No escape at all: the writer meant both characters.
      result.append(UInt8(ascii: "\\"))
      return next
    }
    return next + 1
  }
}
