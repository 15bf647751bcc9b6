/// The terms of one issue's stories, packed: what an issue brings to the index of stories.
package struct StoryWording: Sendable {
  /// A hash of 30 bits, above the two bits of its emphasis; story after story.
  private(set) var terms: [UInt32] = []
  /// Where each story's terms end.
  private(set) var ends: [UInt32] = []
  /// Story after story, by field: see `StoryLength`.
  private(set) var lengths: [UInt8] = []

  package init() {}

  var isEmpty: Bool { ends.isEmpty }

  /// How many terms are kept of each of so many stories: an issue with many keeps less of each, so
  /// that memory follows the issues' count.
  private static func budget(storyCount: Int) -> Int {
    min(max(6000 / max(1, storyCount), 32), 256)
  }

  /// How much is compared of each of so many stories: UTF-8 bytes below the title. More of it would
  /// only blur what the story is about.
  static func leadLength(storyCount: Int = 1) -> Int {
    min(660, budget(storyCount: storyCount) * 6)
  }

  /// How far below the title a story tells its topics. UTF-8 bytes.
  static let topicReach = 330

  package init(of stories: [StoryText]) {
    let budget = Self.budget(storyCount: stories.count)
    var seen = TermSet()
    var kinds: [StoryTerms.Kind] = []
    var topics = TopicEmphases()
    var length = StoryLength()
    ends.reserveCapacity(stories.count)
    lengths.reserveCapacity(stories.count * StoryField.allCases.count)
    terms.reserveCapacity(stories.count * 48)
    for story in stories {
      seen.removeAll()
      kinds.removeAll(keepingCapacity: true)
      topics.removeAll()
      length.removeAll()
      let first = terms.count
      for (text, inTitle) in [(story.title, true), (story.lead, false)] {
        StoryTerms.forEach(in: text.span) { hash, kind, start, _ in
          if inTitle || start < Self.topicReach {
            topics.add(StoryTopics.numbers(of: hash), inTitle: inTitle)
          }
          guard kind.isCompared else { return true }
          if let index = seen.index(of: hash) {
            var emphasis = StoryEmphasis(bits: terms[index])
            emphasis.add(inTitle: inTitle)
            terms[index] = terms[index] & ~3 | UInt32(emphasis.rawValue)
            return true
          }
          guard terms.count - first < budget else { return false }
          seen.insert(hash, index: terms.count)
          terms.append(hash << 2 | UInt32(StoryEmphasis(inTitle: inTitle).rawValue))
          kinds.append(kind)
          return true
        }
      }
      for (index, kind) in kinds.enumerated() {
        let term = terms[first + index]
        length.add(kind.field, term >> 2, StoryEmphasis(bits: term))
      }
      topics.forEach { topic, emphasis in
        length.add(topic: topic, emphasis)
        terms.append(StoryTerms.hash(ofTopic: topic) << 2 | UInt32(emphasis.rawValue))
      }
      for source in story.sources { terms.append(source.hash << 2) }
      ends.append(UInt32(clamping: terms.count))
      for field in StoryField.allCases { lengths.append(length[field]) }
    }
  }
}

/// What a story makes of each topic.
struct TopicEmphases {
  /// By topic; `nil` where the story does not tell it.
  private var emphases = [StoryEmphasis?](repeating: nil, count: StoryTopics.count)
  private var told: [Int] = []

  mutating func removeAll() {
    for topic in told { emphases[topic] = nil }
    told.removeAll(keepingCapacity: true)
  }

  /// - Parameter topics: as `StoryTopics` packs them.
  @inline(__always)
  mutating func add(_ topics: UInt32, inTitle: Bool) {
    StoryTopics.forEach(in: topics) { topic in
      guard emphases.indices.contains(topic) else { return }
      if emphases[topic] == nil { told.append(topic) }
      emphases[topic] =
        emphases[topic].map { $0.adding(inTitle: inTitle) } ?? StoryEmphasis(inTitle: inTitle)
    }
  }

  func forEach(_ body: (_ topic: Int, _ emphasis: StoryEmphasis) -> Void) {
    for topic in told { if let emphasis = emphases[topic] { body(topic, emphasis) } }
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
