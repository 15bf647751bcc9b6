/// A value of a YAML document, with the place it was read from.
///
/// An alias is already replaced by a copy of what it stands for; the copy keeps the alias's range.
package struct YAMLNode: Sendable, Equatable {
  package enum Content: Sendable, Equatable {
    case scalar(YAMLScalar)
    case sequence([YAMLNode])
    case mapping([YAMLEntry])
  }

  package internal(set) var content: Content
  /// The content in UTF-8 bytes of the parsed text: with quotes and brackets, without anchor and
  /// tag. Empty where a value is left out.
  package internal(set) var range: ByteRange
  /// The resolved tag, such as `tag:yaml.org,2002:str`, `!local`, or `!`.
  package internal(set) var tag: String?
  /// The anchor with its `&`.
  package internal(set) var anchor: ByteRange?
  /// The alias with its `*`, where the node was written as one.
  package internal(set) var alias: ByteRange?
  /// Whether a collection is written with brackets.
  package internal(set) var isFlow = false

  package init(content: Content, range: ByteRange, tag: String? = nil) {
    self.content = content
    self.range = range
    self.tag = tag
  }

  /// The value that is left out at `offset`.
  package static func empty(at offset: Int) -> YAMLNode {
    YAMLNode(
      content: .scalar(YAMLScalar(text: "", style: .plain)), range: ByteRange(offset, offset))
  }

  package var scalar: YAMLScalar? {
    if case .scalar(let scalar) = content { scalar } else { nil }
  }

  package var items: [YAMLNode]? {
    if case .sequence(let items) = content { items } else { nil }
  }

  package var entries: [YAMLEntry]? {
    if case .mapping(let entries) = content { entries } else { nil }
  }

  /// The value of the first entry with this key.
  package subscript(key: String) -> YAMLNode? {
    entries?.first { $0.key.scalar?.text == key }?.value
  }
}

/// A scalar as its author meant it: escapes decoded, lines folded, indentation taken off.
package struct YAMLScalar: Sendable, Equatable {
  package enum Style: Sendable, Equatable {
    case plain
    case singleQuoted
    case doubleQuoted
    case literal
    case folded
  }

  package let text: String
  package let style: Style
}

package struct YAMLEntry: Sendable, Equatable {
  package let key: YAMLNode
  package let value: YAMLNode
  /// Whether a problem was found in it, so that the value is a guess.
  package internal(set) var isDamaged: Bool
}

/// What a text of YAML says, and what is wrong with it.
package struct YAMLDocument: Sendable, Equatable {
  /// `nil` where there is nothing but comments.
  package internal(set) var root: YAMLNode?
  /// In text order.
  package internal(set) var problems: [YAMLProblem] = []
  /// From each `#` to the end of its line, in text order.
  package internal(set) var comments: [ByteRange] = []

  /// Whether YAML 1.2 takes it for well-formed.
  package var isValid: Bool { problems.allSatisfy(\.isSuspicion) }
}

/// YAML 1.2.2 with the core schema.
package enum YAML {
  /// Reads one document. Never fails: what is wrong comes as problems, beside all that could be
  /// read.
  ///
  /// - Parameter range: UTF-8 bytes; all ranges in the result count from the start of `bytes`.
  package static func parse(_ bytes: [UInt8], in range: ByteRange) -> YAMLDocument {
    var parser = YAMLParser(bytes, in: range.clamped(to: bytes.count))
    return parser.parse()
  }

  package static func parse(_ bytes: [UInt8]) -> YAMLDocument {
    parse(bytes, in: ByteRange(0, bytes.count))
  }
}
