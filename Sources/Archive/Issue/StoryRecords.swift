package import Syntax

/// The stories of one issue, packed: they are kept for every issue of the archive.
package struct StoryRecords: Sendable, Equatable, RandomAccessCollection {
  /// What takes no text. UTF-8 bytes of the file, and 0-based lines.
  private struct Place: Sendable, Equatable {
    let start: UInt32
    let end: UInt32
    let titleStart: UInt32
    let titleEnd: UInt32
    let line: UInt32
    let endLine: UInt32
    /// The number of the section's title; -1 where the story is its own section.
    let section: Int32

    init(_ story: StoryRecord, section: Int32) {
      start = UInt32(clamping: story.range.start)
      end = UInt32(clamping: story.range.end)
      titleStart = UInt32(clamping: story.titleRange.start)
      titleEnd = UInt32(clamping: story.titleRange.end)
      line = UInt32(clamping: story.line)
      endLine = UInt32(clamping: story.endLine)
      self.section = section
    }
  }

  private var places: [Place] = []
  private var titles = PackedStrings()
  /// Empty for none.
  private var urls = PackedStrings()
  private var sections = PackedStrings()

  package init() {}

  package init(_ stories: [StoryRecord]) {
    var names: [String] = []
    places.reserveCapacity(stories.count)
    for story in stories {
      var section: Int32 = -1
      if let name = story.section {
        // Stories follow each other in their sections.
        if names.last != name { names.append(name) }
        section = Int32(truncatingIfNeeded: names.count - 1)
      }
      places.append(Place(story, section: section))
    }
    titles = PackedStrings(stories.map(\.title))
    urls = PackedStrings(stories.map { $0.url ?? "" })
    sections = PackedStrings(names)
  }

  package var startIndex: Int { 0 }
  package var endIndex: Int { places.count }

  package subscript(index: Int) -> StoryRecord {
    let place = places[index]
    let url = urls[index]
    return StoryRecord(
      range: range(index), titleRange: titleRange(index), line: Int(place.line),
      endLine: Int(place.endLine), title: titles[index],
      section: place.section < 0 ? nil : sections[Int(place.section)],
      url: url.isEmpty ? nil : url)
  }

  /// The story with its heading, in UTF-8 bytes of the file.
  package func range(_ index: Int) -> ByteRange {
    ByteRange(Int(places[index].start), Int(places[index].end))
  }

  /// The heading's or bullet's text in the file.
  package func titleRange(_ index: Int) -> ByteRange {
    ByteRange(Int(places[index].titleStart), Int(places[index].titleEnd))
  }

  /// The bytes of a title, at less cost than the title.
  package func title(_ index: Int) -> ArraySlice<UInt8> { titles.utf8(index) }

  /// The last story that holds the byte at `offset`.
  package func last(holding offset: Int) -> StoryRecord? {
    places.indices.last { range($0).contains(offset) }.map { self[$0] }
  }
}
