/// One mistake in YAML, named for what its writer did.
package struct YAMLProblem: Sendable, Equatable {
  package enum Cause: Sendable, Equatable {
    /// A tab where only spaces may indent.
    case tab
    /// `title:AI`.
    case missingSpace
    /// `title： AI`, `title = AI`: another mark stands for the colon.
    case wrongColon
    /// A key's name without any colon.
    case missingColon
    /// A line that is neither key nor item nor part of a value.
    case notAnEntry
    /// `["a"，"b"]`.
    case wrongComma
    /// `["a" "b"]`.
    case missingComma
    /// `["a", , "b"]`.
    case emptyItem
    /// A quoted text whose end is missing, or is written with another mark.
    case unclosedQuote
    /// `summary: text"`.
    case missingOpeningQuote
    /// `"a "b" c"`.
    case unescapedQuote
    /// Something after a value that is complete.
    case textAfterValue
    /// A blank of full width, which to YAML is text, after a value that is complete.
    case wideBlank
    /// A list or mapping without its closing bracket, or with another one.
    case unclosedBracket
    /// `tags: "a", "b"]`.
    case missingOpeningBracket
    /// `"C:\models"`.
    case badEscape
    /// A plain value that begins with a character that means something else: `@`, a backquote, `*`.
    case reservedStart
    /// `title: AI: more`.
    case colonInValue
    /// A line that is indented unlike its neighbours, or an item without its own.
    case indentation
    /// A line of a quoted text that is not indented. Most parsers let it pass.
    case quotedIndentation
    /// A line inside brackets that is not indented. Most parsers let it pass.
    case flowIndentation
    /// An item that was swallowed by the text of the line above. Valid YAML.
    case swallowedItem
    /// `tags: - AI`.
    case itemAfterKey
    /// `|` or `>` followed by what is no indicator.
    case blockHeader
    /// The text of a block scalar is not indented under its key.
    case blockIndentation
    /// A key over several lines.
    case multilineKey
    /// `*name` before any `&name`.
    case undefinedAlias
    /// An alias inside of what it stands for, or one that would make the document explode.
    case aliasExpansion
    /// A tag or an anchor where none may stand, or that is malformed.
    case badProperty
    /// A control character.
    case controlCharacter
    /// A malformed `%` line.
    case badDirective
    /// A comment without a blank before its `#`.
    case badComment
    /// A second document.
    case extraDocument
    /// Deeper than any front matter is.
    case tooDeep

    /// Whether nearly all parsers let it pass though the specification does not.
    package var isTolerated: Bool { self == .quotedIndentation || self == .flowIndentation }
  }

  package let cause: Cause
  /// What stands wrong.
  package let range: ByteRange
  /// The value or line that the mistake spoils, as far as the writer meant it.
  package let subject: ByteRange
  /// Whether the text is valid YAML, only hardly what the writer meant.
  package let isSuspicion: Bool
}
