/// What can be written as JSON.
package protocol JSONEncodable {
  func encode(to json: inout JSONWriter)
}

/// Writes JSON into one growing array of bytes; no tree is built.
package struct JSONWriter {
  package private(set) var bytes: [UInt8] = []

  package init(capacity: Int = 512) { bytes.reserveCapacity(capacity) }

  /// The bytes of `value` alone.
  package static func bytes(of value: some JSONEncodable) -> [UInt8] {
    var writer = JSONWriter()
    value.encode(to: &writer)
    return writer.bytes
  }

  /// A value needs a comma before it unless it is the first of its container or follows its key.
  private var needsComma: Bool {
    switch bytes.last {
    case nil, UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: ":"): false
    default: true
    }
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
  }

  package mutating func object(_ body: (inout JSONWriter) -> Void) {
    separate()
    bytes.append(UInt8(ascii: "{"))
    body(&self)
    bytes.append(UInt8(ascii: "}"))
  }

  package mutating func array(_ body: (inout JSONWriter) -> Void) {
    separate()
    bytes.append(UInt8(ascii: "["))
    body(&self)
    bytes.append(UInt8(ascii: "]"))
  }

  package mutating func field(_ name: StaticString, _ value: some JSONEncodable) {
    key(name)
    value.encode(to: &self)
  }

  /// Leaves the field out when there is no value.
  package mutating func optionalField(_ name: StaticString, _ value: (some JSONEncodable)?) {
    if let value { field(name, value) }
  }

  package mutating func field(_ name: StaticString, object body: (inout JSONWriter) -> Void) {
    key(name)
    object(body)
  }

  package mutating func field(_ name: StaticString, array body: (inout JSONWriter) -> Void) {
    key(name)
    array(body)
  }

  /// Writes a key of letters; the next value is its value.
  package mutating func key(_ name: StaticString) {
    part(needsComma ? ",\"" : "\"")
    part(name)
    part("\":")
  }

  /// Writes a member whose key may be any text.
  package mutating func member(_ key: [UInt8], _ value: some JSONEncodable) {
    string(key)
    bytes.append(UInt8(ascii: ":"))
    value.encode(to: &self)
  }

  package mutating func null() { word("null") }
  package mutating func bool(_ value: Bool) { word(value ? "true" : "false") }

  package mutating func integer(_ value: Int) {
    separate()
    guard value >= 0, value < 100_000_000 else {
      bytes += String(value).utf8
      return
    }
    // The digits, the first one lowest.
    var digits: UInt64 = 0
    var rest = UInt32(truncatingIfNeeded: value)
    repeat {
      digits = digits << 8 | UInt64(0x30 + rest % 10)
      rest /= 10
    } while rest > 0
    bytes.append(addingCapacity: 8) { json in
      while digits > 0 {
        json.append(UInt8(truncatingIfNeeded: digits))
        digits >>= 8
      }
    }
  }

  /// A finite number with at most four digits after the point; anything else is `null`.
  package mutating func double(_ value: Double) {
    guard let scaled = Int(exactly: (value * 10_000).rounded()) else {
      null()
      return
    }
    word("\(Double(scaled) / 10_000)")
  }

  package mutating func string(_ text: String) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    let start = bytes.count
    bytes += text.utf8
    // Few strings hold a byte that must be escaped.
    if bytes[start...].contains(where: Self.needsEscape) {
      bytes.removeSubrange(start...)
      for byte in text.utf8 { character(byte) }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// A string given as UTF-8; what is none becomes U+FFFD.
  package mutating func string(_ text: [UInt8]) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    for byte in repairedUTF8(text) { character(byte) }
    bytes.append(UInt8(ascii: "\""))
  }

  /// A value that is JSON already.
  package mutating func raw(_ json: [UInt8]) {
    separate()
    bytes += json
  }

  /// A part of a value, which may begin in one and end in another.
  package mutating func part(_ json: StaticString) {
    json.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
  }

  private static func needsEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  private mutating func character(_ byte: UInt8) {
    if !Self.needsEscape(byte) {
      bytes.append(byte)
      return
    }
    bytes.append(UInt8(ascii: "\\"))
    switch byte {
    case 0x0A: bytes.append(UInt8(ascii: "n"))
    case 0x0D: bytes.append(UInt8(ascii: "r"))
    case 0x09: bytes.append(UInt8(ascii: "t"))
    case 0x00..<0x20:
      bytes += "u00".utf8
      let digits = Array("0123456789abcdef".utf8)
      bytes.append(digits[Int(byte >> 4)])
      bytes.append(digits[Int(byte & 15)])
    default: bytes.append(byte)
    }
  }

  private mutating func word(_ word: String) {
    separate()
    bytes += word.utf8
  }
}

extension String: JSONEncodable {
  package func encode(to json: inout JSONWriter) { json.string(self) }
}

extension Int: JSONEncodable {
  package func encode(to json: inout JSONWriter) { json.integer(self) }
}

extension Bool: JSONEncodable {
  package func encode(to json: inout JSONWriter) { json.bool(self) }
}

extension Double: JSONEncodable {
  package func encode(to json: inout JSONWriter) { json.double(self) }
}

extension Array: JSONEncodable where Element: JSONEncodable {
  package func encode(to json: inout JSONWriter) {
    json.array { json in for element in self { element.encode(to: &json) } }
  }
}

/// `nil` is `null`.
extension Optional: JSONEncodable where Wrapped: JSONEncodable {
  package func encode(to json: inout JSONWriter) {
    if let self { self.encode(to: &json) } else { json.null() }
  }
}

extension JSON: JSONEncodable {
  package func encode(to json: inout JSONWriter) {
    switch self {
    case .null: json.null()
    case .bool(let value): json.bool(value)
    case .integer(let value): json.integer(value)
    case .number(let digits): json.raw(digits)
    case .string(let text): json.string(text)
    case .array(let values): values.encode(to: &json)
    case .object(let members):
      json.object { json in
        for member in members { json.member(member.key, member.value) }
      }
    }
  }
}
