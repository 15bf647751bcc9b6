/// What stands around a place speaks for a kind.
extension NameScanner {
  /// The votes of the words right before and right after `start..<end`.
  func context(_ start: Int, _ end: Int) -> NameVotes {
    var votes = NameVotes()
    let before = skipMarksBackward(start)
    let after = skipMarksForward(end)
    NameCues.builtIn.vote(before: before, in: bytes, lower, &votes)
    NameCues.builtIn.vote(after: after, in: bytes, upper, &votes)
    modelAhead(after, &votes)
    return votes
  }

  private func skipMarksForward(_ end: Int) -> Int {
    var i = end
    var steps = 0
    while i < upper, steps < 4 {
      switch bytes[i] {
      case 0x20, UInt8(ascii: "*"), UInt8(ascii: "\""), UInt8(ascii: "]"), UInt8(ascii: ")"): i += 1
      case UInt8(ascii: "("):
        guard i > 0, bytes[i - 1] == UInt8(ascii: "]") else { return i }
        while i < upper, bytes[i] != UInt8(ascii: ")"), bytes[i] != UInt8(ascii: "\n") { i += 1 }
      case 0xE2 where i + 2 < upper && bytes[i + 1] == 0x80 && (0x98...0x9D).contains(bytes[i + 2]):
        i += 3
      case 0xE3 where i + 2 < upper && bytes[i + 1] == 0x80 && (0x8A...0x91).contains(bytes[i + 2]):
        i += 3
      default: return i
      }
      steps += 1
    }
    return i
  }

  private func skipMarksBackward(_ start: Int) -> Int {
    var i = start
    var steps = 0
    while i > lower, steps < 4 {
      switch bytes[i - 1] {
      case 0x20, UInt8(ascii: "*"), UInt8(ascii: "\""), UInt8(ascii: "["): i -= 1
      case 0x98...0x9D where i - 3 >= lower && bytes[i - 3] == 0xE2 && bytes[i - 2] == 0x80: i -= 3
      case 0x8A...0x91 where i - 3 >= lower && bytes[i - 3] == 0xE3 && bytes[i - 2] == 0x80: i -= 3
      default: return i
      }
      steps += 1
    }
    return i
  }

  /// `X多模态推理模型`: the word 模型 not far behind, no verb or mark before it.
  private func modelAhead(_ start: Int, _ votes: inout NameVotes) {
    var i = start
    let end = min(upper, start + 33)
    while i + 5 < end {
      guard bytes[i] >= 0xE4, bytes[i] < 0xEA else {
        guard bytes[i] == 0x20 || NameKey.isAlphanumeric(bytes[i]) || bytes[i] == UInt8(ascii: "-")
        else { return }
        i += 1
        continue
      }
      if Self.model.indices.allSatisfy({ bytes[i + $0] == Self.model[$0] }) {
        votes.model += i - start <= 12 ? 3 : 1
        return
      }
      if NameCues.builtIn.isVerb(bytes, i, end) { return }
      i += 3
    }
  }

  private static let model = Array("模型".utf8)

  // MARK: Endings of Chinese names

  /// `生数科技`, `保利影业`: an ending, and the characters before it as far as they may be a name.
  mutating func suffixed(_ suffix: Int, _ end: Int, _ kind: NameKind, weight: Int16) {
    // Frequent words end names too: what follows decides before anything is looked at closely.
    if weight == 0 {
      var after = NameVotes()
      NameCues.builtIn.vote(after: end, in: bytes, upper, &after)
      guard after.company >= 4 else { return }
    }
    var start = suffix
    var count = 0
    let floor = max(lower, Int(sightings.last?.end ?? 0))
    while start - 3 >= floor, count < 5, bytes[start - 3] >= 0xE4, bytes[start - 3] < 0xEA {
      if NameCues.builtIn.endsName(bytes, start) { break }
      start -= 3
      count += 1
    }
    let isBounded =
      start - 3 < floor || !(bytes[start - 3] >= 0xE4 && bytes[start - 3] < 0xEA) || count < 5
    guard isBounded, count >= 2, count <= 4, start >= lower else { return }
    var votes = NameVotes()
    votes[kind] = weight
    let around = context(start, end)
    guard weight > 0 || around.company >= 4 && around.none == 0 else { return }
    add(start, end, form: -1, .shape, votes: votes)
  }
}
