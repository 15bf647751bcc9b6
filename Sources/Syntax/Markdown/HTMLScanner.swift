/// Scans tags as CommonMark 0.31.2 §6.6 defines them, in `bytes` up to `end`.
///
/// Every function takes where to start and gives the offset after what it matched, or `nil`.
struct HTMLScanner {
  let bytes: [UInt8]
  let end: Int

  @inline(__always)
  private func byte(_ i: Int) -> UInt8 { i < end ? bytes[i] : 0 }

  static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A }

  static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte >= 0x09 && byte <= 0x0D }

  private func skipSpace(_ start: Int) -> Int {
    var i = start
    while i < end && Self.isSpace(bytes[i]) { i += 1 }
    return i
  }

  private func tagName(_ start: Int) -> Int? {
    guard Self.isLetter(byte(start)) else { return nil }
    var i = start + 1
    while Self.isLetter(byte(i)) || Self.isDigit(byte(i)) || byte(i) == 0x2D { i += 1 }
    return i
  }

  /// After `<`.
  func openTag(_ start: Int) -> Int? {
    guard var i = tagName(start) else { return nil }
    while true {
      let next = skipSpace(i)
      guard next > i, let named = attributeName(next) else {
        i = next
        break
      }
      i = named
      let equals = skipSpace(i)
      if byte(equals) == 0x3D {
        guard let valued = attributeValue(skipSpace(equals + 1)) else { return nil }
        i = valued
      }
    }
    if byte(i) == 0x2F { i += 1 }
    return byte(i) == 0x3E ? i + 1 : nil
  }

  /// After `</`.
  func closingTag(_ start: Int) -> Int? {
    guard let name = tagName(start) else { return nil }
    let i = skipSpace(name)
    return byte(i) == 0x3E ? i + 1 : nil
  }

  private func attributeName(_ start: Int) -> Int? {
    let first = byte(start)
    guard Self.isLetter(first) || first == 0x5F || first == 0x3A else { return nil }
    var i = start + 1
    while true {
      let next = byte(i)
      guard
        Self.isLetter(next) || Self.isDigit(next) || next == 0x5F || next == 0x3A || next == 0x2E
          || next == 0x2D
      else { return i }
      i += 1
    }
  }

  private func attributeValue(_ start: Int) -> Int? {
    guard start < end else { return nil }
    let quote = bytes[start]
    var i = start
    if quote == 0x22 || quote == 0x27 {
      i += 1
      while i < end && bytes[i] != quote { i += 1 }
      return i < end ? i + 1 : nil
    }
    while i < end {
      switch bytes[i] {
      case 0x09...0x0D, 0x20, 0x22, 0x27, 0x3C, 0x3D, 0x3E, 0x60: return i > start ? i : nil
      default: i += 1
      }
    }
    return i > start ? i : nil
  }

  /// Whether the bytes at `start` are `word`.
  func matches(_ word: [UInt8], at start: Int) -> Bool {
    guard start + word.count <= end else { return false }
    var i = 0
    while i < word.count {
      if bytes[start + i] != word[i] { return false }
      i += 1
    }
    return true
  }

  /// The offset of `word` at or after `start`.
  func find(_ word: [UInt8], from start: Int) -> Int? {
    var i = start
    while i + word.count <= end {
      if matches(word, at: i) { return i }
      i += 1
    }
    return nil
  }
}

extension HTMLScanner {
  static let commentStart = Array("--".utf8)
  static let commentEnd = Array("-->".utf8)
  static let instructionEnd = Array("?>".utf8)
  static let declarationEnd = Array(">".utf8)
  static let dataStart = Array("[CDATA[".utf8)
  static let dataEnd = Array("]]>".utf8)
  static let closing = Array("</".utf8)
}
