// Bringing a tree up to date with an edit.
//
// What a block is was decided by its own lines and the next one. So the parse resumes at the last
// line before the edit that begins a block, or goes on with a leaf, and may look at the old tree
// from the first line on that lies behind the edit: as soon as the same containers are open and the
// same child begins, or the same leaf goes on, all that follows is as it was.

extension BlockParser {
  /// What is known of the old tree while the parse goes on.
  final class Reuse {
    let tree: BlockTree
    /// What to add to an old offset behind the edit for the new one.
    let delta: Int
    /// Lines that start behind this offset are old ones.
    let changedEnd: Int
    /// Lines that end before this offset are old ones too.
    let changedStart: Int
    /// Whether nobody else holds the old tree.
    let ownsTree: Bool
    /// For each frame, from the document on, that goes on with an old container: that container, and
    /// how many of its children stay.
    var predecessors: [(block: Block, kept: Int)] = []
    /// No leaf of the old tree that ends before this offset, a new one, can go on.
    var noLeafBefore = 0
    /// Indices of the document's old children that do not stay.
    var replacedChildren = 0..<0
    /// Once the parse met the old tree: how every open container goes on, outermost first.
    var meeting: [Meeting]?

    init(tree: BlockTree, delta: Int, changed: ByteRange, ownsTree: Bool) {
      self.tree = tree
      self.delta = delta
      changedStart = changed.start
      changedEnd = changed.end
      self.ownsTree = ownsTree
    }
  }

  /// The children of an old container from `index` on.
  struct Tail {
    let container: Block
    let index: Int
    /// How far they have moved within the container.
    let distance: Int
    /// Whether the container may be emptied.
    let takesChildren: Bool
  }

  /// How a container goes on as it did in the old tree.
  struct Meeting {
    let tail: Tail
    /// Where it ends now, and where its last own line does.
    let end: Int
    let lineEnd: Int
  }

  /// The block of the old tree that the frame, just taken off the stack, came to again.
  func unchangedBlock(_ frame: Frame, end: Int) -> Block? {
    guard let reuse, end <= reuse.changedStart else { return nil }
    var block = reuse.tree.root
    var start = reuse.tree.start
    for _ in 0..<frames.count {
      guard let index = block.childIndex(at: frame.start - start) else { return nil }
      start += block.childStart(index)
      block = block.children[index]
    }
    let isSame = start == frame.start && start + block.length == end && block.kind == frame.kind
    return isSame ? block : nil
  }
}

// MARK: - Meeting the old tree

extension BlockParser {
  /// Whether the old tree has the same containers open where this line is, and the same child
  /// begins in them.
  func meetsOldTree(beginning kind: BlockKind) -> Bool {
    guard let reuse, lineStart >= reuse.changedEnd, frames[openCount - 1].start < lineStart,
      let path = oldPath(depth: openCount, reuse)
    else { return false }
    let target = lineStart - reuse.delta
    let inner = path[openCount - 1]
    let index = inner.index
    guard inner.start + inner.block.childStart(index) == target,
      inner.block.children[index].kind.begins(like: kind)
    else { return false }
    reuse.meeting = meeting(path, reuse, taken: 0)
    return true
  }

  /// Whether the leaf on top goes on in the old tree with this line; then it takes the rest.
  mutating func meetsOldLeaf() -> Bool {
    guard let reuse, lineStart > reuse.changedEnd, lineStart >= reuse.noLeafBefore,
      !mayHoldDefinitions
    else { return false }
    let target = lineStart - reuse.delta
    // Most lines fail here: not one allocation on the way.
    var old = reuse.tree.root
    var oldStart = reuse.tree.start
    for level in 1..<openCount {
      guard let index = old.childIndex(at: target - oldStart) else { return false }
      oldStart += old.childStart(index)
      old = old.children[index]
      guard oldStart < target, old.kind.goesOn(like: frames[level].kind) else {
        reuse.noLeafBefore = oldStart + old.length + reuse.delta
        return false
      }
    }
    guard target < oldStart + old.content.end, old.definitions.isEmpty,
      let path = oldPath(depth: openCount - 1, reuse)
    else { return false }

    takeRest(of: old, shift: oldStart + reuse.delta)
    close(to: openCount - 1)
    let index = frames.count - 1
    frames[index].kind = old.kind
    frames[index].end = oldStart + old.end + reuse.delta
    frames[index].blanks = old.blanks
    seal(at: oldStart + old.length + reuse.delta)
    reuse.meeting = meeting(path, reuse, taken: 1)
    return true
  }

  private var mayHoldDefinitions: Bool {
    frames[openCount - 1].isParagraph && leaf.start < leaf.end && bytes[leaf.start] == 0x5B
  }

  /// Adds the lines of the old leaf, from this one on, to the leaf on top.
  private mutating func takeRest(of old: Block, shift: Int) {
    let end = old.content.end + shift
    let isLiteral = frames[frames.count - 1].isLiteral
    let textEnd = isLiteral ? endBeforeLineEnding(end) : end
    let follows = leaf.isEmpty || lineFollowsLeaf
    var head = leaf.segments
    if leaf.isEmpty {
      leaf.start = isInTab ? offset + 1 : offset
      leaf.isEmpty = false
    } else if head.isEmpty && !(follows && old.segments.isEmpty) {
      head = lines(from: leaf.start, to: leaf.end)
    }
    if !old.segments.isEmpty {
      let first = old.segments.firstIndex { $0.end + shift >= lineStart } ?? old.segments.count
      head += old.segments[first...].map { $0.shifted(by: shift) }
    } else if !head.isEmpty {
      // Not from the line's start: the old content may begin with this line, behind markers.
      head += lines(from: offset, to: textEnd)
    }
    leaf.segments = head
    leaf.end = textEnd
    leaf.next = end
    leaf.solid = (end, leaf.segments.count)
  }

  private func endBeforeLineEnding(_ offset: Int) -> Int {
    var end = min(offset, bytes.count)
    if end > 0 && bytes[end - 1] == 0x0A { end -= 1 }
    if end > 0 && bytes[end - 1] == 0x0D { end -= 1 }
    return end
  }

  private struct PathStep {
    let block: Block
    let start: Int
    /// The child on whose lines the target lies.
    let index: Int
  }

  /// The `depth` containers of the old tree around this line, when they are like the open ones.
  private func oldPath(depth: Int, _ reuse: Reuse) -> [PathStep]? {
    let target = lineStart - reuse.delta
    var path: [PathStep] = []
    var block = reuse.tree.root
    var start = reuse.tree.start
    for level in 0..<depth {
      if level > 0 {
        guard start < target, block.kind.goesOn(like: frames[level].kind) else { return nil }
      }
      guard let index = block.childIndex(at: target - start) else { return nil }
      path.append(PathStep(block: block, start: start, index: index))
      start += block.childStart(index)
      block = block.children[index]
    }
    return path
  }

  /// - Parameter taken: How many children of the innermost container, from its index on, are
  ///   already there.
  private func meeting(_ path: [PathStep], _ reuse: Reuse, taken: Int) -> [Meeting] {
    path.indices.map { level in
      let step = path[level]
      let isInner = level == path.count - 1
      let start = step.start + reuse.delta
      let tail = Tail(
        container: step.block, index: step.index + (isInner ? taken : 1),
        distance: start - frames[level].start, takesChildren: reuse.ownsTree)
      return Meeting(
        tail: tail, end: start + step.block.length, lineEnd: start + step.block.end)
    }
  }

  /// Finishes the containers with what the old tree has left for them.
  mutating func finish(_ meeting: [Meeting]) -> Block {
    while frames.count > meeting.count { seal(at: lineStart) }
    var level = meeting.count - 1
    while level > 0 {
      take(meeting[level], level)
      seal(at: meeting[level].end, followedBy: meeting[level].tail)
      level -= 1
    }
    take(meeting[0], 0)
    return makeContainer(frames.removeLast(), end: meeting[0].end, tail: meeting[0].tail)
  }

  private mutating func take(_ meeting: Meeting, _ level: Int) {
    frames[level].end = meeting.lineEnd
    frames[level].blanks.lastLine = meeting.tail.container.blanks.lastLine
    frames[level].blanks.after = meeting.tail.container.blanks.after
    if frames[level].contentStart < 0 { frames[level].contentStart = lineStart }
  }

  /// Nothing is left of the old container with which the frame on top goes on, beyond the
  /// children that stay.
  var emptyTail: Tail? {
    guard let reuse, reuse.predecessors.count == frames.count, let old = reuse.predecessors.last
    else {
      return nil
    }
    return Tail(
      container: old.block, index: old.block.children.count, distance: 0,
      takesChildren: reuse.ownsTree)
  }

  /// The old container with which the frame last taken off the stack goes on.
  func takePredecessor() -> (block: Block, kept: Int)? {
    guard let reuse, reuse.predecessors.count > frames.count else { return nil }
    return reuse.predecessors.removeLast()
  }
}

extension BlockKind {
  /// Whether the first line makes the same of both.
  fileprivate func begins(like other: BlockKind) -> Bool {
    switch (self, other) {
    case (.paragraph, .paragraph), (.definitions, .paragraph), (.heading(_, true), .paragraph): true
    case (.fencedCode(let a), .fencedCode(let b)):
      a.character == b.character && a.length == b.length && a.indent == b.indent
    case (.htmlBlock(let a, _), .htmlBlock(let b, _)): a == b
    default: self == other
    }
  }

  /// Whether the same line goes on with both.
  fileprivate func goesOn(like other: BlockKind) -> Bool {
    switch (self, other) {
    case (.list(let a), .list(let b)): a.continues(with: b)
    case (.heading, _), (.thematicBreak, _), (.definitions, _), (_, .definitions): false
    default: begins(like: other)
    }
  }
}

// MARK: - Resuming

extension BlockParser {
  /// A parse of `bytes` that resumes before `changedStart`, where a line starts.
  init(resuming reuse: Reuse, in bytes: [UInt8], from start: Int) {
    self.init(bytes, from: start)
    self.reuse = reuse
    let old = reuse.tree
    guard reuse.changedStart > start, start == old.start else {
      frames.append(frame(of: old.root, at: start, keeping: 0))
      openCount = 1
      return
    }
    // The last line before the edit.
    let before = lineStart(before: reuse.changedStart - 1)
    var block = old.root
    var at = old.start
    var path: [PathStep] = []
    // How many containers stay open, and where the parse resumes.
    var open = 0
    while let index = block.childIndex(at: before - at) {
      path.append(PathStep(block: block, start: at, index: index))
      let child = block.children[index]
      at += block.childStart(index)
      // The first child of a container may begin on the container's first line.
      if index > 0 || open == 0 && path.count == 1 {
        open = path.count
        nextLine = at
      }
      block = child
    }
    if open == 0 {
      frames.append(frame(of: old.root, at: start, keeping: 0))
      openCount = 1
      return
    }
    let line = resumableLine(of: block, at: at, before, reuse.changedStart)
    if line != nil { open = path.count }
    for step in path[..<open] {
      frames.append(frame(of: step.block, at: step.start, keeping: step.index))
      // What stays open in it began where it did.
      if frames.count < open || line != nil {
        frames[frames.count - 1].contentStart = step.start + step.block.content.start
      }
    }
    openCount = open
    if let line {
      resumeLeaf(block, at: at, line)
    }
  }

  /// The start of the line that the line ending at `end` belongs to.
  private func lineStart(before end: Int) -> Int {
    var i = end
    if i > 0 && bytes[i] == 0x0A && bytes[i - 1] == 0x0D { i -= 1 }
    while i > 0 && bytes[i - 1] != 0x0A && bytes[i - 1] != 0x0D { i -= 1 }
    return i
  }

  private func frame(of block: Block, at start: Int, keeping count: Int) -> Frame {
    var frame = Frame(kind: block.kind, start: start, inset: start + block.inset, firstChild: 0)
    reuse?.predecessors.append((block, count))
    if count > 0 {
      frame.contentStart = start + block.content.start
      frame.hasFinishedChild = block.children[..<count].contains { $0.kind != .definitions }
    }
    return frame
  }

  /// The line of the leaf, not its first one, at which the parse can go on in it.
  private func resumableLine(
    of leaf: Block, at start: Int, _ before: Int, _ changedStart: Int
  ) -> Int? {
    guard !leaf.kind.isContainer, leaf.definitions.isEmpty,
      leaf.content.end > leaf.content.start
    else { return nil }
    switch leaf.kind {
    case .paragraph, .indentedCode, .fencedCode, .htmlBlock: break
    default: return nil
    }
    let contentEnd = start + leaf.content.end
    var line = before
    if contentEnd < changedStart {
      line = min(line, lineStart(before: leaf.kind.hasInlines ? contentEnd : contentEnd - 1))
    }
    return line > start && line >= start + leaf.content.start ? line : nil
  }

  private mutating func resumeLeaf(_ block: Block, at start: Int, _ line: Int) {
    frames.append(
      Frame(kind: block.kind.opened, start: start, inset: start + block.inset, firstChild: 0))
    openCount += 1
    nextLine = line
    let contentStart = start + block.content.start
    guard line > contentStart else {
      leaf = Leaf(emptyAt: line)
      return
    }
    leaf = Leaf(start: contentStart, end: endBeforeLineEnding(line), next: line)
    if !block.segments.isEmpty {
      leaf.segments = block.segments.prefix { $0.end + start < line }
        .map { $0.shifted(by: start) }
    }
    var solid = leaf.segments.count
    while solid > 1, isBlank(leaf.segments[solid - 1]) { solid -= 1 }
    // The line behind the last solid one, which may begin before its blank segment does.
    leaf.solid = (
      solid < leaf.segments.count ? endOfLineEnding(leaf.segments[solid - 1].end) : line, solid
    )
  }

  private func endOfLineEnding(_ offset: Int) -> Int {
    var end = offset
    if end < bytes.count, bytes[end] == 0x0D { end += 1 }
    if end < bytes.count, bytes[end] == 0x0A { end += 1 }
    return end
  }

  private func isBlank(_ segment: Block.Segment) -> Bool {
    bytes[segment.start..<segment.end].allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }
}

extension BlockKind {
  /// The kind as it was before the block was closed.
  fileprivate var opened: BlockKind {
    switch self {
    case .fencedCode(let fence):
      .fencedCode(
        CodeFence(
          character: fence.character, length: fence.length, indent: fence.indent, isClosed: false))
    case .htmlBlock(let start, _): .htmlBlock(start: start, isClosed: false)
    default: self
    }
  }
}
