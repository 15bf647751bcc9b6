/// Whether `bytes` are well-formed UTF-8 (RFC 3629).
package func isUTF8(_ bytes: [UInt8]) -> Bool {
  firstInvalidUTF8(in: bytes, ByteRange(0, bytes.count)) == nil
}

/// The offset of the first byte in `range` that is part of no well-formed scalar (RFC 3629).
package func firstInvalidUTF8(in bytes: [UInt8], _ range: ByteRange) -> Int? {
  let range = range.clamped(to: bytes.count)
  var i = range.start
  while true {
    i = ByteSearch.plainScalars(in: bytes, from: i, to: range.end)
    if i >= range.end { return nil }
    let length = scalarLength(at: i, in: bytes, to: range.end)
    if length == 0 { return i }
    i += length
  }
}

/// How many bytes the well-formed scalar has that begins at `offset`; 0 where none does.
package func scalarLength(at offset: Int, in bytes: [UInt8], to end: Int) -> Int {
  let end = min(end, bytes.count)
  guard offset >= 0, offset < end else { return 0 }
  let first = bytes[offset]
  if first < 0x80 { return 1 }
  let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 0
  guard length > 0, first <= 0xF4, offset + length <= end else { return 0 }
  var i = offset + 1
  while i < offset + length {
    if bytes[i] & 0xC0 != 0x80 { return 0 }
    i += 1
  }
  let second = bytes[offset + 1]
  switch first {
  case 0xE0 where second < 0xA0, 0xED where second > 0x9F, 0xF0 where second < 0x90,
    0xF4 where second > 0x8F:
    return 0
  default: return length
  }
}
