/// One line near or in front matter, and what it looks like on its own.
///
/// These are guesses about what the writer meant; the YAML parser has its own rules.
struct FrontMatterLine {
  /// The line without its ending.
  let text: ByteRange
  /// Where the next line starts.
  let next: Int

  var start: Int { text.start }
  var end: Int { text.end }

  init(text: ByteRange, next: Int) {
    self.text = text
    self.next = next
  }

  /// The line that starts at `offset`; `nil` at the end of the text.
  init?(in bytes: [UInt8], at offset: Int) {
    guard offset < bytes.count else { return nil }
    var end = offset
    while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
    var next = end + 1
    if end + 1 < bytes.count, bytes[end] == 0x0D, bytes[end + 1] == 0x0A { next += 1 }
    self.init(text: ByteRange(offset, end), next: min(next, bytes.count))
  }

  func isBlank(in bytes: [UInt8]) -> Bool {
    bytes.skippingBlanks(from: start, to: end) == end
  }

  /// An ATX heading, which to YAML is a comment.
  func isHeading(in bytes: [UInt8]) -> Bool {
    var i = start
    while i < end, bytes[i] == UInt8(ascii: "#") { i += 1 }
    let level = i - start
    return level > 0 && level <= 6 && (i == end || bytes[i] == 0x20 || bytes[i] == 0x09)
  }

  func isItem(in bytes: [UInt8]) -> Bool {
    guard start < end, bytes[start] == UInt8(ascii: "-") else { return false }
    return start + 1 == end || bytes[start + 1] == 0x20 || bytes[start + 1] == 0x09
  }

  /// A key and its colon from the first column on: `title:`, `"title" :`, `title：`, `标题: `.
  func isKey(in bytes: [UInt8]) -> Bool { keyEnd(in: bytes) != nil }

  /// Where the value begins on a key's line; `nil` on others.
  func valueStart(in bytes: [UInt8]) -> Int? {
    keyEnd(in: bytes).map { bytes.skippingBlanks(from: $0, to: end) }
  }

  /// The offset past the colon that ends the key.
  private func keyEnd(in bytes: [UInt8]) -> Int? {
    var i = start
    guard i < end else { return nil }
    let first = bytes[i]
    let quote = first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") ? first : nil
    if quote != nil { i += 1 }
    let nameStart = i
    var isASCII = true
    while i < end, i - nameStart <= 40, bytes[i].isKeyByte {
      if bytes.isFullWidthPunctuation(at: i) { break }
      isASCII = isASCII && bytes[i] < 0x80
      i += 1
    }
    guard i > nameStart, !bytes[nameStart].isDigit, bytes[nameStart] != UInt8(ascii: "-") else {
      return nil
    }
    if let quote {
      guard i < end, bytes[i] == quote else { return nil }
      i += 1
    }
    i = bytes.skippingBlanks(from: i, to: end)
    guard i < end else { return nil }
    if bytes[i] == UInt8(ascii: ":") {
      let after = i + 1
      if isASCII { return bytes.starts(with: "//", at: after) ? nil : after }
      return after == end || bytes[after] == 0x20 || bytes[after] == 0x09 ? after : nil
    }
    return isASCII && bytes.starts(with: "：", at: i) ? i + 3 : nil
  }

  /// A key that front matter has nearly everywhere.
  func startsWithCommonKey(in bytes: [UInt8]) -> Bool {
    guard let end = keyEnd(in: bytes) else { return false }
    let name = bytes[start..<end].prefix { $0.isKeyByte && $0 < 0x80 }
    return startsWithCommonName(ByteRange(start, start + name.count), in: bytes)
  }

  /// Whether the bytes of `name` are such a key, whatever follows.
  func startsWithCommonName(_ name: ByteRange, in bytes: [UInt8]) -> Bool {
    let name = bytes[name.start..<name.end].map { $0 | 0x20 }
    return Self.commonKeys.contains { $0.utf8.elementsEqual(name) }
  }

  private static let commonKeys: [String] = [
    "title", "date", "category", "categories", "tags", "description", "summary", "author",
    "draft", "slug", "layout", "coverimage", "cover", "image", "seo", "keywords", "id",
  ]

  /// Text at the first column that has no place in a block mapping.
  func isProse(in bytes: [UInt8]) -> Bool {
    guard start < end, !isKey(in: bytes), !isItem(in: bytes) else { return false }
    switch bytes[start] {
    case 0x20, 0x09, UInt8(ascii: "#"), UInt8(ascii: "\""), UInt8(ascii: "'"),
      UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: "{"), UInt8(ascii: ","),
      UInt8(ascii: "&"), UInt8(ascii: "?"), UInt8(ascii: ":"), UInt8(ascii: "%"):
      return false
    case UInt8(ascii: "!"): return bytes.starts(with: "![", at: start)
    case UInt8(ascii: "*"): return bytes.starts(with: "**", at: start)
    case UInt8(ascii: "["):
      var i = start
      while i + 1 < end {
        if bytes[i] == UInt8(ascii: "]"), bytes[i + 1] == UInt8(ascii: "(") { return true }
        i += 1
      }
      return false
    default: return true
    }
  }
}

// MARK: - Fences

extension FrontMatterLine {
  /// A line of dashes, or of what was typed for dashes.
  struct Fence {
    enum Shape { case exact, damaged, documentEnd }
    var shape: Shape
    /// From the first mark to the last.
    var marks: ByteRange
    /// Marks on the line.
    var count: Int
    /// What stands after the marks, blanks around it left out.
    var rest: ByteRange
  }

  /// `nil` when the line is no fence, not even a damaged one.
  func fence(in bytes: [UInt8]) -> Fence? {
    let first = bytes.skippingBlanks(from: start, to: end)
    if bytes.starts(with: "...", at: first) {
      let after = bytes.skippingBlanks(from: first + 3, to: end)
      guard after == end, first == start else { return nil }
      return Fence(
        shape: .documentEnd, marks: ByteRange(first, first + 3), count: 3,
        rest: ByteRange(end, end))
    }
    var i = first
    var marksEnd = first
    var count = 0
    var dashes = 0
    while i < end {
      let length = bytes.lengthOfFenceMark(at: i)
      guard length > 0 else { break }
      if bytes[i] == UInt8(ascii: "-") { dashes += 1 }
      // Long dashes stand for two hyphens.
      count += length > 1 ? 2 : 1
      i += length
      marksEnd = i
      if marksEnd - first == 3, dashes == 3, let fence = exactFence(at: first, in: bytes) {
        return fence
      }
      i = bytes.skippingBlanks(from: i, to: end)
    }
    guard count > 0, i == end else { return nil }
    return Fence(
      shape: .damaged, marks: ByteRange(first, marksEnd), count: count, rest: ByteRange(end, end))
  }

  /// Three hyphens, whatever follows but more marks.
  private func exactFence(at first: Int, in bytes: [UInt8]) -> Fence? {
    let after = bytes.skippingBlanks(from: first + 3, to: end)
    guard after == end || bytes.lengthOfFenceMark(at: after) == 0 else { return nil }
    var last = end
    while last > after, bytes[last - 1] == 0x20 || bytes[last - 1] == 0x09 { last -= 1 }
    return Fence(
      shape: .exact, marks: ByteRange(first, first + 3), count: 3, rest: ByteRange(after, last))
  }
}

// MARK: - Bytes

extension UInt8 {
  var isDigit: Bool { self >= 0x30 && self <= 0x39 }

  /// An ASCII letter or digit, or a byte beyond ASCII.
  var isWordByte: Bool {
    isDigit || self >= 0x80
      || (self | 0x20) >= UInt8(ascii: "a") && (self | 0x20) <= UInt8(ascii: "z")
  }

  /// What a key of front matter is made of; any byte beyond ASCII counts.
  fileprivate var isKeyByte: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"): true
    case UInt8(ascii: "."), 0x80...: true
    default: false
    }
  }
}

extension [UInt8] {
  func starts(with text: StaticString, at offset: Int) -> Bool {
    let count = text.utf8CodeUnitCount
    guard offset >= 0, offset + count <= self.count else { return false }
    return text.withUTF8Buffer { wanted in
      var i = 0
      while i < count {
        if unsafe wanted[i] != self[offset + i] { return false }
        i += 1
      }
      return true
    }
  }

  /// The length of a blank at `offset`: space, tab, no-break, ideographic or zero-width space.
  func lengthOfBlank(at offset: Int) -> Int {
    guard offset < count else { return 0 }
    switch self[offset] {
    case 0x20, 0x09: return 1
    case 0xC2: return offset + 1 < count && self[offset + 1] == 0xA0 ? 2 : 0
    case 0xE2:
      // U+2000…U+200D, U+202F, U+2060.
      guard offset + 2 < count else { return 0 }
      let (second, third) = (self[offset + 1], self[offset + 2])
      if second == 0x80 { return third <= 0x8D && third >= 0x80 || third == 0xAF ? 3 : 0 }
      return second == 0x81 && third == 0xA0 ? 3 : 0
    case 0xE3: return starts(with: "\u{3000}", at: offset) ? 3 : 0
    case 0xEF: return starts(with: "\u{FEFF}", at: offset) ? 3 : 0
    default: return 0
    }
  }

  func skippingBlanks(from start: Int, to end: Int) -> Int {
    var i = start
    while i < end {
      let length = lengthOfBlank(at: i)
      if length == 0 { break }
      i += length
    }
    return Swift.min(i, Swift.max(start, end))
  }

  /// The length of a character at `offset` that a writer may have typed for a hyphen of a fence.
  fileprivate func lengthOfFenceMark(at offset: Int) -> Int {
    guard offset < count else { return 0 }
    switch self[offset] {
    case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "*"), UInt8(ascii: "="),
      UInt8(ascii: "~"), UInt8(ascii: "+"):
      return 1
    case 0xE2:
      guard offset + 2 < count else { return 0 }
      let (second, third) = (self[offset + 1], self[offset + 2])
      if second == 0x80 { return third >= 0x90 && third <= 0x95 ? 3 : 0 }
      if second == 0x94 { return third >= 0x80 && third <= 0x81 ? 3 : 0 }
      return second == 0x88 && third == 0x92 ? 3 : 0
    case 0xE3: return starts(with: "ー", at: offset) ? 3 : 0
    case 0xEF:
      return starts(with: "－", at: offset) || starts(with: "＿", at: offset) ? 3 : 0
    default: return 0
    }
  }

  /// Whether a full-width colon, comma or the like starts at `offset`.
  fileprivate func isFullWidthPunctuation(at offset: Int) -> Bool {
    switch self[offset] {
    case 0xE3: offset + 1 < count && self[offset + 1] == 0x80
    case 0xEF:
      offset + 1 < count && self[offset + 1] == 0xBC && offset + 2 < count
        && self[offset + 2] < 0xA1
    default: false
    }
  }
}
