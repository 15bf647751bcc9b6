package import Archive
import Syntax

/// The entries of a names file and what is wrong with it; what is right still counts.
package func readNames(
  _ root: SettingsNode, in language: Language
) -> (names: [UserName], problems: [Diagnostic]) {
  var reader = SettingsReader(language: language)
  let names = reader.names(root)
  return (names, reader.problems)
}

extension SettingsReader {
  fileprivate mutating func names(_ root: SettingsNode) -> [UserName] {
    switch root.value {
    case .null: return []
    case .list(let items): return items.compactMap { name($0) }
    default:
      wrongType(root, nil, "a list of names", "名称列表")
      return []
    }
  }

  /// A plain text is a name of a kind to be learnt.
  private mutating func name(_ node: SettingsNode) -> UserName? {
    if case .string(let name) = node.value { return UserName(name: name, kind: nil) }
    var result = UserName(name: "", kind: nil)
    for (key, value) in entries(of: node, named: nil, known: ["name", "kind", "aliases", "ignore"])
    {
      switch key {
      case "name": result.name = string(value, key) ?? ""
      case "kind": result.kind = kind(value)
      case "aliases": strings(value, key, into: &result.aliases)
      default: result.ignore = boolean(value, key) ?? false
      }
    }
    if case .mapping = node.value, result.name.isEmpty {
      report(
        .configWrongType, node.range,
        language.say("an entry needs a “name”", "每一项都要有“name”"))
    }
    return result.name.isEmpty ? nil : result
  }

  private mutating func kind(_ node: SettingsNode) -> NameKind? {
    if case .string(let word) = node.value, let kind = NameKind(word: word) { return kind }
    let list = NameKind.allCases.map(\.word).joined(separator: ", ")
    wrongType(node, "kind", "one of \(list)", "下列之一：\(list)")
    return nil
  }
}
