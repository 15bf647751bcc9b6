/// The inlines of a paragraph or heading, as a flat tree in text order.
///
/// Offsets count from the start of the block's first line, so the tree lives as long as its block.
struct InlineTree {
  /// Every node is followed by its descendants.
  var nodes: [InlineNode] = []
  var links: [InlineLink] = []
  /// What entities stand for.
  var values: [[UInt8]] = []

  /// Forgets all, and keeps the storage where nobody else holds it.
  mutating func removeAll() {
    nodes.removeAll(keepingCapacity: true)
    if !links.isEmpty { links.removeAll(keepingCapacity: true) }
    if !values.isEmpty { values.removeAll(keepingCapacity: true) }
  }

  /// A tree that is kept with its block.
  final class Kept {
    let tree: InlineTree

    init(_ tree: InlineTree) { self.tree = tree }
  }
}

/// What an inline is (CommonMark 0.31.2 §6).
package enum InlineKind: UInt8, Sendable {
  /// Bytes that stand for themselves.
  case text
  /// A backslash and the punctuation that it makes text.
  case escape
  /// A character reference.
  case entity
  case softBreak
  case lineBreak
  case code
  /// Raw HTML: a tag, comment and the like.
  case html
  case emphasis
  case strong
  /// Inline and reference links, and autolinks in `<` and `>`.
  case link
  case image
  /// For the parser alone: no finished tree has them.
  case delimiter
  case bracket
  case close
}

struct InlineNode: Sendable {
  var kind: InlineKind
  /// In the content: of the block where its lines follow each other, else of the lines put
  /// together.
  var start: Int32
  var end: Int32
  /// The index of the node after the descendants.
  var next: Int32
  /// Of a link, its index in `links`; of an entity, in `values`; of code, the backticks' count.
  var detail: Int32

  init(_ kind: InlineKind, _ start: Int, _ end: Int, detail: Int = 0) {
    self.kind = kind
    self.start = Int32(truncatingIfNeeded: start)
    self.end = Int32(truncatingIfNeeded: end)
    self.next = 0
    self.detail = Int32(truncatingIfNeeded: detail)
  }
}

/// Where a link or image leads.
package struct InlineLink: Sendable {
  package enum Style: Sendable, Equatable {
    /// `[text](destination)`
    case inline
    /// `[text][label]`, `[label][]` or `[label]`: the destination stands in a definition.
    case reference
    /// `<destination>`
    case autolink
  }

  package let style: Style
  package let target: LinkTarget
  /// Where the destination is written, without `<` and `>`; `nil` for references. UTF-8 bytes
  /// from the start of the block.
  package let destinationRange: ByteRange?
}
