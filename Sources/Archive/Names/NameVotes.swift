/// What speaks for each kind, and against a name.
struct NameVotes: Sendable, Equatable {
  var company: Int16 = 0
  var model: Int16 = 0
  var product: Int16 = 0
  var person: Int16 = 0
  var organization: Int16 = 0
  var none: Int16 = 0

  subscript(kind: NameKind) -> Int16 {
    get {
      switch kind {
      case .company: company
      case .model: model
      case .product: product
      case .person: person
      case .organization: organization
      }
    }
    set {
      switch kind {
      case .company: company = newValue
      case .model: model = newValue
      case .product: product = newValue
      case .person: person = newValue
      case .organization: organization = newValue
      }
    }
  }

  mutating func add(_ other: NameVotes) {
    company = sum(company, other.company)
    model = sum(model, other.model)
    product = sum(product, other.product)
    person = sum(person, other.person)
    organization = sum(organization, other.organization)
    none = sum(none, other.none)
  }

  mutating func subtract(_ other: NameVotes) {
    company -= other.company
    model -= other.model
    product -= other.product
    person -= other.person
    organization -= other.organization
    none -= other.none
  }

  /// Saturates far below what subtraction could undo wrongly: 16-bit sums of small votes.
  private func sum(_ a: Int16, _ b: Int16) -> Int16 {
    a.addingReportingOverflow(b).overflow ? a : a + b
  }

  /// The kind most speaks for.
  var best: (kind: NameKind, weight: Int16) {
    var best = (kind: NameKind.product, weight: product)
    for kind in [NameKind.company, .model, .person, .organization] where self[kind] > best.weight {
      best = (kind, self[kind])
    }
    return best
  }
}
