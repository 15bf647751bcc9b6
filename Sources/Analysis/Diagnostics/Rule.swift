package import Archive
package import Syntax

/// One kind of mistake: how it is found, and its page in the manual.
///
/// Each rule is a static member in a file of its own, and `Rule.all` lists them.
package struct Rule: Sendable {
  package enum Check: Sendable {
    /// Run again when front matter, file name, title, archive or configuration changed.
    case frontMatter(@Sendable (FrontMatterContext, inout Reports) -> Void)
    /// Sees one paragraph or heading that holds all the marks, and nothing around it; the result
    /// is kept while the block is, and its ranges count from the block's start.
    case block(when: LeafMarks, @Sendable (BlockContext, inout Reports) -> Void)
    /// The same for one in which a name may be misspelt. It asks the archive too: run again when
    /// that changes.
    case names(@Sendable (BlockContext, inout Reports) -> Void)
    /// Reads headings, stories and the facts of leaves, never the text: run again when an edit
    /// changes those.
    case issue(@Sendable (Snapshot, inout Reports) -> Void)
    /// What one rule finds in the outline, and in single blocks that hold the marks.
    case issueAndBlock(
      @Sendable (Snapshot, inout Reports) -> Void, when: LeafMarks,
      @Sendable (BlockContext, inout Reports) -> Void)
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
  /// What is the same for all blocks of an issue; held by one reference, for there are many blocks.
  final class Issue {
    let document: Document
    let archive: ArchiveIndex
    let language: Language

    init(_ snapshot: Snapshot) {
      document = snapshot.document
      archive = snapshot.archive
      language = snapshot.language
    }
  }

  private let issue: Issue
  package let block: Block
  /// Where the block's first line starts, in UTF-8 bytes of the text.
  package let start: Int

  init(issue: Issue, block: Block, start: Int) {
    self.issue = issue
    self.block = block
    self.start = start
  }

  package var document: Document { issue.document }
  package var archive: ArchiveIndex { issue.archive }
  package var language: Language { issue.language }

  /// Where it stands, in UTF-8 bytes of the text.
  package var range: ByteRange { ByteRange(start, start + block.length) }

  /// The inlines of a paragraph or heading.
  package var inlines: Inlines { document.passingInlines(of: block, at: start) }
}

/// Where rules report to.
package struct Reports {
  package private(set) var diagnostics: [Diagnostic] = []

  package init() {}

  mutating func reserveCapacity(_ count: Int) { diagnostics.reserveCapacity(count) }

  mutating func report(_ more: [Diagnostic]) { diagnostics += more }

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
