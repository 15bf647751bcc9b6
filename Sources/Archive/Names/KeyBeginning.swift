/// What a key or a text begins with: the letters, or the digits, at most four; for Chinese the first
/// two characters; for anything else the first byte. By it a lexicon finds where to look.
struct KeyBeginning {
  let code: UInt64
  /// In bytes.
  let length: Int

  /// - Parameter head: the text's first eight bytes, the first one highest, 0 for those it does
  ///   not have.
  @inline(__always)
  init(head: UInt64) {
    let first = head >> 56
    guard first < 0x80, NameKey.isAlphanumeric(UInt8(first)) else {
      let (one, two) = (head >> 40, head >> 16 & 0xFF_FFFF)
      if !Self.isWide(one) {
        (code, length) = (first, 1)
      } else if Self.isWide(two), two != Self.middleDot {
        (code, length) = (head >> 16, 6)
      } else {
        (code, length) = (one, 3)
      }
      return
    }
    let isDigit = NameKey.isDigit(UInt8(first))
    var length = 1
    while length < 4 {
      let byte = UInt8(truncatingIfNeeded: head >> UInt64(56 &- 8 &* length))
      guard NameKey.isAlphanumeric(byte), NameKey.isDigit(byte) == isDigit else { break }
      length &+= 1
    }
    code = (head | 0x2020_2020_2020_2020) >> UInt64(64 &- 8 &* length)
    self.length = length
  }

  /// A separator (`NameKey`), U+30FB.
  private static let middleDot: UInt64 = 0xE3_83BB

  /// Whether three bytes are a character from U+3000 to U+DFFF.
  @inline(__always)
  private static func isWide(_ bytes: UInt64) -> Bool {
    WideBytes.isLead(bytes >> 16) && bytes & 0xC0C0 == 0x8080
  }

  /// Of `bytes[i..<end]`.
  @inline(__always)
  init(_ bytes: Span<UInt8>, _ i: Int, _ end: Int) {
    if i &+ 8 <= end {
      self.init(head: WideBytes.eight(bytes, i))
    } else {
      var head: UInt64 = 0
      var shift: UInt64 = 56
      for j in i..<max(i, end) {
        head |= UInt64(bytes[j]) &<< shift
        shift &-= 8
      }
      self.init(head: head)
    }
  }
}
