package import Syntax

/// An issue's headings and stories, found from facts that are kept with its blocks: what the
/// outline shows, what rules look at and what the archive keeps. All offsets are UTF-8 bytes of
/// the text.
package struct IssueFacts {
  package struct Heading {
    package let level: Int
    package let title: String
    /// The whole heading, and its text alone.
    package let range: ByteRange
    package let titleRange: ByteRange
    package let link: LeafFacts.Link?
    /// Indices of the top-level blocks below it, up to the next heading.
    package let blocks: Range<Int>
    /// Where what it holds ends, deeper headings included.
    package fileprivate(set) var end: Int
    package fileprivate(set) var role: Role
    /// Of a section, whether its bullets or numbered items are stories.
    fileprivate var holdsItems = false
    /// Index of the heading it stands under.
    package fileprivate(set) var parent: Int?
    /// Whether a reader finds anything below it before the next heading.
    package let hasContent: Bool
    /// Whether a reader sees no text in it.
    package let isBlank: Bool
  }

  /// What a heading is in the issue.
  package enum Role {
    case title
    case section
    case story
    /// Comes back under several stories.
    case label
    /// Part of a story.
    case detail
  }

  package struct Story {
    /// The heading, or `nil` for a bullet.
    package let heading: Int?
    /// The heading whose section holds it.
    package let section: Int?
    /// The story with its heading or bullet, without blank lines at the end.
    package let range: ByteRange
    /// Its leaves in text order, that of the heading included, and where they start.
    package let leaves: Range<Int>
  }

  package struct Leaf {
    package let block: Block
    package let start: Int
    /// Whether it stands in no list or quotation.
    package let isTopLevel: Bool
  }

  package let document: Document
  /// The top-level blocks, and where they start.
  private let blocks: [Leaf]
  package private(set) var headings: [Heading] = []
  package private(set) var stories: [Story] = []
  /// Every leaf of the body.
  package let leaves: [Leaf]
  /// Index in `leaves` of each top-level block's first leaf; one more for the end.
  private let firstLeaves: [Int]

  package init(of document: Document) {
    self.document = document
    var blocks: [Leaf] = []
    var leaves: [Leaf] = []
    var firstLeaves: [Int] = []
    let root = document.body.root
    blocks.reserveCapacity(root.children.count)
    leaves.reserveCapacity(root.children.count)
    firstLeaves.reserveCapacity(root.children.count + 1)
    var start = document.body.start + root.content.start
    for block in root.children {
      let isLeaf = !block.kind.isContainer
      blocks.append(Leaf(block: block, start: start, isTopLevel: isLeaf))
      firstLeaves.append(leaves.count)
      block.forEachLeaf(from: start) {
        leaves.append(Leaf(block: $0, start: $1, isTopLevel: isLeaf))
      }
      start += block.length
    }
    firstLeaves.append(leaves.count)
    self.blocks = blocks
    self.leaves = leaves
    self.firstLeaves = firstLeaves
    findHeadings()
    nest()
    assignRoles()
    findStories()
  }

  /// Whether headings of level 1 part it: a digest of digests, each of which may tell the same.
  package private(set) var hasTopSections = false

  /// The facts of a leaf, worked out once in its life.
  package func facts(of leaf: Leaf) -> LeafFacts {
    LeafFacts.of(leaf.block, at: leaf.start, in: document)
  }

  // MARK: - Headings

  private mutating func findHeadings() {
    let places = blocks.indices.filter { blocks[$0].block.kind.headingLevel != nil }
    for (number, place) in places.enumerated() {
      let leaf = blocks[place]
      let facts = facts(of: leaf)
      let next = number + 1 < places.count ? places[number + 1] : blocks.count
      let below = (place + 1)..<next
      let whole = leaf.block.range(at: leaf.start)
      let link = facts.links.first.flatMap { link in
        // The heading is its link, or a mark and its link.
        link.isFirst && link.text.utf8.count * 2 >= facts.title.utf8.count ? link : nil
      }
      headings.append(
        Heading(
          level: leaf.block.kind.headingLevel ?? 1, title: facts.title, range: whole,
          titleRange: facts.textRange.shifted(by: leaf.start), link: link, blocks: below,
          end: next < blocks.count ? blocks[next].start : document.text.count, role: .detail,
          parent: nil, hasContent: below.contains { hasContent(blocks[$0]) },
          isBlank: facts.isBlank))
    }
  }

  private func hasContent(_ leaf: Leaf) -> Bool {
    switch leaf.block.kind {
    case .thematicBreak, .definitions: return false
    case .htmlBlock:
      // Comments and anchors show nothing, the rest may.
      let bytes = document.text.bytes
      let range = leaf.block.contentRange(at: leaf.start).clamped(to: bytes.count)
      return !bytes[range.start..<range.end].starts(with: "<!--".utf8)
    default: return true
    }
  }

  /// Finds under which heading each one stands, and where it ends.
  private mutating func nest() {
    var open: [Int] = []
    for index in headings.indices {
      while let last = open.last, headings[last].level >= headings[index].level {
        headings[last].end = headings[index].range.start
        open.removeLast()
      }
      headings[index].parent = open.last
      open.append(index)
    }
    for index in open { headings[index].end = document.text.count }
  }

  private mutating func assignRoles() {
    // The H1 is the title; where there are many, they are sections. A second one has strayed,
    // unless the front matter calls the issue by another name than the first.
    let tops = headings.indices.filter { headings[$0].level == 1 }
    if tops.count == 2, let first = tops.first, let title = IssueHeader(of: document).title {
      hasTopSections = headings[first].title != title
    } else {
      hasTopSections = tops.count >= 3
    }
    let titleIsFirst = tops.first == headings.indices.first
    if !hasTopSections, titleIsFirst, let first = tops.first { headings[first].role = .title }
    for index in headings.indices where headings[index].level <= 2 {
      if headings[index].role != .title { headings[index].role = .section }
    }
    let recurring = recurringDetails()
    for index in headings.indices where headings[index].level == 3 {
      guard recurring.contains(headings[index].title) else {
        headings[index].role = .story
        continue
      }
      let isRoundUp = isRoundUp(headings[index], ofNews: true)
      headings[index].role = isRoundUp ? .section : .label
      headings[index].holdsItems = isRoundUp
    }
    for index in headings.indices
    where headings[index].role == .section && headings[index].level <= 2 {
      let below = headings[(index + 1)...].prefix { $0.level > headings[index].level }
      guard !below.contains(where: { $0.role == .story || $0.role == .section }) else { continue }
      if isRoundUp(headings[index]) {
        headings[index].holdsItems = true
      } else {
        headings[index].role = .story
      }
    }
    for index in headings.indices where headings[index].role == .story && headings[index].level == 3
    {
      guard isNumberedGroup(headings[index]) else { continue }
      headings[index].role = .section
      headings[index].holdsItems = true
    }
  }

  /// Titles of headings of level 3 that stand under more than one section: labels, not stories.
  private func recurringDetails() -> Set<String> {
    var parents: [String: Int] = [:]
    var recurring: Set<String> = []
    for heading in headings where heading.level == 3 && heading.link == nil {
      guard let parent = heading.parent, heading.title.utf8.count <= 60 else { continue }
      if let other = parents[heading.title] {
        if other != parent { recurring.insert(heading.title) }
      } else {
        parents[heading.title] = parent
      }
    }
    return recurring
  }

  /// Whether the section holds short news as bullets and little else.
  ///
  /// - Parameter ofNews: Asks for bullets that are plainly news: most of them begin with a link, or
  ///   the heading says so.
  private func isRoundUp(_ heading: Heading, ofNews: Bool = false) -> Bool {
    guard heading.link == nil else { return false }
    var inLists = 0
    var outside = 0
    var items = 0
    var linked = 0
    for index in heading.blocks {
      let block = blocks[index].block
      switch block.kind {
      case .list:
        inLists += block.length
        items += block.children.count
        if ofNews { linked += linkedItems(blocks[index]) }
      case .paragraph:
        // A bold line groups the bullets below it.
        if facts(of: blocks[index]).label?.isAlone != true { outside += block.content.length }
      case .blockQuote: break
      default: outside += block.kind.isCode ? block.length : 0
      }
    }
    if ofNews && linked * 2 < items && !Self.saysRoundUp(heading.title) { return false }
    return items >= (ofNews ? 1 : 2) && outside * 3 <= inLists && inLists >= items * 24
  }

  private func linkedItems(_ list: Leaf) -> Int {
    var count = 0
    var start = list.start + list.block.content.start
    for item in list.block.children {
      if let first = item.children.first, first.kind.hasInlines {
        let leaf = Leaf(block: first, start: start + item.content.start, isTopLevel: false)
        if facts(of: leaf).links.first?.isFirst == true { count += 1 }
      }
      start += item.length
    }
    return count
  }

  private static func saysRoundUp(_ title: String) -> Bool {
    ["更多", "其他", "其它", "快讯", "速览", "速递", "简讯", "短讯"].contains { title.hasPrefix($0) }
  }

  /// Whether a heading of level 3 only groups numbered news.
  private func isNumberedGroup(_ heading: Heading) -> Bool {
    guard heading.link == nil, let first = heading.blocks.first,
      case .list(.ordered) = blocks[first].block.kind
    else { return false }
    let list = blocks[first].block
    return list.length >= list.children.count * 60
      && heading.blocks.allSatisfy {
        if case .list = blocks[$0].block.kind { return true }
        return !hasContent(blocks[$0])
      }
  }

  // MARK: - Stories

  private mutating func findStories() {
    for index in headings.indices {
      let heading = headings[index]
      switch heading.role {
      case .story: stories.append(story(of: index))
      case .section:
        if heading.holdsItems { addItems(of: index) }
      case .title, .label, .detail: break
      }
    }
  }

  private func story(of index: Int) -> Story {
    let heading = headings[index]
    let first = heading.blocks.lowerBound - 1
    var last = first
    for block in heading.blocks.lowerBound..<blocks.count {
      guard blocks[block].start < heading.end else { break }
      // What a rule sets apart, as the imprint at the end, is no part of the story.
      if case .thematicBreak = blocks[block].block.kind { break }
      last = block
    }
    var section = heading.parent
    while let parent = section, headings[parent].role == .title {
      section = headings[parent].parent
    }
    return Story(
      heading: index, section: section,
      range: ByteRange(heading.range.start, max(heading.range.end, end(ofBlock: last))),
      leaves: firstLeaves[first]..<firstLeaves[last + 1])
  }

  private func end(ofBlock index: Int) -> Int {
    blocks[index].block.range(at: blocks[index].start).end
  }

  private mutating func addItems(of section: Int) {
    for index in headings[section].blocks {
      guard case .list = blocks[index].block.kind else { continue }
      let list = blocks[index].block
      var start = blocks[index].start + list.content.start
      var leaf = firstLeaves[index]
      for item in list.children {
        var end = leaf
        while end < firstLeaves[index + 1], leaves[end].start < start + item.length { end += 1 }
        if end > leaf {
          stories.append(
            Story(
              heading: nil, section: section, range: item.range(at: start), leaves: leaf..<end))
        }
        leaf = end
        start += item.length
      }
    }
  }
}
