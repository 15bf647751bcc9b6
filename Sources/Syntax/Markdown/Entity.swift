/// Character references (CommonMark 0.31.2 §2.5).
enum Entity {
  /// The reference that starts with the `&` at `start`: what it stands for in UTF-8, and the
  /// offset after its `;`.
  static func parse(_ bytes: [UInt8], at start: Int, to end: Int) -> (value: [UInt8], end: Int)? {
    var i = start + 1
    guard i < end else { return nil }
    if bytes[i] == 0x23 { return number(bytes, at: i + 1, to: end) }
    while i < end && i - start <= longestName + 1
      && (HTMLScanner.isLetter(bytes[i]) || HTMLScanner.isDigit(bytes[i]))
    {
      i += 1
    }
    guard i < end, bytes[i] == 0x3B, i > start + 2 else { return nil }
    let name = String(decoding: bytes[start + 1..<i], as: UTF8.self)
    guard let value = named[name] else { return nil }
    return (value, i + 1)
  }

  /// After `&#`: up to seven decimal or, after `x`, six hexadecimal digits.
  private static func number(
    _ bytes: [UInt8], at start: Int, to end: Int
  ) -> (value: [UInt8], end: Int)? {
    var i = start
    let isHexadecimal = i < end && bytes[i] | 0x20 == 0x78
    if isHexadecimal { i += 1 }
    let radix: UInt32 = isHexadecimal ? 16 : 10
    let first = i
    var value: UInt32 = 0
    while i < end, i - first < 8, let digit = digit(bytes[i]), digit < radix {
      value = value &* radix &+ digit
      i += 1
    }
    let count = i - first
    guard count > 0, count <= (isHexadecimal ? 6 : 7), i < end, bytes[i] == 0x3B else {
      return nil
    }
    let scalar = value == 0 ? nil : Unicode.Scalar(value)
    return (Array(UTF8.encode(scalar ?? "\u{FFFD}") ?? replacement), i + 1)
  }

  private static let replacement = UTF8.encode("\u{FFFD}") ?? UTF8.EncodedScalar()

  private static func digit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 0x30...0x39: UInt32(byte - 0x30)
    case 0x41...0x46: UInt32(byte - 0x41 + 10)
    case 0x61...0x66: UInt32(byte - 0x61 + 10)
    default: nil
    }
  }

  private static let longestName = 31

  private static let named: [String: [UInt8]] = {
    var table: [String: [UInt8]] = [:]
    for line in EntityTable.source.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      let parts = line.split(separator: "=")
      guard parts.count == 2 else { continue }
      var value: [UInt8] = []
      for hexadecimal in parts[1].split(separator: "+") {
        guard let code = UInt32(hexadecimal, radix: 16), let scalar = Unicode.Scalar(code) else {
          continue
        }
        value += Array(UTF8.encode(scalar) ?? replacement)
      }
      table[String(parts[0])] = value
    }
    return table
  }()
}
