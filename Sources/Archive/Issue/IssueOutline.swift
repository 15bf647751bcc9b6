package import Syntax

/// What a reader sees in an issue: its title, sections, stories and labels, in document order.
package struct IssueOutline: Sendable, Equatable {
  package enum Kind: Sendable, Equatable {
    case issue
    case section
    case story
    case label
  }

  package struct Node: Sendable, Equatable {
    package var kind: Kind
    /// Without `#`, link syntax or asterisks.
    package var title: String
    /// Of the heading; for bullets and labels one more than that of their parent.
    package var level: Int
    /// All that belongs to the node, in UTF-8 bytes of the text.
    package var range: ByteRange
    /// The heading's or label's own text.
    package var titleRange: ByteRange
    /// Where a story's heading or bullet links to.
    package var url: String?
    /// Index of the enclosing node; always smaller than the node's own.
    package var parent: Int?

    package init(
      kind: Kind, title: String, level: Int, range: ByteRange, titleRange: ByteRange,
      url: String? = nil, parent: Int? = nil
    ) {
      self.kind = kind
      self.title = title
      self.level = level
      self.range = range
      self.titleRange = titleRange
      self.url = url
      self.parent = parent
    }
  }

  /// In document order; a parent stands before its children.
  package private(set) var nodes: [Node] = []

  package init() {}

  package init(of document: Document) { self.init(of: IssueFacts(of: document)) }

  package init(of facts: IssueFacts) {
    addIssue(facts)
    var next = 0
    nodes.reserveCapacity(facts.headings.count * 2)
    /// The node of each heading that has one.
    var places: [Int?] = Array(repeating: nil, count: facts.headings.count)
    func parent(of heading: Int?) -> Int {
      var heading = heading
      while let index = heading {
        if let place = places[index] { return place }
        heading = facts.headings[index].parent
      }
      return 0
    }
    for index in facts.headings.indices {
      let role = facts.headings[index].role
      switch role {
      case .title: places[index] = 0
      case .section, .story, .label:
        let heading = facts.headings[index]
        let kind: Kind = role == .section ? .section : role == .story ? .story : .label
        places[index] = nodes.count
        nodes.append(
          Node(
            kind: kind, title: heading.title, level: heading.level,
            range: trimmed(
              ByteRange(heading.range.start, heading.end), to: heading.range.end, facts),
            titleRange: heading.titleRange, url: heading.link?.url,
            parent: parent(of: heading.parent)))
      case .detail: break
      }
      // What stands below the heading, before the next one.
      let bound =
        index + 1 < facts.headings.count
        ? facts.headings[index + 1].range.start : facts.document.text.count
      while next < facts.stories.count, facts.stories[next].range.start < bound {
        let story = facts.stories[next]
        next += 1
        let owner = parent(of: story.heading ?? story.section ?? index)
        if story.heading == nil { addBullet(story, facts, parent: owner) }
        addLabels(of: story, facts, parent: story.heading == nil ? nodes.count - 1 : owner)
      }
    }
  }

  private mutating func addIssue(_ facts: IssueFacts) {
    let count = facts.document.text.count
    let bodyStart = facts.document.body.start
    let heading = facts.headings.first { $0.role == .title }
    let title = heading?.title ?? facts.header.title ?? ""
    nodes.append(
      Node(
        kind: .issue, title: title, level: 1, range: ByteRange(0, count),
        titleRange: heading?.titleRange ?? ByteRange(bodyStart, bodyStart)))
  }

  /// The range without white space at its end, which a node has no more of than its parent.
  ///
  /// - Parameter least: where the range ends at the earliest.
  private func trimmed(_ range: ByteRange, to least: Int, _ facts: IssueFacts) -> ByteRange {
    let bytes = facts.document.text.bytes
    var end = min(range.end, bytes.count)
    while end > least, bytes[end - 1] <= 0x20 { end -= 1 }
    return ByteRange(range.start, end)
  }

  private mutating func addBullet(_ story: IssueFacts.Story, _ facts: IssueFacts, parent: Int) {
    let title = facts.title(of: story)
    let link = facts.leaves[story.leaves.lowerBound].links.first { $0.isFirst }
    nodes.append(
      Node(
        kind: .story, title: title.title.text, level: nodes[parent].level + 1,
        range: trimmed(story.range, to: title.range.end, facts), titleRange: title.range,
        url: link?.url, parent: parent))
  }

  private mutating func addLabels(of story: IssueFacts.Story, _ facts: IssueFacts, parent: Int) {
    let level = nodes[parent].level + 1
    for index in story.leaves {
      guard facts.leaves[index].isTopLevel, let label = facts.leaves[index].label else {
        continue
      }
      let start = facts.leaves[index].start
      let title = label.range.shifted(by: start)
      nodes.append(
        Node(
          kind: .label, title: label.text, level: level,
          range: trimmed(facts.leaves[index].block.range(at: start), to: title.end, facts),
          titleRange: title, parent: parent))
    }
  }
}
