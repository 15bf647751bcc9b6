/// How long a story's vectors are but for the rarity that terms have in the archive, which changes
/// with every issue: terms that are rare everywhere count one.
struct StoryLength: Sendable {
  /// By field: the squares of the terms' weights.
  private var squares = [Float](repeating: 0, count: StoryField.allCases.count)

  mutating func removeAll() {
    for field in squares.indices { squares[field] = 0 }
  }

  mutating func add(_ field: StoryField, _ term: UInt32, _ emphasis: StoryEmphasis) {
    var weight = emphasis.weight
    if let share = CommonTerms.share(of: term) { weight *= -logarithm(share) / Self.rare }
    squares[field.rawValue] += weight * weight
  }

  mutating func add(topic: Int, _ emphasis: StoryEmphasis) {
    let weight = emphasis.weight * min(5, -logarithm(StoryTopics.share(of: topic)))
    squares[StoryField(topic: topic).rawValue] += weight * weight
  }

  mutating func add(_ name: StoryName) {
    squares[name.field.rawValue] += name.emphasis.weight * name.emphasis.weight
  }

  /// Of a term that is rare in an archive of usual size.
  private static let rare: Float = 6

  /// In eighths, to be kept in a byte.
  subscript(field: StoryField) -> UInt8 {
    UInt8(min(255, (squares[field.rawValue].squareRoot() * 8).rounded()))
  }
}
