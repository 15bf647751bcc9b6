import Syntax

/// What the table keeps of the names in one issue: what each spelling taught, to take it out again,
/// and where they stand. Packed, since every issue has hundreds.
struct IssueNames: Sendable {
  /// The table's numbers of the spellings, by the issue's.
  let spellings: [UInt32]
  private let lessons: PackedNumbers
  private let places: PackedNumbers

  /// - Parameter spellings: the table's numbers of the evidence's spellings.
  init(_ evidence: NameEvidence, spellings: [UInt32]) {
    self.spellings = spellings
    lessons = evidence.lessons
    places = evidence.places
  }

  /// Calls `body` with the table's number of each spelling.
  func forEachLesson(_ body: (_ spelling: Int, NameLesson) -> Void) {
    lessons.forEachLesson(atMost: spellings.count) { body(Int(spellings[$0]), $1) }
  }

  /// The mentions in text order: the table's number of the spelling and the bytes it stands at.
  ///
  /// - Parameters:
  ///   - length: of a spelling of the table, in UTF-8 bytes.
  ///   - body: answers whether to go on.
  func forEachMention(length: (Int) -> Int, _ body: (_ spelling: Int, ByteRange) -> Bool) {
    var reader = PackedNumbers.Reader(places)
    var end = 0
    while let gap = reader.next(), let number = reader.next(), number < spellings.count {
      let spelling = Int(spellings[number])
      let start = end + gap
      end = start + length(spelling)
      if !body(spelling, ByteRange(start, end)) { return }
    }
  }
}
