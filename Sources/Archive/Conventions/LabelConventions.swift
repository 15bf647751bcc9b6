/// Which labels come back in the issues of an archive: bold lead-ins such as `**深度解读 & 洞察：**`.
package struct LabelConventions: Sendable {
  package struct Usage: Sendable, Equatable {
    package var issues = 0
    package var total = 0

    package init(issues: Int = 0, total: Int = 0) {
      self.issues = issues
      self.total = total
    }

    /// Whether a writer clearly uses the label on purpose.
    fileprivate var isUsual: Bool { issues >= 2 && total >= 4 }
  }

  private struct Label: Sendable {
    let text: String
    let bytes: [UInt8]
    var usage = Usage()
  }

  /// Every label that was ever seen.
  private var labels: [Label] = []
  private var numbers: [String: Int] = [:]
  /// By the hash of its first two characters, and by that of its last two: a label that differs
  /// from another in one place alone shares at least one of them.
  private var byEdge: [UInt32: [Int32]] = [:]
  private var headingPairs = HeadingPairs()

  package init() {}

  package func usage(of label: String) -> Usage {
    numbers[label].map { labels[$0].usage } ?? Usage()
  }

  /// How often the most used label is used.
  package private(set) var mostUses = 0

  /// How many headings have the two Chinese characters side by side; as many as there are where
  /// all news does.
  package func headings(withPair pair: String) -> Int {
    let bytes = Array(pair.utf8)
    guard let hash = StoryTerms.hash(ofPair: bytes.span, at: 0) else { return 0 }
    if CommonTerms.share(of: hash) != nil { return .max }
    return headingPairs[TitleTerms.term(hash, .hanPair)]
  }

  mutating func update(removing: [IssueRecord], adding: [IssueRecord]) {
    var wasMost = false
    for (records, sign) in [(removing, -1), (adding, 1)] {
      for record in records {
        headingPairs.add(record.stories, sign: Int32(sign))
        for (label, count) in zip(record.shape.labels, record.shape.labelCounts) {
          let number = number(of: label)
          let old = labels[number].usage
          labels[number].usage = Usage(
            issues: old.issues + sign, total: old.total + sign * Int(count))
          wasMost = wasMost || sign < 0 && old.total == mostUses
          mostUses = max(mostUses, labels[number].usage.mostUses)
        }
      }
    }
    if wasMost { mostUses = labels.reduce(0) { max($0, $1.usage.mostUses) } }
  }

  private mutating func number(of text: String) -> Int {
    if let known = numbers[text] { return known }
    let number = labels.count
    labels.append(Label(text: text, bytes: Array(text.utf8)))
    numbers[text] = number
    for edge in Self.edges(of: labels[number].bytes) {
      byEdge[edge, default: []].append(Int32(truncatingIfNeeded: number))
    }
    return number
  }

  /// Calls `body` with the usual labels that differ from `label` in one place, where they have
  /// nothing but Chinese characters; perhaps with some of them twice.
  ///
  /// - Parameter isWanted: Says by its use whether a label is to be looked at.
  package func forEachUsual(
    near label: String, where isWanted: (Usage) -> Bool, _ body: (String, Usage) -> Void
  ) {
    let bytes = Array(label.utf8)
    for edge in Self.edges(of: bytes) {
      for number in byEdge[edge] ?? [] {
        let usage = labels[Int(number)].usage
        guard usage.isUsual, isWanted(usage) else { continue }
        let other = labels[Int(number)]
        if abs(other.bytes.count - bytes.count) <= 9,
          Self.isWideAlone(other.bytes, whereUnlike: bytes)
        {
          body(other.text, usage)
        }
      }
    }
  }

  /// Whether between the ends that the two share the first one has no ASCII.
  private static func isWideAlone(_ bytes: [UInt8], whereUnlike other: [UInt8]) -> Bool {
    let common = min(bytes.count, other.count)
    var start = 0
    while start < common, bytes[start] == other[start] { start += 1 }
    var end = bytes.count
    let shift = other.count - bytes.count
    while end > start, end + shift > start, bytes[end - 1] == other[end - 1 + shift] { end -= 1 }
    while start < end {
      if bytes[start] < 0x80 { return false }
      start += 1
    }
    return true
  }

  /// - Parameter label: in UTF-8.
  private static func edges(of label: [UInt8]) -> [UInt32] {
    func hash(_ range: Range<Int>, _ seed: UInt32) -> UInt32 {
      label[range].reduce(seed) { ($0 ^ UInt32($1)) &* 0x0100_0193 }
    }
    func isStart(_ i: Int) -> Bool { label[i] & 0xC0 != 0x80 }
    var head = 0
    var tail = label.count
    for _ in 0..<2 {
      if head < label.count { head += 1 }
      while head < label.count, !isStart(head) { head += 1 }
      if tail > 0 { tail -= 1 }
      while tail > 0, !isStart(tail) { tail -= 1 }
    }
    return [hash(0..<head, 1), hash(tail..<label.count, 2)]
  }
}

extension LabelConventions.Usage {
  fileprivate var mostUses: Int { isUsual ? total : 0 }
}
