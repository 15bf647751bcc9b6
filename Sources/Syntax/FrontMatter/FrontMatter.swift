/// The front matter of an issue: where its fences stand, and what is wrong with them.
///
/// A damaged fence (`——`, `- - -`, `----`, a blank before it) still counts as one where the
/// writer evidently meant it, since everything below depends on where the body begins. Offsets are
/// UTF-8 bytes from the start of the text.
package struct FrontMatter: Sendable, Equatable {
  /// The opening fence without line ending; `nil` where there is none.
  package internal(set) var opening: ByteRange?
  /// The lines of YAML between the fences, endings included. Empty without front matter.
  package internal(set) var content: ByteRange
  /// The closing fence without line ending; `nil` where there is none.
  package internal(set) var closing: ByteRange?
  /// Where the Markdown body begins.
  package internal(set) var bodyStart: Int
  /// Edits that begin at or after this offset cannot change the front matter.
  package internal(set) var lookaheadEnd: Int
  /// What is wrong with the fences, in text order.
  package internal(set) var fenceProblems: [FenceProblem]
  /// What the content says.
  package internal(set) var yaml = YAMLDocument()

  /// Whether the issue has front matter, be its fences damaged or absent.
  package internal(set) var isPresent: Bool

  package init(_ bytes: [UInt8]) {
    var scanner = FenceScanner(bytes)
    self = scanner.scan()
    if isPresent { yaml = YAML.parse(bytes, in: content) }
  }

  init(absentIn bytes: [UInt8], bodyStart: Int, lookaheadEnd: Int) {
    opening = nil
    closing = nil
    content = ByteRange(bodyStart, bodyStart)
    self.bodyStart = bodyStart
    self.lookaheadEnd = lookaheadEnd
    fenceProblems = []
    isPresent = false
  }
}

/// One thing wrong with a fence, and the bytes that stand wrong.
package struct FenceProblem: Sendable, Equatable {
  package enum Kind: Sendable, Equatable {
    /// U+FEFF before the opening fence.
    case byteOrderMark
    /// Blank lines before the opening fence.
    case blankBeforeOpening
    /// Text before the opening fence.
    case textBeforeOpening
    /// Keys from the first line on, and no fence above them.
    case missingOpening
    /// No fence between the keys and the body.
    case unclosed
    /// A line that resembles a fence: `——`, `--`, `- - -`.
    case damaged
    /// Blanks before the fence.
    case indented
    /// Blanks after the fence.
    case trailingSpace
    /// Text on the line of the fence.
    case textOnFence
    /// `...`, which YAML takes and most site generators do not.
    case documentEnd
    /// A second opening fence.
    case repeated
  }

  package let kind: Kind
  package let isOpening: Bool
  package let range: ByteRange
}
