/// What an edit did to the blocks below the document.
package struct BlockChange {
  /// Indices of those that are gone.
  package let replaced: Range<Int>
  /// How many stand in their place.
  package let count: Int
  /// How many bytes further down all stand that follow.
  package let distance: Int
}

extension BlockTree {
  /// Brings the tree up to date with one edit, at the price of what the edit touched.
  ///
  /// Blocks that the edit left alone stay the same objects, wherever they stand now.
  ///
  /// - Parameters:
  ///   - bytes: The text after the edit.
  ///   - newStart: Where the body begins now.
  ///   - range: What was replaced, in the text before the edit.
  ///   - count: How many bytes stand there now.
  package mutating func update(
    to bytes: [UInt8], from newStart: Int, replacing range: ByteRange, with count: Int
  ) -> BlockChange {
    let delta = count - range.length
    let newStart = min(max(newStart, 0), bytes.count)
    if range.end <= start && newStart == start + delta {
      start = newStart
      return BlockChange(replaced: 0..<0, count: 0, distance: delta)
    }
    // Where the body begins elsewhere, all from there to the old beginning is as if replaced.
    let sameStart = newStart == start && range.start >= start
    let changedEnd = sameStart ? range.end : max(range.end, start, newStart - delta)
    let changedStart =
      sameStart ? Self.lineStart(range.start, in: bytes, from: newStart) : newStart

    let ownsTree = isKnownUniquelyReferenced(&root)
    let reuse = BlockParser.Reuse(
      tree: self, delta: delta, changed: ByteRange(changedStart, changedEnd + delta),
      ownsTree: ownsTree)
    let oldLeaves = root.definitionLeaves
    let oldCount = root.children.count
    var parser = BlockParser(resuming: reuse, in: bytes, from: newStart)
    while parser.nextLine < bytes.count, parser.reuse?.meeting == nil { parser.readLine() }
    root = parser.reuse?.meeting.map { parser.finish($0) } ?? parser.finish()
    start = newStart
    if parser.madeDefinitions || root.definitionLeaves != oldLeaves, updateDefinitions() {
      return BlockChange(replaced: 0..<oldCount, count: root.children.count, distance: delta)
    }
    let replaced = reuse.replacedChildren
    return BlockChange(
      replaced: replaced, count: root.children.count - oldCount + replaced.count, distance: delta)
  }

  /// The start of the first line that an edit at `offset` touches. A `\r` before it may have become
  /// another line ending.
  private static func lineStart(_ offset: Int, in bytes: [UInt8], from start: Int) -> Int {
    var i = min(offset, bytes.count)
    if i > start && bytes[i - 1] == 0x0D { i -= 1 }
    while i > start && bytes[i - 1] != 0x0A && bytes[i - 1] != 0x0D { i -= 1 }
    return i
  }

  /// Leaves whose inlines looked up a label are new ones when definitions changed.
  ///
  /// - Returns: whether there are such.
  private mutating func updateDefinitions() -> Bool {
    let updated = LinkDefinitions(of: root)
    guard updated != definitions else { return false }
    definitions = updated
    guard let renewed = Self.renewed(root) else { return false }
    root = renewed
    return true
  }

  // The depth of a tree is bounded by the parser.
  private static func renewed(_ block: Block) -> Block? {
    if !block.kind.isContainer {
      return block.usesDefinitions ? Block(copying: block, block.children) : nil
    }
    var children: [Block]?
    for (index, child) in block.children.enumerated() {
      if let new = renewed(child) { children = replacing(children ?? block.children, index, new) }
    }
    return children.map { Block(copying: block, $0) }
  }

  private static func replacing(_ blocks: consuming [Block], _ index: Int, _ new: Block) -> [Block]
  {
    blocks[index] = new
    return blocks
  }
}

extension Block {
  fileprivate convenience init(copying other: Block, _ children: [Block]) {
    self.init(
      kind: other.kind, length: other.length, inset: other.inset, end: other.end,
      content: other.content, segments: other.segments, definitions: other.definitions,
      children: children, childStarts: other.childStarts, blanks: other.blanks,
      definitionLeaves: other.definitionLeaves)
  }
}

// MARK: - Proof

extension BlockTree {
  /// What is wrong with the tree as that of `bytes`, compared with one parsed from scratch; `nil`
  /// when it is right. As dear as a full parse: for tests, and for the paranoid.
  package func problem(in bytes: [UInt8]) -> String? {
    let fresh = BlockTree(parsing: bytes, from: start)
    if definitions != fresh.definitions { return "other link reference definitions" }
    return Self.difference(root, fresh.root, at: start, bytes)
  }

  private static func difference(
    _ block: Block, _ fresh: Block, at start: Int, _ bytes: [UInt8]
  ) -> String? {
    let place = "\(block.kind) at \(start)"
    if block.kind != fresh.kind { return "\(place) should be \(fresh.kind)" }
    if block.length != fresh.length || block.inset != fresh.inset || block.end != fresh.end {
      return "\(place) has lines \(block.inset), \(block.end), \(block.length); "
        + "should be \(fresh.inset), \(fresh.end), \(fresh.length)"
    }
    if block.content != fresh.content || block.definitions != fresh.definitions
      || !hasSameLines(block, fresh, at: start, bytes)
    {
      return "\(place) has other content"
    }
    if block.blanks != fresh.blanks { return "\(place) has \(block.blanks), not \(fresh.blanks)" }
    if block.definitionLeaves != fresh.definitionLeaves { return "\(place) counts definitions" }
    guard block.children.count == fresh.children.count else { return "\(place) has other children" }
    if !block.childStarts.isEmpty && block.childStarts != fresh.childStarts {
      return "\(place) finds its children elsewhere"
    }
    var childStart = start + block.content.start
    for (child, freshChild) in zip(block.children, fresh.children) {
      if let found = difference(child, freshChild, at: childStart, bytes) { return found }
      childStart += child.length
    }
    let isWhole = block.children.isEmpty || childStart == start + block.length
    return isWhole ? nil : "\(place) is not the sum of its children"
  }

  /// Whether the contents are the same: after an edit they may be kept as lines where their bytes
  /// would do.
  private static func hasSameLines(
    _ block: Block, _ fresh: Block, at start: Int, _ bytes: [UInt8]
  ) -> Bool {
    if block.segments == fresh.segments { return true }
    let ours = LeafContent(of: block, at: start, in: bytes)
    let theirs = LeafContent(of: fresh, at: start, in: bytes)
    let literal = block.literal(at: start, in: bytes) == fresh.literal(at: start, in: bytes)
    guard block.kind.hasInlines else { return literal }
    guard ours.end - ours.start == theirs.end - theirs.start else { return false }
    return (0..<ours.end - ours.start).allSatisfy { i in
      let (a, b) = (ours.start + i, theirs.start + i)
      return ours.bytes[a] == theirs.bytes[b]
        && (ours.bytes[a] == 0x0A || ours.source(a) == theirs.source(b))
    }
  }
}
