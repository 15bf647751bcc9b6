package import Syntax

/// A word that is nearly, or all but, the usual spelling of a name.
package struct NameSlip: Sendable, Equatable {
  /// UTF-8 bytes of the text.
  package var range: ByteRange
  package var id: NameID
  /// How the archive writes it.
  package var usual: String
  /// How often it does.
  package var count: Int
}

extension NameTable {
  /// Names that are mentioned often enough for a word one letter away to be a slip.
  private static let frequentMentions = 10
  private static let frequentIssues = 4

  /// Words in `bytes[range]` that no issue knows and that are one letter, or two letters swapped,
  /// away from a frequent name.
  package func misspellings(in bytes: [UInt8], range: ByteRange) -> [NameSlip] {
    let range = range.clamped(to: bytes.count)
    var found = NameScanner.Found(collectsWords: true, length: range.length)
    lexicon.scan(bytes.span, range, &found)
    return found.words.compactMap { word in
      guard let usual = usualSpelling(nearly: word, in: bytes.span),
        isDistinctive(
          usual.text, amidChinese: bytes[range.start..<range.end].contains { 0xE4...0xE9 ~= $0 })
      else { return nil }
      return NameSlip(
        range: word, id: NameID(number: usual.entry),
        usual: String(decoding: usual.text, as: UTF8.self), count: Int(usual.count))
    }
  }

  /// Runs of words that hold no slip: most of a text are the same few hundred.
  package struct CleanWords {
    private var hashes: [UInt64] = []

    package init() {}

    fileprivate func contains(_ hash: UInt64) -> Bool {
      !hashes.isEmpty && hashes[Int(truncatingIfNeeded: hash) & (hashes.count - 1)] == hash
    }

    fileprivate mutating func insert(_ hash: UInt64) {
      if hashes.isEmpty { hashes = [UInt64](repeating: 0, count: 1024) }
      hashes[Int(truncatingIfNeeded: hash) & (hashes.count - 1)] = hash
    }
  }

  /// Whether `misspellings` or `variants` may find anything: nearly no text has a word that is near
  /// a frequent name, or one spelt unlike the archive's way, and then it need not be read as names
  /// are.
  ///
  /// - Parameter clean: what was found to be clean before, by this table.
  package func mayHoldSlip(
    _ bytes: [UInt8], _ range: ByteRange, _ clean: inout CleanWords
  ) -> Bool {
    let range = range.clamped(to: bytes.count)
    let text = bytes.span
    var i = range.start
    while i < range.end {
      let byte = text[i]
      guard NameKey.isAlphanumeric(byte) else {
        // Chinese comes in long runs.
        i &+= byte >= 0xE0 ? 3 : 1
        continue
      }
      // Nothing beyond the run can belong to a name that begins in it.
      let start = i
      var hash = NameKey.hashSeed
      while i < range.end, Self.isWithinRun(text[i]) {
        hash = NameKey.mixed(hash, text[i])
        i &+= 1
      }
      let isBounded =
        i >= range.end || text[i] < 0x80
        || NameKey.separatorLength(text, i, range.end) == 0
      if isBounded, clean.contains(hash) { continue }
      if mayHoldSlip(text, run: ByteRange(start, i), to: range.end) { return true }
      if isBounded { clean.insert(hash) }
    }
    return false
  }

  private static func isWithinRun(_ byte: UInt8) -> Bool {
    NameKey.isAlphanumeric(byte) || byte == 0x20 || byte &- 0x2D < 2 || byte == UInt8(ascii: "_")
  }

  private func mayHoldSlip(_ text: Span<UInt8>, run: ByteRange, to end: Int) -> Bool {
    var i = run.start
    while i < run.end {
      guard NameKey.isAlphanumeric(text[i]) else {
        i &+= 1
        continue
      }
      let start = i
      while i < run.end, NameKey.isAlphanumeric(text[i]) { i &+= 1 }
      let word = ByteRange(start, i)
      if NameKey.isUpper(text[start]), usualSpelling(nearly: word, in: text) != nil {
        return true
      }
      if houseBeginnings.mayBegin(text, start, end), mayBeVariant(word, in: text, to: end) {
        return true
      }
    }
    return false
  }

  /// Whether what begins with the word is spelt unlike the archive's way to spell it.
  private func mayBeVariant(_ word: ByteRange, in bytes: Span<UInt8>, to end: Int) -> Bool {
    let match = lexicon.longestMatch(in: bytes, from: word.start, to: end)
    if let number = spellingNumbers[NameKey.hash(bytes, word.start, match?.end ?? word.end)] {
      return !isHouseSpelling(Int(number))
    }
    return match != nil
  }

  private static let slipLengths = 6...20

  /// The frequent spelling that a word all but is.
  private func usualSpelling(nearly word: ByteRange, in bytes: Span<UInt8>) -> Spelling? {
    guard Self.slipLengths.contains(word.length) else { return nil }
    // A word that another issue has too is meant.
    if let number = spellingNumbers[NameKey.hash(bytes, word.start, word.end)],
      spellings[Int(number)].issueCount > 1 || spellings[Int(number)].count > 1
    {
      return nil
    }
    if NameKnowledge.common.contains(bytes, word.start, word.end) { return nil }
    let letters = (word.start..<word.end).map { bytes[$0] }
    for hash in SpellingNeighbours.hashes(of: letters) {
      guard let number = neighbours[hash] else { continue }
      let usual = spellings[Int(number)]
      if isFrequent(usual.entry), usual.count >= Self.frequentMentions,
        SpellingNeighbours.isSlip(letters, of: usual.text)
      {
        return usual
      }
    }
    return nil
  }

  private func isFrequent(_ entry: UInt32) -> Bool {
    let entry = entries[Int(entry)]
    return entry.isName && !entry.isIgnored && entry.issues.count >= Self.frequentIssues
  }

  /// Whether a word of the language is unlikely to be as near: amid Chinese any, in English long
  /// ones and those with a capital within.
  private func isDistinctive(_ text: [UInt8], amidChinese: Bool) -> Bool {
    amidChinese || text.count >= 8 || text.dropFirst().contains(where: NameKey.isUpper)
  }

  /// Names in `bytes[range]` that differ from the spelling that nearly all issues use in blanks,
  /// hyphens or capitals alone. Versions have no usual spelling, so they are left out.
  package func variants(in bytes: [UInt8], range: ByteRange) -> [NameSlip] {
    return mentions(in: bytes, range: range).compactMap { mention in
      let entry = entries[Int(mention.id.number)]
      let text = bytes[mention.range.start..<mention.range.end]
      guard text.count >= 4, !text.contains(where: NameKey.isDigit),
        let first = text.first, first < 0x80
      else { return nil }
      let key = NameKey.fold(text)
      var usualNumber: Int?
      var total: Int32 = 0
      var own: Int32 = 0
      for number in entry.spellings.map({ Int($0) }) {
        let spelling = spellings[number]
        guard spelling.count > 0, NameKey.fold(spelling.text) == key else { continue }
        total += spelling.count
        if spelling.text.elementsEqual(text) { own = spelling.count }
        if spelling.count > usualNumber.map({ spellings[$0].count }) ?? 0 { usualNumber = number }
      }
      guard let usualNumber, isHouseSpelling(usualNumber) else { return nil }
      let usual = spellings[usualNumber]
      guard !usual.text.elementsEqual(text),
        own <= 2, own * 50 <= total, !Self.differInCapitalsOnly(usual.text, Array(text))
      else { return nil }
      return NameSlip(
        range: mention.range, id: mention.id,
        usual: String(decoding: usual.text, as: UTF8.self), count: Int(usual.count))
    }
  }

  /// Whether the archive has the spelling often enough for another one to stand out.
  private func isHouseSpelling(_ number: Int) -> Bool {
    spellings[number].count >= 20 && spellings[number].issueCount >= 5
  }

  /// `NVIDIA` and `Nvidia`, `Google` and `google`: every house has its way with all capitals and
  /// with none.
  private static func differInCapitalsOnly(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    guard a.count == b.count, a.map(NameKey.lowercase) == b.map(NameKey.lowercase) else {
      return false
    }
    return [a, b].contains { text in
      text.allSatisfy { !NameKey.isLower($0) } || text.allSatisfy { !NameKey.isUpper($0) }
    }
  }

  /// Makes the frequent ones among an entry's spellings findable by what is nearly the same.
  mutating func rememberNeighbours(of entry: UInt32) {
    guard isFrequent(entry) else { return }
    for number in entries[Int(entry)].spellings {
      let spelling = spellings[Int(number)]
      if isHouseSpelling(Int(number)) { houseBeginnings.insert(NameKey.fold(spelling.text)) }
      guard spelling.count >= Self.frequentMentions, (6...20).contains(spelling.text.count),
        spelling.text.allSatisfy({ NameKey.isLower($0) || NameKey.isUpper($0) }),
        neighbours[NameKey.hash(spelling.text)] == nil
      else { continue }
      for hash in SpellingNeighbours.hashes(of: spelling.text) where neighbours[hash] == nil {
        neighbours.set(hash, number)
      }
    }
  }
}

/// Words one edit apart share a word that is one of them, or lacks one letter of each.
enum SpellingNeighbours {
  /// Hashes of the word and of all that lack one of its letters.
  static func hashes(of word: [UInt8]) -> [UInt64] {
    var hashes = [NameKey.hash(word)]
    for i in word.indices {
      var shorter = word
      shorter.remove(at: i)
      hashes.append(NameKey.hash(shorter))
    }
    return hashes
  }

  /// Whether `word` is `name` with one letter wrong, missing, doubled or too many within, or two
  /// swapped; not with an ending, as in a plural, nor in capitals alone.
  static func isSlip(_ word: [UInt8], of name: [UInt8]) -> Bool {
    let a = word.map(NameKey.lowercase)
    let b = name.map(NameKey.lowercase)
    guard a != b, a.first == b.first, let first = word.first, NameKey.isUpper(first) else {
      return false
    }
    var start = 0
    while start < a.count, start < b.count, a[start] == b[start] { start += 1 }
    var end = 0
    while end < a.count - start, end < b.count - start, a[a.count - 1 - end] == b[b.count - 1 - end]
    {
      end += 1
    }
    let (left, right) = (a.count - start - end, b.count - start - end)
    // A letter more or less at the end is a plural or another word.
    if end == 0 && left != right { return false }
    switch (left, right) {
    case (1, 0), (0, 1): return true
    // Another last letter makes another word, unless it looks the same.
    case (1, 1): return end > 0 || looksAlike(word[word.count - 1], name[name.count - 1])
    case (2, 2): return a[start] == b[start + 1] && a[start + 1] == b[start]
    default: return false
    }
  }
}

/// `l` and `I`, `0` and `O`.
private func looksAlike(_ a: UInt8, _ b: UInt8) -> Bool {
  let shapes: [[UInt8]] = [Array("lI1".utf8), Array("O0".utf8)]
  return shapes.contains { $0.contains(a) && $0.contains(b) }
}

/// The first letters of some keys: a text that none of them begins is passed over at a glance.
struct NameBeginnings: Sendable {
  private static let length = 4
  private var bits: [UInt64] = Array(repeating: 0, count: 1 << 8)

  mutating func insert(_ key: [UInt8]) {
    var code: UInt32 = 0
    // A text may part the key after any letter.
    for byte in key.prefix(Self.length) {
      code = code << 8 | UInt32(byte)
      let bit = Self.bit(code)
      bits[bit >> 6] |= 1 << UInt64(bit & 63)
    }
  }

  /// Whether the word at `start` may begin one of the keys.
  func mayBegin(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    var code: UInt32 = 0
    var i = start
    while i < end, i < start + Self.length, NameKey.isAlphanumeric(bytes[i]) {
      code = code << 8 | UInt32(NameKey.lowercase(bytes[i]))
      i += 1
    }
    let bit = Self.bit(code)
    return bits[bit >> 6] >> UInt64(bit & 63) & 1 != 0
  }

  private static func bit(_ code: UInt32) -> Int {
    Int(truncatingIfNeeded: (code &* 0x9E37_79B1) >> 18)
  }
}
