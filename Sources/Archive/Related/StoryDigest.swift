/// The headings and sources of one issue's stories, as they are compared. Packed, since it is kept
/// for every issue.
package struct StoryDigest: Sendable {
  private var titles: [UInt32] = []
  private var titleEnds: [UInt32] = []
  private var pages: [UInt32] = []
  private var pageEnds: [UInt32] = []

  init(of stories: [(title: TitleTerms, sources: [StorySource])]) {
    for story in stories {
      titles += story.title.terms
      titleEnds.append(UInt32(clamping: titles.count))
      pages += story.sources.map(\.hash)
      pageEnds.append(UInt32(clamping: pages.count))
    }
  }

  func title(_ index: Int) -> TitleTerms {
    guard titleEnds.indices.contains(index) else { return TitleTerms(packed: []) }
    let start = index == 0 ? 0 : Int(titleEnds[index - 1])
    return TitleTerms(packed: titles[start..<max(start, Int(titleEnds[index]))])
  }

  /// How many headings are made of the same terms.
  func count(of title: TitleTerms) -> Int {
    var count = 0
    var start = 0
    for end in titleEnds {
      if Int(end) - start == title.terms.count,
        titles[start..<Int(end)].elementsEqual(title.terms)
      {
        count += 1
      }
      start = Int(end)
    }
    return count
  }

  /// Calls `body` with each term of each heading, and with the story's index.
  @inline(__always)
  func forEachTerm(_ body: (_ story: Int, _ term: UInt32) -> Void) {
    Self.forEach(in: titles, titleEnds, body)
  }

  /// Calls `body` with the hash of each page that a story links to, and with the story's index.
  @inline(__always)
  func forEachSource(_ body: (_ story: Int, _ source: UInt32) -> Void) {
    Self.forEach(in: pages, pageEnds, body)
  }

  @inline(__always)
  private static func forEach(
    in values: [UInt32], _ ends: [UInt32], _ body: (Int, UInt32) -> Void
  ) {
    var next = 0
    for story in ends.indices {
      let end = min(Int(ends[story]), values.count)
      while next < end {
        body(story, values[next])
        next += 1
      }
    }
  }
}
