/// Characters of three bytes, read eight bytes at a time. A measurement asked for it: nearly all of an
/// issue is such characters, and each is looked at.
enum WideBytes {
  /// The eight bytes at `i`, the first one highest. There must be as many.
  @inline(__always)
  static func eight(_ text: Span<UInt8>, _ i: Int) -> UInt64 {
    // The load checks its bounds; any bits are a number.
    unsafe text.bytes.unsafeLoadUnaligned(fromByteOffset: i, as: UInt64.self).bigEndian
  }

  /// Whether the byte begins a character from U+3000 to U+DFFF.
  @inline(__always)
  static func isLead(_ byte: UInt64) -> Bool { byte &- 0xE3 < 11 }

  /// The bytes of the character at `i`; 0 where there is none of three bytes before `end`.
  @inline(__always)
  static func one(_ text: Span<UInt8>, _ i: Int, _ end: Int) -> UInt64 {
    guard i &+ 2 < end else { return 0 }
    let first = text[i]
    guard isLead(UInt64(first)) else { return 0 }
    return UInt64(first) << 16 | UInt64(text[i &+ 1]) << 8 | UInt64(text[i &+ 2])
  }
}
