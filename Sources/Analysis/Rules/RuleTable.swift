extension Rule {
  /// Every rule, by group and name. Each group keeps its own list.
  package static let all: [Rule] = (bodyRules + configurationRules + frontMatterRules)
    .sorted { $0.code < $1.code }

  package static func named(_ code: String) -> Rule? { byCode[code] }

  private static let byCode = Dictionary(
    all.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })

  /// What a writer may name to switch rules: each code, and each group for all of its rules.
  package static let codesAndGroups: [String] = {
    var names: [String] = []
    for rule in all {
      if !names.contains(String(rule.group)) { names.append(String(rule.group)) }
      names.append(rule.code)
    }
    return names
  }()
}
