/// What an edit did to a document.
package struct DocumentChange {
  /// Whether the front matter was read again.
  package let concernsFrontMatter: Bool
  package let blocks: BlockChange
}

/// One state of an issue: its text, its front matter and the tree of its body.
///
/// It lives on one thread, as its blocks do.
package struct Document {
  package private(set) var text: Text
  package private(set) var frontMatter: FrontMatter
  package private(set) var body: BlockTree

  package init(bytes: [UInt8]) {
    text = Text(bytes)
    frontMatter = FrontMatter(bytes)
    body = BlockTree(parsing: bytes, from: frontMatter.bodyStart)
  }

  package var bytes: [UInt8] { text.bytes }

  /// Carries out `edit`, whose range is clamped to the text.
  @discardableResult
  package mutating func apply(_ edit: TextEdit) -> DocumentChange {
    let range = edit.range.clamped(to: text.count)
    text.replace(edit)
    let concernsFrontMatter = range.start < frontMatter.lookaheadEnd
    if concernsFrontMatter { frontMatter = FrontMatter(text.bytes) }
    let blocks = body.update(
      to: text.bytes, from: frontMatter.bodyStart, replacing: range, with: edit.newText.count)
    return DocumentChange(concernsFrontMatter: concernsFrontMatter, blocks: blocks)
  }

  /// What is wrong with this state, compared with one made of the same bytes; `nil` when it is
  /// right. As dear as reading the whole: for tests, and for the paranoid.
  package func problem() -> String? {
    let lines = Text(text.bytes)
    for line in 0...max(lines.lineCount, text.lineCount)
    where lines.lineStart(line) != text.lineStart(line) {
      return "line \(line) starts elsewhere"
    }
    // How far a scan looked may differ; what it found may not.
    var fresh = FrontMatter(text.bytes)
    fresh.lookaheadEnd = frontMatter.lookaheadEnd
    if frontMatter != fresh { return "other front matter" }
    return body.problem(in: text.bytes)
  }

  /// The inlines of a paragraph or heading.
  ///
  /// - Parameter start: Where the first line of `leaf` starts, as the tree's functions give it.
  package func inlines(of leaf: Block, at start: Int) -> Inlines {
    body.inlines(of: leaf, at: start, in: text.bytes)
  }

  /// The same for one who reads them once: they are not kept with the block.
  package func passingInlines(of leaf: Block, at start: Int) -> Inlines {
    body.inlines(of: leaf, at: start, in: text.bytes, isKept: false)
  }

  /// The text of a paragraph or heading without markers, as `Inlines.plainText` has it.
  package func plainBytes(
    of leaf: Block, at start: Int, includingCode: Bool = true
  ) -> ArraySlice<UInt8> {
    body.plainBytes(of: leaf, at: start, in: text.bytes, includingCode: includingCode)
  }
}
