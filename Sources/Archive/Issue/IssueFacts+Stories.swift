import Syntax

extension IssueFacts {
  /// Finds the stories anew.
  mutating func findStories() {
    stories.removeAll(keepingCapacity: true)
    for index in headings.indices { addStories(ofHeading: index, to: &stories) }
  }

  /// Adds the story that the heading begins, or the stories that are its bullets.
  func addStories(ofHeading index: Int, to stories: inout [Story]) {
    switch headings[index].role {
    case .story: stories.append(story(of: index))
    case .section:
      if headings[index].holdsItems { addItems(of: index, to: &stories) }
    case .title, .label, .detail: break
    }
  }

  private func story(of index: Int) -> Story {
    let heading = headings[index]
    let first = heading.blocks.lowerBound - 1
    var last = first
    for block in heading.blocks.lowerBound..<blocks.count {
      guard blocks[block].start < heading.end else { break }
      // What a rule sets apart, as the imprint at the end, is no part of the story.
      if let leaf = leaves(ofBlock: block).first, leaves[leaf].isTopLevel, leaves[leaf].isRule {
        break
      }
      last = block
    }
    var section = heading.parent
    while let parent = section, headings[parent].role == .title {
      section = headings[parent].parent
    }
    let end = blocks[last].block.range(at: blocks[last].start).end
    return Story(
      heading: index, section: section,
      range: ByteRange(heading.range.start, max(heading.range.end, end)),
      leaves: blocks[first].firstLeaf..<leaves(ofBlock: last).upperBound)
  }

  private func addItems(of section: Int, to stories: inout [Story]) {
    for index in headings[section].blocks {
      guard case .list = blocks[index].block.kind else { continue }
      forEachItem(ofList: index) { item, start, leaves in
        guard !leaves.isEmpty else { return }
        stories.append(
          Story(heading: nil, section: section, range: item.range(at: start), leaves: leaves))
      }
    }
  }
}
