package import Syntax

/// Results that are kept with a leaf block and live as long as it does.
package final class BlockNotes {
  /// What the leaf holds that rules and the outline look at.
  package var facts: LeafFacts?
  /// Of a leaf that begins a story.
  package var title: StoryTitle?
  /// The state of the archive that the leaf was last checked against, and whether anything was
  /// found: most leaves are passed over by a look at these.
  package var checked: ArchiveIndex.State?
  package var hasReports = false
  /// Results of other rooms, each of a class of its own.
  package var names: AnyObject?
  package var reports: AnyObject?
  package var related: AnyObject?

  package init() {}
}

extension Block {
  /// The notes on this block; made when first asked for.
  package var notes: BlockNotes {
    if let notes = attachment as? BlockNotes { return notes }
    let notes = BlockNotes()
    attachment = notes
    return notes
  }
}

extension Block {
  /// Calls `body` with each leaf below the block, or with the block itself if it is one, and where
  /// the leaf starts, in UTF-8 bytes of the text.
  ///
  /// - Parameter start: where the block starts.
  package func forEachLeaf(from start: Int, _ body: (Block, Int) -> Void) {
    guard kind.isContainer else { return body(self, start) }
    // The parser bounds the depth.
    var start = start + content.start
    for child in children {
      child.forEachLeaf(from: start, body)
      start += child.length
    }
  }
}
