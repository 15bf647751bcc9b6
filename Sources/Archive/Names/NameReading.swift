/// The sightings of a whole issue, judged together: an ambiguous word counts where its place or
/// another spelling in the issue speaks for it, and `M2.1` where the issue has `MiniMax M2.1`.
struct NameReading {
  private(set) var sightings: [NameScanner.Sighting] = []
  /// Hash of a short form and of the long form it is the end of.
  private(set) var longForms: [(UInt64, UInt64)] = []

  /// - Parameters:
  ///   - found: its sightings are taken out of it.
  ///   - lexicon: what the forms are of.
  ///   - text: what was scanned.
  init(_ found: inout NameScanner.Found, _ lexicon: NameLexicon, in text: Span<UInt8>) {
    sightings = found.takeSightings()
    var seen = HashIndex(minimumCapacity: 256)
    var tails = HashIndex(minimumCapacity: 256)
    var wholes: [UInt64] = []
    var last: Int32 = -1
    for sighting in sightings {
      guard sighting.nature == .known || sighting.nature == .version || sighting.nature == .shape
      else { continue }
      if sighting.form >= 0, sighting.form != last {
        seen.set(UInt64(lexicon.forms[Int(sighting.form)].entry) << 1, 1)
        last = sighting.form
      }
      Self.collectTails(of: sighting, in: text, &tails, &wholes)
    }
    // What is no name goes, in place.
    var kept = 0
    var previous: NameScanner.Sighting?
    for i in sightings.indices {
      let sighting = sightings[i]
      var isName = true
      switch sighting.nature {
      case .known, .version, .shape: break
      case .ambiguous:
        let form = lexicon.forms[Int(sighting.form)]
        let votes = sighting.votes
        isName =
          form.kind.map { kind in
            votes.none == 0
              && (seen[UInt64(form.entry) << 1] != nil || Self.speaks(votes, for: kind)
                || kind != .company && Self.follows(sighting, previous, lexicon, in: text))
          } ?? false
      case .tail:
        let hash = NameKey.hash(text, Int(sighting.start), Int(sighting.end))
        if let long = tails[hash] {
          longForms.append((hash, wholes[Int(long)]))
        } else {
          isName = sighting.end - sighting.start >= 4
        }
      }
      previous = sighting
      if isName {
        if kept < i { sightings[kept] = sighting }
        kept += 1
      }
    }
    sightings.removeLast(sightings.count - kept)
  }

  /// Whether what stands around speaks for the kind; models and products go by the same words.
  private static func speaks(_ votes: NameVotes, for kind: NameKind) -> Bool {
    let isThing = kind == .model || kind == .product
    let weight = isThing ? max(votes.model, votes.product) : votes[kind]
    return weight >= 3 && weight >= votes.best.weight
  }

  /// Whether a company's name stands right before, as in `Adobe Firefly`.
  private static func follows(
    _ sighting: NameScanner.Sighting, _ previous: NameScanner.Sighting?, _ lexicon: NameLexicon,
    in text: Span<UInt8>
  ) -> Bool {
    guard let previous, previous.nature == .known, previous.form >= 0,
      lexicon.forms[Int(previous.form)].kind == .company
    else { return false }
    // `ROG X XREAL`: the letter joins two.
    guard sighting.end - sighting.start > 1 else { return false }
    let gap = Int(sighting.start) - Int(previous.end)
    return gap == 0 || gap == 1 && text[Int(previous.end)] == 0x20
  }

  /// The ends of a model's name that may stand for it: after a company's name or a hyphen, of
  /// capitals or with a number.
  private static func collectTails(
    of sighting: NameScanner.Sighting, in text: Span<UInt8>, _ tails: inout HashIndex,
    _ wholes: inout [UInt64]
  ) {
    let (start, end) = (Int(sighting.start), Int(sighting.end))
    guard end - start >= 5 else { return }
    var long: UInt64?
    var hasDigit = false
    var isAllUpper = true
    var i = end - 1
    while i > start {
      let byte = text[i]
      if byte == 0x20 || byte == 0x2D {
        let count = end - i - 1
        if count > 12 { return }
        if count >= 2, NameKey.isUpper(text[i + 1]), hasDigit || count >= 3 && isAllUpper,
          !(count == 2 && isQuarter(text[i + 1], text[i + 2]))
        {
          let whole = long ?? NameKey.hash(text, start, end)
          long = whole
          tails.set(NameKey.hash(text, i + 1, end), UInt32(wholes.count))
          wholes.append(whole)
        }
      }
      if NameKey.isDigit(byte) { hasDigit = true }
      if !NameKey.isUpper(byte) { isAllUpper = false }
      i -= 1
    }
  }

  /// `Q3`, `H1`: parts of a year.
  private static func isQuarter(_ first: UInt8, _ last: UInt8) -> Bool {
    first == UInt8(ascii: "Q") && (0x31...0x34).contains(last)
      || first == UInt8(ascii: "H") && (0x31...0x32).contains(last)
  }
}
