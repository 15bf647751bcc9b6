extension Rule {
  /// Every rule, by group and name.
  package static let all: [Rule] = []

  package static func named(_ code: String) -> Rule? { all.first { $0.code == code } }
}
