import Syntax

/// What stands around a place speaks for a kind.
extension NameLexicon {
  /// The votes of the words right before and right after `start..<end`.
  func context(
    _ text: Span<UInt8>, _ bounds: ByteRange, _ start: Int, _ end: Int
  ) -> NameVotes {
    var votes = NameVotes()
    let before = skipMarksBackward(text, bounds, start)
    let after = skipMarksForward(text, bounds, end)
    NameCues.builtIn.vote(before: before, in: text, bounds.start, &votes)
    NameCues.builtIn.vote(after: after, in: text, bounds.end, &votes)
    modelAhead(text, bounds, after, &votes)
    return votes
  }

  private func skipMarksForward(
    _ text: Span<UInt8>, _ bounds: ByteRange, _ end: Int
  ) -> Int {
    var i = end
    var steps = 0
    while i < bounds.end, steps < 4 {
      switch text[i] {
      case 0x20, UInt8(ascii: "*"), UInt8(ascii: "\""), UInt8(ascii: "]"), UInt8(ascii: ")"): i += 1
      case UInt8(ascii: "("):
        guard i > 0, text[i - 1] == UInt8(ascii: "]") else { return i }
        while i < bounds.end, text[i] != UInt8(ascii: ")"), text[i] != UInt8(ascii: "\n") { i += 1 }
      case 0xE2
      where i + 2 < bounds.end && text[i + 1] == 0x80 && (0x98...0x9D).contains(text[i + 2]):
        i += 3
      case 0xE3
      where i + 2 < bounds.end && text[i + 1] == 0x80 && (0x8A...0x91).contains(text[i + 2]):
        i += 3
      default: return i
      }
      steps += 1
    }
    return i
  }

  private func skipMarksBackward(
    _ text: Span<UInt8>, _ bounds: ByteRange, _ start: Int
  ) -> Int {
    var i = start
    var steps = 0
    while i > bounds.start, steps < 4 {
      switch text[i - 1] {
      case 0x20, UInt8(ascii: "*"), UInt8(ascii: "\""), UInt8(ascii: "["): i -= 1
      case 0x98...0x9D where i - 3 >= bounds.start && text[i - 3] == 0xE2 && text[i - 2] == 0x80:
        i -= 3
      case 0x8A...0x91 where i - 3 >= bounds.start && text[i - 3] == 0xE3 && text[i - 2] == 0x80:
        i -= 3
      default: return i
      }
      steps += 1
    }
    return i
  }

  /// `X多模态推理模型`: the word 模型 not far behind, no verb or mark before it.
  private func modelAhead(
    _ text: Span<UInt8>, _ bounds: ByteRange, _ start: Int, _ votes: inout NameVotes
  ) {
    var i = start
    let end = min(bounds.end, start + 33)
    while i + 5 < end {
      let byte = text[i]
      guard byte >= 0xE4, byte < 0xEA else {
        guard byte == 0x20 || NameKey.isAlphanumeric(byte) || byte == UInt8(ascii: "-")
        else { return }
        i += 1
        continue
      }
      // 模型
      if byte == 0xE6, text[i + 1] == 0xA8, text[i + 2] == 0xA1, text[i + 3] == 0xE5,
        text[i + 4] == 0x9E, text[i + 5] == 0x8B
      {
        votes.model += i - start <= 12 ? 3 : 1
        return
      }
      if NameCues.builtIn.isVerb(text, i, end) { return }
      i += 3
    }
  }

  // MARK: Endings of Chinese names

  /// `生数科技`, `保利影业`: an ending, and the characters before it as far as they may be a name.
  func suffixed(
    _ text: Span<UInt8>, _ bounds: ByteRange, _ found: inout NameScanner.Found, _ suffix: Int,
    _ end: Int,
    _ kind: NameKind, weight: Int32
  ) {
    // Frequent words end names too: what follows decides before anything is looked at closely.
    if weight == 0 {
      var after = NameVotes()
      NameCues.builtIn.vote(after: end, in: text, bounds.end, &after)
      guard after.company >= 4 else { return }
    }
    var start = suffix
    var count = 0
    let floor = max(bounds.start, Int(found.sightings.last?.end ?? 0))
    while start - 3 >= floor, count < 5, text[start - 3] >= 0xE4, text[start - 3] < 0xEA {
      if NameCues.builtIn.endsName(text, start) || holdsCommonPair(text, start, floor) { break }
      start -= 3
      count += 1
    }
    let isBounded =
      start - 3 < floor || !(text[start - 3] >= 0xE4 && text[start - 3] < 0xEA) || count < 5
    guard isBounded, count >= 2, count <= 4, start >= bounds.start else { return }
    var votes = NameVotes()
    votes[kind] = weight
    let around = context(text, bounds, start, end)
    guard weight > 0 || around.company >= 4 && around.none == 0 else { return }
    votes.add(around)
    found.record(start, end, form: -1, .shape, votes)
  }

  /// Whether two characters that make a word of the language end before `end`: `部分` in `部分科技`.
  private func holdsCommonPair(_ text: Span<UInt8>, _ end: Int, _ floor: Int) -> Bool {
    guard end - 6 >= floor else { return false }
    return StoryTerms.hash(ofPair: text, at: end - 6).map { CommonTerms.share(of: $0) != nil }
      ?? false
  }
}
