/// Scans the parts of links and link reference definitions (CommonMark 0.31.2 §4.7, §6.3) in
/// `bytes` up to `end`, with a line ending understood there.
struct LinkScanner {
  let bytes: [UInt8]
  let end: Int

  /// A label has at most this many bytes between its brackets.
  static let longestLabel = 1000
  /// Parentheses within a destination may stand this deep.
  private static let deepestParenthesis = 32

  static func isPunctuation(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }

  func skipSpace(_ start: Int) -> Int {
    var i = start
    while i < end && (bytes[i] == 0x20 || bytes[i] == 0x09) { i += 1 }
    return i
  }

  /// Skips blanks and at most one line ending.
  func skipSpaceAndLine(_ start: Int) -> Int {
    let i = skipSpace(start)
    return i < end && bytes[i] == 0x0A ? skipSpace(i + 1) : i
  }

  /// The label between the brackets that open at `start`, white space around it left out.
  func label(_ start: Int) -> (range: ByteRange, end: Int)? {
    guard start < end, bytes[start] == 0x5B else { return nil }
    var i = start + 1
    while i < end && bytes[i] != 0x5B && bytes[i] != 0x5D {
      if bytes[i] == 0x5C && i + 1 < end && Self.isPunctuation(bytes[i + 1]) { i += 1 }
      i += 1
      if i - start - 1 > Self.longestLabel { return nil }
    }
    guard i < end, bytes[i] == 0x5D else { return nil }
    var low = start + 1
    var high = i
    while low < high && HTMLScanner.isSpace(bytes[low]) { low += 1 }
    while high > low && HTMLScanner.isSpace(bytes[high - 1]) { high -= 1 }
    return (ByteRange(low, high), i + 1)
  }

  /// The destination that starts at `start`, without `<` and `>`.
  func destination(_ start: Int) -> (range: ByteRange, end: Int)? {
    guard start < end, bytes[start] == 0x3C else { return bareDestination(start) }
    var i = start + 1
    while i < end {
      switch bytes[i] {
      case 0x3E: return (ByteRange(start + 1, i), i + 1)
      case 0x5C: i += 2
      case 0x0A, 0x3C: return nil
      default: i += 1
      }
    }
    return nil
  }

  private func bareDestination(_ start: Int) -> (range: ByteRange, end: Int)? {
    var depth = 0
    var i = start
    loop: while i < end {
      let byte = bytes[i]
      switch byte {
      case 0x5C where i + 1 < end && Self.isPunctuation(bytes[i + 1]): i += 2
      case 0x28:
        depth += 1
        i += 1
        if depth > Self.deepestParenthesis { return nil }
      case 0x29:
        if depth == 0 { break loop }
        depth -= 1
        i += 1
      case _ where HTMLScanner.isSpace(byte): break loop
      default: i += 1
      }
    }
    if depth != 0 || i == start && (i >= end || HTMLScanner.isSpace(bytes[i])) { return nil }
    return (ByteRange(start, i), i)
  }

  /// The title that starts at `start`, without its quotes.
  ///
  /// A quote after a backslash may end the title where no other does, as in the reference
  /// implementation.
  func title(_ start: Int) -> (range: ByteRange, end: Int)? {
    guard start < end else { return nil }
    let open = bytes[start]
    guard open == 0x22 || open == 0x27 || open == 0x28 else { return nil }
    let close = open == 0x28 ? 0x29 : open
    var found: Int?
    var i = start + 1
    while i < end {
      let byte = bytes[i]
      if byte == close || byte == open {
        let isEscaped = i > start + 1 && bytes[i - 1] == 0x5C
        if byte == close { found = i }
        if !isEscaped { break }
      }
      i += 1
    }
    guard let found else { return nil }
    return (ByteRange(start + 1, found), found + 1)
  }
}

// MARK: - Values

extension LinkScanner {
  /// The bytes with entities and backslashes resolved, in this order, as in the reference
  /// implementation.
  static func unescape(_ bytes: [UInt8], _ range: ByteRange) -> [UInt8] {
    var isPlain = true
    var i = range.start
    while i < range.end {
      if bytes[i] == 0x26 || bytes[i] == 0x5C { isPlain = false }
      i += 1
    }
    if isPlain { return Array(bytes[range.start..<range.end]) }

    var resolved: [UInt8] = []
    i = range.start
    while i < range.end {
      if bytes[i] == 0x26, let entity = Entity.parse(bytes, at: i, to: range.end) {
        resolved += entity.value
        i = entity.end
      } else {
        resolved.append(bytes[i])
        i += 1
      }
    }
    var result: [UInt8] = []
    i = 0
    while i < resolved.count {
      if resolved[i] == 0x5C && i + 1 < resolved.count && isPunctuation(resolved[i + 1]) { i += 1 }
      result.append(resolved[i])
      i += 1
    }
    return result
  }

  /// The form in which labels are compared: white space collapsed, case folded. Empty for none.
  static func key(_ bytes: [UInt8], _ range: ByteRange) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(range.length)
    var isASCII = true
    var space = false
    var i = range.start
    while i < range.end {
      let byte = bytes[i]
      i += 1
      if HTMLScanner.isSpace(byte) {
        space = true
        continue
      }
      if space && !result.isEmpty { result.append(0x20) }
      space = false
      if byte >= 0x80 { isASCII = false }
      result.append(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
    }
    return isASCII ? result : folded(result)
  }

  /// Full case folding. What is upper-cased and lower-cased again is folded: only `ı` and the
  /// detour of `ẞ` over `ß` are special.
  private static func folded(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      if scalar.isASCII || scalar.value == 0x131
        || scalar.properties.generalCategory == .otherLetter
      {
        result += Array(String(scalar).utf8)
        continue
      }
      let lower = scalar.properties.lowercaseMapping
      for upper in lower.unicodeScalars.flatMap({ $0.properties.uppercaseMapping.unicodeScalars }) {
        result += Array(upper.properties.lowercaseMapping.utf8)
      }
    }
    return result
  }
}
