import Archive
package import Syntax

/// What could go into the writer's names file: the selected text, or the unknown word under the
/// cursor; `nil` where a known name stands, in code and addresses, and for text that is no name.
///
/// - Parameter selection: UTF-8 bytes of the issue; empty for a cursor.
package func nameToAdd(in snapshot: Snapshot, selection: ByteRange) -> String? {
  let bytes = snapshot.document.bytes
  let selection = selection.clamped(to: bytes.count)
  guard snapshot.readableRange(around: selection.start) != nil,
    snapshot.name(at: selection.start) == nil
  else { return nil }
  let range = selection.isEmpty ? word(in: bytes, at: selection.start) : selection
  guard (2...60).contains(range.length) else { return nil }
  let text = bytes[range.start..<range.end]
  let isName = text.allSatisfy { byte in
    byte >= 0x80 || isWordByte(byte) || byte == 0x20
  }
  guard isName, text.first != 0x20, text.last != 0x20, text.contains(where: isNameByte) else {
    return nil
  }
  return String(decoding: text, as: UTF8.self)
}

/// Letters, digits, hyphens and dots in a row; Chinese has no words to be found, so it must be
/// selected.
private func word(in bytes: [UInt8], at offset: Int) -> ByteRange {
  var start = offset
  var end = offset
  while start > 0, isWordByte(bytes[start - 1]) { start -= 1 }
  while end < bytes.count, isWordByte(bytes[end]) { end += 1 }
  // A full stop ends a sentence, not a name.
  while end > start, bytes[end - 1] == UInt8(ascii: ".") { end -= 1 }
  let isCapital = bytes[start..<end].contains { $0 &- 0x41 < 26 }
  return isCapital ? ByteRange(start, end) : ByteRange(offset, offset)
}

private func isNameByte(_ byte: UInt8) -> Bool { byte >= 0x80 || (byte | 0x20) &- 0x61 < 26 }

private func isWordByte(_ byte: UInt8) -> Bool {
  (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == UInt8(ascii: "-")
    || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "+")
}
