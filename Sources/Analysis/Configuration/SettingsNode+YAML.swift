import Syntax

extension SettingsNode {
  /// The settings that the YAML text `bytes` holds, as far as it can be read, and its mistakes.
  package static func parse(
    yaml bytes: [UInt8], in language: Language
  ) -> (node: SettingsNode?, problems: [Diagnostic]) {
    let document = YAML.parse(bytes)
    let node = document.root.map { SettingsNode($0) }
    let mistakes = document.problems.filter { !$0.isSuspicion }.map { problem in
      Diagnostic(
        range: problem.range, severity: Rule.configSyntax.severity, code: Rule.configSyntax.code,
        message: problem.message(in: language, bytes: bytes))
    }
    let doubles = (node?.doubles ?? []).map { entry in
      Diagnostic(
        range: entry.keyRange, severity: Rule.configSyntax.severity, code: Rule.configSyntax.code,
        message: language.say(
          "“\(entry.key)” stands here twice", "“\(entry.key)”在这里出现了两次"))
    }
    return (node, mistakes + doubles)
  }

  /// Entries whose key another one before them has.
  private var doubles: [Entry] {
    switch value {
    case .list(let items): return items.flatMap(\.doubles)
    case .mapping(let entries):
      var seen: Set<String> = []
      return entries.filter { !seen.insert($0.key).inserted } + entries.flatMap(\.value.doubles)
    default: return []
    }
  }

  /// The parser bounds the depth.
  private init(_ node: YAMLNode) {
    range = node.range
    switch node.content {
    case .scalar:
      value =
        switch node.value {
        case .boolean(let value): .boolean(value)
        case .integer(let value): .integer(value)
        case .float(let value): .number(value)
        case .string(let value): .string(value)
        case .null, nil: .null
        }
    case .sequence(let items): value = .list(items.map { SettingsNode($0) })
    case .mapping(let entries):
      value = .mapping(
        entries.filter { !$0.isDamaged }.map { entry in
          Entry(
            key: entry.key.scalar?.text ?? "", keyRange: entry.key.range,
            value: SettingsNode(entry.value))
        })
    }
  }
}
