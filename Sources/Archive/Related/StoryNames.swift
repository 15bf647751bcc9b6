import Syntax

/// A name in a story, or the family that a model or product belongs to.
struct StoryName: Sendable {
  let term: UInt32
  let field: StoryField
  var emphasis: StoryEmphasis
}

/// Collects the names of one story after another, each name looked up once.
struct StoryNames {
  private let names: NameTable
  /// By number of the name: the term of its family.
  private var families: [UInt32] = []
  private var found: [StoryName] = []

  private static let unknown = UInt32.max
  private static let none = UInt32.max - 1

  /// More names make no story clearer.
  private static let limit = 48
  /// How far the names count, in bytes of the file from the heading's start: what follows is
  /// background.
  private static let reach = 500

  init(_ names: NameTable) { self.names = names }

  /// Calls `body` with the names of each story that has some, each once, and with the story's index.
  mutating func collect(
    fromStoriesOf issue: IssueRecord, _ body: (_ story: Int, _ names: [StoryName]) -> Void
  ) {
    let mentions = names.mentions(inIssueAt: issue.path)
    var next = 0
    for index in issue.stories.indices {
      let range = issue.stories.range(index)
      let titleRange = issue.stories.titleRange(index)
      while next < mentions.count, mentions[next].range.start < range.start { next += 1 }
      found.removeAll(keepingCapacity: true)
      while next < mentions.count, mentions[next].range.start < range.end {
        add(mentions[next], titleRange)
        next += 1
      }
      if !found.isEmpty { body(index, found) }
    }
  }

  /// The names of one story, each once.
  mutating func collect(from mentions: [NameMention], titleRange: ByteRange) -> [StoryName] {
    found.removeAll(keepingCapacity: true)
    for mention in mentions { add(mention, titleRange) }
    return found
  }

  private mutating func add(_ mention: NameMention, _ titleRange: ByteRange) {
    guard mention.range.start - titleRange.start <= Self.reach else { return }
    let inTitle = titleRange.contains(mention.range.start)
    add(StoryTerms.hash(ofName: mention.id), .name, inTitle)
    let family = family(of: mention.id)
    if family != Self.none { add(family, .family, inTitle) }
  }

  /// A story has a handful of names.
  private mutating func add(_ term: UInt32, _ field: StoryField, _ inTitle: Bool) {
    for index in found.indices where found[index].term == term {
      found[index].emphasis.add(inTitle: inTitle)
      return
    }
    guard found.count < Self.limit else { return }
    found.append(
      StoryName(term: term, field: field, emphasis: StoryEmphasis(inTitle: inTitle)))
  }

  /// The term of the name's family: of `可灵` for `可灵 3.0`, of `qwen` for `Qwen3-ASR`; `none` where
  /// the name tells of none.
  private mutating func family(of id: NameID) -> UInt32 {
    let number = Int(id.number)
    while families.count <= number, families.count < Self.knownFamilies {
      families.append(Self.unknown)
    }
    guard number < families.count else { return makeFamily(of: id) ?? Self.none }
    if families[number] == Self.unknown { families[number] = makeFamily(of: id) ?? Self.none }
    return families[number]
  }

  /// Names are numbered from 0; an archive has thousands.
  private static let knownFamilies = 1 << 20

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
