package import Syntax

/// The terms of one issue's stories, packed: what an issue brings to the index of stories.
package struct StoryWording: Sendable {
  /// A hash of 30 bits, above the two bits of its place; story after story.
  private(set) var terms: [UInt32] = []
  /// Where each story's terms end.
  private(set) var ends: [UInt32] = []
  /// How much there is to compare in each story: the length of the vector of its terms' weights.
  private(set) var norms: [Float] = []

  package init() {}

  package init(of stories: [StoryText]) {
    // An issue with many stories keeps less of each, so that memory follows the issues' count.
    let budget = min(max(8000 / max(1, stories.count), 64), 256)
    var seen = TermSet()
    ends.reserveCapacity(stories.count)
    norms.reserveCapacity(stories.count)
    for story in stories {
      seen.removeAll()
      let first = terms.count
      add(story.title, .title, budget, first, &seen)
      add(story.lead, .lead, budget, first, &seen)
      add(story.rest, .rest, budget, first, &seen)
      var sum: Float = 0
      for term in terms[first...] {
        let place = StoryPlace(rawValue: UInt8(term & 3)) ?? .rest
        let share = CommonTerms.share(of: term >> 2) ?? 0
        let weight = place.weight * (share > 0 ? -0.14 * logarithm(share) : 0.8)
        sum += weight * weight
      }
      for source in story.sources {
        terms.append(StoryTerms.hash(ofSource: source) << 2 | UInt32(StoryPlace.title.rawValue))
      }
      ends.append(UInt32(clamping: terms.count))
      norms.append(sum.squareRoot())
    }
  }

  private mutating func add(
    _ text: [UInt8], _ place: StoryPlace, _ budget: Int, _ first: Int, _ seen: inout TermSet
  ) {
    var kept = terms.count - first
    guard kept < budget else { return }
    StoryTerms.forEach(in: text) { hash, _, _, _ in
      if let index = seen.index(of: hash) {
        // Told in the heading and again below it.
        if place == .lead, terms[index] & 3 == UInt32(StoryPlace.title.rawValue) {
          terms[index] |= UInt32(StoryPlace.titleAndLead.rawValue)
        }
      } else if kept < budget {
        seen.insert(hash, index: terms.count)
        terms.append(hash << 2 | UInt32(place.rawValue))
        kept += 1
      }
    }
  }
}

/// Where in a story a term stands; the heading weighs most.
package enum StoryPlace: UInt8, Sendable {
  case rest = 0
  case lead = 1
  case title = 2
  case titleAndLead = 3

  var weight: Float {
    switch self {
    case .rest: 0.3
    case .lead: 0.3
    case .title: 0.9
    case .titleAndLead: 1.2
    }
  }

  /// Of an offset in a story whose heading or bullet stands at `titleRange`.
  package init(of offset: Int, titleRange: ByteRange) {
    if titleRange.contains(offset) {
      self = .title
    } else {
      self = offset < titleRange.end + 800 ? .lead : .rest
    }
  }

  var nameWeight: Float {
    switch self {
    case .rest: 0.3
    case .lead: 0.55
    case .title, .titleAndLead: 1
    }
  }
}

/// The parts of a story that it is compared by, as a reader sees them: without markup.
package struct StoryText: Sendable, Equatable {
  package var title: [UInt8]
  /// What follows the heading.
  package var lead: [UInt8]
  package var rest: [UInt8]
  /// Normalized URLs of the pages it links to.
  package var sources: [String]

  package init(
    title: [UInt8] = [], lead: [UInt8] = [], rest: [UInt8] = [], sources: [String] = []
  ) {
    self.title = title
    self.lead = lead
    self.rest = rest
    self.sources = sources
  }
}

/// A small hash table that is emptied without being cleared.
private struct TermSet {
  private static let size = 1024
  private var slots = [(term: UInt32, round: UInt32, index: Int)](
    repeating: (0, 0, 0), count: size)
  private var round: UInt32 = 1

  mutating func removeAll() { round &+= 1 }

  func index(of term: UInt32) -> Int? {
    var slot = Int(term) & (Self.size - 1)
    while slots[slot].round == round {
      if slots[slot].term == term { return slots[slot].index }
      slot = (slot + 1) & (Self.size - 1)
    }
    return nil
  }

  /// The caller inserts at most a quarter of the size between two `removeAll`.
  mutating func insert(_ term: UInt32, index: Int) {
    var slot = Int(term) & (Self.size - 1)
    while slots[slot].round == round { slot = (slot + 1) & (Self.size - 1) }
    slots[slot] = (term, round, index)
  }
}
