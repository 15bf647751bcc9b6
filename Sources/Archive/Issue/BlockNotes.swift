package import Syntax

/// Results that are kept with the leaf that a story begins with, and live as long as it does.
package final class BlockNotes {
  package var title: StoryTitle?
  /// Past stories related to it; of a class of another room.
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
