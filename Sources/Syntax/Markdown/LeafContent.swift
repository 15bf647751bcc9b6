/// The content of a leaf as one run of bytes, and where each of them stands in the text.
///
/// Where the lines follow each other it is the text itself; otherwise they are put together with
/// `\n` between them.
struct LeafContent {
  let bytes: [UInt8]
  /// The content is `bytes[start..<end]`.
  let start: Int
  let end: Int
  private let base: Int
  private let lines: [Line]

  private struct Line {
    /// In `bytes`.
    let start: Int
    /// Blanks left of a tab, which come first.
    let columns: Int
    /// In the text, of what follows them.
    let source: Int
  }

  /// - Parameters:
  ///   - base: What results of `source` count from.
  ///   - shift: What to add to the segments' offsets to get those of the text.
  init(
    _ text: [UInt8], _ start: Int, _ end: Int, _ segments: [Block.Segment], shift: Int = 0,
    base: Int
  ) {
    self.base = base
    if segments.isEmpty {
      bytes = text
      self.start = start
      self.end = min(end, text.count)
      lines = []
      return
    }
    var joined: [UInt8] = []
    var lines: [Line] = []
    joined.reserveCapacity(end - start)
    for (index, segment) in segments.enumerated() {
      if index > 0 { joined.append(0x0A) }
      lines.append(
        Line(start: joined.count, columns: segment.columns, source: segment.start + shift))
      for _ in 0..<segment.columns { joined.append(0x20) }
      let range = ByteRange(segment.start + shift, segment.end + shift).clamped(to: text.count)
      joined += text[range.start..<range.end]
    }
    bytes = joined
    self.start = 0
    self.end = joined.count
    self.lines = lines
  }

  init(of leaf: Block, at start: Int, in text: [UInt8]) {
    self.init(
      text, start + leaf.content.start, start + leaf.content.end, leaf.segments, shift: start,
      base: start)
  }

  /// Where the byte at `offset` stands, counted from the base.
  func source(_ offset: Int) -> Int {
    if lines.isEmpty { return offset - base }
    let line = lines[lineIndex(at: offset)]
    return line.source + max(offset - line.start - line.columns, 0) - base
  }

  /// The source of a range that does not end before it starts.
  func source(_ start: Int, _ end: Int) -> ByteRange {
    if lines.isEmpty { return ByteRange(start - base, end - base) }
    let first = source(start)
    return ByteRange(first, end > start ? source(end - 1) + 1 : first)
  }

  /// The index of the segment that holds the byte at `offset`.
  func lineIndex(at offset: Int) -> Int {
    var low = 0
    var high = lines.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lines[middle].start <= offset { low = middle } else { high = middle }
    }
    return low
  }
}
