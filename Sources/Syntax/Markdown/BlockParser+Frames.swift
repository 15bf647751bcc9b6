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
    /// Where the last line before it was closed ends.
    var end = 0
    var blanks = Block.BlankLines()
    /// Whether a finished child counts: one that is more than link reference definitions.
    var hasFinishedChild = false
    /// Reasons to be loose that the child finished last gives; they count when another follows.
    var lastReasons: Int32 = 0
    var lastIsBlankAfter = false
    var definitionLeaves: Int32 = 0

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

    /// Takes note of a finished child.
    mutating func note(_ child: Block) {
      definitionLeaves += child.definitionLeaves
      switch (kind, child.kind) {
      case (.item, .definitions):
        // It is no part of the tree; a second blank line after it counts for the block before.
        if child.blanks.after && hasFinishedChild { lastReasons += 1 }
        return
      case (.item, _):
        blanks.count += lastReasons
        lastReasons = child.blanks.after ? 1 : 0
      case (.list, _):
        blanks.count += lastReasons + (child.blanks.between ? 1 : 0)
        lastReasons = child.blanks.after || child.blanks.lastLine ? 1 : 0
        lastIsBlankAfter = child.blanks.after
      case (_, .definitions): return
      default: break
      }
      hasFinishedChild = true
    }
  }

  /// The content of the leaf that was begun last. Offsets are those of the text.
  struct Leaf {
    var start = 0
    /// Without line ending.
    var end = 0
    /// Where the line after the content starts.
    var next = 0
    var lineCount = 1
    /// Not empty when the lines do not follow each other.
    var segments: [Block.Segment] = []
    var definitions: [LinkDefinition] = []
    /// The content up to its last line that is not blank.
    var solid = (end: 0, next: 0, segmentCount: 0)

    init() {}

    init(start: Int, end: Int, next: Int) {
      self.start = start
      self.end = end
      self.next = next
    }

    init(emptyAt start: Int) {
      self.init(start: start, end: start, next: start)
      lineCount = 0
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
    while frames.count > openCount { seal(at: lineStart) }
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

  // MARK: Content

  /// Starts the content of the leaf just begun with the rest of this line.
  mutating func beginLeaf() {
    leaf = Leaf(start: offset, end: lineEnd, next: nextLine)
    if isInTab {
      leaf.start = offset + 1
      leaf.segments.append(segment())
    } else if offset == nextLine {
      // An empty line at the end of the text: without bytes, yet a line.
      leaf.segments.append(segment())
    }
    markSolid()
  }

  /// Adds the rest of this line to the leaf on top.
  mutating func continueLeaf() {
    if leaf.lineCount == 0 {
      let definitions = leaf.definitions
      beginLeaf()
      leaf.definitions = definitions
      return
    }
    let follows =
      leaf.segments.isEmpty && offset == lineStart && !isInTab && leaf.next == lineStart
      && leaf.next == leaf.end + 1 && bytes[leaf.end] == 0x0A
    if !follows {
      if leaf.segments.isEmpty { leaf.segments = lines(from: leaf.start, to: leaf.end) }
      leaf.segments.append(segment())
    }
    leaf.end = lineEnd
    leaf.next = nextLine
    leaf.lineCount += 1
    markSolid()
  }

  private mutating func markSolid() {
    if !isBlank { leaf.solid = (lineEnd, nextLine, leaf.segments.count) }
  }

  private func segment() -> Block.Segment {
    let columns = isInTab ? 4 - column & 3 : 0
    return Block.Segment(start: isInTab ? offset + 1 : offset, end: lineEnd, columns: columns)
  }

  /// The lines of bytes that follow each other, divided by `\n`.
  private func lines(from start: Int, to end: Int) -> [Block.Segment] {
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
    if leaf.lineCount == 0 { return false }
    guard leaf.start < leaf.end, bytes[leaf.start] == 0x5B else { return true }
    let base = frames[frames.count - 1].start
    let content = LeafContent(bytes, leaf.start, leaf.end, leaf.segments, base: 0)
    var parser = DefinitionParser(content)
    let used = parser.parse()
    guard used > content.start else { return true }
    leaf.definitions += parser.definitions.map { $0.shifted(by: -base) }
    if used >= content.end {
      leaf.lineCount = 0
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

extension BlockKind {
  var isItem: Bool { if case .item = self { true } else { false } }
}

// MARK: - Finishing

extension BlockParser {
  /// Makes a block of the frame on top, whose lines end at `end`.
  mutating func seal(at end: Int) {
    let frame = frames.removeLast()
    let block: Block
    if frame.kind.isContainer {
      block = makeContainer(frame, end: end)
    } else {
      block = makeLeaf(frame, end: end)
    }
    finished.append(block)
    frames[frames.count - 1].note(block)
  }

  mutating func makeContainer(_ frame: Frame, end: Int) -> Block {
    let children = Array(finished[frame.firstChild...])
    finished.removeSubrange(frame.firstChild...)
    let length = end - frame.start
    var blanks = frame.blanks
    switch frame.kind {
    case .item:
      blanks.between = blanks.count > 0
      blanks.after = frame.hasFinishedChild ? frame.lastReasons > 0 : blanks.lastLine
    case .list:
      blanks.between = blanks.count > 0
      blanks.after = frame.lastIsBlankAfter
    default: break
    }
    blanks.count += frame.lastReasons
    var total = 0
    for child in children { total += child.length }
    return Block(
      kind: frame.kind, length: length, inset: frame.inset - frame.start,
      end: frame.end - frame.start, content: ByteRange(length - total, length),
      children: children, blanks: blanks, definitionLeaves: frame.definitionLeaves)
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
      segments: leaf.segments.isEmpty
        ? []
        : leaf.segments.map {
          Block.Segment(start: $0.start - base, end: $0.end - base, columns: $0.columns)
        }, definitions: leaf.definitions, blanks: frame.blanks,
      definitionLeaves: hasDefinitions ? 1 : 0)
  }
}
