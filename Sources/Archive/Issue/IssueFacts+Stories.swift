import Syntax

extension IssueFacts {
  /// Finds the stories anew.
  mutating func findStories() {
    // Not straight into `stories`: each look at the issue would hold them, and each one added would
    // copy them all.
    var found: [Story] = []
    found.reserveCapacity(stories.count)
    for index in headings.indices { addStories(ofHeading: index, to: &found) }
    stories = found
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

  /// The heading on whose lines `offset` lies, with all that stands below it, where its bullets are
  /// the stories: as a writer who asks there sees it, one story.
  package func group(at offset: Int) -> Story? {
    let next = headings.partitioningIndex { $0.range.start > offset }
    guard next > 0, headings[next - 1].holdsItems, headings[next - 1].level >= 3,
      headings[next - 1].range.touches(offset)
    else { return nil }
    return story(of: next - 1)
  }

  private func story(of index: Int) -> Story {
    let range = headings[index].range
    let first = headings[index].blocks.lowerBound - 1
    var next = first + 1
    while next < blocks.count, blocks[next].start < headings[index].end, !isRule(next) {
      next += 1
    }
    var section = headings[index].parent
    while let parent = section, headings[parent].role == .title {
      section = headings[parent].parent
    }
    let end = blocks[next - 1].block.range(at: blocks[next - 1].start).end
    return Story(
      heading: index, section: section, range: ByteRange(range.start, max(range.end, end)),
      leaves: blocks[first].firstLeaf..<leaves(ofBlock: next - 1).upperBound)
  }

  /// What a rule sets apart, as the imprint at the end, is no part of a story.
  private func isRule(_ block: Int) -> Bool {
    guard let leaf = leaves(ofBlock: block).first else { return false }
    return leaves[leaf].isRule && leaves[leaf].isTopLevel
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
