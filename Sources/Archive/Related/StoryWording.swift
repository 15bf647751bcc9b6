/// The terms of one issue's stories, packed: what an issue brings to the index of stories.
package struct StoryWording: Sendable {
  /// A hash of 30 bits, above the two bits of its emphasis; story after story.
  private(set) var terms: [UInt32] = []
  /// Where each story's terms end.
  private(set) var ends: [UInt32] = []
  private(set) var lengths: [StoryLength] = []

  package init() {}

  package init(of stories: [StoryText]) {
    // An issue with many stories keeps less of each, so that memory follows the issues' count.
    let budget = min(max(8000 / max(1, stories.count), 64), 256)
    var seen = TermSet()
    ends.reserveCapacity(stories.count)
    lengths.reserveCapacity(stories.count)
    // Of the story's terms.
    var weights: [Float] = []
    for story in stories {
      seen.removeAll()
      weights.removeAll(keepingCapacity: true)
      let first = terms.count
      add(story.title, inTitle: true, budget, first, &seen, &weights)
      add(story.lead, inTitle: false, budget, first, &seen, &weights)
      var length = StoryLength()
      for (index, weight) in weights.enumerated() {
        let term = terms[first + index]
        length.add(term >> 2, weight: weight * StoryEmphasis.weights[Int(term & 3)])
      }
      for source in story.sources { terms.append(source.hash << 2) }
      ends.append(UInt32(clamping: terms.count))
      lengths.append(length)
    }
  }

  private mutating func add(
    _ text: [UInt8], inTitle: Bool, _ budget: Int, _ first: Int, _ seen: inout TermSet,
    _ weights: inout [Float]
  ) {
    StoryTerms.forEach(in: text) { hash, kind, _, _ in
      guard kind.weight > 0 else { return }
      if let index = seen.index(of: hash) {
        var emphasis = StoryEmphasis(rawValue: UInt8(terms[index] & 3)) ?? .once
        emphasis.add(inTitle: inTitle)
        terms[index] = terms[index] & ~3 | UInt32(emphasis.rawValue)
      } else if terms.count - first < budget {
        seen.insert(hash, index: terms.count)
        terms.append(hash << 2 | UInt32(StoryEmphasis(inTitle: inTitle).rawValue))
        weights.append(kind.weight)
      }
    }
  }
}

/// The parts of a story that it is compared by, as a reader sees them: without markup.
package struct StoryText: Sendable, Equatable {
  package var title: [UInt8]
  /// The beginning of what follows the heading.
  package var lead: [UInt8]
  /// The pages it links to.
  package var sources: [StorySource]

  package init(title: [UInt8] = [], lead: [UInt8] = [], sources: [StorySource] = []) {
    self.title = title
    self.lead = lead
    self.sources = sources
  }
}

/// A page that a story links to. Two are equal where they lead to the same page.
package struct StorySource: Sendable, Equatable {
  let hash: UInt32
  /// As it is written, in UTF-8.
  private let destination: [UInt8]

  init(hash: UInt32, destination: [UInt8]) {
    self.hash = hash
    self.destination = destination
  }

  /// `nil` where the URL leads to no page.
  package init?(_ url: String) {
    destination = Array(url.utf8)
    guard case .page(let hash) = SourceURL.page(destination) else { return nil }
    self.hash = hash
  }

  /// The page in one spelling.
  package var url: String {
    SourceURL.normalized(String(decoding: destination, as: UTF8.self)) ?? ""
  }

  package static func == (a: Self, b: Self) -> Bool { a.hash == b.hash }
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
