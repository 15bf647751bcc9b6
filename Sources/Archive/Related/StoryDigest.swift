/// The headings and sources of one issue's stories, as they are compared. Packed, since it is kept
/// for every issue.
package struct StoryDigest: Sendable {
  private var titles: [UInt32] = []
  private var titleEnds: [UInt32] = []
  private var pages: [UInt32] = []
  private var pageEnds: [UInt32] = []

  init(of stories: [StoryText]) {
    for story in stories {
      titles += TitleTerms(story.title).terms
      titleEnds.append(UInt32(clamping: titles.count))
      pages += story.sources.map { StoryTerms.hash(ofSource: $0) }
      pageEnds.append(UInt32(clamping: pages.count))
    }
  }

  func title(_ index: Int) -> TitleTerms {
    TitleTerms(packed: slice(titles, ends: titleEnds, index))
  }

  func sources(_ index: Int) -> ArraySlice<UInt32> { slice(pages, ends: pageEnds, index) }

  private func slice(_ all: [UInt32], ends: [UInt32], _ index: Int) -> ArraySlice<UInt32> {
    guard ends.indices.contains(index) else { return [] }
    let start = index == 0 ? 0 : Int(ends[index - 1])
    return all[start..<max(start, Int(ends[index]))]
  }
}
