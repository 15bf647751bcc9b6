package import Syntax

/// What one issue teaches about names: how it spells what are or may be names, what speaks for
/// each, and where they stand. Its text is not kept. Packed, since every issue has hundreds.
package struct NameEvidence: Sendable {
  /// The bytes of the spellings, one after the other, and how many each has.
  private var letters: [UInt8] = []
  private var lengths: [UInt8] = []
  /// Of each spelling.
  private(set) var lessons = PackedNumbers()
  /// For each mention the bytes since the end of the one before, and the number of the spelling.
  private(set) var places = PackedNumbers()
  /// Spellings that are the end of another one of the issue.
  private(set) var longForms: [(short: Int, long: Int)] = []

  var spellingCount: Int { lengths.count }

  /// Of nothing.
  init() {}

  package init(_ document: Document, vocabulary: NameVocabulary = .builtIn) {
    let bytes = document.text.bytes
    let lexicon = vocabulary.lexicon
    var found = NameScanner.Found(length: bytes.count)
    NameText.forEachRange(in: document) { lexicon.scan(bytes.span, $0, &found) }
    var index = HashIndex(minimumCapacity: 512)
    var taught: [NameLesson] = []
    add(NameReading(&found, lexicon, in: bytes.span), in: bytes, &taught, &index)
    NameText.forEachLabel(in: document) { addLabel($0, Array($1), &taught, &index) }
    lessons.reserveCapacity(taught.count * 4)
    for lesson in taught { lesson.pack(into: &lessons) }
    // They are kept as long as the archive.
    lessons = lessons.trimmed
    places = places.trimmed
  }

  /// More spellings no issue has.
  private static let limit = Int(UInt16.max)

  /// A label of the front matter tells a kind; it is no mention.
  private mutating func addLabel(
    _ kind: NameKind, _ text: [UInt8], _ taught: inout [NameLesson], _ index: inout HashIndex
  ) {
    let hash = NameKey.hash(text)
    var votes = NameVotes()
    votes[kind] = 4
    if let known = index[hash].map({ Int($0) }) {
      taught[known].votes.add(votes)
    } else if let length = UInt8(exactly: text.count), taught.count < Self.limit {
      index.set(hash, UInt32(taught.count))
      taught.append(NameLesson(nature: .shape, count: 0, votes: votes))
      lengths.append(length)
      letters += text
    }
  }

  private mutating func add(
    _ reading: NameReading, in bytes: [UInt8], _ taught: inout [NameLesson],
    _ index: inout HashIndex
  ) {
    places.reserveCapacity(reading.sightings.count * 3)
    let text = bytes.span
    var end = 0
    for sighting in reading.sightings {
      let (from, to) = (Int(sighting.start), Int(sighting.end))
      let hash = NameKey.hash(text, from, to)
      let number: Int
      if let known = index[hash].map({ Int($0) }) {
        number = known
        taught[known].add(sighting)
      } else {
        guard taught.count < Self.limit else { break }
        guard let length = UInt8(exactly: to - from) else { continue }
        number = taught.count
        index.set(hash, UInt32(number))
        taught.append(NameLesson(nature: sighting.nature, count: 1, votes: sighting.votes))
        lengths.append(length)
        letters += bytes[from..<to]
      }
      places.append(from - end)
      places.append(number)
      end = to
    }
    for (short, long) in reading.longForms {
      if let short = index[short], let long = index[long], short != long {
        longForms.append((Int(short), Int(long)))
      }
    }
  }

  /// The bytes of each spelling, in order.
  func forEachSpelling(_ body: (_ text: ArraySlice<UInt8>) -> Void) {
    var start = 0
    for length in lengths {
      let end = start + Int(length)
      body(letters[start..<end])
      start = end
    }
  }

  func forEachLesson(_ body: (_ spelling: Int, NameLesson) -> Void) {
    lessons.forEachLesson(atMost: spellingCount, body)
  }
}

extension PackedNumbers {
  /// Calls `body` with each lesson and its number.
  func forEachLesson(atMost count: Int, _ body: (Int, NameLesson) -> Void) {
    var reader = Reader(self)
    for number in 0..<count {
      guard let lesson = NameLesson(from: &reader) else { return }
      body(number, lesson)
    }
  }
}
