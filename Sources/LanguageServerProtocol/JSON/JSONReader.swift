/// What is wrong with a text that should be JSON.
package struct JSONError: Error, Sendable, Equatable, CustomStringConvertible {
  package let reason: String
  /// UTF-8 bytes from the start of the text.
  package let offset: Int

  package var description: String { "\(reason) at byte \(offset)" }
}

/// Reads one JSON text (RFC 8259).
///
/// It is strict but for what real clients get wrong inside strings: a lone surrogate (JavaScript
/// sends them) and bytes that are no UTF-8 become U+FFFD, so that the message still arrives.
package struct JSONReader {
  /// Containers within containers. A bound, so that no input can exhaust the stack.
  package static let depthLimit = 256

  private let bytes: [UInt8]
  private var position = 0
  private var depth = 0

  package static func read(_ bytes: [UInt8]) throws(JSONError) -> JSON {
    var reader = JSONReader(bytes: bytes)
    let value = try reader.value()
    reader.skipSpace()
    if reader.position < bytes.count { throw reader.error("text after the value") }
    return value
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  /// The byte at the position; 0, which no token begins with, past the end.
  private var current: UInt8 { position < bytes.count ? bytes[position] : 0 }

  private func error(_ reason: String) -> JSONError {
    JSONError(reason: position < bytes.count ? reason : "unexpected end", offset: position)
  }

  private mutating func skipSpace() {
    while position < bytes.count {
      switch bytes[position] {
      case 0x20, 0x0A, 0x0D, 0x09: position += 1
      default: return
      }
    }
  }

  private mutating func value() throws(JSONError) -> JSON {
    skipSpace()
    switch current {
    case UInt8(ascii: "{"): return try object()
    case UInt8(ascii: "["): return try array()
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case UInt8(ascii: "-"), 0x30...0x39: return try number()
    default: throw error("a value was expected")
    }
  }

  private mutating func word(_ word: String, _ value: JSON) throws(JSONError) -> JSON {
    guard bytes[position...].starts(with: word.utf8) else { throw error("a value was expected") }
    position += word.utf8.count
    return value
  }

  private mutating func enter() throws(JSONError) {
    depth += 1
    position += 1
    if depth > Self.depthLimit { throw JSONError(reason: "nested too deeply", offset: position) }
    skipSpace()
  }

  private mutating func leave() {
    depth -= 1
    position += 1
  }

  private mutating func object() throws(JSONError) -> JSON {
    try enter()
    var members: [JSON.Member] = []
    if current != UInt8(ascii: "}") {
      while true {
        guard current == UInt8(ascii: "\"") else { throw error("a key was expected") }
        let key = try string()
        skipSpace()
        guard current == UInt8(ascii: ":") else { throw error("':' was expected") }
        position += 1
        members.append(JSON.Member(key: key, value: try value()))
        skipSpace()
        if current == UInt8(ascii: "}") { break }
        guard current == UInt8(ascii: ",") else { throw error("',' or '}' was expected") }
        position += 1
        skipSpace()
      }
    }
    leave()
    return .object(members)
  }

  private mutating func array() throws(JSONError) -> JSON {
    try enter()
    var values: [JSON] = []
    if current != UInt8(ascii: "]") {
      while true {
        values.append(try value())
        skipSpace()
        if current == UInt8(ascii: "]") { break }
        guard current == UInt8(ascii: ",") else { throw error("',' or ']' was expected") }
        position += 1
      }
    }
    leave()
    return .array(values)
  }

  private mutating func number() throws(JSONError) -> JSON {
    let start = position
    let isNegative = current == UInt8(ascii: "-")
    if isNegative { position += 1 }
    let digits = position
    var value = 0
    var fits = true
    while case 0x30...0x39 = current {
      let (product, overflowed) = value.multipliedReportingOverflow(by: 10)
      let digit = Int(current - 0x30)
      let (sum, carried) = product.addingReportingOverflow(isNegative ? -digit : digit)
      if overflowed || carried { fits = false }
      value = sum
      position += 1
    }
    guard position > digits, position == digits + 1 || bytes[digits] != 0x30 else {
      throw error("a number was expected")
    }
    if current == UInt8(ascii: ".") {
      fits = false
      position += 1
      try someDigits()
    }
    if current | 0x20 == UInt8(ascii: "e") {
      fits = false
      position += 1
      if current == UInt8(ascii: "+") || current == UInt8(ascii: "-") { position += 1 }
      try someDigits()
    }
    return fits ? .integer(value) : .number(Array(bytes[start..<position]))
  }

  private mutating func someDigits() throws(JSONError) {
    let start = position
    while case 0x30...0x39 = current { position += 1 }
    if position == start { throw error("a digit was expected") }
  }

  private mutating func string() throws(JSONError) -> [UInt8] {
    position += 1
    var result: [UInt8] = []
    var highest: UInt8 = 0
    while true {
      let start = position
      while position < bytes.count {
        let byte = bytes[position]
        if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte < 0x20 { break }
        highest |= byte
        position += 1
      }
      if result.isEmpty {
        result = Array(bytes[start..<position])
      } else {
        result += bytes[start..<position]
      }
      switch current {
      case UInt8(ascii: "\""):
        position += 1
        return highest < 0x80 ? result : repairedUTF8(result)
      case UInt8(ascii: "\\"):
        position += 1
        try escape(into: &result)
      default:
        throw error("a control character stands in a string")
      }
    }
  }

  private mutating func escape(into result: inout [UInt8]) throws(JSONError) {
    let byte = current
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): result.append(byte)
    case UInt8(ascii: "n"): result.append(0x0A)
    case UInt8(ascii: "r"): result.append(0x0D)
    case UInt8(ascii: "t"): result.append(0x09)
    case UInt8(ascii: "b"): result.append(0x08)
    case UInt8(ascii: "f"): result.append(0x0C)
    case UInt8(ascii: "u"):
      position += 1
      var code = try fourHexDigits()
      if code & 0xFC00 == 0xD800, current == UInt8(ascii: "\\"), position + 1 < bytes.count,
        bytes[position + 1] == UInt8(ascii: "u")
      {
        let before = position
        position += 2
        let low = try fourHexDigits()
        if low & 0xFC00 == 0xDC00 {
          code = 0x10000 + (code & 0x3FF) << 10 + low & 0x3FF
        } else {
          position = before
        }
      }
      let scalar = Unicode.Scalar(code) ?? "\u{FFFD}"
      result += UTF8.encode(scalar).map { Array($0) } ?? []
      return
    default: throw error("an unknown escape")
    }
    position += 1
  }

  private mutating func fourHexDigits() throws(JSONError) -> UInt32 {
    var code: UInt32 = 0
    for _ in 0..<4 {
      let digit: UInt8
      switch current {
      case 0x30...0x39: digit = current - 0x30
      case 0x41...0x46: digit = current - 0x41 + 10
      case 0x61...0x66: digit = current - 0x61 + 10
      default: throw error("four hexadecimal digits were expected")
      }
      code = code << 4 | UInt32(digit)
      position += 1
    }
    return code
  }
}

/// `bytes` with all that is no UTF-8 replaced by U+FFFD.
func repairedUTF8(_ bytes: [UInt8]) -> [UInt8] {
  isUTF8(bytes) ? bytes : Array(String(decoding: bytes, as: UTF8.self).utf8)
}

private func isUTF8(_ bytes: [UInt8]) -> Bool {
  let count = bytes.count
  var index = 0
  while index < count {
    let lead = bytes[index]
    if lead < 0x80 {
      index += 1
      continue
    }
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard lead >= 0xC2, lead < 0xF5, index + length <= count else { return false }
    let second = bytes[index + 1]
    // The second byte tells overlong forms, surrogates and what lies beyond U+10FFFF.
    switch lead {
    case 0xE0: if second < 0xA0 { return false }
    case 0xED: if second > 0x9F { return false }
    case 0xF0: if second < 0x90 { return false }
    case 0xF4: if second > 0x8F { return false }
    default: break
    }
    var next = index + 1
    index += length
    while next < index {
      if bytes[next] & 0xC0 != 0x80 { return false }
      next += 1
    }
  }
  return true
}
