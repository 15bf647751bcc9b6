extension YAMLNode {
  /// The value as JSON on one line, by the core schema: a date stays text, the last of equal keys
  /// wins, a key that is no text becomes the text of its JSON. What JSON has no number for (`.inf`)
  /// stays text, too.
  package var json: [UInt8] {
    var writer = YAMLJSONWriter()
    writer.write(self)
    return writer.bytes
  }
}

private struct YAMLJSONWriter {
  var bytes: [UInt8] = []

  mutating func write(_ node: YAMLNode) {
    switch node.content {
    case .scalar(let scalar): write(node.value ?? .null, text: scalar.text)
    case .sequence(let items):
      bytes.append(UInt8(ascii: "["))
      for (index, item) in items.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        write(item)
      }
      bytes.append(UInt8(ascii: "]"))
    case .mapping(let entries): write(entries)
    }
  }

  private mutating func write(_ entries: [YAMLEntry]) {
    let keys = entries.map { key(of: $0.key) }
    var last: [String: Int] = [:]
    for (index, key) in keys.enumerated() { last[key] = index }
    bytes.append(UInt8(ascii: "{"))
    var isFirst = true
    for (index, key) in keys.enumerated() where last[key] == index {
      if !isFirst { bytes.append(UInt8(ascii: ",")) }
      isFirst = false
      string(key)
      bytes.append(UInt8(ascii: ":"))
      write(entries[index].value)
    }
    bytes.append(UInt8(ascii: "}"))
  }

  private func key(of node: YAMLNode) -> String {
    if case .string(let text) = node.value { return text }
    return String(decoding: node.json, as: UTF8.self)
  }

  private mutating func write(_ value: YAMLValue, text: String) {
    switch value {
    case .null: bytes.append(contentsOf: "null".utf8)
    case .boolean(let value): bytes.append(contentsOf: (value ? "true" : "false").utf8)
    case .integer(let value): bytes.append(contentsOf: String(value).utf8)
    case .float(let value):
      guard value.isFinite else { return string(text) }
      bytes.append(contentsOf: wholeDigits(of: text) ?? Array("\(value)".utf8))
    case .string(let value): string(value)
    }
  }

  /// The digits of a whole number that no `Int` holds.
  private func wholeDigits(of text: String) -> [UInt8]? {
    var digits = Array(text.utf8)
    let isNegative = digits.first == UInt8(ascii: "-")
    if isNegative || digits.first == UInt8(ascii: "+") { digits.removeFirst() }
    guard Int(text) == nil, !digits.isEmpty, digits.allSatisfy(\.isDigit) else { return nil }
    let significant = digits.drop { $0 == UInt8(ascii: "0") }
    guard !significant.isEmpty else { return [UInt8(ascii: "0")] }
    return (isNegative ? [UInt8(ascii: "-")] : []) + significant
  }

  private mutating func string(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(byte)
      case 0x0A: bytes.append(contentsOf: "\\n".utf8)
      case 0x0D: bytes.append(contentsOf: "\\r".utf8)
      case 0x09: bytes.append(contentsOf: "\\t".utf8)
      case 0..<0x20:
        let digits = Array("0123456789abcdef".utf8)
        bytes.append(contentsOf: "\\u00".utf8)
        bytes.append(digits[Int(byte >> 4)])
        bytes.append(digits[Int(byte & 15)])
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
