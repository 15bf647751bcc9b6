package import Syntax

extension IssueFacts {
  /// What one edit did, as far as those need to know who keep results.
  package struct Change {
    /// What it changed.
    fileprivate let state: State
    /// How many leaves, at the beginning and at the end, are the same as before.
    package let leading: Int
    package let trailing: Int
    /// Whether the front matter was read again.
    package let concernsFrontMatter: Bool
    /// Whether no more than the wording of one paragraph changed: headings, stories, lines and all
    /// facts are what they were. That paragraph is the leaf behind the leading ones.
    package let isWording: Bool
    /// Where that began, in the text before the edit, which follows; it and what is behind it moved.
    package let following: Int
    /// By how many bytes.
    package let distance: Int
  }

  /// What happened since the issue was in `state`, oldest first; `nil` where that is not known.
  package func changes(since state: State) -> ArraySlice<Change>? {
    if state === self.state { return [] }
    return history.lastIndex { $0.state === state }.map { history[$0...] }
  }

  /// So many edits are remembered: more than come at once.
  private static let historyLength = 64

  /// Carries out an edit.
  package mutating func apply(_ edit: TextEdit) {
    let lineCount = document.text.lineCount
    let oldCount = document.text.count
    let change = document.apply(edit)
    let replaced = change.blocks.replaced
    // Where what follows the replaced blocks began.
    let following =
      replaced.upperBound < blocks.count ? blocks[replaced.upperBound].start : oldCount
    let hadHeading = hasHeading(replaced)
    let leaves = replaceBlocks(change.blocks)
    let now = replaced.lowerBound..<replaced.lowerBound + change.blocks.count

    var keepsTitle = true
    if change.concernsFrontMatter {
      let title = header.title
      header = IssueHeader(of: document)
      keepsTitle = title == header.title
    }
    var keepsStories = false
    if keepsTitle, !hadHeading, !hasHeading(now),
      moveHeadings(replaced, now, following: following, by: change.blocks.distance)
    {
      keepsStories = moveStories(
        replaced, leafShift: leaves.shift, following: following, by: change.blocks.distance)
    } else {
      findHeadings()
      findStories()
    }
    remember(
      Change(
        state: state, leading: leaves.leading, trailing: leaves.trailing,
        concernsFrontMatter: change.concernsFrontMatter,
        isWording: keepsStories && leaves.isWording && !change.concernsFrontMatter
          && !beginsStory(leaves.leading) && lineCount == document.text.lineCount,
        following: following, distance: change.blocks.distance))
  }

  private mutating func remember(_ change: Change) {
    if history.count == Self.historyLength { history.removeFirst(Self.historyLength / 2) }
    history.append(change)
    state = State()
  }

  private func hasHeading(_ range: Range<Int>) -> Bool {
    range.contains { blocks[$0].block.kind.headingLevel != nil }
  }

  private func beginsStory(_ leaf: Int) -> Bool {
    let index = stories.partitioningIndex { $0.leaves.lowerBound >= leaf }
    return index < stories.count && stories[index].leaves.lowerBound == leaf
  }

  // MARK: - Leaves

  private struct LeafChange {
    var leading = 0
    var trailing = 0
    /// How many more there are than before.
    var shift = 0
    /// Whether none or one changed, and that one in wording alone.
    var isWording = false
  }

  /// Puts the new blocks in place of the old ones, and their leaves; those that follow move.
  private mutating func replaceBlocks(_ change: BlockChange) -> LeafChange {
    let old = change.replaced
    let first = old.lowerBound < blocks.count ? blocks[old.lowerBound].firstLeaf : leaves.count
    let end = old.upperBound < blocks.count ? blocks[old.upperBound].firstLeaf : leaves.count

    var newBlocks: [TopBlock] = []
    var found: [(block: Block, start: Int, isTopLevel: Bool)] = []
    let root = document.body.root
    var start = document.body.start + root.content.start
    if old.lowerBound > 0 {
      start = blocks[old.lowerBound - 1].start + blocks[old.lowerBound - 1].block.length
    }
    for block in root.children[old.lowerBound..<old.lowerBound + change.count] {
      newBlocks.append(TopBlock(block: block, start: start, firstLeaf: first + found.count))
      let isLeaf = !block.kind.isContainer
      block.forEachLeaf(from: start) { found.append(($0, $1, isLeaf)) }
      start += block.length
    }

    // Within a list that changed, most leaves are still there.
    func isSame(_ index: Int, _ number: Int) -> Bool {
      leaves[index].block === found[number].block
        && leaves[index].isTopLevel == found[number].isTopLevel
    }
    let common = min(end - first, found.count)
    var head = 0
    while head < common, isSame(first + head, head) { head += 1 }
    var tail = 0
    while tail < common - head, isSame(end - 1 - tail, found.count - 1 - tail) { tail += 1 }

    var result = LeafChange()
    result.leading = first + head
    result.trailing = leaves.count - end + tail
    result.shift = found.count - (end - first)
    let reader = LeafReader(document)
    let changed = found[head..<found.count - tail].map {
      Leaf(of: $0.block, at: $0.start, isTopLevel: $0.isTopLevel, reader)
    }
    if result.shift == 0, changed.count <= 1 {
      result.isWording = changed.allSatisfy { $0.hasOtherWording(than: leaves[first + head]) }
    }
    leaves.replaceSubrange(first + head..<end - tail, with: changed)
    for number in found.count - tail..<found.count {
      leaves[first + number].start = found[number].start
    }
    for number in 0..<head { leaves[first + number].start = found[number].start }
    var index = first + found.count
    while index < leaves.count {
      leaves[index].start += change.distance
      index += 1
    }
    blocks.replaceSubrange(old, with: newBlocks)
    index = old.lowerBound + newBlocks.count
    while index < blocks.count {
      blocks[index].start += change.distance
      blocks[index].firstLeaf += result.shift
      index += 1
    }
    return result
  }

  // MARK: - What moves

  /// Moves the headings where no heading changed, nor what any of them is.
  ///
  /// - Parameters:
  ///   - old: Indices of the blocks that are gone.
  ///   - new: Indices of those that stand in their place.
  ///   - following: Where what follows began before the edit.
  /// - Returns: `false` where they must be found anew.
  private mutating func moveHeadings(
    _ old: Range<Int>, _ new: Range<Int>, following: Int, by distance: Int
  ) -> Bool {
    let shift = new.count - old.count
    let next = headings.partitioningIndex { $0.blocks.lowerBound > old.lowerBound }
    if next > 0 {
      let owner = headings[next - 1]
      let below = owner.blocks.lowerBound..<owner.blocks.upperBound + shift
      guard form(of: owner, over: below) == owner.form else { return false }
      headings[next - 1].blocks = below
    }
    for index in headings.indices {
      if headings[index].end >= following { headings[index].end += distance }
      guard index >= next else { continue }
      headings[index].range = headings[index].range.shifted(by: distance)
      headings[index].titleRange = headings[index].titleRange.shifted(by: distance)
      let blocks = headings[index].blocks
      headings[index].blocks = blocks.lowerBound + shift..<blocks.upperBound + shift
    }
    return true
  }

  /// Moves the stories where the headings were moved, and finds those anew that hold the change.
  ///
  /// - Returns: whether there are as many as before and they begin with the same leaves.
  private mutating func moveStories(
    _ old: Range<Int>, leafShift: Int, following: Int, by distance: Int
  ) -> Bool {
    let next = headings.partitioningIndex { $0.blocks.lowerBound > old.lowerBound }
    var first = next
    var owner: Int? = next - 1
    while let index = owner, index >= 0 {
      if index == next - 1 || headings[index].role == .story { first = index }
      owner = headings[index].parent
    }
    func place(_ story: Story) -> Int { story.heading ?? story.section ?? 0 }
    let low = stories.partitioningIndex { place($0) >= first }
    let high = max(low, stories.partitioningIndex { place($0) >= next })
    var index = high
    while index < stories.count {
      let leaves = stories[index].leaves
      stories[index].leaves = leaves.lowerBound + leafShift..<leaves.upperBound + leafShift
      stories[index].range = stories[index].range.shifted(by: distance)
      index += 1
    }
    var anew: [Story] = []
    for heading in first..<max(first, next) { addStories(ofHeading: heading, to: &anew) }
    let isSame =
      leafShift == 0
      && anew.elementsEqual(stories[low..<high]) { $0.leaves.lowerBound == $1.leaves.lowerBound }
    stories.replaceSubrange(low..<high, with: anew)
    return isSame
  }
}

extension IssueFacts.Leaf {
  /// Whether rules for whole issues could not tell it from the other one.
  fileprivate func hasOtherWording(than other: Self) -> Bool {
    guard case .paragraph = block.kind, case .paragraph = other.block.kind else { return false }
    return isTopLevel == other.isTopLevel && facts.isEqual(to: other.facts)
  }
}

extension Array {
  /// The first index whose element passes, where all after it pass too.
  package func partitioningIndex(where passes: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if passes(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
