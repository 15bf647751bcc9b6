/// How much a story makes of a term: whether it stands in the heading, and whether more than once.
package enum StoryEmphasis: UInt8, Sendable {
  case once = 0
  case repeated = 1
  case title = 2
  case titleAndText = 3

  var weight: Float { Self.weights[Int(rawValue)] }

  static let weights: [Float] = [1, 2, 1.65, 2.9]

  package init(inTitle: Bool) { self = inTitle ? .title : .once }

  /// - Parameter bits: the two lowest tell.
  init(bits: UInt32) {
    self = StoryEmphasis(rawValue: UInt8(truncatingIfNeeded: bits & 3)) ?? .once
  }

  func adding(inTitle: Bool) -> StoryEmphasis {
    var emphasis = self
    emphasis.add(inTitle: inTitle)
    return emphasis
  }

  /// The term stands in the story once more.
  package mutating func add(inTitle: Bool) {
    switch self {
    case .once: self = inTitle ? .titleAndText : .repeated
    case .repeated: if inTitle { self = .titleAndText }
    case .title, .titleAndText: self = .titleAndText
    }
  }
}
