import Syntax

extension SettingsNode {
  /// The settings that the YAML text `bytes` holds, as far as it can be read, and its mistakes.
  package static func parse(
    yaml bytes: [UInt8], in language: Language
  ) -> (node: SettingsNode?, problems: [Diagnostic]) {
    let document = YAML.parse(bytes)
    let problems = document.problems.filter { !$0.isSuspicion }.map { problem in
      Diagnostic(
        range: problem.range, severity: Rule.configSyntax.severity, code: Rule.configSyntax.code,
        message: problem.message(in: language, bytes: bytes))
    }
    return (document.root.map { SettingsNode($0) }, problems)
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
