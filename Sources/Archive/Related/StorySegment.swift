/// An inverted index of the stories of some issues; it never changes.
///
/// The terms lie in order of their hashes. A posting is a byte or two: the distance to the term's
/// previous story, and what the story makes of the term.
final class StorySegment: Sendable {
  struct Story: Sendable {
    /// Index in `issues`.
    let issue: Int32
    /// Index in the issue's stories.
    let index: Int32
    let length: StoryLength
  }

  let issues: [IssueRecord]
  let stories: [Story]
  private let terms: [UInt32]
  /// Where each term's postings begin: their count, then they themselves.
  private let starts: [UInt32]
  private let postings: [UInt8]
  /// Where the terms begin whose hashes have the same high bits.
  private let buckets: [UInt32]
  private static let bucketBits = 12
  private static let bucketShift = UInt32(StoryTerms.hashBits - bucketBits)

  var postingBytes: Int { postings.count }

  /// - Parameter wordings: of the stories of each issue, in the order of `issues`.
  convenience init(
    issues: [IssueRecord], wordings: [StoryWording], names: [[[StoryName]]]
  ) {
    var stories: [Story] = []
    var entries: [UInt64] = []
    entries.reserveCapacity(wordings.reduce(0) { $0 + $1.terms.count })
    for (issue, wording) in wordings.enumerated() {
      var start = 0
      for index in wording.ends.indices {
        let number = stories.count
        let end = Int(wording.ends[index])
        while start < end {
          let term = wording.terms[start]
          entries.append(Self.entry(term >> 2, number, UInt8(term & 3)))
          start += 1
        }
        var length = wording.lengths[index]
        if issue < names.count, index < names[issue].count {
          for name in names[issue][index] {
            entries.append(Self.entry(name.term, number, name.emphasis.rawValue))
            length.add(name)
          }
        }
        stories.append(
          Story(issue: Int32(clamping: issue), index: Int32(clamping: index), length: length))
      }
    }
    sortByHash(&entries)
    self.init(issues: issues, stories: stories, entries: entries)
  }

  /// The stories of both that are not gone.
  convenience init(merging older: StoryIndex.Part, with newer: StoryIndex.Part) {
    var issues: [IssueRecord] = []
    var stories: [Story] = []
    var numbers: [[Int]] = []
    for part in [older, newer] {
      var newIssue: [Int] = []
      for (index, issue) in part.segment.issues.enumerated() {
        newIssue.append(part.isGone[index] ? -1 : issues.count)
        if !part.isGone[index] { issues.append(issue) }
      }
      numbers.append(
        part.segment.stories.map { story in
          let issue = newIssue[Int(story.issue)]
          guard issue >= 0 else { return -1 }
          stories.append(
            Story(issue: Int32(clamping: issue), index: story.index, length: story.length))
          return stories.count - 1
        })
    }
    var entries: [UInt64] = []
    for (part, numbers) in zip([older, newer], numbers) {
      part.segment.forEachPosting { hash, story, emphasis in
        let number = numbers[story]
        if number >= 0 { entries.append(Self.entry(hash, number, emphasis)) }
      }
    }
    sortByHash(&entries)
    self.init(issues: issues, stories: stories, entries: entries)
  }

  /// - Parameter entries: by hash, then by story.
  private init(issues: [IssueRecord], stories: [Story], entries: [UInt64]) {
    self.issues = issues
    self.stories = stories
    var terms: [UInt32] = []
    var starts: [UInt32] = []
    var postings: [UInt8] = []
    postings.reserveCapacity(entries.count * 2)
    var buckets = [UInt32](repeating: 0, count: (1 << Self.bucketBits) + 1)
    var position = 0
    while position < entries.count {
      let hash = Self.hash(of: entries[position])
      var end = position + 1
      while end < entries.count, Self.hash(of: entries[end]) == hash { end += 1 }
      terms.append(hash)
      starts.append(UInt32(clamping: postings.count))
      append(UInt64(end - position), to: &postings)
      var previous: UInt64 = 0
      while position < end {
        let story = entries[position] >> 2 & 0xFFFF_FFFF
        append((story - previous) << 2 | entries[position] & 3, to: &postings)
        previous = story
        position += 1
      }
      buckets[Int(hash >> Self.bucketShift) + 1] += 1
    }
    for bucket in 1..<buckets.count { buckets[bucket] += buckets[bucket - 1] }
    self.terms = terms
    self.starts = starts
    self.postings = postings
    self.buckets = buckets
  }

  private static func entry(_ hash: UInt32, _ story: Int, _ emphasis: UInt8) -> UInt64 {
    UInt64(hash) << 34 | UInt64(UInt32(clamping: story)) << 2 | UInt64(emphasis & 3)
  }

  private static func hash(of entry: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: entry >> 34) }

  /// Where the postings of a term are, and how many.
  struct Postings {
    /// Bytes of `postings`.
    var start: Int
    var count: Int
  }

  func postings(of hash: UInt32) -> Postings {
    let bucket = Int(hash >> Self.bucketShift)
    guard bucket + 1 < buckets.count else { return Postings(start: 0, count: 0) }
    var low = Int(buckets[bucket])
    var high = Int(buckets[bucket + 1])
    while low < high {
      let middle = (low + high) / 2
      if terms[middle] < hash { low = middle + 1 } else { high = middle }
    }
    guard low < terms.count, terms[low] == hash else { return Postings(start: 0, count: 0) }
    var position = Int(starts[low])
    let count = value(at: &position)
    return Postings(start: position, count: count)
  }

  /// Calls `body` with the number of each story in the postings and what it makes of the
  /// term.
  @inline(__always)
  func forEach(in postings: Postings, _ body: (_ story: Int, _ emphasis: UInt8) -> Void) {
    var position = postings.start
    var story = 0
    for _ in 0..<postings.count {
      let value = value(at: &position)
      story += value >> 2
      body(story, UInt8(truncatingIfNeeded: value & 3))
    }
  }

  private func forEachPosting(_ body: (_ hash: UInt32, _ story: Int, _ emphasis: UInt8) -> Void) {
    for (index, hash) in terms.enumerated() {
      var position = Int(starts[index])
      let count = value(at: &position)
      forEach(in: Postings(start: position, count: count)) { body(hash, $0, $1) }
    }
  }

  /// A number of seven bits a byte, the lowest first.
  @inline(__always)
  private func value(at position: inout Int) -> Int {
    var value = 0
    var shift = 0
    while position < postings.count {
      let byte = postings[position]
      position += 1
      value |= Int(byte & 0x7F) << shift
      shift += 7
      if byte < 0x80 { break }
    }
    return value
  }
}

private func append(_ value: UInt64, to bytes: inout [UInt8]) {
  var rest = value
  while rest >= 0x80 {
    bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
    rest >>= 7
  }
  bytes.append(UInt8(truncatingIfNeeded: rest))
}

/// Sorts by the hash in the upper 30 bits, and leaves the order of the stories as it is.
private func sortByHash(_ entries: inout [UInt64]) {
  var other = [UInt64](repeating: 0, count: entries.count)
  for shift in [34, 44, 54] {
    var starts = [Int](repeating: 0, count: 1025)
    for entry in entries { starts[Int(entry >> UInt64(shift) & 1023) + 1] += 1 }
    for digit in 1..<starts.count { starts[digit] += starts[digit - 1] }
    for entry in entries {
      let digit = Int(entry >> UInt64(shift) & 1023)
      other[starts[digit]] = entry
      starts[digit] += 1
    }
    swap(&entries, &other)
  }
}
