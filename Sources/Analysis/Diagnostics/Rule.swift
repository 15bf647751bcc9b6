package import Archive
package import Syntax

/// One kind of mistake: how it is found, and its page in the manual.
///
/// Each rule is a static member in a file of its own, and `Rule.all` lists them.
package struct Rule: Sendable {
  package enum Check: Sendable {
    /// Run again when front matter, file name, title, archive or configuration changed.
    case frontMatter(@Sendable (FrontMatterContext, inout Reports) -> Void)
    /// Sees one leaf block and nothing around it; the result lives and dies with the block, and
    /// its ranges count from the block's start.
    case block(@Sendable (BlockContext, inout Reports) -> Void)
    /// The same, but it asks the archive or the configuration too: run again when they change.
    case learntBlock(@Sendable (BlockContext, inout Reports) -> Void)
    /// Reads headings, stories and facts that are kept with the blocks, never the text: run again
    /// when an edit changes those.
    case issue(@Sendable (Snapshot, inout Reports) -> Void)
    /// Looks at the text too: run after each edit, so it looks at little.
    case text(@Sendable (Snapshot, inout Reports) -> Void)
    /// Reported by the configuration or by the silencers themselves.
    case runner
  }

  /// `group/name`.
  package let code: String
  package let severity: Severity
  /// One line.
  package let title: Localized
  /// Markdown: what, why, wrong, right, how to mend, how to silence.
  package let manual: Localized
  package let check: Check

  package init(
    code: String, severity: Severity, title: Localized, manual: Localized, check: Check
  ) {
    self.code = code
    self.severity = severity
    self.title = title
    self.manual = manual
    self.check = check
  }

  /// The part of the code before the slash.
  package var group: Substring { code.prefix { $0 != "/" } }
}

/// What a rule for single blocks may look at. The ranges it reports count from the block's start.
package struct BlockContext {
  package let document: Document
  package let block: Block
  /// Where the block's first line starts, in UTF-8 bytes of the text.
  package let start: Int
  package let archive: ArchiveIndex
  package let configuration: Configuration
  package let language: Language

  package init(
    document: Document, block: Block, start: Int, archive: ArchiveIndex,
    configuration: Configuration, language: Language
  ) {
    self.document = document
    self.block = block
    self.start = start
    self.archive = archive
    self.configuration = configuration
    self.language = language
  }

  /// The inlines of a paragraph or heading.
  package var inlines: Inlines { document.inlines(of: block, at: start) }
}

/// Where rules report to.
package struct Reports {
  package private(set) var diagnostics: [Diagnostic] = []

  package init() {}

  init(_ diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }

  package mutating func report(
    _ rule: Rule, at range: ByteRange, _ message: String, severity: Severity? = nil,
    fixes: [Fix] = [], related: [RelatedPlace] = []
  ) {
    diagnostics.append(
      Diagnostic(
        range: range, severity: severity ?? rule.severity, code: rule.code, message: message,
        fixes: fixes, related: related))
  }
}
