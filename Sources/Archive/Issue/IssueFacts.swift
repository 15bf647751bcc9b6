package import Syntax

/// An issue's headings and stories: what the outline shows, what rules look at and what the archive
/// keeps. All offsets are UTF-8 bytes of the text.
///
/// It goes along with edits at the price of what they touch; what lies behind them only moves.
package struct IssueFacts {
  package struct Leaf {
    package let block: Block
    package internal(set) var start: Int
    package let marks: LeafMarks
    /// Whether it stands in no list or quotation.
    package internal(set) var isTopLevel: Bool
    /// `nil` where it holds prose and nothing else, as most leaves do.
    private let details: LeafFacts?

    init(of block: Block, at start: Int, isTopLevel: Bool, _ reader: LeafReader) {
      self.block = block
      self.start = start
      self.isTopLevel = isTopLevel
      marks = reader.marks(of: block, at: start)
      details = reader.facts(of: block, at: start, marks)
    }

    package var facts: LeafFacts { details ?? .prose }

    /// Whether it holds prose and nothing else: no links, labels or comments.
    package var isProse: Bool { details == nil }
    package var label: LeafFacts.Label? { details?.label }
    package var links: [LeafFacts.Link] { details?.links ?? [] }
    package var silencers: [ByteRange] { details?.silencers ?? [] }

    /// Whether it is a thematic break.
    package var isRule: Bool { if case .thematicBreak = block.kind { true } else { false } }
  }

  /// A block below the document.
  struct TopBlock {
    let block: Block
    var start: Int
    /// Index in `leaves` of its first leaf, or of the first one behind it.
    var firstLeaf: Int
  }

  package struct Heading: Equatable {
    package let level: Int
    package let title: String
    /// The whole heading, and its text alone.
    package internal(set) var range: ByteRange
    package internal(set) var titleRange: ByteRange
    package let link: LeafFacts.Link?
    /// Whether a reader sees no text in it.
    package let isBlank: Bool
    /// Indices of the top-level blocks below it, up to the next heading.
    package internal(set) var blocks: Range<Int>
    let form: SectionForm
    /// Where what it holds ends, deeper headings included.
    package internal(set) var end: Int
    package internal(set) var role: Role = .detail
    /// Of a section, whether its bullets or numbered items are stories.
    var holdsItems = false
    /// Index of the heading it stands under.
    package internal(set) var parent: Int?

    /// Whether a reader finds anything below it before the next heading.
    package var hasContent: Bool { form.hasContent }
  }

  /// What a heading is in the issue.
  package enum Role {
    case title
    case section
    case story
    /// Comes back under several stories.
    case label
    /// Part of a story.
    case detail
  }

  package struct Story: Equatable {
    /// The heading, or `nil` for a bullet.
    package let heading: Int?
    /// The heading whose section holds it.
    package let section: Int?
    /// The story with its heading or bullet, without blank lines at the end.
    package internal(set) var range: ByteRange
    /// Its leaves in text order, that of the heading included, and where they start.
    package internal(set) var leaves: Range<Int>
  }

  package internal(set) var document: Document
  /// Title, date and category.
  package internal(set) var header: IssueHeader
  /// Every leaf of the body.
  package internal(set) var leaves: [Leaf] = []
  package internal(set) var headings: [Heading] = []
  package internal(set) var stories: [Story] = []
  /// Whether headings of level 1 part it: a digest of digests, each of which may tell the same.
  package internal(set) var hasTopSections = false
  /// Tells this state of the issue from all others, by identity.
  package internal(set) var state = State()
  var blocks: [TopBlock] = []
  /// What the last edits did, oldest first.
  var history: [Change] = []

  package final class State: Sendable {}

  package init(of document: Document) {
    self.document = document
    header = IssueHeader(of: document)
    let reader = LeafReader(document)
    let root = document.body.root
    blocks.reserveCapacity(root.children.count)
    // Lists hold more leaves than blocks.
    leaves.reserveCapacity(max(root.children.count, document.text.lineCount / 2))
    var start = document.body.start + root.content.start
    for block in root.children {
      let isLeaf = !block.kind.isContainer
      blocks.append(TopBlock(block: block, start: start, firstLeaf: leaves.count))
      block.forEachLeaf(from: start) { block, start in
        leaves.append(Leaf(of: block, at: start, isTopLevel: isLeaf, reader))
      }
      start += block.length
    }
    findHeadings()
    findStories()
  }

  /// The leaves of a top-level block.
  func leaves(ofBlock index: Int) -> Range<Int> {
    let end = index + 1 < blocks.count ? blocks[index + 1].firstLeaf : leaves.count
    return blocks[index].firstLeaf..<end
  }

  /// Calls `body` with each item of a list, where it starts, and its leaves.
  func forEachItem(ofList index: Int, _ body: (Block, Int, Range<Int>) -> Void) {
    let list = blocks[index].block
    let end = leaves(ofBlock: index).upperBound
    var start = blocks[index].start + list.content.start
    var first = blocks[index].firstLeaf
    for item in list.children {
      var next = first
      while next < end, leaves[next].start < start + item.length { next += 1 }
      body(item, start, first..<next)
      first = next
      start += item.length
    }
  }
}

extension Block {
  /// Calls `body` with each leaf below the block, or with the block itself if it is one, and where
  /// the leaf starts, in UTF-8 bytes of the text.
  ///
  /// - Parameter start: where the block starts.
  package func forEachLeaf(from start: Int, _ body: (Block, Int) -> Void) {
    guard kind.isContainer else { return body(self, start) }
    // The parser bounds the depth.
    var start = start + content.start
    for child in children {
      child.forEachLeaf(from: start, body)
      start += child.length
    }
  }
}
