/// The terms of a heading: enough to see that two headings tell the same.
package struct TitleTerms: Sendable, Equatable {
  /// A hash of 30 bits, above two bits for the kind of term; each once.
  package let terms: [UInt32]

  package init(_ title: [UInt8]) {
    var terms: [UInt32] = []
    StoryTerms.forEach(in: title) { hash, kind, _, _ in
      let term = hash << 2 | kind.rawValue
      if terms.count < 60, !terms.contains(term) { terms.append(term) }
    }
    self.terms = terms
  }

  init(packed terms: ArraySlice<UInt32>) { self.terms = Array(terms) }

  /// A source as records keep it.
  package static func hash(ofSource source: String) -> UInt32 { StoryTerms.hash(ofSource: source) }

  /// From 0 to 1: how much of the shorter heading the other one says, rare words before common
  /// ones.
  package func similarity(to other: TitleTerms) -> Float {
    let others = Set(other.terms)
    var shared: Float = 0
    var own: Float = 0
    for term in terms {
      let weight = Self.weight(of: term)
      own += weight
      if others.contains(term) { shared += weight }
    }
    let foreign = other.terms.reduce(0) { $0 + Self.weight(of: $1) }
    guard shared >= 3 else { return 0 }
    // Between the mean of the two and the lesser: a heading may tell more than the other.
    let size = 0.7 * min(own, foreign) + 0.3 * max(own, foreign)
    return size > 0 ? shared / size : 0
  }

  private static func weight(of term: UInt32) -> Float {
    let share = CommonTerms.shares[term >> 2] ?? 0
    let rarity: Float = share > 0.05 ? 0.15 : share > 0 ? 0.4 : 1
    switch StoryTerms.Kind(rawValue: term & 3) {
    case .hanPair, nil: return 0.6 * rarity
    case .hanTriple: return 0.6
    case .word: return 1.2 * rarity
    case .wordPair: return 1.4
    }
  }

  /// Headings as similar as this tell the same story.
  package static let sameStory: Float = 0.5
}
