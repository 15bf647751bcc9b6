/// The terms that stories are compared by: pairs and triples of Chinese characters, words of other
/// scripts, and pairs of adjacent words. No dictionary is needed, so no word is unknown.
enum StoryTerms {
  enum Kind: UInt32 {
    case hanPair = 0
    case hanTriple = 1
    case word = 2
    /// Two words side by side, or a word and its number: `gpt 5.2`.
    case wordPair = 3
  }

  /// Calls `body` with each term's hash, kind and place in `bytes`, in text order, as long as it
  /// answers `true`.
  @inline(__always)
  static func forEach(
    in bytes: Span<UInt8>, _ body: (_ hash: UInt32, _ kind: Kind, _ start: Int, _ end: Int) -> Bool
  ) {
    let count = bytes.count
    var i = 0
    // The two Chinese characters before `i`, 0 for none.
    var before: UInt32 = 0
    var last: UInt32 = 0
    // The word that ended just before `i`.
    var previousWord: UInt64 = 0
    var previousStart = 0
    var previousEnd = -2
    while i < count {
      let byte = bytes[i]
      if byte >= 0xE3 && byte <= 0xE9 && i + 2 < count {
        let scalar =
          UInt32(byte & 0x0F) << 12 | UInt32(bytes[i + 1] & 0x3F) << 6
          | UInt32(bytes[i + 2] & 0x3F)
        if isHan(scalar) {
          if last != 0 {
            guard body(hash(last, scalar), .hanPair, i - 3, i + 3),
              before == 0 || body(hash(before, last, scalar), .hanTriple, i - 6, i + 3)
            else { return }
          }
          before = last
          last = scalar
        } else {
          before = 0
          last = 0
        }
        i += 3
        continue
      }
      before = 0
      last = 0
      let start = i
      if isLetter(byte) {
        while i < count, isLetter(bytes[i]) || isContinuation(bytes[i]) { i += 1 }
        let word = wordHash(bytes, start, i)
        guard i - start < 2 || body(fold(word), .word, start, i),
          start - previousEnd > 1 || body(hash(previousWord, word), .wordPair, previousStart, i)
        else { return }
        previousWord = word
        previousStart = start
        previousEnd = i
      } else if isDigit(byte) {
        while i < count, isDigit(bytes[i]) || isPointInNumber(bytes, i) { i += 1 }
        let number = wordHash(bytes, start, i)
        guard
          start - previousEnd > 1 || body(hash(previousWord, number), .wordPair, previousStart, i)
        else { return }
        previousWord = number
        previousStart = start
        previousEnd = i
      } else {
        i += 1
      }
    }
  }

  /// Of the pair of Chinese characters whose six bytes begin at `start`; `nil` where there is none.
  static func hash(ofPair bytes: Span<UInt8>, at start: Int) -> UInt32? {
    var result: UInt32?
    guard start >= 0, start + 6 <= bytes.count else { return nil }
    forEach(in: bytes.extracting(start..<start + 6)) { hash, kind, _, _ in
      if kind == .hanPair { result = hash }
      return result == nil
    }
    return result
  }

  static func hash(ofWord bytes: [UInt8]) -> UInt32 { fold(wordHash(bytes.span, 0, bytes.count)) }

  /// The term of the models and products whose names begin so.
  static func hash(ofFamily family: [UInt8]) -> UInt32 {
    fold(wordHash(family.span, 0, family.count) ^ 0x6661_6D69_6C79)
  }

  /// A topic's term.
  static func hash(ofTopic topic: Int) -> UInt32 {
    fold(UInt64(truncatingIfNeeded: topic) &* 0x9E37_79B9_7F4A_7C15 ^ 0x746F_7069_63)
  }

  /// A name's term.
  static func hash(ofName id: NameID) -> UInt32 {
    fold(UInt64(id.number) &* 0x9E37_79B9_7F4A_7C15 ^ 0x6E61_6D65)
  }

  /// A source's term, by the bytes of its normalized URL.
  struct SourceHash {
    private var hash: UInt64 = 0xCBF2_9CE4_8422_2325

    @inline(__always)
    mutating func add(_ byte: UInt8) {
      let lower = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
      hash = (hash ^ UInt64(lower)) &* 0x100_0000_01B3
    }

    var value: UInt32 { fold(hash ^ 0x7572_6C) }
  }

  // MARK: - Hashes of 30 bits; the other two are left to whoever stores them.

  static let hashBits = 30

  private static func fold(_ value: UInt64) -> UInt32 {
    UInt32(truncatingIfNeeded: (value &* 0x9E37_79B9_7F4A_7C15) >> 34)
  }

  private static func hash(_ a: UInt32, _ b: UInt32) -> UInt32 {
    fold(UInt64(a) | UInt64(b) << 16 | 1 << 62)
  }

  private static func hash(_ a: UInt32, _ b: UInt32, _ c: UInt32) -> UInt32 {
    fold(UInt64(a) | UInt64(b) << 16 | UInt64(c) << 32 | 1 << 63)
  }

  private static func hash(_ a: UInt64, _ b: UInt64) -> UInt32 {
    fold((a &* 0x1000_0000_01B3) ^ b)
  }

  /// Of the lower-case word without the `s` of a plural.
  @inline(__always)
  private static func wordHash(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> UInt64 {
    var end = end
    if end - start > 3, bytes[end - 1] | 0x20 == UInt8(ascii: "s"),
      bytes[end - 2] | 0x20 != UInt8(ascii: "s")
    {
      end -= 1
    }
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    var i = start
    while i < end {
      let byte = bytes[i]
      let lower = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
      hash = (hash ^ UInt64(lower)) &* 0x100_0000_01B3
      i += 1
    }
    return hash
  }

  // MARK: - Characters

  /// Chinese characters and kana: written without spaces between words.
  @inline(__always)
  private static func isHan(_ scalar: UInt32) -> Bool {
    (scalar >= 0x3400 && scalar <= 0x9FFF) || (scalar >= 0x3041 && scalar <= 0x30FF)
  }

  /// First bytes of letters. Of the scripts beyond ASCII, those that separate words by spaces.
  @inline(__always)
  private static func isLetter(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x41...0x5A, 0x61...0x7A, 0xC3...0xE1, 0xEA...0xED: true
    default: false
    }
  }

  @inline(__always)
  private static func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }

  @inline(__always)
  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  @inline(__always)
  private static func isPointInNumber(_ bytes: Span<UInt8>, _ i: Int) -> Bool {
    bytes[i] == UInt8(ascii: ".") && i + 1 < bytes.count && isDigit(bytes[i + 1])
  }
}
