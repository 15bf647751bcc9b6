import Syntax

/// What a lexicon finds in a text that is a name or may be one.
enum NameScanner {
  /// One place where a name may stand.
  struct Sighting {
    var start: UInt32
    var end: UInt32
    /// The lexicon's form, -1 where the shape or the place alone speaks.
    var form: Int32
    var nature: Nature
    /// What stands around speaks for a kind, or against a name.
    var votes: NameVotes
  }

  enum Nature: UInt8, Sendable {
    /// Spelt as the lexicon has it.
    case known
    /// As `known`, where the context must speak for it.
    case ambiguous
    /// A family with a version or a variant.
    case version
    /// A word of a shape that names have.
    case shape
    /// A letter and a number, as `M2.1`: a name where the text holds its long form.
    case tail
  }

  /// What was found, in text order.
  struct Found {
    fileprivate(set) var sightings: [Sighting] = []
    /// Words of letters that are no name of the lexicon, where they are collected.
    var words: [ByteRange] = []
    /// By hash; empty before the first one. Their number is a power of two.
    var tokens: [Token] = []
    let collectsWords: Bool

    /// - Parameter length: bytes of the text, as far as is known.
    init(collectsWords: Bool = false, length: Int = 0) {
      self.collectsWords = collectsWords
      sightings.reserveCapacity(length / 32)
    }

    mutating func record(
      _ start: Int, _ end: Int, form: Int, _ nature: Nature, _ votes: NameVotes
    ) {
      sightings.append(
        Sighting(
          start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: end),
          form: Int32(truncatingIfNeeded: form), nature: nature, votes: votes))
    }

    mutating func takeSightings() -> [Sighting] {
      var taken: [Sighting] = []
      swap(&taken, &sightings)
      return taken
    }
  }

}

/// Finds in one text what is a name or may be one, leftmost-longest: spellings of the lexicon,
/// versions that follow a model family, and words of a shape or in a place that names have. The
/// text is searched by the lexicon itself, which is too large to be handed on at each word.
extension NameLexicon {
  /// Scans `text[bounds]`, Markdown or HTML text or the value of a field.
  func scan(_ text: Span<UInt8>, _ bounds: ByteRange, _ found: inout NameScanner.Found) {
    let bounds = bounds.clamped(to: text.count)
    var i = bounds.start
    while i < bounds.end {
      let byte = text[i]
      if byte >= 0xE3 && byte < 0xEE {
        i = wide(text, bounds, &found, from: i)
      } else if NameKey.isAlphanumeric(byte) {
        i = latin(text, bounds, &found, at: i)
      } else if byte >= 0xC3 {
        i += byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : greek(text, bounds, &found, at: i)
      } else {
        i = mark(text, bounds, at: i, byte)
      }
    }
  }

  // MARK: Marks

  /// Steps over code, tags, link destinations, handles and escapes.
  private func mark(
    _ text: Span<UInt8>, _ bounds: ByteRange, at i: Int, _ byte: UInt8
  ) -> Int {
    switch byte {
    case UInt8(ascii: "`"): return codeSpanEnd(text, bounds, i)
    case UInt8(ascii: "<"): return tagEnd(text, bounds, i)
    case UInt8(ascii: "]"):
      guard i + 1 < bounds.end, text[i + 1] == UInt8(ascii: "(") else { return i + 1 }
      return destinationEnd(text, bounds, i + 1)
    case UInt8(ascii: "@"):
      var j = i + 1
      while j < bounds.end, NameKey.isAlphanumeric(text[j]) || text[j] == UInt8(ascii: "_") {
        j += 1
      }
      return j
    case UInt8(ascii: "\\"): return i + 2
    default: return i + 1
    }
  }

  /// What closes a mark is looked for up to here: many marks that nothing closes, each looked after
  /// to the end of the text, would take time in the square of its length.
  private func horizon(_ bounds: ByteRange, _ start: Int) -> Int { min(bounds.end, start + 4096) }

  private func codeSpanEnd(
    _ text: Span<UInt8>, _ bounds: ByteRange, _ start: Int
  ) -> Int {
    var i = start
    while i < bounds.end, text[i] == UInt8(ascii: "`") { i += 1 }
    let length = i - start
    let horizon = horizon(bounds, i)
    var run = 0
    var j = i
    while j < horizon {
      if text[j] == UInt8(ascii: "`") {
        run += 1
      } else {
        if run == length { return j }
        run = 0
      }
      j += 1
    }
    return run == length ? horizon : i
  }

  private func tagEnd(
    _ text: Span<UInt8>, _ bounds: ByteRange, _ start: Int
  ) -> Int {
    guard start + 1 < bounds.end else { return start + 1 }
    let next = text[start + 1]
    let horizon = horizon(bounds, start)
    if next == UInt8(ascii: "!"), start + 3 < bounds.end, text[start + 2] == UInt8(ascii: "-") {
      var i = start + 4
      while i + 2 < horizon {
        if text[i] == UInt8(ascii: "-"), text[i + 1] == UInt8(ascii: "-"),
          text[i + 2] == UInt8(ascii: ">")
        {
          return i + 3
        }
        i += 1
      }
      return start + 1
    }
    guard
      NameKey.isUpper(next) || NameKey.isLower(next) || next == UInt8(ascii: "/")
        || next == UInt8(ascii: "!")
    else { return start + 1 }
    var i = start + 1
    var quote: UInt8 = 0
    while i < horizon {
      let byte = text[i]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        return i + 1
      }
      i += 1
    }
    return start + 1
  }

  /// Past a link's destination and title; just past `(` where none is closed.
  private func destinationEnd(
    _ text: Span<UInt8>, _ bounds: ByteRange, _ open: Int
  ) -> Int {
    let horizon = horizon(bounds, open)
    var depth = 0
    var i = open
    while i < horizon {
      let byte = text[i]
      if byte == UInt8(ascii: "(") { depth += 1 }
      if byte == UInt8(ascii: ")") {
        depth -= 1
        if depth == 0 { return i + 1 }
      }
      if byte == UInt8(ascii: "\n") { break }
      i += byte == UInt8(ascii: "\\") ? 2 : 1
    }
    return open + 1
  }

  /// `π0`, `τ²-Bench`.
  private func greek(
    _ text: Span<UInt8>, _ bounds: ByteRange, _ found: inout NameScanner.Found, at i: Int
  ) -> Int {
    guard text[i] == 0xCF, i + 2 < bounds.end, text[i + 1] == 0x80,
      let match = longestMatch(in: text, from: i, to: bounds.end)
    else { return 2 }
    add(text, bounds, &found, i, match.end, form: match.form, .known)
    return match.end - i
  }

  // MARK: Chinese

  /// A run of Chinese characters, from the one at `start` to a name or to the run's end.
  private func wide(
    _ text: Span<UInt8>, _ bounds: ByteRange, _ found: inout NameScanner.Found, from start: Int
  ) -> Int {
    var i = start
    guard let match = firstMatch(inRunOf: text, from: &i, to: bounds.end) else {
      return max(i, start + 3)
    }
    return take(text, bounds, &found, match, at: i)
  }

  // MARK: Matches

  /// Records a match of the lexicon, with what follows and belongs to it. The place after it.
  func take(
    _ text: Span<UInt8>, _ bounds: ByteRange, _ found: inout NameScanner.Found, _ match: Match,
    at i: Int
  ) -> Int {
    let form = forms[match.form]
    // `r/StableDiffusion` is an address, save where it is spelt as the name.
    if i >= bounds.start + 2, text[i - 1] == UInt8(ascii: "/"), text[i - 2] == UInt8(ascii: "r"),
      !isExact(match.form, text, i, match.end)
    {
      return max(match.end, compoundEnd(text, bounds, from: i))
    }
    guard let kind = form.kind else {
      if form.entry == NameKnowledge.companySuffixEntry {
        suffixed(text, bounds, &found, i, match.end, .company, weight: 4)
      } else if form.entry == NameKnowledge.weakSuffixEntry {
        suffixed(text, bounds, &found, i, match.end, .company, weight: 0)
      } else if form.entry == NameKnowledge.organizationSuffixEntry {
        suffixed(text, bounds, &found, i, match.end, .organization, weight: 3)
      }
      return match.end
    }
    if form.isFamily {
      let end = versionEnd(text, bounds, of: i, after: match.end)
      if end > match.end {
        let whole = self.form(of: text, i, end)
        add(
          text, bounds, &found, i, end, form: whole ?? match.form, whole == nil ? .version : .known)
        return end
      }
      // A word that begins with a Chinese character is none of those: on past the match.
      if match.isOpen {
        return text[i] < 0x80 ? unknownLatin(text, bounds, &found, at: i) : match.end
      }
    }
    var end = match.end
    if kind == .company, text[end - 1] >= 0x80 {
      end = companyEnd(text, bounds, after: end)
    } else if end < bounds.end, text[end] == UInt8(ascii: "-"), text[end - 1] < 0x80 {
      let compound = compoundEnd(text, bounds, from: i)
      if compound > end, let joined = joinedModelEnd(text, bounds, &found, i, end, compound) {
        return joined
      }
    }
    add(text, bounds, &found, i, end, form: match.form, form.isAmbiguous ? .ambiguous : .known)
    return end
  }

  /// `字节跳动科技`, `百度集团`: the ending belongs to the name.
  private func companyEnd(
    _ text: Span<UInt8>, _ bounds: ByteRange, after end: Int
  ) -> Int {
    guard end &+ 6 <= bounds.end, text[end] >= 0xE4, text[end] < 0xEA else { return end }
    var code: UInt64 = 0
    for i in end..<end + 6 { code = code << 8 | UInt64(text[i]) }
    switch code {
    // 集团, 科技, 控股 and 股份.
    case 0xE99B_86E5_9BA2, 0xE7A7_91E6_8A80, 0xE68E_A7E8_82A1, 0xE882_A1E4_BBBD: return end + 6
    default: return end
    }
  }

  /// `Meta-Llama-3`, `NVIDIA-Nemotron`: a company before a family, joined by a hyphen.
  private func joinedModelEnd(
    _ text: Span<UInt8>, _ bounds: ByteRange, _ found: inout NameScanner.Found, _ start: Int,
    _ hyphen: Int,
    _ compound: Int
  ) -> Int? {
    let next = hyphen + 1
    guard next < compound, NameKey.isUpper(text[next]) || NameKey.isDigit(text[next]),
      let match = longestMatch(in: text, from: next, to: bounds.end),
      forms[match.form].kind == .model
    else { return nil }
    let end = max(match.end, versionEnd(text, bounds, of: next, after: match.end))
    guard end >= compound else { return nil }
    add(text, bounds, &found, start, end, form: match.form, .version)
    return end
  }

  @inline(__always)
  func add(
    _ text: Span<UInt8>, _ bounds: ByteRange, _ found: inout NameScanner.Found, _ start: Int,
    _ end: Int,
    form: Int, _ nature: NameScanner.Nature,
    votes: NameVotes = NameVotes()
  ) {
    var votes = votes
    if nature == .ambiguous || nature == .shape { votes.add(context(text, bounds, start, end)) }
    found.record(start, end, form: form, nature, votes)
  }
}
