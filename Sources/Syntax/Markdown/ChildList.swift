/// The children of a container, put together of those that an edit left alone and new ones.
struct ChildList {
  private(set) var blocks: [Block] = []
  /// Where they start, when they are many.
  private(set) var starts: [UInt32] = []
  /// What they say about being tight, counted.
  private(set) var reasons: Int32 = 0
  private(set) var definitionLeaves: Int32 = 0

  /// Containers with fewer children are searched from the first one on.
  private static let manyChildren = 32

  init(
    of frame: BlockParser.Frame, new: [Block], after old: Block?, kept: Int, tail: BlockParser.Tail?
  ) {
    if let old, let tail, tail.container === old {
      replace(kept..<tail.index, of: old, with: new, frame, tail)
      return
    }
    if old == nil && tail == nil {
      blocks = new
    } else {
      let first = old?.children[..<kept] ?? []
      let rest = tail?.container.children[(tail?.index ?? 0)...] ?? []
      blocks.reserveCapacity(first.count + new.count + rest.count)
      blocks += first
      blocks += new
      blocks += rest
    }
    for child in blocks {
      reasons += frame.kind.reasons(child)
      definitionLeaves += child.definitionLeaves
    }
    if blocks.count >= Self.manyChildren {
      starts = Self.starts(of: blocks, from: max(frame.contentStart, frame.start) - frame.start)
    }
  }

  /// Only what changes is looked at: a list may have thousands of items.
  private mutating func replace(
    _ range: Range<Int>, of old: Block, with new: [Block],
    _ frame: BlockParser.Frame, _ tail: BlockParser.Tail
  ) {
    reasons = old.blanks.count
    definitionLeaves = old.definitionLeaves
    for child in old.children[range] {
      reasons -= frame.kind.reasons(child)
      definitionLeaves -= child.definitionLeaves
    }
    for child in new {
      reasons += frame.kind.reasons(child)
      definitionLeaves += child.definitionLeaves
    }
    // Without a second owner the arrays change in place.
    (blocks, starts) = tail.takesChildren ? old.takeChildren() : (old.children, old.childStarts)
    let hadStarts = starts.count == blocks.count
    blocks.replaceSubrange(range, with: new)
    let base = max(frame.contentStart, frame.start) - frame.start
    guard blocks.count >= Self.manyChildren else {
      starts = []
      return
    }
    guard hadStarts else {
      starts = Self.starts(of: blocks, from: base)
      return
    }
    let first =
      range.lowerBound > 0
      ? Int(starts[range.lowerBound - 1]) + blocks[range.lowerBound - 1].length : base
    starts.replaceSubrange(range, with: Self.starts(of: new, from: first))
    let shift = UInt32(truncatingIfNeeded: tail.distance)
    var i = range.lowerBound + new.count
    while i < starts.count {
      starts[i] &+= shift
      i += 1
    }
  }

  private static func starts(of blocks: [Block], from start: Int) -> [UInt32] {
    var at = start
    return blocks.map { block in
      defer { at += block.length }
      return UInt32(truncatingIfNeeded: at)
    }
  }
}
