import Syntax

/// Names in Latin letters that the lexicon does not hold, by their shape.
extension NameLexicon {
  /// The token at `i`: a name of the lexicon, an unknown one, or a word to step over.
  func latin(
    _ text: Span<UInt8>, _ bounds: ByteRange, _ found: inout NameScanner.Found, at i: Int
  ) -> Int {
    let byte = text[i]
    if byte == UInt8(ascii: "h") || byte == UInt8(ascii: "w"), let end = addressEnd(text, bounds, i)
    {
      return end
    }
    if let match = longestMatch(in: text, from: i, to: bounds.end),
      canBegin(text, bounds, at: i)
    {
      return take(text, bounds, &found, match, at: i)
    }
    return unknownLatin(text, bounds, &found, at: i)
  }

  /// Not within an identifier, a path or a file name.
  private func canBegin(
    _ text: Span<UInt8>, _ bounds: ByteRange, at i: Int
  ) -> Bool {
    guard i > bounds.start else { return true }
    switch text[i - 1] {
    case UInt8(ascii: "_"), UInt8(ascii: "#"), UInt8(ascii: "$"): return false
    case UInt8(ascii: "."): return i < 2 || !NameKey.isAlphanumeric(text[i - 2])
    default: return true
    }
  }

  /// The end of a bare URL.
  private func addressEnd(
    _ text: Span<UInt8>, _ bounds: ByteRange, _ i: Int
  ) -> Int? {
    func begins(_ address: StaticString) -> Bool {
      guard i + address.utf8CodeUnitCount <= bounds.end else { return false }
      return address.withUTF8Buffer { buffer in
        for k in 0..<buffer.count where unsafe buffer[k] != text[i + k] { return false }
        return true
      }
    }
    // Most words with such a first letter have another second one.
    guard i + 3 < bounds.end, text[i + 1] == UInt8(ascii: "t") || text[i + 1] == UInt8(ascii: "w"),
      begins("http://") || begins("https://") || begins("www.")
    else { return nil }
    var j = i
    while j < bounds.end, text[j] > 0x20, text[j] < 0x80, text[j] != UInt8(ascii: ")"),
      text[j] != UInt8(ascii: "]"), text[j] != UInt8(ascii: ">"), text[j] != UInt8(ascii: "\""),
      text[j] != UInt8(ascii: "<")
    {
      j += 1
    }
    return j
  }

  /// The end of letters and digits joined by single hyphens, dots, plus signs and apostrophes.
  func compoundEnd(
    _ text: Span<UInt8>, _ bounds: ByteRange, from i: Int
  ) -> Int {
    var j = i
    while j < bounds.end {
      let byte = text[j]
      if NameKey.isAlphanumeric(byte) {
        j += 1
      } else if byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_"),
        j + 1 < bounds.end, NameKey.isAlphanumeric(text[j + 1])
      {
        j += 1
      } else {
        break
      }
    }
    return j
  }

  /// Past the word at `i`, recorded where its shape or place is that of a name.
  func unknownLatin(
    _ text: Span<UInt8>, _ bounds: ByteRange, _ found: inout NameScanner.Found, at i: Int
  ) -> Int {
    var wordEnd = i
    var hasUpper = false
    var hasDigit = false
    while wordEnd < bounds.end {
      let byte = text[wordEnd]
      if NameKey.isUpper(byte) {
        hasUpper = true
      } else if NameKey.isDigit(byte) {
        hasDigit = true
      } else if !NameKey.isLower(byte) {
        break
      }
      wordEnd &+= 1
    }
    if !hasUpper && !hasDigit {
      // A plain word; `gpt-oss` and the like are the lexicon's.
      return wordEnd
    }
    guard canBegin(text, bounds, at: i) else { return wordEnd }
    // To the end of what is joined, with its hash.
    var hash = NameKey.hashSeed
    var isDomain = false
    var end = i
    while end < bounds.end {
      let byte = text[end]
      if !NameKey.isAlphanumeric(byte) {
        guard end &+ 1 < bounds.end, NameKey.isAlphanumeric(text[end &+ 1]) else { break }
        if byte == UInt8(ascii: "_") {
          isDomain = true
        } else if byte == UInt8(ascii: ".") {
          // `openai.com/blog`, `main.py`.
          if NameKey.isLower(text[end &+ 1]) { isDomain = true }
        } else if byte != UInt8(ascii: "-") {
          break
        }
      }
      hash = NameKey.mixed(hash, byte)
      end &+= 1
    }
    if found.collectsWords, !hasDigit, end == wordEnd { found.words.append(ByteRange(i, end)) }
    guard end - i >= 2, end - i <= 48, !isDomain else { return end }
    if NameKey.isDigit(text[i]) { return end }
    let token = token(text, &found, i, wordEnd: wordEnd, end: end, hash: hash)
    return shaped(text, bounds, &found, i, token, end: end)
  }

  private func shaped(
    _ text: Span<UInt8>, _ bounds: ByteRange, _ found: inout NameScanner.Found, _ start: Int,
    _ token: NameScanner.Token,
    end compound: Int
  ) -> Int {
    var end = start + Int(token.length)
    let shape = token.shape
    let isCommon = token.isCommon
    if shape.isTail {
      found.record(start, end, form: -1, .tail, NameVotes())
      return compound
    }
    if shape.isAbbreviation {
      // Two to five capitals: a name only where its place says so.
      guard end - start >= 3 else { return compound }
      let votes = context(text, bounds, start, end)
      if max(votes.company, votes.organization, votes.model) >= 3, votes.none == 0 {
        found.record(start, end, form: -1, .shape, votes)
      } else {
        found.record(start, end, form: -1, .tail, NameVotes())
      }
      return compound
    }
    if end < compound, isCommon { return compound }
    if start >= bounds.start + 2, text[start - 1] == UInt8(ascii: "/"),
      text[start - 2] == UInt8(ascii: "r")
    {
      return compound
    }
    var votes = shape.votes
    if token.hasCommonPart { return compound }
    if shape.isPlain {
      // `Liquid AI`, `Chain Capital`, `Maia 200`, `Tony Fadell`.
      let phrase = phraseEnd(text, bounds, start, end, isCommon: isCommon)
      if phrase.words > 1 {
        end = phrase.end
        votes.add(phrase.votes)
      } else if isCommon {
        return compound
      } else if !isAmidChinese(text, bounds, start, end) {
        let around = context(text, bounds, start, end)
        guard around.none == 0, around.company >= 4 else { return compound }
        votes.add(around)
        found.record(start, end, form: -1, .shape, votes)
        return max(compound, end)
      }
    }
    add(text, bounds, &found, start, end, form: -1, .shape, votes: votes)
    return max(compound, end)
  }

  /// Without an ending that describes rather than names: `Nvidia-backed`, `GPT-style`.
  private func trimmed(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    var end = end
    while true {
      var i = end
      while i > start, NameKey.isLower(text[i - 1]) { i -= 1 }
      // The last hyphen, with nothing but three or more small letters after it.
      guard i > start, text[i - 1] == UInt8(ascii: "-"), end - i >= 3 else { return end }
      end = i - 1
    }
  }

  /// Whether a Chinese character stands next to the word, blanks and marks apart.
  func isAmidChinese(
    _ text: Span<UInt8>, _ bounds: ByteRange, _ start: Int, _ end: Int
  ) -> Bool {
    var i = end
    while i < bounds.end, i < end + 3, text[i] < 0x80, !NameKey.isAlphanumeric(text[i]) { i += 1 }
    if i < bounds.end, text[i] >= 0xE3, text[i] < 0xEE { return true }
    var j = start - 1
    while j > bounds.start, j > start - 4, text[j] < 0x80, !NameKey.isAlphanumeric(text[j]) {
      j -= 1
    }
    return j >= bounds.start && text[j] >= 0x80
  }

  /// Words with capitals that follow, at most three, and a number after them.
  private func phraseEnd(
    _ text: Span<UInt8>, _ bounds: ByteRange, _ start: Int, _ first: Int, isCommon: Bool
  ) -> (end: Int, words: Int, votes: NameVotes) {
    var votes = NameVotes()
    var end = first
    var words = 1
    let commonWords = isCommon ? 1 : 0
    while words < 4, end + 1 < bounds.end, text[end] == 0x20, NameKey.isAlphanumeric(text[end + 1])
    {
      let next = end + 1
      var j = next
      while j < bounds.end,
        NameKey.isAlphanumeric(text[j])
          || (text[j] == UInt8(ascii: ".") && j + 1 < bounds.end && NameKey.isDigit(text[j + 1]))
      { j += 1 }
      if NameKey.isDigit(text[next]) || j - next <= 3 && NameKey.isDigit(text[j - 1]) {
        // A version, where the phrase is not a common word before a number.
        if commonWords == 0, isVersion(text, next, j), !isSpacedCount(text, bounds, next, j) {
          end = j
          words += 1
          votes.product += 1
        }
        break
      }
      guard NameKey.isUpper(text[next]) else { break }
      if NameKnowledge.companyWordSet.contains(text, next, j) {
        if commonWords == words { break }
        // `Advanced AI`, `Operating Systems` are no companies.
        let isSure = !Self.looseCompanyWords.contains(text, next, j)
        guard isSure || isAmidChinese(text, bounds, start, j) else { break }
        end = j
        words += 1
        votes.company += 4
        break
      }
      if longestMatch(in: text, from: next, to: bounds.end) != nil { break }
      if NameKnowledge.common.contains(text, next, j) { break }
      guard isAmidChinese(text, bounds, start, j) else { break }
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
  private func hasCommonPart(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    var i = start
    while i < end {
      var j = i
      while j < end, text[j] != UInt8(ascii: "-") { j += 1 }
      if NameKnowledge.common.contains(text, i, j) { return true }
      i = j + 1
    }
    return false
  }

  private func isSpacedCount(
    _ text: Span<UInt8>, _ bounds: ByteRange, _ start: Int, _ end: Int
  ) -> Bool {
    guard end < bounds.end else { return false }
    var i = end
    if text[i] == 0x20 { i += 1 }
    guard i < bounds.end else { return false }
    if text[i] == UInt8(ascii: "%") { return true }
    guard NameKey.isDigit(text[start]), let scalar = scalar(text, bounds, at: i), scalar >= 0x80
    else {
      return false
    }
    return scalar == 0xFF05 || Self.spacedUnits.contains(scalar)
  }

  private static let spacedUnits = HanSet("年月日亿万个倍款项种美元条次人家名岁分小天周季台颗位时秒")

  /// How many tokens are kept, those seen last: the same few thousand make up a large issue.
  private static func tokenCount(_ text: Span<UInt8>) -> Int {
    var count = 64
    while count < 4096, count < text.count / 64 { count *= 2 }
    return count
  }

  private func token(
    _ text: Span<UInt8>, _ found: inout NameScanner.Found, _ start: Int, wordEnd: Int, end: Int,
    hash: UInt64
  ) -> NameScanner.Token {
    // Never 0, which no slot has that was not filled.
    let hash = hash | 1
    if found.tokens.isEmpty {
      found.tokens = [NameScanner.Token](
        repeating: NameScanner.Token(), count: Self.tokenCount(text))
    }
    let slot = Int(truncatingIfNeeded: hash >> 32) & (found.tokens.count - 1)
    if found.tokens[slot].hash == hash { return found.tokens[slot] }
    let trimmedEnd = trimmed(text, start, end)
    var token = NameScanner.Token(
      hash: hash, length: Int32(truncatingIfNeeded: trimmedEnd - start),
      shape: NameScanner.Shape(text, start, trimmedEnd))
    token.isCommon = NameKnowledge.common.contains(text, start, min(trimmedEnd, wordEnd))
    token.hasCommonPart = token.shape.isJoined && hasCommonPart(text, start, trimmedEnd)
    found.tokens[slot] = token
    return token
  }
}

extension NameScanner {
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

  /// What the letters themselves say.
  struct Shape {
    /// Capitals only, no digits, short: `LLM`.
    var isAbbreviation = false
    /// One capital and bounds.start-case letters: any word with a capital.
    var isPlain = false
    /// Words with hyphens, without digits and capitals within: `Real-World`.
    var isJoined = false
    /// A letter or two and a number: `M2.1`, `K2`, `H20`.
    var isTail = false
    var votes = NameVotes()

    init() {}

    init(_ text: Span<UInt8>, _ start: Int, _ end: Int) {
      var uppers = 0
      var digits = 0
      var lowers = 0
      var joints = 0
      for i in start..<end {
        if NameKey.isUpper(text[i]) {
          uppers += 1
        } else if NameKey.isDigit(text[i]) {
          digits += 1
        } else if NameKey.isLower(text[i]) {
          lowers += 1
        } else {
          joints += 1
        }
      }
      if digits == 0, joints == 0, lowers <= 1, uppers >= 1, end - start <= 5,
        uppers + lowers == end - start,
        lowers == 0 || text[end - 1] == UInt8(ascii: "s")
      {
        isAbbreviation = true
        return
      }
      isJoined = digits == 0 && joints > 0 && uppers <= joints + 1
      isPlain =
        isJoined || digits == 0 && joints == 0 && uppers == 1 && NameKey.isUpper(text[start])
      // `ValsAI`, `TogetherAI`.
      if joints == 0, end - start >= 5, text[end - 2] == UInt8(ascii: "A"),
        text[end - 1] == UInt8(ascii: "I"), NameKey.isLower(text[end - 3])
      {
        votes.company += 4
      }
      isTail = digits > 0 && uppers + lowers <= 2 && end - start <= 6
      votes.none += Self.isNone(text, start, end) ? 3 : 0
      if Self.isModel(text, start, end) { votes.model += 2 }
      votes.model += Self.size(text, start, end)
      if digits > 0 && (joints > 0 || uppers > 1) { votes.model += 1 }
      if !isPlain { votes.product += 1 }
    }

    private static func isNone(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
      noneEndings.contains(endOf: text, start, end)
    }

    /// Whether a part or the ending is one that models have.
    private static func isModel(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
      var i = start
      while i < end {
        var j = i
        while j < end, text[j] != UInt8(ascii: "-") { j += 1 }
        if modelParts.contains(text, i, j) { return true }
        i = j + 1
      }
      return modelEndings.contains(endOf: text, start, end)
    }

    /// `7B`, `0.6b` as a part: the size of a model.
    private static func size(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Int32 {
      var i = start
      while i < end {
        var j = i
        while j < end, NameKey.isDigit(text[j]) || text[j] == UInt8(ascii: ".") { j += 1 }
        let isLast = j + 1 == end || j + 1 < end && text[j + 1] == UInt8(ascii: "-")
        if j > i, j < end, isLast, NameKey.lowercase(text[j]) == UInt8(ascii: "b") { return 3 }
        while j < end, text[j] != UInt8(ascii: "-") { j += 1 }
        i = j + 1
      }
      return 0
    }

    private static let noneEndings = WordEndings(
      "bench eval -mmlu qa score -gym -arena dataset corpus")
    private static let modelEndings = WordEndings("llm vlm vla gpt lm diffusion former")
    private static let modelParts = WordSet(
      """
      vl vla vlm instruct ocr tts asr r1 t2v i2v lm llm moe gpt diffusion preview exp thinking coder
      embedding reranker omni v2 v3 chat va base world
      """)
  }
}
