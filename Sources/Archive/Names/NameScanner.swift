import Syntax

/// Finds in one text what is a name or may be one, leftmost-longest: spellings of a lexicon,
/// versions that follow a model family, and words of a shape or in a place that names have.
struct NameScanner {
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

  let lexicon: NameLexicon
  let bytes: [UInt8]
  var sightings: [Sighting] = []
  /// Whether words of letters that are no name of the lexicon are collected.
  var collectsWords = false
  var words: [ByteRange] = []
  /// By hash; empty before the first one.
  var tokens: [Token] = []
  /// Bounds of the text at hand.
  var lower = 0
  var upper = 0

  init(bytes: [UInt8], lexicon: NameLexicon) {
    self.bytes = bytes
    self.lexicon = lexicon
  }

  mutating func clear() { sightings.removeAll(keepingCapacity: true) }

  /// Scans `bytes[start..<end]`, Markdown or HTML text or the value of a field.
  mutating func scan(from start: Int, to end: Int) {
    lower = start
    upper = min(end, bytes.count)
    var i = start
    while i < upper {
      let byte = bytes[i]
      if byte >= 0xE3 && byte < 0xEE {
        i = wide(from: i)
      } else if NameKey.isAlphanumeric(byte) {
        i = latin(at: i)
      } else if byte >= 0xC3 {
        i += byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : greek(at: i)
      } else {
        i = mark(at: i, byte)
      }
    }
  }

  // MARK: Marks

  /// Steps over code, tags, link destinations, handles and escapes.
  private func mark(at i: Int, _ byte: UInt8) -> Int {
    switch byte {
    case UInt8(ascii: "`"): return codeSpanEnd(i)
    case UInt8(ascii: "<"): return tagEnd(i)
    case UInt8(ascii: "]"):
      guard i + 1 < upper, bytes[i + 1] == UInt8(ascii: "(") else { return i + 1 }
      return destinationEnd(i + 1)
    case UInt8(ascii: "@"):
      var j = i + 1
      while j < upper, NameKey.isAlphanumeric(bytes[j]) || bytes[j] == UInt8(ascii: "_") { j += 1 }
      return j
    case UInt8(ascii: "\\"): return i + 2
    default: return i + 1
    }
  }

  /// What closes a mark is looked for up to here: many marks that nothing closes, each looked after
  /// to the end of the text, would take time in the square of its length.
  private func horizon(_ start: Int) -> Int { min(upper, start + 4096) }

  private func codeSpanEnd(_ start: Int) -> Int {
    var i = start
    while i < upper, bytes[i] == UInt8(ascii: "`") { i += 1 }
    let length = i - start
    let horizon = horizon(i)
    var run = 0
    var j = i
    while j < horizon {
      if bytes[j] == UInt8(ascii: "`") {
        run += 1
      } else {
        if run == length { return j }
        run = 0
      }
      j += 1
    }
    return run == length ? horizon : i
  }

  private func tagEnd(_ start: Int) -> Int {
    guard start + 1 < upper else { return start + 1 }
    let next = bytes[start + 1]
    let horizon = horizon(start)
    if next == UInt8(ascii: "!"), start + 3 < upper, bytes[start + 2] == UInt8(ascii: "-") {
      var i = start + 4
      while i + 2 < horizon {
        if bytes[i] == UInt8(ascii: "-"), bytes[i + 1] == UInt8(ascii: "-"),
          bytes[i + 2] == UInt8(ascii: ">")
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
      let byte = bytes[i]
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
  private func destinationEnd(_ open: Int) -> Int {
    let horizon = horizon(open)
    var depth = 0
    var i = open
    while i < horizon {
      let byte = bytes[i]
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
  private mutating func greek(at i: Int) -> Int {
    guard bytes[i] == 0xCF, i + 2 < upper, bytes[i + 1] == 0x80,
      let match = lexicon.longestMatch(in: bytes, from: i, to: upper)
    else { return 2 }
    add(i, match.end, form: match.form, .known)
    return match.end - i
  }

  // MARK: Chinese

  /// A run of Chinese characters, from the one at `start` to a name or to the run's end.
  private mutating func wide(from start: Int) -> Int {
    var i = start
    var code = wideCode(at: i)
    while code != 0 {
      let next = wideCode(at: i &+ 3)
      // Hardly any two characters begin a name, and a glance tells.
      if lexicon.mayBegin(next == 0 ? code : code << 24 | next),
        let match = lexicon.longestMatch(in: bytes, from: i, to: upper)
      {
        return take(match, at: i)
      }
      i &+= 3
      code = next
    }
    return max(i, start + 3)
  }

  /// The bytes of the Chinese character at `i`; 0 where there is none.
  @inline(__always)
  private func wideCode(at i: Int) -> UInt64 {
    guard i &+ 2 < upper, bytes[i] >= 0xE3, bytes[i] < 0xEE else { return 0 }
    return UInt64(bytes[i]) << 16 | UInt64(bytes[i &+ 1]) << 8 | UInt64(bytes[i &+ 2])
  }

  // MARK: Matches

  /// Records a match of the lexicon, with what follows and belongs to it. The place after it.
  mutating func take(_ match: NameLexicon.Match, at i: Int) -> Int {
    let form = lexicon.forms[match.form]
    // `r/StableDiffusion` is an address, save where it is spelt as the name.
    if i >= lower + 2, bytes[i - 1] == UInt8(ascii: "/"), bytes[i - 2] == UInt8(ascii: "r"),
      !lexicon.isExact(match.form, bytes, i, match.end)
    {
      return max(match.end, compoundEnd(from: i))
    }
    guard let kind = form.kind else {
      if form.entry == NameKnowledge.companySuffixEntry {
        suffixed(i, match.end, .company, weight: 3)
      } else if form.entry == NameKnowledge.weakSuffixEntry {
        suffixed(i, match.end, .company, weight: 0)
      } else if form.entry == NameKnowledge.organizationSuffixEntry {
        suffixed(i, match.end, .organization, weight: 3)
      }
      return match.end
    }
    if form.isFamily {
      let end = versionEnd(of: i, after: match.end)
      if end > match.end {
        let whole = lexicon.form(key: NameKey.fold(bytes[i..<end]))
        add(i, end, form: whole ?? match.form, whole == nil ? .version : .known)
        return end
      }
      if match.isOpen { return unknownLatin(at: i) }
    }
    var end = match.end
    if kind == .company, bytes[end - 1] >= 0x80 {
      end = companyEnd(after: end)
    } else if end < upper, bytes[end] == UInt8(ascii: "-"), bytes[end - 1] < 0x80 {
      let compound = compoundEnd(from: i)
      if compound > end, let joined = joinedModelEnd(i, end, compound) {
        return joined
      }
    }
    add(i, end, form: match.form, form.isAmbiguous ? .ambiguous : .known)
    return end
  }

  /// `字节跳动科技`, `百度集团`: the ending belongs to the name.
  private func companyEnd(after end: Int) -> Int {
    for ending in Self.ownEndings where end + ending.count <= upper {
      if bytes[end..<end + ending.count].elementsEqual(ending) { return end + ending.count }
    }
    return end
  }

  private static let ownEndings = ["集团", "科技", "控股", "股份"].map { Array($0.utf8) }

  /// `Meta-Llama-3`, `NVIDIA-Nemotron`: a company before a family, joined by a hyphen.
  private mutating func joinedModelEnd(_ start: Int, _ hyphen: Int, _ compound: Int) -> Int? {
    let next = hyphen + 1
    guard next < compound, NameKey.isUpper(bytes[next]) || NameKey.isDigit(bytes[next]),
      let match = lexicon.longestMatch(in: bytes, from: next, to: upper),
      lexicon.forms[match.form].kind == .model
    else { return nil }
    let end = max(match.end, versionEnd(of: next, after: match.end))
    guard end >= compound else { return nil }
    add(start, end, form: Int(match.form), .version)
    return end
  }

  mutating func add(
    _ start: Int, _ end: Int, form: Int, _ nature: Nature, votes: NameVotes = NameVotes()
  ) {
    var votes = votes
    if nature == .ambiguous || nature == .shape { votes.add(context(start, end)) }
    sightings.append(
      Sighting(
        start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: end),
        form: Int32(truncatingIfNeeded: form), nature: nature, votes: votes))
  }
}
