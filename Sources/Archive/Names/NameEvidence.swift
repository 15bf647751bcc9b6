package import Syntax

/// What one issue teaches about names: how it spells what are or may be names, what speaks for
/// each, and where they stand. Its text is not kept.
package struct NameEvidence: Sendable {
  /// One spelling of the issue. Small, since every issue has hundreds.
  struct Spelling: Sendable {
    var length: UInt8
    var nature: NameScanner.Nature
    /// Counts stop at 65,535.
    var count: UInt16
    var votes: NameVotes
    /// The spelling of this issue that this one is the end of; `none` where there is none.
    var longForm = Self.none

    static let none = UInt16.max

    mutating func add(_ sighting: NameScanner.Sighting) {
      if sighting.votes != NameVotes() { votes.add(sighting.votes) }
      if count < .max { count += 1 }
      if sighting.nature.rawValue < nature.rawValue { nature = sighting.nature }
    }
  }

  private(set) var spellings: [Spelling] = []
  /// The bytes of the spellings, one after the other.
  private var letters: [UInt8] = []
  /// For each mention the bytes since the end of the one before, its length's spelling: variable
  /// length numbers, since an issue has thousands.
  private var places: [UInt8] = []
  private(set) var mentionCount = 0

  package init(_ document: Document, vocabulary: NameVocabulary = .builtIn) {
    let bytes = document.text.bytes
    let lexicon = vocabulary.lexicon
    var found = NameScanner.Found(length: bytes.count)
    NameText.forEachRange(in: document) { lexicon.scan(bytes.span, $0, &found) }
    var index = HashIndex(minimumCapacity: 512)
    add(NameReading(&found, lexicon, in: bytes.span), in: bytes, &index)
    NameText.forEachLabel(in: document) { kind, text in addLabel(kind, Array(text), &index) }
    // It is kept as long as the archive: no room to grow.
    spellings = spellings.map { $0 }
    letters = letters.map { $0 }
    places = places.map { $0 }
  }

  /// A label of the front matter tells a kind; it is no mention.
  private mutating func addLabel(_ kind: NameKind, _ text: [UInt8], _ index: inout HashIndex) {
    let hash = NameKey.hash(text)
    var votes = NameVotes()
    votes[kind] = 4
    if let known = index[hash].map({ Int($0) }) {
      spellings[known].votes.add(votes)
    } else if let length = UInt8(exactly: text.count), spellings.count < Int(Spelling.none) {
      index.set(hash, UInt32(spellings.count))
      spellings.append(Spelling(length: length, nature: .shape, count: 0, votes: votes))
      letters += text
    }
  }

  private mutating func add(
    _ reading: NameReading, in bytes: [UInt8], _ index: inout HashIndex
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
        spellings[known].add(sighting)
      } else {
        guard spellings.count < Int(Spelling.none) else { break }
        guard let length = UInt8(exactly: to - from) else { continue }
        number = spellings.count
        index.set(hash, UInt32(number))
        spellings.append(
          Spelling(length: length, nature: sighting.nature, count: 1, votes: sighting.votes))
        letters += bytes[from..<to]
      }
      put(from - end)
      put(number)
      end = to
      mentionCount += 1
    }
    for (tail, long) in reading.longForms {
      if let tail = index[tail], let long = index[long], tail != long {
        spellings[Int(tail)].longForm = UInt16(long)
      }
    }
  }

  /// The spellings in order, with their bytes.
  func forEachSpelling(_ body: (Spelling, _ text: ArraySlice<UInt8>) -> Void) {
    var start = 0
    for spelling in spellings {
      let end = start + Int(spelling.length)
      body(spelling, letters[start..<end])
      start = end
    }
  }

  /// The mentions in text order: the number of the spelling and the bytes it stands at.
  ///
  /// - Parameter body: answers whether to go on.
  func forEachMention(_ body: (Int, ByteRange) -> Bool) {
    var i = 0
    var end = 0
    while i < places.count {
      let start = end + take(&i)
      let number = take(&i)
      guard number < spellings.count else { return }
      end = start + Int(spellings[number].length)
      if !body(number, ByteRange(start, end)) { return }
    }
  }

  private mutating func put(_ number: Int) {
    var rest = max(0, number)
    while rest >= 0x80 {
      places.append(UInt8(rest & 0x7F) | 0x80)
      rest >>= 7
    }
    places.append(UInt8(rest))
  }

  private func take(_ i: inout Int) -> Int {
    var value = 0
    var shift = 0
    while i < places.count, shift < 42 {
      let byte = places[i]
      i += 1
      value |= Int(byte & 0x7F) << shift
      if byte < 0x80 { break }
      shift += 7
    }
    return value
  }
}
