package import Syntax

/// What a reader sees in an issue: its title, sections, stories and labels, in document order.
package struct IssueOutline: Sendable, Equatable {
  package enum Kind: Sendable, Equatable {
    case issue
    case section
    case story
    case label
  }

  package struct Node: Sendable, Equatable {
    package var kind: Kind
    /// Without `#`, link syntax or asterisks.
    package var title: String
    /// Of the heading; for bullets and labels one more than that of their parent.
    package var level: Int
    /// All that belongs to the node, in UTF-8 bytes of the text.
    package var range: ByteRange
    /// The heading's or label's own text.
    package var titleRange: ByteRange
    /// Where a story's heading or bullet links to.
    package var url: String?
    /// Index of the enclosing node; always smaller than the node's own.
    package var parent: Int?

    package init(
      kind: Kind, title: String, level: Int, range: ByteRange, titleRange: ByteRange,
      url: String? = nil, parent: Int? = nil
    ) {
      self.kind = kind
      self.title = title
      self.level = level
      self.range = range
      self.titleRange = titleRange
      self.url = url
      self.parent = parent
    }
  }

  /// In document order; a parent stands before its children.
  package var nodes: [Node]

  package init(nodes: [Node] = []) { self.nodes = nodes }

  package init(of document: Document) { self.init() }
}
