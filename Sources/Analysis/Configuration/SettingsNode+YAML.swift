extension SettingsNode {
  /// The settings that the YAML text `bytes` holds, as far as it can be read, and its mistakes.
  package static func parse(
    yaml bytes: [UInt8], in language: Language
  ) -> (node: SettingsNode?, problems: [Diagnostic]) {
    (nil, [])
  }
}
