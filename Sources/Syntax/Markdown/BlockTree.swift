/// The blocks of a Markdown body.
///
/// It does not hold the text: whoever asks for something that stands in there hands it over.
/// Offsets are UTF-8 bytes of the whole text, front matter included.
package struct BlockTree {
  /// The document block; it begins at `start`.
  package internal(set) var root: Block
  /// Where the body begins.
  package internal(set) var start: Int
  package internal(set) var definitions: LinkDefinitions
  private let scratch = InlineParser.Scratch()

  package init(parsing bytes: [UInt8], from start: Int = 0) {
    self.start = min(max(start, 0), bytes.count)
    root = BlockParser.parse(bytes, from: self.start)
    definitions = LinkDefinitions(of: root)
  }
}

// MARK: - Finding blocks

extension BlockTree {
  /// Calls `body` with every block in text order, containers before their children.
  ///
  /// - Parameter body: Gets the block, the offset where its first line starts, and how many
  ///   containers it stands in (0 for the document). It says whether to visit the children.
  package func forEachBlock(_ body: (_ block: Block, _ start: Int, _ depth: Int) -> Bool) {
    visit(root, start, 0, body)
  }

  // The depth of a tree is bounded by the parser.
  private func visit(_ block: Block, _ start: Int, _ depth: Int, _ body: (Block, Int, Int) -> Bool)
  {
    guard body(block, start, depth) else { return }
    var childStart = start + block.content.start
    for child in block.children {
      visit(child, childStart, depth + 1, body)
      childStart += child.length
    }
  }

  /// Calls `body` with every leaf in text order and the offset where its first line starts.
  package func forEachLeaf(_ body: (_ leaf: Block, _ start: Int) -> Void) {
    visitLeaves(root, start, body)
  }

  private func visitLeaves(_ block: Block, _ start: Int, _ body: (Block, Int) -> Void) {
    var childStart = start + block.content.start
    for child in block.children {
      if child.kind.isContainer {
        visitLeaves(child, childStart, body)
      } else {
        body(child, childStart)
      }
      childStart += child.length
    }
  }

  /// The blocks around `offset`, from the document inwards, each with where it starts.
  package func path(to offset: Int) -> [(block: Block, start: Int)] {
    var path = [(block: root, start: start)]
    var at = start
    var block = root
    while let index = block.childIndex(at: offset - at) {
      at += block.childStart(index)
      block = block.children[index]
      path.append((block, at))
    }
    return path
  }

  /// The leaf on whose lines `offset` lies, and where it starts; `nil` between blocks. The end of
  /// the text belongs to the last leaf.
  package func leaf(at offset: Int) -> (block: Block, start: Int)? {
    guard let last = path(to: offset).last, !last.block.kind.isContainer else { return nil }
    return last
  }
}

extension Block {
  /// Where the child begins, from the start of this block.
  func childStart(_ index: Int) -> Int {
    let starts = childStarts
    if index < starts.count { return Int(starts[index]) }
    var at = content.start
    for child in children[..<index] { at += child.length }
    return at
  }

  /// The child on whose lines `offset` lies; the last one at the end of the block.
  func childIndex(at offset: Int) -> Int? {
    guard !children.isEmpty, offset >= content.start, offset <= length else { return nil }
    let starts = childStarts
    if starts.count == children.count {
      var low = 0
      var high = starts.count
      while high - low > 1 {
        let middle = (low + high) / 2
        if Int(starts[middle]) <= offset { low = middle } else { high = middle }
      }
      return low
    }
    var end = content.start
    for (index, child) in children.enumerated() {
      end += child.length
      if offset < end { return index }
    }
    return children.count - 1
  }

  /// The bytes of the block itself, without the indentation before it and the last line ending.
  ///
  /// - Parameter start: Where the block's first line starts.
  package func range(at start: Int) -> ByteRange { ByteRange(start + inset, start + end) }

  /// The content in the text; with `segments`, it is not all content.
  package func contentRange(at start: Int) -> ByteRange { content.shifted(by: start) }
}

// MARK: - What stands in a block

extension BlockTree {
  /// The inlines of a paragraph or heading; none for other blocks.
  ///
  /// - Parameters:
  ///   - start: Where the first line of `leaf` starts in `bytes`.
  ///   - isKept: Whether they are kept with the block for whoever asks next; without, they are
  ///     worked out again and cost no memory.
  package func inlines(
    of leaf: Block, at start: Int, in bytes: [UInt8], isKept: Bool = true
  ) -> Inlines {
    let content = LeafContent(of: leaf, at: start, in: bytes)
    let shift = leaf.segments.isEmpty ? start : 0
    if let known = leaf.inlines { return Inlines(known.tree, content, shift: shift) }
    guard leaf.kind.hasInlines else { return Inlines(InlineTree(), content, shift: shift) }
    // What is not kept is written where the last one was.
    var tree = isKept ? InlineTree() : scratch.takeTree()
    if !InlineParser.readPlainText(content, shift: shift, into: &tree) {
      var parser = InlineParser(content, definitions: definitions, scratch: scratch)
      parser.parse(shift: shift, into: &tree, scratch: scratch)
      if parser.usesDefinitions { leaf.usesDefinitions = true }
    }
    if isKept { leaf.inlines = InlineTree.Kept(tree) } else { scratch.keep(tree) }
    return Inlines(tree, content, shift: shift)
  }

  /// The bytes of `inlines(…).plainText(includingCode:)`.
  package func plainBytes(
    of leaf: Block, at start: Int, in bytes: [UInt8], includingCode: Bool = true
  ) -> ArraySlice<UInt8> {
    if leaf.inlines == nil, leaf.kind.hasInlines {
      let content = LeafContent(of: leaf, at: start, in: bytes)
      if let range = InlineParser.plainText(content) { return content.bytes[range] }
    }
    return inlines(of: leaf, at: start, in: bytes, isKept: false)
      .plainText(includingCode: includingCode).bytes[...]
  }
}

extension Block {
  /// The lines of code or HTML, each ended by `\n`.
  package func literal(at start: Int, in bytes: [UInt8]) -> [UInt8] {
    guard !kind.hasInlines, !content.isEmpty || !segments.isEmpty else { return [] }
    let content = LeafContent(of: self, at: start, in: bytes)
    var end = content.end
    if segments.isEmpty {
      if end > content.start && content.bytes[end - 1] == 0x0A { end -= 1 }
      if end > content.start && content.bytes[end - 1] == 0x0D { end -= 1 }
    }
    return Array(content.bytes[content.start..<end]) + [0x0A]
  }

  /// The info string of a fenced code block as it is written; `nil` for other blocks.
  package func infoRange(at start: Int, in bytes: [UInt8]) -> ByteRange? {
    guard case .fencedCode(let fence) = kind else { return nil }
    var low = min(start + inset + fence.length, bytes.count)
    var high = low
    while high < bytes.count && bytes[high] != 0x0A && bytes[high] != 0x0D { high += 1 }
    while low < high && HTMLScanner.isSpace(bytes[low]) { low += 1 }
    while high > low && HTMLScanner.isSpace(bytes[high - 1]) { high -= 1 }
    return ByteRange(low, high)
  }
}
