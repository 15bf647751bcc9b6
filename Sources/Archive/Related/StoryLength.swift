/// How much there is to compare in a story, so that a long one is not alike to everything: the
/// square of the length of the vector of its terms' weights, but for the rarity that a term has in
/// the archive, which changes with every issue.
struct StoryLength: Sendable {
  /// Of terms that are rare everywhere, and of names.
  private(set) var rare: Float = 0
  /// Of terms that are common in the field, with their rarity in it.
  private(set) var common: Float = 0

  mutating func add(_ term: UInt32, weight: Float) {
    if let share = CommonTerms.share(of: term) {
      let rarity = -weight * logarithm(share)
      common += rarity * rarity
    } else {
      rare += weight * weight
    }
  }

  mutating func add(_ name: StoryName) {
    // A family only repeats what its name says.
    if case .family = name.kind { return }
    let weight = name.kind.weight * name.emphasis.weight
    rare += weight * weight
  }

  /// - Parameter rarity: of a term that one or two stories have.
  func value(rarity: Float) -> Float {
    // Of the shortest stories no word in common says much.
    (rare * rarity * rarity + common).squareRoot() + 20
  }
}
