import Syntax

/// A name in a story, or the family that a model or product belongs to.
struct StoryName: Sendable {
  enum Kind {
    case name(NameKind)
    case family

    /// How much a name of this kind tells, next to its rarity. The few companies that are in all
    /// the news have next to none.
    var weight: Float {
      switch self {
      case .name(.company): 3.7
      case .name(.organization), .name(.person): 2
      case .name(.model): 2.3
      case .family: 2.5
      case .name(.product): 2.7
      }
    }
  }

  let term: UInt32
  let kind: Kind
  var emphasis: StoryEmphasis
}

/// Collects the names of one story after another, each name looked up once.
struct StoryNames {
  private let names: NameTable
  private var families: [NameID: UInt32?] = [:]

  init(_ names: NameTable) { self.names = names }

  /// The names of each story.
  ///
  /// - Parameter mentions: of the issue, in text order.
  mutating func collect(
    from mentions: [NameMention], stories: StoryRecords
  ) -> [[StoryName]] {
    var next = 0
    return stories.indices.map { story in
      let range = stories.range(story)
      while next < mentions.count, mentions[next].range.start < range.start { next += 1 }
      let first = next
      while next < mentions.count, mentions[next].range.start < range.end { next += 1 }
      return collect(from: mentions[first..<next], titleRange: stories.titleRange(story))
    }
  }

  /// The names of one story, each once.
  mutating func collect(
    from mentions: some Sequence<NameMention>, titleRange: ByteRange
  ) -> [StoryName] {
    var found: [StoryName] = []
    for mention in mentions {
      let inTitle = titleRange.contains(mention.range.start)
      Self.add(
        StoryTerms.hash(ofName: mention.id), .name(names.kind(of: mention.id)), inTitle, to: &found)
      if let family = family(of: mention.id) { Self.add(family, .family, inTitle, to: &found) }
    }
    return found
  }

  /// A story has a handful of names.
  private static func add(
    _ term: UInt32, _ kind: StoryName.Kind, _ inTitle: Bool, to found: inout [StoryName]
  ) {
    if let index = found.firstIndex(where: { $0.term == term }) {
      found[index].emphasis.add(inTitle: inTitle)
    } else {
      found.append(
        StoryName(term: term, kind: kind, emphasis: StoryEmphasis(inTitle: inTitle)))
    }
  }

  /// The term of the name's family: of `可灵` for `可灵 3.0`, of `qwen` for `Qwen3-ASR`; `nil` where
  /// the name tells of none.
  private mutating func family(of id: NameID) -> UInt32? {
    if let known = families[id] { return known }
    let family = makeFamily(of: id)
    families[id] = .some(family)
    return family
  }

  private func makeFamily(of id: NameID) -> UInt32? {
    let kind = names.kind(of: id)
    guard kind == .model || kind == .product, let name = names[id] else { return nil }
    let bytes = Array(name.canonical.utf8)
    let isHan = bytes.first.map { $0 >= 0xE3 } ?? false
    let family = bytes.prefix { byte in
      isHan ? byte >= 0x80 : (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }
    guard family.count >= (isHan ? 6 : 3) else { return nil }
    return StoryTerms.hash(ofFamily: Array(family))
  }
}
