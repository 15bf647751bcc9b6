extension Rule {
  /// The rules of group `front-matter`.
  static let frontMatterRules: [Rule] = []
}
