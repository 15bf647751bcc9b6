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
    var scanner = NameScanner(bytes: bytes, lexicon: lexicon)
    scanner.collectsWords = true
    let range = range.clamped(to: bytes.count)
    scanner.scan(from: range.start, to: range.end)
    return scanner.words.compactMap { misspelling($0, in: bytes, scanner) }
  }

  private func misspelling(
    _ word: ByteRange, in bytes: [UInt8], _ scanner: NameScanner
  ) -> NameSlip? {
    guard (6...20).contains(word.length),
      !NameKnowledge.common.contains(bytes, word.start, word.end)
    else { return nil }
    // A word that another issue has too is meant.
    if let number = spellingNumbers[NameKey.hash(bytes, word.start, word.end)],
      spellings[Int(number)].issueCount > 1 || spellings[Int(number)].count > 1
    {
      return nil
    }
    let letters = Array(bytes[word.start..<word.end])
    for hash in SpellingNeighbours.hashes(of: letters) {
      guard let number = neighbours[hash] else { continue }
      let usual = spellings[Int(number)]
      guard isFrequent(usual.entry), usual.count >= Self.frequentMentions,
        SpellingNeighbours.isSlip(letters, of: usual.text),
        isDistinctive(usual.text, besideChinese: scanner.isAmidChinese(word.start, word.end))
      else { continue }
      return NameSlip(
        range: word, id: NameID(number: usual.entry),
        usual: String(decoding: usual.text, as: UTF8.self), count: Int(usual.count))
    }
    return nil
  }

  private func isFrequent(_ entry: UInt32) -> Bool {
    let entry = entries[Int(entry)]
    return entry.isName && !entry.isIgnored && entry.issues.count >= Self.frequentIssues
  }

  /// Whether a word of the language is unlikely to be as near: amid Chinese any, in English long
  /// ones and those with a capital within.
  private func isDistinctive(_ text: [UInt8], besideChinese: Bool) -> Bool {
    besideChinese || text.count >= 8 || text.dropFirst().contains(where: NameKey.isUpper)
  }

  /// Names in `bytes[range]` that differ from the spelling that nearly all issues use in blanks,
  /// hyphens or capitals alone. Versions have no usual spelling, so they are left out.
  package func variants(in bytes: [UInt8], range: ByteRange) -> [NameSlip] {
    mentions(in: bytes, range: range).compactMap { mention in
      let entry = entries[Int(mention.id.number)]
      let text = bytes[mention.range.start..<mention.range.end]
      guard text.count >= 4, !text.contains(where: NameKey.isDigit),
        let first = text.first, first < 0x80
      else { return nil }
      let key = NameKey.fold(text)
      var usual: Spelling?
      var total: Int32 = 0
      var own: Int32 = 0
      for number in entry.spellings {
        let spelling = spellings[Int(number)]
        guard spelling.count > 0, NameKey.fold(spelling.text) == key else { continue }
        total += spelling.count
        if spelling.text.elementsEqual(text) { own = spelling.count }
        if spelling.count > usual?.count ?? 0 { usual = spelling }
      }
      guard let usual, !usual.text.elementsEqual(text), usual.count >= 20, usual.issueCount >= 5,
        own <= 2, own * 50 <= total, !Self.differInCapitalsOnly(usual.text, Array(text))
      else { return nil }
      return NameSlip(
        range: mention.range, id: mention.id,
        usual: String(decoding: usual.text, as: UTF8.self), count: Int(usual.count))
    }
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
    case (1, 1): return end > 0
    case (2, 2): return a[start] == b[start + 1] && a[start + 1] == b[start]
    default: return false
    }
  }
}
