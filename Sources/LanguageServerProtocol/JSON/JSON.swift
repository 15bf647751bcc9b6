/// A JSON value. Strings stay UTF-8 bytes, since most of them end up as bytes of a document.
package enum JSON: Sendable, Equatable {
  case null
  case bool(Bool)
  case integer(Int)
  /// A number that is no `Int`, as it was written.
  case number([UInt8])
  /// Valid UTF-8.
  case string([UInt8])
  case array([JSON])
  case object([Member])

  package struct Member: Sendable, Equatable {
    package let key: [UInt8]
    package let value: JSON

    package init(key: [UInt8], value: JSON) {
      self.key = key
      self.value = value
    }
  }

  package static func string(_ text: String) -> JSON { .string(Array(text.utf8)) }

  /// The member of this name, the last where there are several; `nil` when there is none, it is
  /// `null`, or this is no object.
  package subscript(key: String) -> JSON? {
    guard case .object(let members) = self,
      let member = members.last(where: { $0.key.elementsEqual(key.utf8) }), member.value != .null
    else { return nil }
    return member.value
  }

  /// Whether there is a member of this name, be it `null`.
  package func hasMember(_ key: String) -> Bool {
    guard case .object(let members) = self else { return false }
    return members.contains { $0.key.elementsEqual(key.utf8) }
  }

  package var text: String? {
    guard case .string(let bytes) = self else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }

  package var bool: Bool? {
    guard case .bool(let value) = self else { return nil }
    return value
  }

  package var array: [JSON]? {
    guard case .array(let values) = self else { return nil }
    return values
  }

  /// Also of `1.0` and `1e3`, since some clients write integers so.
  package var integer: Int? {
    switch self {
    case .integer(let value): value
    case .number: double.flatMap { Int(exactly: $0) }
    default: nil
    }
  }

  package var double: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .number(let digits): Double(String(decoding: digits, as: UTF8.self))
    default: nil
    }
  }
}
