/// What is equal in all spellings of a name: `Gemini 3 Pro`, `Gemini-3-Pro` and `gemini3pro` have
/// one key. Letters are lower case and separators are gone, save one between two digits
/// (`Llama 3 8B` is not `Llama 38B`).
enum NameKey {
  static func fold(_ bytes: some Collection<UInt8>) -> [UInt8] {
    let bytes = Array(bytes)
    var key: [UInt8] = []
    fold(bytes.span, 0, bytes.count, into: &key)
    return key
  }

  /// Replaces `key` by the key of `bytes[start..<end]`.
  static func fold(_ bytes: Span<UInt8>, _ start: Int, _ end: Int, into key: inout [UInt8]) {
    key.removeAll(keepingCapacity: true)
    key.reserveCapacity(end - start)
    var last: UInt8 = 0
    var i = start
    while i < end {
      let length = separatorLength(bytes, i, end)
      if length > 0 {
        let next = i &+ length
        if isDigit(last), next < end, isDigit(bytes[next]) {
          last = UInt8(ascii: "-")
          key.append(last)
        }
        i = next
      } else {
        last = lowercase(bytes[i])
        key.append(last)
        i &+= 1
      }
    }
  }

  /// How many bytes of a separator begin at `i`: blank, hyphens and dashes, no-break spaces,
  /// middle dots. 0 for anything else.
  @inline(__always)
  static func separatorLength(_ bytes: Span<UInt8>, _ i: Int, _ end: Int) -> Int {
    let byte = bytes[i]
    if byte == 0x20 || byte == 0x2D { return 1 }
    // Hardly any other character begins with one of these three.
    if byte != 0xC2, byte != 0xE2, byte != 0xE3 { return 0 }
    return wideSeparatorLength(bytes, i, end)
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
}
