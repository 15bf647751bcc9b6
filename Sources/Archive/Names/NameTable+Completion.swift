package import Syntax

/// A spelling that goes on from what was typed.
package struct NameCandidate: Sendable, Equatable {
  package var id: NameID
  package var spelling: String
  /// Higher is likelier.
  package var score: Double
}

/// What the issue being written says about which name comes next.
package struct NameSurroundings: Sendable {
  /// Names of the same story.
  package var story: Set<NameID> = []
  /// Names of the same issue.
  package var issue: Set<NameID> = []
  package var date: Day?

  package init(story: Set<NameID> = [], issue: Set<NameID> = [], date: Day? = nil) {
    self.story = story
    self.issue = issue
    self.date = date
  }
}

extension NameTable {
  /// Whether `bytes` is how some name begins, upper and lower case and separators being equal.
  ///
  /// - Parameter withPinyin: whether Chinese names are found by how they are read, too.
  package func isBeginning(_ bytes: ArraySlice<UInt8>, withPinyin: Bool = false) -> Bool {
    let key = NameKey.fold(bytes)
    guard !key.isEmpty else { return false }
    return begins(prefixes, key) || withPinyin && begins(pinyin, key)
  }

  private func begins(_ prefixes: NamePrefixes, _ key: [UInt8]) -> Bool {
    var isShown = false
    prefixes.forEach(prefix: key) { if !isShown { isShown = resolve($0) != nil } }
    return isShown
  }

  /// More than all that speaks for another name.
  private static let writtenOut = 1e6

  /// The names that begin with `bytes`, best first, each in the spelling that fits what was typed.
  package func candidates(
    for bytes: ArraySlice<UInt8>, in surroundings: NameSurroundings, limit: Int,
    withPinyin: Bool = false
  ) -> [NameCandidate] {
    let key = NameKey.fold(bytes)
    guard !key.isEmpty else { return [] }
    let typed = Array(bytes)
    var best: [UInt32: (spelling: UInt32, weight: Double)] = [:]
    func consider(_ number: UInt32) {
      let spelling = spellings[Int(number)]
      guard spelling.count > 0, let entry = resolve(number) else { return }
      // The frequent spelling, sooner one that goes on from the very letters typed.
      var weight = Double(spelling.count)
      if spelling.text.starts(with: typed) { weight *= 3 }
      if let known = best[entry], known.weight >= weight { return }
      best[entry] = (spelling: number, weight: weight)
    }
    prefixes.forEach(prefix: key, consider)
    if withPinyin { pinyin.forEach(prefix: key, consider) }
    var found: [(id: NameID, spelling: UInt32, score: Double)] = []
    found.reserveCapacity(best.count)
    for (entry, choice) in best {
      let id = NameID(number: entry)
      var score = entries[Int(entry)].heat
      if surroundings.story.contains(id) {
        score += 6
      } else if surroundings.issue.contains(id) {
        score += 2
      }
      let text = spellings[Int(choice.spelling)].text
      if text.starts(with: typed) { score += 1.5 }
      // What is written out already stays, unless the writer chooses.
      if text == typed { score += Self.writtenOut }
      found.append((id, choice.spelling, score))
    }
    found.sort { ($1.score, $0.id.number) < ($0.score, $1.id.number) }
    return found.prefix(limit).map { id, spelling, score in
      let text = String(decoding: spellings[Int(spelling)].text, as: UTF8.self)
      return NameCandidate(id: id, spelling: text, score: score)
    }
  }

  /// The names that the issue at `path` mentions.
  package func names(inIssueAt path: String) -> Set<NameID> {
    guard let number = issueNumbers[path], let issue = issues[Int(number)] else { return [] }
    return Set(issue.names.spellings.compactMap { resolve($0).map { NameID(number: $0) } })
  }

  /// The names that stand in `bytes[range]`, Markdown text, in text order.
  package func mentions(in bytes: [UInt8], range: ByteRange) -> [NameMention] {
    let range = range.clamped(to: bytes.count)
    var found = NameScanner.Found(length: range.length)
    lexicon.scan(bytes.span, range, &found)
    return mentions(of: NameReading(&found, lexicon, in: bytes.span), in: bytes.span)
  }

  /// Where the issue at `path` first mentions the name at or after `offset`, else where at all.
  package func firstMention(
    of id: NameID, inIssueAt path: String, from offset: Int = 0
  ) -> ByteRange? {
    guard let number = issueNumbers[path], let issue = issues[Int(number)],
      Int(id.number) < entries.count, isShown(Int(id.number))
    else { return nil }
    var first: ByteRange?
    issue.names.forEachMention(length: { spellings[$0].text.count }) { spelling, range in
      guard spellings[spelling].entry == id.number, first == nil || range.start >= offset
      else { return true }
      first = range
      return range.start < offset
    }
    return first
  }

  /// The days of the issues that mention a name, with how often, latest first.
  package func history(of id: NameID) -> [(path: String, date: Day?, count: Int)] {
    guard Int(id.number) < entries.count else { return [] }
    return entries[Int(id.number)].issues.compactMap { mentions in
      guard let issue = issues[Int(mentions.issue)] else { return nil }
      return (issue.path, issue.date, Int(mentions.count))
    }
    .sorted { ($1.date?.number ?? .min, $1.path) < ($0.date?.number ?? .min, $0.path) }
  }
}

/// How warm a name is: the sum over its issues of two to the power of their age, on a logarithmic
/// scale, so that it does not change as days pass.
enum NameHeat {
  /// Days after which a mention counts half.
  static let halfLife = 9.0

  /// One issue's share.
  static func share(_ date: Day?, count: Int) -> Double {
    let day = Double(date?.number ?? 0)
    return day / halfLife + Double(logarithm(Float(1 + count))) * 1.4427
  }

  /// The logarithm of the sum of two shares.
  static func sum(_ a: Double, _ b: Double) -> Double {
    let (high, low) = a > b ? (a, b) : (b, a)
    let gap = high - low
    guard gap < 24 else { return high }
    return high + Double(logarithm(Float(1 + power(-gap)))) * 1.4427
  }

  /// The logarithm of `sum` without `share`; `nil` where too little is left to tell.
  static func difference(_ sum: Double, _ share: Double) -> Double? {
    let gap = sum - share
    guard gap > 0.05 else { return nil }
    return sum + Double(logarithm(Float(1 - power(-gap)))) * 1.4427
  }

  /// Two to the power of `x`, which is negative.
  private static func power(_ x: Double) -> Double {
    let whole = x.rounded(.down)
    let rest = x - whole
    let fraction = 1 + rest * (0.6951 + rest * (0.2276 + rest * 0.0773))
    return Double(sign: .plus, exponent: Int(whole), significand: fraction)
  }
}
