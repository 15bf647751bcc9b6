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
  ///
  /// - Parameter frequency: In how many of the headings at hand the term stands.
  package func similarity(to other: TitleTerms, frequency: (UInt32) -> Int = { _ in 1 }) -> Float {
    let others = Set(other.terms)
    var shared: Float = 0
    var own: Float = 0
    var words = 0
    var sharedWords = 0
    for term in terms {
      // What many of them say tells none of them from the others.
      let weight = Self.weight(of: term) * (3 / Float(max(3, frequency(term)))).squareRoot()
      let isNamed = Self.isNaming(term)
      own += weight
      if isNamed { words += 1 }
      if others.contains(term) {
        shared += weight
        if isNamed { sharedWords += 1 }
      }
    }
    let foreign = other.terms.reduce(0) {
      $0 + Self.weight(of: $1) * (3 / Float(max(3, frequency($1)))).squareRoot()
    }
    // Between the mean of the two and the lesser: a heading may tell more than the other.
    let size = 0.7 * min(own, foreign) + 0.3 * max(own, foreign)
    let similarity = size > 0 ? min(1, shared / size) : 0
    // Short headings must be all but equal, with a name in common.
    guard shared >= 3 || shared >= 1.5 && sharedWords > 0 && similarity >= 0.7 else { return 0 }
    // The same is said of two products: another name is another story.
    let isOtherName = words > 0 && sharedWords == 0 && other.terms.contains(where: Self.isNaming)
    return isOtherName ? similarity * 0.6 : similarity
  }

  /// Whether both have a word of Latin letters that is likely a name.
  package func sharesName(with other: TitleTerms) -> Bool {
    terms.contains { Self.isNaming($0) && other.terms.contains($0) }
  }

  /// Whether the term is a word of Latin letters that is likely a name.
  private static func isNaming(_ term: UInt32) -> Bool {
    term & 3 == StoryTerms.Kind.word.rawValue && CommonTerms.shares[term >> 2] == nil
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
  package static let sameStory: Float = 0.45
}
