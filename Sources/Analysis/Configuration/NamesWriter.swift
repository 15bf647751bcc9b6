package import Archive

/// The names file `bytes` with one more entry at its end; what stands there keeps every byte.
///
/// `nil` when that would not add the entry: the file is no block list, or is broken.
package func addingName(_ name: UserName, to bytes: [UInt8]) -> [UInt8]? {
  var result = bytes
  if let last = result.last, last != UInt8(ascii: "\n") { result.append(UInt8(ascii: "\n")) }
  result += "- name: \(quoted(name.name))\n".utf8
  if let kind = name.kind { result += "  kind: \(kind.word)\n".utf8 }
  if !name.aliases.isEmpty {
    result += "  aliases: [\(name.aliases.map(quoted).joined(separator: ", "))]\n".utf8
  }
  if name.ignore { result += "  ignore: true\n".utf8 }

  let before = names(in: bytes)
  return names(in: result) == before + [name] ? result : nil
}

private func names(in bytes: [UInt8]) -> [UserName] {
  guard let root = SettingsNode.parse(yaml: bytes, in: .english).node else { return [] }
  return readNames(root, in: .english).names
}

/// As a double-quoted scalar of YAML.
private func quoted(_ text: String) -> String {
  var result = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"", "\\": result += "\\" + String(Character(scalar))
    case "\n": result += "\\n"
    case "\t": result += "\\t"
    case _ where scalar.value < 0x20 || 0x7F..<0xA0 ~= scalar.value: result += " "
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result + "\""
}
