package import LanguageServerProtocol

extension JSON: ExpressibleByNilLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByIntegerLiteral, ExpressibleByStringLiteral,
  ExpressibleByStringInterpolation, ExpressibleByArrayLiteral,
  ExpressibleByDictionaryLiteral
{
  package init(nilLiteral: ()) { self = .null }
  package init(booleanLiteral value: Bool) { self = .bool(value) }
  package init(integerLiteral value: Int) { self = .integer(value) }
  package init(stringLiteral value: String) { self = .string(value) }
  package init(arrayLiteral elements: JSON...) { self = .array(elements) }

  package init(dictionaryLiteral elements: (String, JSON)...) {
    self = .object(elements.map { Member(key: Array($0.0.utf8), value: $0.1) })
  }

  init(_ id: RequestID) {
    switch id {
    case .integer(let value): self = .integer(value)
    case .number(let digits): self = .number(digits)
    case .string(let text): self = .string(text)
    }
  }

  var description: String { String(decoding: JSONWriter.bytes(of: self), as: UTF8.self) }

  /// The member or element at a path such as `result.items.0.label`.
  func at(_ path: String) -> JSON? {
    path.split(separator: ".").reduce(self as JSON?) { json, part in
      if let index = Int(part), let array = json?.array {
        return array.indices.contains(index) ? array[index] : nil
      }
      return json?[String(part)]
    }
  }
}
