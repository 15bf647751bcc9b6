/// A node of the block tree.
///
/// A block owns whole lines: from the line on which it begins up to the line on which the next
/// block begins, blank lines in between included. The children of a container follow each other
/// without a gap. So blocks know lengths, never positions, and an edit above leaves them valid.
/// What a block is was decided by its own lines and the one that follows them, by nothing else.
///
/// An edit makes new objects of the blocks that it touches and of the containers around them; all
/// others stay the same objects. Identity means "unchanged since". A container that an edit
/// replaced gives its children to its successor: keep leaves, not containers, across edits.
///
/// All offsets are UTF-8 bytes from the start of the block's first line.
package final class Block {
  package let kind: BlockKind
  /// UTF-8 bytes of all its lines, line endings and blank lines below included.
  package let length: Int
  /// Where its own first byte stands, after indentation and the markers of its containers.
  package let inset: Int
  /// Where its last own line ends, without line ending.
  package let end: Int
  /// Of a leaf, what is left after its own markers: the inlines of a paragraph or heading without
  /// final line ending; the literal lines of code and HTML with it. Of a container, its children.
  /// Where `segments` is not empty, not all bytes of the range are content.
  package let content: ByteRange
  package internal(set) var children: [Block]
  /// What few blocks have; `nil` for the others, which are made and dropped by the million.
  private var details: Details?
  let blanks: BlankLines
  /// Leaves of the subtree that have link reference definitions.
  let definitionLeaves: Int32
  /// Results that live and die with the block.
  package var attachment: AnyObject?
  /// The inlines, once somebody asked for them to be kept.
  var inlines: InlineTree.Kept?
  /// Whether the inlines looked up a label: then they hang on the document's definitions.
  var usesDefinitions = false

  private final class Details {
    let segments: [Segment]
    let definitions: [LinkDefinition]
    var childStarts: [UInt32]

    init(_ segments: [Segment], _ definitions: [LinkDefinition], _ childStarts: [UInt32]) {
      self.segments = segments
      self.definitions = definitions
      self.childStarts = childStarts
    }
  }

  /// The lines of the content, where they do not follow each other in the text: each without line
  /// ending, prefix of containers or indentation.
  package var segments: [Segment] { details?.segments ?? [] }

  /// Link reference definitions at the start of a paragraph.
  package var definitions: [LinkDefinition] { details?.definitions ?? [] }

  /// Where the children start, for a container with many; else empty.
  var childStarts: [UInt32] { details?.childStarts ?? [] }

  init(
    kind: BlockKind, length: Int, inset: Int, end: Int, content: ByteRange,
    segments: [Segment] = [], definitions: [LinkDefinition] = [], children: [Block] = [],
    childStarts: [UInt32] = [], blanks: BlankLines = BlankLines(), definitionLeaves: Int32 = 0
  ) {
    self.kind = kind
    self.length = length
    self.inset = inset
    self.end = end
    self.content = content
    self.children = children
    details =
      segments.isEmpty && definitions.isEmpty && childStarts.isEmpty
      ? nil : Details(segments, definitions, childStarts)
    self.blanks = blanks
    self.definitionLeaves = definitionLeaves
  }

  /// The children and where they start. The block is empty afterwards.
  func takeChildren() -> (blocks: [Block], starts: [UInt32]) {
    let taken = (children, childStarts)
    children = []
    details?.childStarts = []
    return taken
  }
}

extension Block {
  /// One line of a leaf's content. UTF-8 bytes from the start of the block.
  package struct Segment: Sendable, Equatable {
    package let start: Int
    /// Without line ending.
    package let end: Int
    /// Blanks that stand before the bytes: what is left of a tab that was used up in part.
    package let columns: Int
  }

  /// What lists need to know to be tight or loose (§5.3).
  struct BlankLines: Equatable {
    /// A blank line follows the block, or ends it.
    var after = false
    /// The last line of the item was blank.
    var lastLine = false
    /// There are children with blank lines between them.
    var between = false
    /// How many reasons the children gave to be loose, were there more behind them.
    var count: Int32 = 0
  }

  /// Whether the paragraphs of the list's items stand close; `true` for all but loose lists.
  package var isTight: Bool {
    if case .list = kind { !blanks.between } else { true }
  }
}

/// A link reference definition. Ranges are UTF-8 bytes from the start of its block.
package struct LinkDefinition: Sendable, Equatable {
  /// Between the brackets.
  package let label: ByteRange
  /// Without `<` and `>`.
  package let destination: ByteRange
  /// Without the quotes.
  package let title: ByteRange?
  /// As labels are compared: case-folded, white space collapsed (§6.3).
  let key: [UInt8]
  let target: LinkTarget
}

/// Where a link leads, backslashes and entities resolved. UTF-8.
package struct LinkTarget: Sendable, Equatable {
  package let destination: [UInt8]
  /// `nil` where none is written.
  package let title: [UInt8]?
}
