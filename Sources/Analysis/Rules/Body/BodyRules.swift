extension Rule {
  /// The rules of group `body`.
  static let bodyRules: [Rule] = []
}
