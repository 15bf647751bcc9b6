/// A scalar's value by the core schema of YAML 1.2, §10.3.
package enum YAMLValue: Sendable, Equatable {
  case null
  case boolean(Bool)
  case integer(Int)
  /// Whole numbers beyond `Int` are floats, too.
  case float(Double)
  case string(String)
}

extension YAMLNode {
  /// The value of a scalar; `nil` for a collection.
  package var value: YAMLValue? {
    guard let scalar else { return nil }
    switch tag {
    case nil:
      return scalar.style == .plain ? YAMLValue(core: scalar.text) : .string(scalar.text)
    case YAMLParser.coreTag + "null", YAMLParser.coreTag + "bool", YAMLParser.coreTag + "int":
      return YAMLValue(core: scalar.text)
    case YAMLParser.coreTag + "float":
      if case .integer(let value) = YAMLValue(core: scalar.text) { return .float(Double(value)) }
      return YAMLValue(core: scalar.text)
    default: return .string(scalar.text)
    }
  }

  package var isNull: Bool { value == .null }
}

extension YAMLValue {
  /// What a plain scalar of this text is.
  package init(core text: String) {
    switch text {
    case "", "~", "null", "Null", "NULL": self = .null
    case "true", "True", "TRUE": self = .boolean(true)
    case "false", "False", "FALSE": self = .boolean(false)
    default: self = Self.number(text) ?? .string(text)
    }
  }

  private static func number(_ text: String) -> YAMLValue? {
    let utf8 = text.utf8
    guard utf8.count <= 128, let first = utf8.first,
      first.isDigit || first == UInt8(ascii: "-") || first == UInt8(ascii: "+")
        || first == UInt8(ascii: ".")
    else { return nil }
    if text.hasPrefix("0x") { return whole(text.dropFirst(2), radix: 16) }
    if text.hasPrefix("0o") { return whole(text.dropFirst(2), radix: 8) }
    let isSigned = first == UInt8(ascii: "-") || first == UInt8(ascii: "+")
    let unsigned = isSigned ? text.dropFirst() : text[...]
    switch unsigned {
    case ".inf", ".Inf", ".INF":
      return .float(first == UInt8(ascii: "-") ? -Double.infinity : Double.infinity)
    case ".nan", ".NaN", ".NAN": return isSigned ? nil : .float(.nan)
    default: break
    }
    guard let isWhole = isDecimal(Array(unsigned.utf8)) else { return nil }
    if isWhole, let value = Int(text) { return .integer(value) }
    return Double(text).map(YAMLValue.float)
  }

  private static func whole(_ digits: Substring, radix: Int) -> YAMLValue? {
    guard !digits.isEmpty, digits.utf8.allSatisfy({ $0.hexDigit.map { $0 < radix } ?? false })
    else { return nil }
    if let value = Int(digits, radix: radix) { return .integer(value) }
    return .float(
      digits.utf8.reduce(0) { $0 * Double(radix) + Double($1.hexDigit ?? 0) })
  }

  /// Whether the text is `[0-9]+`, or a float; `nil` when it is neither.
  private static func isDecimal(_ text: [UInt8]) -> Bool? {
    var i = 0
    func digits() -> Int {
      let start = i
      while i < text.count, text[i].isDigit { i += 1 }
      return i - start
    }
    let whole = digits()
    if i == text.count { return whole > 0 ? true : nil }
    if text[i] == UInt8(ascii: ".") {
      i += 1
      let fraction = digits()
      guard whole + fraction > 0 else { return nil }
    } else if whole == 0 {
      return nil
    }
    if i < text.count, text[i] == UInt8(ascii: "e") || text[i] == UInt8(ascii: "E") {
      i += 1
      if i < text.count, text[i] == UInt8(ascii: "-") || text[i] == UInt8(ascii: "+") { i += 1 }
      guard digits() > 0 else { return nil }
    }
    return i == text.count ? false : nil
  }
}
