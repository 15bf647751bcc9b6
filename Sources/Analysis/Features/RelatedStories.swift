package import Archive
package import Syntax

/// A story of the issue at hand.
package struct StoryAtHand: Sendable, Equatable {
  package var title: String
  /// The story with its heading or bullet, in UTF-8 bytes of the text.
  package var range: ByteRange
  /// The heading's or bullet's text.
  package var titleRange: ByteRange

  package init(title: String, range: ByteRange, titleRange: ByteRange) {
    self.title = title
    self.range = range
    self.titleRange = titleRange
  }
}

/// The story around `offset`, and past stories that have to do with it, best first. `nil` where no
/// story is.
package func relatedStories(
  in snapshot: Snapshot, at offset: Int, limit: Int
) -> (story: StoryAtHand, related: [RelatedStory])? {
  let facts = snapshot.facts
  guard
    let story = facts.storyIndex(at: offset).map({ facts.stories[$0] }) ?? facts.group(at: offset)
  else { return nil }
  return (snapshot.atHand(story), Array(snapshot.related(to: story).prefix(limit)))
}

/// The same for each story of the issue, in text order.
package func relatedStories(
  in snapshot: Snapshot, limit: Int
) -> [(story: StoryAtHand, related: [RelatedStory])] {
  snapshot.facts.stories.map {
    (snapshot.atHand($0), Array(snapshot.related(to: $0).prefix(limit)))
  }
}

/// The first sentences of a past story, as a reader sees them; empty when the file no longer has
/// it.
///
/// - Parameter text: reads the issue.
package func excerpt(of related: RelatedStory, text: IssueText) -> String {
  guard let bytes = text(related.issue.path) else { return "" }
  let facts = IssueFacts(of: Document(bytes: bytes))
  let record = related.story
  // The file may have changed since it was indexed.
  let story =
    facts.stories.first {
      $0.range == record.range && facts.title(of: $0).title.text == record.title
    }
    ?? facts.stories.first { facts.title(of: $0).title.text == record.title }
  guard let story else { return "" }
  let lead = facts.describe(story).text.lead
  let words = String(decoding: lead, as: UTF8.self)
    .split { $0.isWhitespace || $0.isNewline }.joined(separator: " ")
  let start = words.drop { " ：:，,。.；;、-—".contains($0) }
  return start.count > 160 ? start.prefix(158) + "…" : String(start)
}

extension IssueFacts {
  /// The story whose lines hold `offset`.
  func storyIndex(at offset: Int) -> Int? {
    var low = 0
    var high = stories.count
    while low < high {
      let middle = (low + high) / 2
      if stories[middle].range.start <= offset { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else {
      // The indentation or mark before the first story is its own line.
      return stories.first.flatMap { isOnFirstLine(offset, of: $0) ? 0 : nil }
    }
    if stories[low - 1].range.touches(offset) { return low - 1 }
    return low < stories.count && isOnFirstLine(offset, of: stories[low]) ? low : nil
  }

  private func isOnFirstLine(_ offset: Int, of story: Story) -> Bool {
    let text = document.text
    return offset < story.range.start && text.line(at: offset) == text.line(at: story.range.start)
  }
}

extension Snapshot {
  func atHand(_ story: IssueFacts.Story) -> StoryAtHand {
    let title = facts.title(of: story)
    return StoryAtHand(title: title.title.text, range: story.range, titleRange: title.range)
  }

  /// Past stories related to the story, best first; worked out once while neither the story nor
  /// the archive changes.
  func related(to story: IssueFacts.Story) -> [RelatedStory] {
    let leaves = facts.leaves[story.leaves].map(\.block)
    let notes = leaves.first?.notes
    let following = Array(leaves.dropFirst())
    if let known = notes?.related as? RelatedNote, known.state === archive.state,
      known.date == date, known.path == path, known.following.elementsEqual(following, by: ===)
    {
      return known.related
    }
    let related = archive.stories.related(
      to: query(for: story), names: archive.names, limit: Self.relatedLimit)
    notes?.related = RelatedNote(
      state: archive.state, date: date, path: path, following: following, related: related)
    return related
  }

  /// More than any list shows.
  private static let relatedLimit = 50

  private func query(for story: IssueFacts.Story) -> StoryQuery {
    let description = facts.describe(story)
    var mentions: [NameMention] = []
    for index in story.leaves {
      let leaf = facts.leaves[index]
      guard leaf.block.kind.hasInlines else { continue }
      mentions += archive.names.mentions(
        in: document.bytes, range: leaf.block.range(at: leaf.start))
    }
    return StoryQuery(
      text: description.text, mentions: mentions, titleRange: description.titleRange, path: path,
      date: date)
  }
}

/// What was found for a story, kept with the leaf that begins it.
private final class RelatedNote {
  let state: ArchiveIndex.State
  let date: Day?
  let path: String
  /// The story's other leaves. The first holds this note: held by it in turn, it would never die.
  let following: [Block]
  let related: [RelatedStory]

  init(
    state: ArchiveIndex.State, date: Day?, path: String, following: [Block],
    related: [RelatedStory]
  ) {
    self.state = state
    self.date = date
    self.path = path
    self.following = following
    self.related = related
  }
}
