/// What a name stands for.
package enum NameKind: UInt8, Sendable, CaseIterable {
  case company
  case model
  case product
  case person
  case organization

  /// The word of the command line and of `names.yaml`.
  package var word: String {
    switch self {
    case .company: "company"
    case .model: "model"
    case .product: "product"
    case .person: "person"
    case .organization: "organization"
    }
  }

  package init?(word: String) {
    guard let kind = NameKind.allCases.first(where: { $0.word == word }) else { return nil }
    self = kind
  }
}
