/// The sources of one issue's stories, as they are compared. Packed, since it is kept for every
/// issue.
package struct StoryDigest: Sendable {
  private var pages: [UInt32] = []
  /// Where each story's pages end.
  private var ends: [UInt32] = []

  init(of stories: [[StorySource]]) {
    pages.reserveCapacity(stories.reduce(0) { $0 + $1.count })
    ends.reserveCapacity(stories.count)
    for sources in stories {
      for source in sources { pages.append(source.hash) }
      ends.append(UInt32(clamping: pages.count))
    }
  }

  /// Calls `body` with the hash of each page that a story links to, and with the story's index.
  @inline(__always)
  func forEachSource(_ body: (_ story: Int, _ source: UInt32) -> Void) {
    var next = 0
    for story in ends.indices {
      let end = min(Int(ends[story]), pages.count)
      while next < end {
        body(story, pages[next])
        next += 1
      }
    }
  }
}
