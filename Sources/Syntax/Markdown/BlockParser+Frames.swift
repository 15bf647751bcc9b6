extension BlockParser {
  /// A block that is not finished. Offsets are those of the text.
  struct Frame {
    var kind: BlockKind
    /// Where its first line starts.
    let start: Int
    /// Where its own first byte stands.
    let inset: Int
    /// The index in `finished` of its first child.
    let firstChild: Int
    /// Where the first line of its first child starts; -1 before there is one.
    var contentStart = -1
    /// Where the last line before it was closed ends.
    var end = 0
    var blanks = Block.BlankLines()
    /// Whether a finished child counts: one that is more than link reference definitions.
    var hasFinishedChild = false

    init(kind: BlockKind, start: Int, inset: Int, firstChild: Int) {
      self.kind = kind
      self.start = start
      self.inset = inset
      self.firstChild = firstChild
    }

    var isParagraph: Bool { if case .paragraph = kind { true } else { false } }

    var isLiteral: Bool {
      switch kind {
      case .indentedCode, .fencedCode, .htmlBlock: true
      default: false
      }
    }

    mutating func noteBlankAfter() {
      if case .item = kind { blanks.lastLine = true } else { blanks.after = true }
    }
  }

  /// The content of the leaf that was begun last. Offsets are those of the text.
  struct Leaf {
    var start = 0
    /// Without line ending.
    var end = 0
    /// Where the line after the content starts.
    var next = 0
    /// Whether there is no line yet.
    var isEmpty = false
    /// Not empty when the lines do not follow each other.
    var segments: [Block.Segment] = []
    var definitions: [LinkDefinition] = []
    /// The content up to its last line that is not blank.
    var solid = (next: 0, segmentCount: 0)

    init() {}

    init(start: Int, end: Int, next: Int) {
      self.start = start
      self.end = end
      self.next = next
    }

    init(emptyAt start: Int) {
      self.init(start: start, end: start, next: start)
      isEmpty = true
    }
  }
}

// MARK: - Beginning and closing

extension BlockParser {
  /// Begins a block within the innermost open one that can hold it.
  ///
  /// Everything above that one must be closed. `false` when the old tree goes on here: then
  /// the parse is done.
  mutating func beginChild(_ kind: BlockKind, at inset: Int) -> Bool {
    switch frames[openCount - 1].kind {
    case .paragraph: close(to: openCount - 1)
    case .list where !kind.isItem: close(to: openCount - 1)
    default: break
    }
    if reuse != nil, meetsOldTree(beginning: kind) { return false }
    while frames.count > openCount { seal(at: lineStart) }
    if frames[openCount - 1].contentStart < 0 { frames[openCount - 1].contentStart = lineStart }
    frames.append(
      Frame(kind: kind, start: lineStart, inset: inset, firstChild: finished.count))
    openCount += 1
    return true
  }

  /// Whether the block has something in it that is no link reference definition.
  func hasChildren(_ index: Int) -> Bool {
    if frames[index].hasFinishedChild { return true }
    return index + 1 < frames.count && frames[index + 1].kind != .definitions
  }

  /// Closes all but `count` blocks, with the line before this one.
  mutating func close(to count: Int) {
    var i = openCount - 1
    while i >= count {
      frames[i].end = previousEnd
      if i == frames.count - 1, frames[i].isParagraph, !resolveDefinitions() {
        frames[i].kind = .definitions
        frames[i].blanks.after = false
      }
      i -= 1
    }
    if count < openCount { openCount = count }
  }
}

extension BlockKind {
  var isItem: Bool { if case .item = self { true } else { false } }
}

// MARK: - Content of leaves

extension BlockParser {
  /// Starts the content of the leaf just begun with the rest of this line.
  mutating func beginLeaf() {
    leaf = Leaf(start: isInTab ? offset + 1 : offset, end: lineEnd, next: nextLine)
    // A line may be without bytes, at the end of the text, and yet a line.
    if isInTab || offset == nextLine { leaf.segments.append(segment()) }
    markSolid()
  }

  /// Adds the rest of this line to the leaf on top.
  mutating func continueLeaf() {
    if leaf.isEmpty {
      let definitions = leaf.definitions
      beginLeaf()
      leaf.definitions = definitions
      return
    }
    if !lineFollowsLeaf {
      if leaf.segments.isEmpty { leaf.segments = lines(from: leaf.start, to: leaf.end) }
      leaf.segments.append(segment())
    }
    leaf.end = lineEnd
    leaf.next = nextLine
    markSolid()
  }

  /// Whether the bytes of this line follow those of the leaf, as they stand in the text.
  var lineFollowsLeaf: Bool {
    leaf.segments.isEmpty && offset == lineStart && !isInTab && leaf.next == lineStart
      && leaf.next == leaf.end + 1 && bytes[leaf.end] == 0x0A
  }

  private mutating func markSolid() {
    if !isBlank { leaf.solid = (nextLine, leaf.segments.count) }
  }

  private func segment() -> Block.Segment {
    let columns = isInTab ? 4 - column & 3 : 0
    return Block.Segment(start: isInTab ? offset + 1 : offset, end: lineEnd, columns: columns)
  }

  /// The lines of bytes that follow each other, divided by `\n`.
  func lines(from start: Int, to end: Int) -> [Block.Segment] {
    var lines: [Block.Segment] = []
    var lineStart = start
    var i = start
    while i < end {
      if bytes[i] == 0x0A {
        lines.append(Block.Segment(start: lineStart, end: i, columns: 0))
        lineStart = i + 1
      }
      i += 1
    }
    lines.append(Block.Segment(start: lineStart, end: end, columns: 0))
    return lines
  }

  /// Takes the definitions off the start of the paragraph on top; `false` when nothing is left.
  mutating func resolveDefinitions() -> Bool {
    if leaf.isEmpty { return false }
    guard leaf.start < leaf.end, bytes[leaf.start] == 0x5B else { return true }
    let base = frames[frames.count - 1].start
    let content = LeafContent(bytes, leaf.start, leaf.end, leaf.segments, base: base)
    var parser = DefinitionParser(content)
    let used = parser.parse()
    guard used > content.start else { return true }
    leaf.definitions += parser.definitions
    if used >= content.end {
      leaf.isEmpty = true
      leaf.segments = []
      leaf.start = leaf.end
      return false
    }
    if leaf.segments.isEmpty {
      leaf.start = used
    } else {
      leaf.segments.removeFirst(content.lineIndex(at: used))
      leaf.start = leaf.segments.first?.start ?? leaf.end
    }
    return true
  }
}

// MARK: - Finishing

extension BlockParser {
  /// Makes a block of the frame on top, whose lines end at `end`.
  mutating func seal(at end: Int, followedBy tail: Tail? = nil) {
    let frame = frames.removeLast()
    let block: Block
    if let unchanged = unchangedBlock(frame, end: end) {
      finished.removeSubrange(frame.firstChild...)
      _ = takePredecessor()
      block = unchanged
    } else if frame.kind.isContainer {
      block = makeContainer(frame, end: end, tail: tail)
    } else {
      block = makeLeaf(frame, end: end)
    }
    finished.append(block)
    if block.kind != .definitions { frames[frames.count - 1].hasFinishedChild = true }
  }

  /// Makes a block of the frame that was last on the stack.
  mutating func makeContainer(_ frame: Frame, end: Int, tail: Tail? = nil) -> Block {
    let new = takeFinished(from: frame.firstChild)
    let old = takePredecessor()
    if let old, old.block === reuse?.tree.root {
      let end = tail?.index ?? old.block.children.count
      // The block before the edit is read again, and mostly found to be the same.
      let same = zip(old.block.children[old.kept..<end], new).prefix { $0 === $1 }.count
      reuse?.replacedChildren = old.kept + same..<end
    }
    let children = ChildList(
      of: frame, new: new, after: old?.block, kept: old?.kept ?? 0, tail: tail)
    var blanks = frame.blanks
    blanks.count = children.reasons
    frame.kind.judge(&blanks, children.blocks)
    return Block(
      kind: frame.kind, length: end - frame.start, inset: frame.inset - frame.start,
      end: frame.end - frame.start,
      content: ByteRange(
        (frame.contentStart < 0 ? end : frame.contentStart) - frame.start, end - frame.start),
      children: children.blocks, childStarts: children.starts, blanks: blanks,
      definitionLeaves: children.definitionLeaves)
  }

  private mutating func takeFinished(from first: Int) -> [Block] {
    // Most items have one child.
    if finished.count - first == 1 { return [finished.removeLast()] }
    let blocks = Array(finished[first...])
    finished.removeLast(blocks.count)
    return blocks
  }

  private mutating func makeLeaf(_ frame: Frame, end: Int) -> Block {
    let base = frame.start
    var contentEnd = leaf.end
    switch frame.kind {
    case .indentedCode:
      contentEnd = leaf.solid.next
      if !leaf.segments.isEmpty { leaf.segments.removeSubrange(leaf.solid.segmentCount...) }
    case .fencedCode, .htmlBlock: contentEnd = leaf.next
    case .thematicBreak:
      leaf = Leaf(start: frame.end, end: frame.end, next: frame.end)
      contentEnd = frame.end
    default: break
    }
    let hasDefinitions = !leaf.definitions.isEmpty
    if hasDefinitions { madeDefinitions = true }
    return Block(
      kind: frame.kind, length: end - base, inset: frame.inset - base, end: frame.end - base,
      content: ByteRange(leaf.start - base, contentEnd - base),
      segments: leaf.segments.isEmpty ? [] : leaf.segments.map { $0.shifted(by: -base) },
      definitions: leaf.definitions, blanks: frame.blanks,
      definitionLeaves: hasDefinitions ? 1 : 0)
  }
}

extension Block.Segment {
  func shifted(by distance: Int) -> Block.Segment {
    Block.Segment(start: start + distance, end: end + distance, columns: columns)
  }
}

// MARK: - Tight and loose

extension BlockKind {
  /// How many reasons a child gives to make the lists around it loose, were another to follow.
  func reasons(_ child: Block) -> Int32 {
    switch self {
    case .item: child.blanks.after ? 1 : 0
    case .list:
      (child.blanks.after || child.blanks.lastLine ? 1 : 0) + (child.blanks.between ? 1 : 0)
    default: 0
    }
  }

  /// Judges a container by the reasons of all its children, already counted: nothing follows the
  /// last one.
  func judge(_ blanks: inout Block.BlankLines, _ children: [Block]) {
    switch self {
    case .item:
      // Definitions are no part of the tree: a second blank line after them counts for the block
      // before.
      var trailing: Int32 = 0
      var hasChild = false
      for child in children.reversed() {
        trailing += reasons(child)
        if child.kind != .definitions {
          hasChild = true
          break
        }
      }
      blanks.between = blanks.count > trailing
      blanks.after = hasChild ? trailing > 0 : blanks.lastLine
    case .list:
      let last = children.last?.blanks ?? Block.BlankLines()
      blanks.between = blanks.count > (last.after || last.lastLine ? 1 : 0)
      blanks.after = last.after
    default: break
    }
  }
}
