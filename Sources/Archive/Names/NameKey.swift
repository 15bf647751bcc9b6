/// What is equal in all spellings of a name: `Gemini 3 Pro`, `Gemini-3-Pro` and `gemini3pro` have
/// one key. Letters are lower case and separators are gone, save one between two digits
/// (`Llama 3 8B` is not `Llama 38B`).
enum NameKey {
  static func fold(_ bytes: some Collection<UInt8>) -> [UInt8] {
    let bytes = Array(bytes)
    var key: [UInt8] = []
    key.reserveCapacity(bytes.count)
    var last: UInt8 = 0
    var i = 0
    while let byte = next(bytes.span, &i, bytes.count, &last) { key.append(byte) }
    return key
  }

  /// The next byte of the key of `bytes[..<end]`, `nil` after its last.
  ///
  /// - Parameters:
  ///   - i: where what is left of the text begins.
  ///   - last: the byte of the key before; 0 at first.
  @inline(__always)
  static func next(
    _ bytes: Span<UInt8>, _ i: inout Int, _ end: Int, _ last: inout UInt8
  ) -> UInt8? {
    guard i < end else { return nil }
    let byte = bytes[i]
    if mayBeginSeparator(byte) { return nextBehindSeparator(bytes, &i, end, &last) }
    last = lowercase(byte)
    i &+= 1
    return last
  }

  private static func nextBehindSeparator(
    _ bytes: Span<UInt8>, _ i: inout Int, _ end: Int, _ last: inout UInt8
  ) -> UInt8? {
    while i < end {
      let length = separatorLength(bytes, i, end)
      if length == 0 {
        last = lowercase(bytes[i])
        i &+= 1
        return last
      }
      i &+= length
      if isDigit(last), i < end, isDigit(bytes[i]) {
        last = UInt8(ascii: "-")
        return last
      }
    }
    return nil
  }

  /// The first eight bytes of the key of `bytes[start..<end]`, the first one highest; 0 for those it
  /// does not have.
  static func head(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> UInt64 {
    var head: UInt64 = 0
    var shift: UInt64 = 64
    var last: UInt8 = 0
    var i = start
    while shift > 0, let byte = next(bytes, &i, end, &last) {
      shift &-= 8
      head |= UInt64(byte) << shift
    }
    return head
  }

  /// How many bytes of a separator begin at `i`: blank, hyphens and dashes, no-break spaces,
  /// middle dots. 0 for anything else.
  @inline(__always)
  static func separatorLength(_ bytes: Span<UInt8>, _ i: Int, _ end: Int) -> Int {
    let byte = bytes[i]
    if !mayBeginSeparator(byte) { return 0 }
    return byte < 0x80 ? 1 : wideSeparatorLength(bytes, i, end)
  }

  /// Hardly any character but separators begins with one of these.
  @inline(__always)
  private static func mayBeginSeparator(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x2D || byte == 0xC2 || byte == 0xE2 || byte == 0xE3
  }

  /// False only where no separator stands in `bytes[start..<end]`.
  static func mayHoldSeparator(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    var i = start
    while i < end, !mayBeginSeparator(bytes[i]) { i &+= 1 }
    return i < end
  }

  private static func wideSeparatorLength(_ bytes: Span<UInt8>, _ i: Int, _ end: Int) -> Int {
    if bytes[i] == 0xC2, i + 1 < end, bytes[i + 1] == 0xA0 || bytes[i + 1] == 0xB7 { return 2 }
    if bytes[i] == 0xE2, i + 2 < end, bytes[i + 1] == 0x80 {
      // U+2010 to U+2015, and the narrow no-break space U+202F.
      if (0x90...0x95).contains(bytes[i + 2]) || bytes[i + 2] == 0xAF { return 3 }
    }
    if bytes[i] == 0xE3, i + 2 < end, bytes[i + 1] == 0x83, bytes[i + 2] == 0xBB { return 3 }
    return 0
  }

  @inline(__always)
  static func lowercase(_ byte: UInt8) -> UInt8 {
    byte &- 0x41 < 26 ? byte | 0x20 : byte
  }

  @inline(__always)
  static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  @inline(__always)
  static func isUpper(_ byte: UInt8) -> Bool { byte &- 0x41 < 26 }

  @inline(__always)
  static func isLower(_ byte: UInt8) -> Bool { byte &- 0x61 < 26 }

  @inline(__always)
  static func isAlphanumeric(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
  }

  /// A 64-bit hash of some bytes, good enough that equal hashes count as equal spellings.
  static func hash(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> UInt64 {
    var hash = hashSeed
    var i = start
    while i < end {
      hash = mixed(hash, bytes[i])
      i += 1
    }
    return hash
  }

  static let hashSeed: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// The hash of some bytes with one more.
  @inline(__always)
  static func mixed(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    let mixed = (hash ^ UInt64(byte)) &* 0xFF51_AFD7_ED55_8CCD
    return mixed ^ mixed >> 29
  }

  static func hash(_ bytes: [UInt8]) -> UInt64 { hash(bytes.span, 0, bytes.count) }

  /// The hash of the key of `bytes[start..<end]`.
  static func hash(ofKeyOf bytes: Span<UInt8>, _ start: Int, _ end: Int) -> UInt64 {
    var hash = hashSeed
    var last: UInt8 = 0
    var i = start
    while let byte = next(bytes, &i, end, &last) { hash = mixed(hash, byte) }
    return hash
  }
}
