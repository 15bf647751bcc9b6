/// What speaks for each kind, and against a name.
struct NameVotes: Sendable, Equatable {
  var company: Int32 = 0
  var model: Int32 = 0
  var product: Int32 = 0
  var person: Int32 = 0
  var organization: Int32 = 0
  var none: Int32 = 0

  init() {}

  subscript(kind: NameKind) -> Int32 {
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

  // Sums of small numbers that no archive fills; what was added can always be taken out again.
  mutating func add(_ other: NameVotes) {
    company &+= other.company
    model &+= other.model
    product &+= other.product
    person &+= other.person
    organization &+= other.organization
    none &+= other.none
  }

  mutating func subtract(_ other: NameVotes) {
    company &-= other.company
    model &-= other.model
    product &-= other.product
    person &-= other.person
    organization &-= other.organization
    none &-= other.none
  }

  /// One after the other, those that are seldom 0 first.
  var values: SIMD8<Int32> {
    SIMD8(model, product, company, person, none, organization, 0, 0)
  }

  init(_ values: SIMD8<Int32>) {
    (model, product, company) = (values[0], values[1], values[2])
    (person, none, organization) = (values[3], values[4], values[5])
  }

  /// The kind most speaks for.
  var best: (kind: NameKind, weight: Int32) {
    var best = (kind: NameKind.product, weight: product)
    for kind in [NameKind.company, .model, .person, .organization] where self[kind] > best.weight {
      best = (kind, self[kind])
    }
    return best
  }
}
