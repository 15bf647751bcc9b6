import Syntax

/// Names in Latin letters that the lexicon does not hold, by their shape.
extension NameScanner {
  /// The token at `i`: a name of the lexicon, an unknown one, or a word to step over.
  mutating func latin(at i: Int) -> Int {
    let byte = bytes[i]
    if byte == UInt8(ascii: "h") || byte == UInt8(ascii: "w"), let end = addressEnd(i) {
      return end
    }
    if let match = lexicon.longestMatch(in: bytes, from: i, to: upper), canBegin(at: i) {
      return take(match, at: i)
    }
    return unknownLatin(at: i)
  }

  /// Not within an identifier, a path or a file name.
  private func canBegin(at i: Int) -> Bool {
    guard i > lower else { return true }
    switch bytes[i - 1] {
    case UInt8(ascii: "_"), UInt8(ascii: "#"), UInt8(ascii: "$"): return false
    case UInt8(ascii: "."): return i < 2 || !NameKey.isAlphanumeric(bytes[i - 2])
    default: return true
    }
  }

  /// The end of a bare URL.
  private func addressEnd(_ i: Int) -> Int? {
    func begins(_ text: StaticString) -> Bool {
      guard i + text.utf8CodeUnitCount <= upper else { return false }
      return text.withUTF8Buffer { buffer in
        for k in 0..<buffer.count where unsafe buffer[k] != bytes[i + k] { return false }
        return true
      }
    }
    guard begins("http://") || begins("https://") || begins("www.") else { return nil }
    var j = i
    while j < upper, bytes[j] > 0x20, bytes[j] < 0x80, bytes[j] != UInt8(ascii: ")"),
      bytes[j] != UInt8(ascii: "]"), bytes[j] != UInt8(ascii: ">"), bytes[j] != UInt8(ascii: "\""),
      bytes[j] != UInt8(ascii: "<")
    {
      j += 1
    }
    return j
  }

  /// The end of letters and digits joined by single hyphens, dots, plus signs and apostrophes.
  func compoundEnd(from i: Int) -> Int {
    var j = i
    while j < upper {
      let byte = bytes[j]
      if NameKey.isAlphanumeric(byte) {
        j += 1
      } else if byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_"),
        j + 1 < upper, NameKey.isAlphanumeric(bytes[j + 1])
      {
        j += 1
      } else {
        break
      }
    }
    return j
  }

  /// Past the word at `i`, recorded where its shape or place is that of a name.
  mutating func unknownLatin(at i: Int) -> Int {
    var wordEnd = i
    var upperCount = 0
    var digitCount = 0
    while wordEnd < upper {
      let byte = bytes[wordEnd]
      if NameKey.isUpper(byte) {
        upperCount += 1
      } else if NameKey.isDigit(byte) {
        digitCount += 1
      } else if !NameKey.isLower(byte) {
        break
      }
      wordEnd += 1
    }
    if upperCount == 0 && digitCount == 0 {
      // A plain word; `gpt-oss` and the like are the lexicon's.
      return wordEnd
    }
    guard canBegin(at: i) else { return wordEnd }
    let end = compoundEnd(from: i)
    if collectsWords, digitCount == 0, end == wordEnd { words.append(ByteRange(i, end)) }
    guard end - i >= 2, end - i <= 48, !isDomain(i, end) else { return end }
    if NameKey.isDigit(bytes[i]) { return end }
    return shaped(i, wordEnd: wordEnd, end: end)
  }

  /// `openai.com/blog`, `main.py`, `foo_bar`.
  private func isDomain(_ start: Int, _ end: Int) -> Bool {
    var i = start
    while i < end {
      if bytes[i] == UInt8(ascii: "_") { return true }
      if bytes[i] == UInt8(ascii: "."), i + 1 < end, NameKey.isLower(bytes[i + 1]) { return true }
      i += 1
    }
    return false
  }

  private mutating func shaped(_ start: Int, wordEnd: Int, end compound: Int) -> Int {
    let token = token(start, wordEnd: wordEnd, end: compound)
    var end = start + Int(token.length)
    let shape = token.shape
    let isCommon = token.isCommon
    if shape.isTail {
      add(start, end, form: -1, .tail)
      return compound
    }
    if shape.isAbbreviation {
      // Two to five capitals: a name only where its place says so.
      let votes = context(start, end)
      if max(votes.company, votes.organization, votes.model) >= 3, votes.none == 0, end - start >= 3
      {
        sightings.append(
          Sighting(
            start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: end),
            form: -1, nature: .shape, votes: votes))
      } else if end - start >= 3 {
        add(start, end, form: -1, .tail)
      }
      return compound
    }
    if end < compound, isCommon { return compound }
    if start >= lower + 2, bytes[start - 1] == UInt8(ascii: "/"),
      bytes[start - 2] == UInt8(ascii: "r")
    {
      return compound
    }
    var votes = shape.votes
    if token.hasCommonPart { return compound }
    if shape.isPlain {
      // `Liquid AI`, `Chain Capital`, `Maia 200`, `Tony Fadell`.
      let phrase = phraseEnd(start, end, isCommon: isCommon)
      if phrase.words > 1 {
        end = phrase.end
        votes.add(phrase.votes)
      } else if isCommon || !isAmidChinese(start, end) {
        let around = context(start, end)
        guard !isCommon, around.none == 0, around.company >= 4 else { return compound }
      }
    }
    add(start, end, form: -1, .shape, votes: votes)
    return max(compound, end)
  }

  /// Without an ending that describes rather than names: `Nvidia-backed`, `GPT-style`.
  private func trimmed(_ start: Int, _ end: Int) -> Int {
    var end = end
    while true {
      guard let hyphen = bytes[start..<end].lastIndex(of: UInt8(ascii: "-")), hyphen + 1 < end,
        bytes[hyphen + 1..<end].allSatisfy({ NameKey.isLower($0) }), end - hyphen > 3
      else { return end }
      end = hyphen
    }
  }

  /// Whether a Chinese character stands next to the word, blanks and marks apart.
  func isAmidChinese(_ start: Int, _ end: Int) -> Bool {
    var i = end
    while i < upper, i < end + 3, bytes[i] < 0x80, !NameKey.isAlphanumeric(bytes[i]) { i += 1 }
    if i < upper, bytes[i] >= 0xE3, bytes[i] < 0xEE { return true }
    var j = start - 1
    while j > lower, j > start - 4, bytes[j] < 0x80, !NameKey.isAlphanumeric(bytes[j]) { j -= 1 }
    return j >= lower && bytes[j] >= 0x80
  }

  /// Words with capitals that follow, at most three, and a number after them.
  private func phraseEnd(
    _ start: Int, _ first: Int, isCommon: Bool
  ) -> (end: Int, words: Int, votes: NameVotes) {
    var votes = NameVotes()
    var end = first
    var words = 1
    let commonWords = isCommon ? 1 : 0
    while words < 4, end + 1 < upper, bytes[end] == 0x20, NameKey.isAlphanumeric(bytes[end + 1]) {
      let next = end + 1
      var j = next
      while j < upper,
        NameKey.isAlphanumeric(bytes[j])
          || (bytes[j] == UInt8(ascii: ".") && j + 1 < upper && NameKey.isDigit(bytes[j + 1]))
      { j += 1 }
      if NameKey.isDigit(bytes[next]) || j - next <= 3 && NameKey.isDigit(bytes[j - 1]) {
        // A version, where the phrase is not a common word before a number.
        if commonWords == 0, isVersion(next, j), !isSpacedCount(next, j) {
          end = j
          words += 1
          votes.product += 1
        }
        break
      }
      guard NameKey.isUpper(bytes[next]) else { break }
      if NameKnowledge.companyWordSet.contains(bytes, next, j) {
        if commonWords == words { break }
        // `Advanced AI`, `Operating Systems` are no companies.
        let isSure = !Self.looseCompanyWords.contains(bytes, next, j)
        guard isSure || isAmidChinese(start, j) else { break }
        end = j
        words += 1
        votes.company += 4
        break
      }
      if lexicon.longestMatch(in: bytes, from: next, to: upper) != nil { break }
      if NameKnowledge.common.contains(bytes, next, j) { break }
      guard isAmidChinese(start, j) else { break }
      end = j
      words += 1
    }
    return (end, words, votes)
  }

  private static let looseCompanyWords = WordSet(
    """
    AI Systems Intelligence Energy Health Security Media Games Entertainment Computing
    Technology Dynamics Group Networks Capital Bank Bio
    """)

  /// `Real-World`, `Vision-Language`: words of the language joined.
  private func hasCommonPart(_ start: Int, _ end: Int) -> Bool {
    var i = start
    while i < end {
      var j = i
      while j < end, bytes[j] != UInt8(ascii: "-") { j += 1 }
      if NameKnowledge.common.contains(bytes, i, j) { return true }
      i = j + 1
    }
    return false
  }

  private func isSpacedCount(_ start: Int, _ end: Int) -> Bool {
    guard end < upper else { return false }
    var i = end
    if bytes[i] == 0x20 { i += 1 }
    guard i < upper else { return false }
    if bytes[i] == UInt8(ascii: "%") { return true }
    guard NameKey.isDigit(bytes[start]), let scalar = scalar(at: i), scalar >= 0x80 else {
      return false
    }
    return "年月日亿万个倍款项种美元条次人家名岁分小天周季台颗位时秒％".unicodeScalars.contains { $0.value == scalar }
  }

  /// What a run of letters, digits and hyphens says, wherever it stands.
  struct Token {
    fileprivate var hash: UInt64 = 0
    /// Without an ending that describes rather than names.
    fileprivate var length: Int32 = 0
    fileprivate var shape = Shape()
    /// Whether its first word is one of the language.
    fileprivate var isCommon = false
    /// Whether it is joined of words of which one is.
    fileprivate var hasCommonPart = false
  }

  /// The same few hundred tokens make up most of an issue: those seen last are kept.
  static let tokenCount = 512

  private mutating func token(_ start: Int, wordEnd: Int, end: Int) -> Token {
    // Never 0, which no slot has that was not filled.
    let hash = NameKey.hash(bytes, start, end) | 1
    let slot = Int(truncatingIfNeeded: hash >> 32) & (Self.tokenCount - 1)
    if tokens.isEmpty { tokens = [Token](repeating: Token(), count: Self.tokenCount) }
    if tokens[slot].hash == hash { return tokens[slot] }
    let trimmedEnd = trimmed(start, end)
    var token = Token(
      hash: hash, length: Int32(truncatingIfNeeded: trimmedEnd - start),
      shape: Shape(bytes, start, trimmedEnd))
    token.isCommon = NameKnowledge.common.contains(bytes, start, min(trimmedEnd, wordEnd))
    token.hasCommonPart = token.shape.isJoined && hasCommonPart(start, trimmedEnd)
    tokens[slot] = token
    return token
  }

  /// What the letters themselves say.
  struct Shape {
    /// Capitals only, no digits, short: `LLM`.
    var isAbbreviation = false
    /// One capital and lower-case letters: any word with a capital.
    var isPlain = false
    /// Words with hyphens, without digits and capitals within: `Real-World`.
    var isJoined = false
    /// A letter or two and a number: `M2.1`, `K2`, `H20`.
    var isTail = false
    var votes = NameVotes()

    init() {}

    init(_ bytes: [UInt8], _ start: Int, _ end: Int) {
      var uppers = 0
      var digits = 0
      var lowers = 0
      var joints = 0
      for i in start..<end {
        if NameKey.isUpper(bytes[i]) {
          uppers += 1
        } else if NameKey.isDigit(bytes[i]) {
          digits += 1
        } else if NameKey.isLower(bytes[i]) {
          lowers += 1
        } else {
          joints += 1
        }
      }
      if digits == 0, joints == 0, lowers <= 1, uppers >= 1, end - start <= 5,
        uppers + lowers == end - start,
        lowers == 0 || bytes[end - 1] == UInt8(ascii: "s")
      {
        isAbbreviation = true
        return
      }
      isJoined = digits == 0 && joints > 0 && uppers <= joints + 1
      isPlain =
        isJoined || digits == 0 && joints == 0 && uppers == 1 && NameKey.isUpper(bytes[start])
      // `ValsAI`, `TogetherAI`.
      if joints == 0, end - start >= 5, bytes[end - 2] == UInt8(ascii: "A"),
        bytes[end - 1] == UInt8(ascii: "I"), NameKey.isLower(bytes[end - 3])
      {
        votes.company += 4
      }
      isTail = digits > 0 && uppers + lowers <= 2 && end - start <= 6
      votes.none += Self.isNone(bytes, start, end) ? 3 : 0
      if Self.isModel(bytes, start, end) { votes.model += 2 }
      votes.model += Self.size(bytes, start, end)
      if digits > 0 && (joints > 0 || uppers > 1) { votes.model += 1 }
      if !isPlain { votes.product += 1 }
    }

    private static func isNone(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Bool {
      noneEndings.contains { ends(bytes, start, end, with: $0) }
    }

    /// Whether a part or the ending is one that models have.
    private static func isModel(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Bool {
      var i = start
      while i < end {
        var j = i
        while j < end, bytes[j] != UInt8(ascii: "-") { j += 1 }
        if modelParts.contains(bytes, i, j) { return true }
        i = j + 1
      }
      return modelEndings.contains { ends(bytes, start, end, with: $0) }
    }

    /// `7B`, `0.6b` as a part: the size of a model.
    private static func size(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int16 {
      var i = start
      while i < end {
        var j = i
        while j < end, NameKey.isDigit(bytes[j]) || bytes[j] == UInt8(ascii: ".") { j += 1 }
        let isLast = j + 1 == end || j + 1 < end && bytes[j + 1] == UInt8(ascii: "-")
        if j > i, j < end, isLast, NameKey.lowercase(bytes[j]) == UInt8(ascii: "b") { return 3 }
        while j < end, bytes[j] != UInt8(ascii: "-") { j += 1 }
        i = j + 1
      }
      return 0
    }

    private static func ends(
      _ bytes: [UInt8], _ start: Int, _ end: Int, with ending: [UInt8]
    ) -> Bool {
      guard end - start >= ending.count else { return false }
      var i = end - ending.count
      for byte in ending {
        if NameKey.lowercase(bytes[i]) != byte { return false }
        i += 1
      }
      return true
    }

    private static let noneEndings = [
      "bench", "eval", "-mmlu", "qa", "score", "-gym", "-arena", "dataset", "corpus",
    ].map { Array($0.utf8) }
    private static let modelEndings = ["llm", "vlm", "vla", "gpt", "lm", "diffusion", "former"]
      .map { Array($0.utf8) }
    private static let modelParts = WordSet(
      """
      vl vla vlm instruct ocr tts asr r1 t2v i2v lm llm moe gpt diffusion preview exp thinking coder
      embedding reranker omni v2 v3 chat va base world
      """)
  }
}
