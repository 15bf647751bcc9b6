/// Which stories have which terms.
///
/// All lies in one row of bytes, in the order of the terms' hashes. A term is the distance of its
/// hash to that of the term before, how many stories have it, and for each the distance to the story
/// before with what it makes of the term: two to three bytes for a term, one or two for a posting.
/// A directory by the hashes' high bits tells where to begin.
struct PostingTable: Sendable {
  private let bytes: [UInt8]
  /// Where the terms begin whose hashes have the same high bits, and where the last ones end.
  private let buckets: [UInt32]
  /// How many low bits of a hash do not count for the directory.
  private let shift: UInt32

  /// Where the postings of a term are, and how many.
  struct Postings {
    /// Bytes of the table.
    var start = 0
    var count = 0
  }

  /// Postings of this many stories tell their length, so that they can be passed over.
  private static let long = 8

  var byteCount: Int { bytes.count + buckets.count * 4 }

  func postings(of hash: UInt32) -> Postings {
    let bucket = Int(hash >> shift)
    guard bucket + 1 < buckets.count else { return Postings() }
    var cursor = Cursor(
      position: Int(buckets[bucket]), end: Int(buckets[bucket + 1]),
      hash: UInt32(truncatingIfNeeded: bucket) << shift)
    while let found = next(&cursor) {
      if cursor.hash == hash { return found }
      if cursor.hash > hash { break }
    }
    return Postings()
  }

  /// Calls `body` with the number of each story in the postings and what it makes of the term.
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

  /// Adds to the sum of each story in the postings what its emphasis gains.
  ///
  /// - Parameter gains: by emphasis.
  func add(_ gains: [Float], toThoseIn postings: Postings, _ sums: inout [Float]) {
    guard gains.count == 4 else { return }
    var position = postings.start
    var story = 0
    for _ in 0..<postings.count {
      guard position < bytes.count else { return }
      var value = Int(bytes[position])
      if value < 0x80 { position += 1 } else { value = self.value(at: &position) }
      story += value >> 2
      if story < sums.count { sums[story] += gains[value & 3] }
    }
  }

  // MARK: - Term by term

  private struct Cursor {
    var position: Int
    var end: Int
    /// Of the term that was read last.
    var hash: UInt32
  }

  /// The postings of the next term of the bucket.
  @inline(__always)
  private func next(_ cursor: inout Cursor) -> Postings? {
    guard cursor.position < cursor.end else { return nil }
    cursor.hash &+= UInt32(truncatingIfNeeded: value(at: &cursor.position))
    let count = value(at: &cursor.position)
    if count >= Self.long {
      let length = value(at: &cursor.position)
      let start = cursor.position
      cursor.position += length
      return Postings(start: start, count: count)
    }
    let start = cursor.position
    var rest = count
    while rest > 0, cursor.position < cursor.end {
      if bytes[cursor.position] < 0x80 { rest -= 1 }
      cursor.position += 1
    }
    return Postings(start: start, count: count)
  }

  /// A number of seven bits a byte, the lowest first.
  @inline(__always)
  private func value(at position: inout Int) -> Int {
    var value = 0
    var shift = 0
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      value |= Int(byte & 0x7F) << shift
      shift += 7
      if byte < 0x80 { break }
    }
    return value
  }

  // MARK: - Making

  /// A term of a story: its hash, above the story's number, above what the story makes of it.
  struct Entry {
    var bits: UInt64

    init(_ hash: UInt32, story: Int, emphasis: UInt8) {
      bits = UInt64(hash) << 34 | UInt64(UInt32(clamping: story)) << 2 | UInt64(emphasis & 3)
    }

    var hash: UInt32 { UInt32(truncatingIfNeeded: bits >> 34) }
    var story: UInt64 { bits >> 2 & 0xFFFF_FFFF }
  }

  /// - Parameter entries: in order of the stories.
  init(_ entries: [Entry]) {
    var entries = entries
    sortByHash(&entries)
    var writer = Writer(entryCount: entries.count)
    var start = 0
    while start < entries.count {
      let hash = entries[start].hash
      var end = start + 1
      while end < entries.count, entries[end].hash == hash { end += 1 }
      writer.add(hash, entries[start..<end])
      start = end
    }
    self.init(writer)
  }

  /// The postings of both, with the stories' new numbers; those without one are left out.
  init(
    merging older: PostingTable, _ olderNumbers: [Int32], with newer: PostingTable,
    _ newerNumbers: [Int32]
  ) {
    let bytes = older.byteCount + newer.byteCount
    // About two bytes each.
    var writer = Writer(entryCount: bytes / 2)
    var entries: [Entry] = []
    var (one, other) = (Walk(older), Walk(newer))
    while let hash = Walk.lesser(one.hash, other.hash) {
      entries.removeAll(keepingCapacity: true)
      if one.hash == hash { one.take(olderNumbers, into: &entries) }
      if other.hash == hash { other.take(newerNumbers, into: &entries) }
      if !entries.isEmpty { writer.add(hash, entries[...]) }
    }
    self.init(writer)
  }

  private init(_ writer: Writer) {
    var writer = writer
    writer.finish()
    bytes = writer.bytes
    buckets = writer.buckets
    shift = writer.shift
  }

  /// All terms of a table, one after the other.
  private struct Walk {
    private let table: PostingTable
    private var bucket = 0
    private var cursor = Cursor(position: 0, end: 0, hash: 0)
    private var postings = Postings()
    /// Of the term that is next; `nil` at the end.
    private(set) var hash: UInt32?

    init(_ table: PostingTable) {
      self.table = table
      advance()
    }

    static func lesser(_ a: UInt32?, _ b: UInt32?) -> UInt32? {
      guard let a, let b else { return a ?? b }
      return min(a, b)
    }

    mutating func take(_ numbers: [Int32], into entries: inout [Entry]) {
      guard let hash else { return }
      table.forEach(in: postings) { story, emphasis in
        guard story < numbers.count, numbers[story] >= 0 else { return }
        entries.append(Entry(hash, story: Int(numbers[story]), emphasis: emphasis))
      }
      advance()
    }

    private mutating func advance() {
      while true {
        if let next = table.next(&cursor) {
          postings = next
          hash = cursor.hash
          return
        }
        guard bucket + 1 < table.buckets.count else {
          hash = nil
          return
        }
        cursor = Cursor(
          position: Int(table.buckets[bucket]), end: Int(table.buckets[bucket + 1]),
          hash: UInt32(truncatingIfNeeded: bucket) << table.shift)
        bucket += 1
      }
    }
  }

  private struct Writer {
    private(set) var bytes: [UInt8] = []
    private(set) var buckets: [UInt32] = []
    let shift: UInt32
    /// The directory is known up to this bucket.
    private var filled = 0
    private var previous: UInt32 = 0
    private var postings: [UInt8] = []

    /// - Parameter entryCount: from which the size of the directory follows.
    init(entryCount: Int) {
      var bits: UInt32 = 0
      while bits < 18, entryCount >> (Int(bits) + 5) > 0 { bits += 1 }
      shift = UInt32(StoryTerms.hashBits) - bits
      buckets = [UInt32](repeating: 0, count: (1 << Int(bits)) + 1)
      bytes.reserveCapacity(entryCount * 2)
    }

    /// - Parameter entries: of one term, in order of the stories. Terms come in order.
    mutating func add(_ hash: UInt32, _ entries: ArraySlice<Entry>) {
      let bucket = Int(hash >> shift)
      while filled < bucket, filled + 1 < buckets.count {
        filled += 1
        buckets[filled] = UInt32(clamping: bytes.count)
        previous = UInt32(truncatingIfNeeded: filled) << shift
      }
      append(UInt64(hash &- previous), to: &bytes)
      previous = hash
      append(UInt64(entries.count), to: &bytes)
      var story: UInt64 = 0
      if entries.count < PostingTable.long {
        for entry in entries {
          append((entry.story - story) << 2 | entry.bits & 3, to: &bytes)
          story = entry.story
        }
      } else {
        postings.removeAll(keepingCapacity: true)
        for entry in entries {
          append((entry.story - story) << 2 | entry.bits & 3, to: &postings)
          story = entry.story
        }
        append(UInt64(postings.count), to: &bytes)
        bytes += postings
      }
    }

    /// Fills the rest of the directory.
    mutating func finish() {
      while filled + 1 < buckets.count {
        filled += 1
        buckets[filled] = UInt32(clamping: bytes.count)
      }
    }
  }
}

@inline(__always)
private func append(_ value: UInt64, to bytes: inout [UInt8]) {
  var rest = value
  while rest >= 0x80 {
    bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
    rest >>= 7
  }
  bytes.append(UInt8(truncatingIfNeeded: rest))
}

/// Sorts by the hash in the upper 30 bits, and leaves the order of the stories as it is.
private func sortByHash(_ entries: inout [PostingTable.Entry]) {
  var other = entries
  for shift in [34, 44, 54] {
    var starts = [Int](repeating: 0, count: 1025)
    for entry in entries { starts[Int(entry.bits >> UInt64(shift) & 1023) + 1] += 1 }
    for digit in 1..<starts.count { starts[digit] += starts[digit - 1] }
    for entry in entries {
      let digit = Int(entry.bits >> UInt64(shift) & 1023)
      other[starts[digit]] = entry
      starts[digit] += 1
    }
    swap(&entries, &other)
  }
}
