/// What a block is, in the words of CommonMark 0.31.2 §4 and §5.
package enum BlockKind: Sendable, Equatable {
  case document
  case blockQuote
  case list(ListStyle)
  /// `indent` is how many columns a line needs to belong to the item.
  case item(indent: Int)
  case indentedCode
  case fencedCode(CodeFence)
  /// `start` is the start condition, 1 … 7, of §4.6.
  case htmlBlock(start: Int, isClosed: Bool)
  case paragraph
  case heading(level: Int, isSetext: Bool)
  case thematicBreak
  /// A paragraph that holds link reference definitions and nothing else: no part of the XML.
  case definitions
}

extension BlockKind {
  package var isContainer: Bool {
    switch self {
    case .document, .blockQuote, .list, .item: true
    default: false
    }
  }

  /// Whether the content holds inlines.
  package var hasInlines: Bool {
    switch self {
    case .paragraph, .heading: true
    default: false
    }
  }

  package var isCode: Bool {
    switch self {
    case .indentedCode, .fencedCode: true
    default: false
    }
  }

  package var headingLevel: Int? {
    if case .heading(let level, _) = self { level } else { nil }
  }
}

package enum ListStyle: Sendable, Equatable {
  /// `-`, `+` or `*`.
  case bullet(UInt8)
  /// `delimiter` is `.` or `)`; `start` has at most nine digits.
  case ordered(start: Int, delimiter: UInt8)

  /// Whether an item of `other` continues a list of this style.
  func continues(with other: ListStyle) -> Bool {
    switch (self, other) {
    case (.bullet(let a), .bullet(let b)): a == b
    case (.ordered(_, let a), .ordered(_, let b)): a == b
    default: false
    }
  }
}

package struct CodeFence: Sendable, Equatable {
  /// `` ` `` or `~`.
  package let character: UInt8
  /// Characters of the opening fence, at least 3.
  package let length: Int
  /// Columns before the opening fence, 0 … 3.
  package let indent: Int
  /// Whether a closing fence ends it, rather than the end of its container.
  package let isClosed: Bool
}
