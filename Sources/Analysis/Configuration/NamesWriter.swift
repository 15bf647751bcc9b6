package import Archive
import Syntax

/// What becomes of a names file that is to have one more name.
package enum NamesAddition: Equatable {
  /// The file with one more entry; what stood there keeps every byte.
  case file([UInt8])
  /// The file says so already.
  case nothing
  /// The name stands there, but for something else. The line counts from 1.
  case known(line: Int)
  /// The file is no list that an entry could be added to, or is broken.
  case impossible
}

/// Adds an entry to the names file `bytes`, in the style it is written in.
package func addingName(_ name: UserName, to bytes: [UInt8]) -> NamesAddition {
  let before = names(in: bytes)
  if let known = before.first(where: { $0.name == name.name || $0.aliases.contains(name.name) }) {
    let says =
      known.ignore == name.ignore && (name.kind == nil || name.kind == known.kind)
      && Set(name.aliases).isSubset(of: known.aliases + [known.name])
    if says { return .nothing }
    let place = bytes.indices.first { bytes[$0...].starts(with: name.name.utf8) } ?? 0
    return .known(line: Text(bytes).line(at: place) + 1)
  }
  // Whichever style is the file's: its reader tells.
  for file in [atEnd(of: bytes, name), withinBrackets(of: bytes, name), insteadOfNull(bytes, name)]
  {
    if let file, names(in: file) == before + [name] { return .file(file) }
  }
  return .impossible
}

/// An item behind the last one, indented like it, and before the end mark of the document.
private func atEnd(of bytes: [UInt8], _ name: UserName) -> [UInt8]? {
  let text = Text(bytes)
  let isPair = bytes.firstIndex(of: 0x0A).map { $0 > 0 && bytes[$0 - 1] == 0x0D } ?? false
  let ending: [UInt8] = isPair ? [0x0D, 0x0A] : [0x0A]
  let lines = (0..<text.lineCount).map { bytes[text.lineRange($0).start..<text.lineRange($0).end] }
  let items = lines.map { $0.drop { $0 == 0x20 } }
  let item = items.indices.last { items[$0].starts(with: "- ".utf8) }
  let indent = item.map { lines[$0].count - items[$0].count } ?? 0
  let end = lines.lastIndex { $0.starts(with: "...".utf8) }.map { text.lineStart($0) }
  var result = Array(bytes[..<(end ?? bytes.count)])
  if let last = result.last, last != 0x0A { result += ending }
  for (number, field) in fields(of: name).enumerated() {
    result += Array(repeating: 0x20, count: indent) + (number == 0 ? "- " : "  ").utf8
    result += field.utf8 + ending
  }
  return result + bytes[(end ?? bytes.count)...]
}

/// An item before the bracket that ends the list.
private func withinBrackets(of bytes: [UInt8], _ name: UserName) -> [UInt8]? {
  guard let bracket = bytes.lastIndex(of: UInt8(ascii: "]")) else { return nil }
  let last = bytes[..<bracket].last { $0 > 0x20 }
  let comma = last == UInt8(ascii: "[") || last == UInt8(ascii: ",") ? "" : ", "
  return bytes[..<bracket]
    + Array("\(comma){\(fields(of: name).joined(separator: ", "))}".utf8) + bytes[bracket...]
}

/// The list in place of `null` or `~`.
private func insteadOfNull(_ bytes: [UInt8], _ name: UserName) -> [UInt8]? {
  guard let root = SettingsNode.parse(yaml: bytes, in: .english).node, root.value == .null,
    root.range.end <= bytes.count
  else { return nil }
  return atEnd(of: Array(bytes[..<root.range.start] + bytes[root.range.end...]), name)
}

private func fields(of name: UserName) -> [String] {
  var fields = ["name: \(quoted(name.name))"]
  if let kind = name.kind { fields.append("kind: \(kind.word)") }
  if !name.aliases.isEmpty {
    fields.append("aliases: [\(name.aliases.map(quoted).joined(separator: ", "))]")
  }
  if name.ignore { fields.append("ignore: true") }
  return fields
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
