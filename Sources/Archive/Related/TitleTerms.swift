/// The terms of a heading: enough to see that two headings tell the same.
package struct TitleTerms: Sendable, Equatable {
  /// A hash of 30 bits, above two bits for the kind of term; each once.
  package let terms: [UInt32]
  /// Hashes of the numbers that are part of a name: `GPT-5`, `v2.1.1`.
  private let versions: [UInt32]

  package init(_ title: [UInt8]) {
    var terms: [UInt32] = []
    var versions: [UInt32] = []
    StoryTerms.forEach(in: title.span) { hash, kind, start, end in
      let term = Self.term(hash, kind)
      if !terms.contains(term) { terms.append(term) }
      if kind == .wordPair, let version = Self.version(in: title[start..<end]) {
        versions.append(version)
      }
      return terms.count < Self.limit
    }
    self.terms = terms
    self.versions = versions
  }

  /// The number of a word and its number, if the two are one name; `3.0` is `3`.
  private static func version(in pair: ArraySlice<UInt8>) -> UInt32? {
    let word = pair.prefix { !NameKey.isDigit($0) }
    guard !word.isEmpty, word.count < pair.count, let first = word.first,
      word.last != 0x20 || NameKey.isUpper(first)
    else { return nil }
    var number = pair[word.endIndex...]
    guard number.allSatisfy({ NameKey.isDigit($0) || $0 == UInt8(ascii: ".") }) else { return nil }
    while number.suffix(2).elementsEqual(".0".utf8) { number.removeLast(2) }
    return StoryTerms.hash(ofWord: Array(number))
  }

  /// Whether headings that share so much may tell one story: not of two versions, and more than a
  /// name, which comes back with other news.
  func mayTellTheSame(as other: TitleTerms, sharing overlap: Overlap) -> Bool {
    let sharesVersion = versions.contains { other.versions.contains($0) }
    if !sharesVersion, !versions.isEmpty, !other.versions.isEmpty { return false }
    if overlap.phrases >= 2 || overlap.words > 3 { return true }
    if overlap.terms == terms.count, overlap.terms == other.terms.count { return true }
    // `Gemini 3.1 Pro 降价` says something else of what was released.
    let said = terms.reduce(0) { $0 + ($1 & 3 == StoryTerms.Kind.wordPair.rawValue ? 0 : 1) }
    let rest = said - overlap.words - overlap.phrases
    return (sharesVersion || overlap.words == 3) && !(1...3).contains(rest)
  }

  /// No heading is longer, if it is one.
  static let limit = 60

  /// Calls `body` with each term of a heading once.
  @inline(__always)
  static func forEach(
    in title: Span<UInt8>, _ seen: inout TermSet, _ body: (_ term: UInt32) -> Void
  ) {
    seen.removeAll()
    var count = 0
    StoryTerms.forEach(in: title) { hash, kind, _, _ in
      let term = Self.term(hash, kind)
      if seen.index(of: term) == nil {
        seen.insert(term, index: count)
        count += 1
        body(term)
      }
      return count < limit
    }
  }

  /// Whether the heading is made of these terms.
  func areThose(of title: Span<UInt8>) -> Bool {
    var seen = 0
    var areThose = true
    StoryTerms.forEach(in: title) { hash, kind, _, _ in
      let term = Self.term(hash, kind)
      if seen < terms.count, terms[seen] == term {
        seen += 1
      } else if !terms[..<seen].contains(term) {
        areThose = false
      }
      return areThose && seen < Self.limit
    }
    return areThose && seen == terms.count
  }

  static func term(_ hash: UInt32, _ kind: StoryTerms.Kind) -> UInt32 { hash << 2 | kind.rawValue }

  /// What two headings share.
  struct Overlap {
    private(set) var terms = 0
    private(set) var names = 0
    private(set) var weight: Float = 0
    fileprivate(set) var words = 0
    /// Of Chinese.
    fileprivate(set) var phrases = 0

    @inline(__always)
    mutating func add(_ term: UInt32, _ weight: Float) {
      terms += 1
      self.weight += weight
      if TitleTerms.isNaming(term) { names += 1 }
      switch StoryTerms.Kind(rawValue: term & 3) {
      case .hanPair, .hanTriple: phrases += 1
      case .word: words += 1
      case .wordPair, nil: break
      }
    }
  }

  /// How much a heading says.
  struct Measure {
    private var weight: Float = 0
    private var names = 0

    mutating func add(_ weight: Float, isNaming: Bool) {
      self.weight += weight
      if isNaming { names += 1 }
    }

    /// - Parameters:
    ///   - shared: the weight of the terms that both have.
    ///   - sharedNames: how many of them are likely names.
    func similarity(to other: Measure, shared: Float, sharedNames: Int) -> Float {
      let ratio = ratio(to: other, shared: shared)
      // Short headings must be all but equal, with a name in common.
      guard TitleTerms.maySayTheSame(shared, sharedNames),
        shared >= TitleTerms.muchShared || ratio >= 0.7
      else { return 0 }
      // The same is said of two products: another name is another story.
      let isOtherName = names > 0 && sharedNames == 0 && other.names > 0
      return isOtherName ? ratio * 0.6 : ratio
    }

    /// How much of what the two say is the same.
    func ratio(to other: Measure, shared: Float) -> Float {
      // Between the mean of the two and the lesser: a heading may tell more than the other.
      let size = 0.7 * min(weight, other.weight) + 0.3 * max(weight, other.weight)
      return size > 0 ? min(1, shared / size) : 0
    }
  }

  /// Whether headings that share terms of this weight, and so many names, may be similar at all.
  static func maySayTheSame(_ shared: Float, _ sharedNames: Int) -> Bool {
    shared >= muchShared || shared >= 1.3 && sharedNames > 0
  }

  /// The weight of more than one phrase: five characters that two headings have in a row may be no
  /// more than their topic.
  static let muchShared: Float = 3.2

  /// From 0 to 1: how much of the shorter heading the other one says, rare words before common
  /// ones.
  ///
  /// - Parameter haveOneSource: Whether both link to one page: then they need not share much to be
  ///   compared.
  package func similarity(to other: TitleTerms, haveOneSource: Bool = false) -> Float {
    var (own, foreign) = (Measure(), Measure())
    var shared = Overlap()
    for term in terms {
      let weight = Self.weight(of: term)
      own.add(weight, isNaming: Self.isNaming(term))
      if other.terms.contains(term) { shared.add(term, weight) }
    }
    for term in other.terms { foreign.add(Self.weight(of: term), isNaming: Self.isNaming(term)) }
    if haveOneSource { return own.ratio(to: foreign, shared: shared.weight) }
    guard mayTellTheSame(as: other, sharing: shared) else { return 0 }
    return own.similarity(to: foreign, shared: shared.weight, sharedNames: shared.names)
  }

  /// Whether both have a word of Latin letters that is likely a name.
  package func sharesName(with other: TitleTerms) -> Bool {
    terms.contains { Self.isNaming($0) && other.terms.contains($0) }
  }

  /// Whether the term is a word of Latin letters that is likely a name.
  static func isNaming(_ term: UInt32) -> Bool {
    term & 3 == StoryTerms.Kind.word.rawValue && CommonTerms.share(of: term >> 2) == nil
  }

  /// The weight of a term where it stands in so many of the headings at hand: what many of them say
  /// tells none of them from the others.
  static func weight(_ weight: Float, frequency: Int) -> Float {
    if frequency <= 3 { return weight }
    return frequency <= commonFrequency ? weight * (3 / Float(frequency)).squareRoot() : 0
  }

  /// A term that more headings have counts for nothing: to hold all of them against each other
  /// would cost the square of their number.
  static let commonFrequency = 50

  static func weight(of term: UInt32) -> Float {
    let share = CommonTerms.share(of: term >> 2) ?? 0
    let rarity: Float = share > 0.05 ? 0.15 : share > 0 ? 0.4 : 1
    switch StoryTerms.Kind(rawValue: term & 3) {
    case .hanPair, nil: return 0.6 * rarity
    case .hanTriple: return 0.6
    case .word: return 1.2 * rarity
    case .wordPair: return 1.4
    }
  }

  /// Headings as similar as this tell the same story.
  package static let sameStory: Float = 0.45
}
