import Syntax

/// What the blocks between a heading and the next one come to, as far as it decides what the
/// heading is.
struct SectionForm: Equatable {
  /// Whether a reader finds anything there.
  var hasContent = false
  /// Whether short news stand there as bullets and little else.
  var isRoundUp = false
  /// The same, and the bullets are plainly news: most of them begin with a link, or the heading says
  /// so.
  var isNewsRoundUp = false
  /// Whether bold lines group them.
  var isGroupedRoundUp = false
  /// Whether numbered news stand there, or bullets that are plainly news, and nothing else.
  var isGroup = false
}

extension IssueFacts {
  /// Finds the headings anew, how they are nested and what each one is.
  mutating func findHeadings() {
    headings.removeAll(keepingCapacity: true)
    let places = blocks.indices.filter { blocks[$0].block.kind.headingLevel != nil }
    headings.reserveCapacity(places.count)
    for (number, place) in places.enumerated() {
      let next = number + 1 < places.count ? places[number + 1] : blocks.count
      headings.append(heading(at: place, upTo: next))
    }
    nest()
    assignRoles()
  }

  private func heading(at place: Int, upTo next: Int) -> Heading {
    let block = blocks[place]
    let facts = leaves[block.firstLeaf].facts
    let level = block.block.kind.headingLevel ?? 1
    let link = facts.links.first.flatMap { link in
      // The heading is its link, or a mark and its link.
      link.isFirst && link.textLength * 2 >= facts.title.utf8.count ? link : nil
    }
    let below = (place + 1)..<next
    return Heading(
      level: level, title: facts.title, range: block.block.range(at: block.start),
      titleRange: facts.textRange.shifted(by: block.start), link: link, isBlank: facts.isBlank,
      blocks: below,
      form: form(of: below, level: level, title: facts.title, hasLink: link != nil),
      end: next < blocks.count ? blocks[next].start : document.text.count)
  }

  func form(of heading: Heading, over below: Range<Int>) -> SectionForm {
    form(
      of: below, level: heading.level, title: heading.title, hasLink: heading.link != nil)
  }

  private func form(
    of below: Range<Int>, level: Int, title: String, hasLink: Bool
  ) -> SectionForm {
    var form = SectionForm()
    form.hasContent = below.contains { hasContent($0) }
    guard level <= 3, !hasLink, form.hasContent else { return form }
    var inLists = 0
    var outside = 0
    var items = 0
    for index in below {
      let block = blocks[index].block
      switch block.kind {
      case .list:
        inLists += block.length
        items += block.children.count
      case .paragraph:
        // A bold line groups the bullets below it.
        if leaves[blocks[index].firstLeaf].label?.isAlone != true {
          outside += block.content.length
        }
      case .blockQuote: break
      default: outside += block.kind.isCode ? block.length : 0
      }
    }
    guard items > 0 else { return form }
    let isRoundUp = outside * 3 <= inLists && inLists >= items * 24
    form.isRoundUp = isRoundUp && items >= 2
    form.isNewsRoundUp =
      isRoundUp && (Self.saysRoundUp(title) || linkedItems(in: below) * 2 >= items)
    form.isGroupedRoundUp = form.isRoundUp && below.contains { isBoldLine($0) }
    form.isGroup = isNumbered(below) || form.isNewsRoundUp && outside == 0 && items >= 3
    return form
  }

  private func hasContent(_ index: Int) -> Bool {
    let block = blocks[index]
    return block.block.kind.isContainer || !leaves[block.firstLeaf].facts.isUnseen
  }

  private func linkedItems(in below: Range<Int>) -> Int {
    var count = 0
    for index in below {
      guard case .list = blocks[index].block.kind else { continue }
      forEachItem(ofList: index) { item, _, range in
        if let first = item.children.first, let place = range.first,
          leaves[place].block === first, leaves[place].links.first?.isFirst == true
        {
          count += 1
        }
      }
    }
    return count
  }

  private static func saysRoundUp(_ title: String) -> Bool {
    ["更多", "其他", "其它", "快讯", "速览", "速递", "简讯", "短讯"].contains { title.hasPrefix($0) }
  }

  private func isBoldLine(_ index: Int) -> Bool {
    let block = blocks[index]
    guard case .paragraph = block.block.kind else { return false }
    let inlines = document.passingInlines(of: block.block, at: block.start)
    return !inlines.isEmpty && inlines.kind(0) == .strong && inlines.next(0) == inlines.count
  }

  private func isNumbered(_ below: Range<Int>) -> Bool {
    guard let first = below.first, case .list(.ordered) = blocks[first].block.kind else {
      return false
    }
    let list = blocks[first].block
    return list.length >= list.children.count * 60
      && below.allSatisfy { index in
        if case .list = blocks[index].block.kind { return true }
        return !hasContent(index)
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
    if tops.count == 2, let first = tops.first, let title = header.title {
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
      let form = headings[index].form
      let isLabel = !recurring.isEmpty && recurring.contains(Array(headings[index].title.utf8))
      headings[index].holdsItems = isLabel ? form.isNewsRoundUp : form.isGroup
      headings[index].role =
        headings[index].holdsItems ? .section : isLabel ? .label : .story
    }
    for index in headings.indices
    where headings[index].role == .section && headings[index].level <= 2 {
      if hasStories(below: index) {
        headings[index].holdsItems = headings[index].form.isGroupedRoundUp
      } else if headings[index].form.isRoundUp {
        headings[index].holdsItems = true
      } else {
        headings[index].role = .story
      }
    }
  }

  /// Whether a heading below, up to the next one of the same level, is a story or holds some.
  private func hasStories(below index: Int) -> Bool {
    var next = index + 1
    while next < headings.count, headings[next].level > headings[index].level {
      if headings[next].role == .story || headings[next].role == .section { return true }
      next += 1
    }
    return false
  }

  /// Titles of headings of level 3 that stand under more than one section: labels, not stories.
  private func recurringDetails() -> Set<[UInt8]> {
    // Bytes are compared and hashed many times as fast as strings.
    var parents: [[UInt8]: Int] = [:]
    var recurring: Set<[UInt8]> = []
    for index in headings.indices where headings[index].level == 3 && headings[index].link == nil {
      let title = Array(headings[index].title.utf8)
      guard let parent = headings[index].parent, title.count <= 60 else { continue }
      if let other = parents[title] {
        if other != parent { recurring.insert(title) }
      } else {
        parents[title] = parent
      }
    }
    return recurring
  }
}
