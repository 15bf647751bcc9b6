/// The kinds of terms that stories are compared by. Each makes up a vector of its own, so that a
/// long text does not drown the one name that matters.
enum StoryField: Int, CaseIterable, Sendable {
  /// Pairs of Chinese characters.
  case han
  /// Words of other scripts, and pairs of them.
  case latin
  case name
  /// Of the names of models and products: `qwen` of `Qwen3-ASR`.
  case family
  case topic
  case maker

  /// How much it counts that two stories are alike in this field. Found on judged stories, as the
  /// softening was.
  var weight: Float {
    switch self {
    case .han: 1.06
    case .latin: 0.53
    case .name: 0.114
    case .family: 0.1
    case .topic: 0.245
    case .maker: 0.05
    }
  }

  /// How much one of its terms says to a reader.
  var telling: Float { self == .latin ? 2 : 1 }

  /// Added to each vector's length, for what is short is soon alike.
  var softening: Float {
    switch self {
    case .han: 6
    case .latin: 7
    case .name: 5
    case .family: 2.5
    case .topic: 3.8
    case .maker: 5.2
    }
  }

  /// What a third of all stories say relates none of them.
  static let leastRarity: Float = 1

  /// What one stands for in a `StoryLength`.
  ///
  /// - Parameter greatestRarity: of a term that one or two stories have. Most are more frequent.
  func lengthUnit(_ greatestRarity: Float) -> Float {
    switch self {
    case .han, .latin: 0.866 * greatestRarity
    case .name, .family: 0.65 * greatestRarity
    case .topic, .maker: 1
    }
  }

  init(topic: Int) { self = StoryTopics.isMaker(topic) ? .maker : .topic }
}

extension StoryTerms.Kind {
  var field: StoryField { self == .hanPair || self == .hanTriple ? .han : .latin }

  /// Triples are left to headings: below them they add nothing to the pairs.
  var isCompared: Bool { self != .hanTriple }
}
