extension Rule {
  /// The rules of group `config`.
  static let configurationRules: [Rule] = [
    .configSyntax, .configUnknownKey, .configUnusedDisable, .configWrongType,
  ]
}
