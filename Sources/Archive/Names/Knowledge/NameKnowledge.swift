import Syntax

/// What is known of the field beforehand. It classifies and joins what issues mention; what no
/// issue mentions is never offered.
struct NameKnowledge: Sendable {
  /// Entries by number: the forms of `lexicon` point to them.
  let kinds: [NameKind]
  /// By entry: its first spelling, in the lexicon's letters.
  private let titles: [ByteRange]
  let lexicon: NameLexicon

  static let builtIn = NameKnowledge()

  /// Words that are no names.
  static let common = WordSet(commonWords)
  /// Last words of company names.
  static let companyWordSet = WordSet(companyWords)

  /// Entries of the words that end Chinese names, in the lexicon as words that are none.
  static let companySuffixEntry = UInt32.max - 1
  static let organizationSuffixEntry = UInt32.max - 2
  static let weakSuffixEntry = UInt32.max - 3
  static let noEntry = UInt32.max

  private init() {
    var lexicon = NameLexicon(minimumCapacity: 8192)
    var kinds: [NameKind] = []
    var titles: [ByteRange] = []
    let common = Self.common
    let tables: [(StaticString, NameKind)] = [
      (Self.companies, .company), (Self.models, .model), (Self.products, .product),
      (Self.people, .person), (Self.organizations, .organization),
    ]
    for (table, kind) in tables {
      let range = lexicon.adopt(table)
      let letters = lexicon.letters
      let text = letters.span
      var isFirst = true
      var start = range.start
      while start < range.end {
        let end = Self.end(before: UInt8(ascii: "|"), text, start)
        defer { start = end + 1 }
        guard end > start else { continue }
        let endsLine = end == range.end || text[end] == UInt8(ascii: "\n")
        let spelling = Spelling(text, start, end, kind: kind, common)
        if isFirst { titles.append(ByteRange(spelling.start, spelling.end)) }
        lexicon.insert(
          ByteRange(spelling.start, spelling.end),
          as: NameLexicon.Form(
            entry: UInt32(kinds.count), casing: spelling.casing, kind: kind,
            isAmbiguous: spelling.isAmbiguous, isFamily: spelling.isFamily || kind == .model))
        isFirst = endsLine
        if endsLine { kinds.append(kind) }
      }
    }
    func insertWords(_ table: StaticString, parted: UInt8, _ entry: UInt32, replacing: Bool) {
      let range = lexicon.adopt(table)
      let letters = lexicon.letters
      let text = letters.span
      var start = range.start
      while start < range.end {
        let end = Self.end(before: parted, text, start)
        defer { start = end + 1 }
        guard end > start else { continue }
        let isExact = entry == Self.noEntry && end - start <= 4
        lexicon.insert(
          ByteRange(start, end),
          as: NameLexicon.Form(
            entry: entry, casing: isExact ? .exact : .any, kind: nil),
          replacing: replacing)
      }
    }
    insertWords(Self.notNames, parted: UInt8(ascii: "|"), Self.noEntry, replacing: false)
    for (table, entry) in [
      (Self.weakSuffixes, Self.weakSuffixEntry),
      (Self.companySuffixes, Self.companySuffixEntry),
      (Self.organizationSuffixes, Self.organizationSuffixEntry),
    ] {
      insertWords(table, parted: 0x20, entry, replacing: true)
    }
    self.lexicon = lexicon
    self.kinds = kinds
    self.titles = titles
  }

  /// Where the spelling at `start` ends: before a separator, a line end, or the end of the text.
  private static func end(before separator: UInt8, _ text: Span<UInt8>, _ start: Int) -> Int {
    var end = start
    while end < text.count, text[end] != separator, text[end] != UInt8(ascii: "\n") { end &+= 1 }
    return end
  }

  /// The first spelling of an entry's line.
  func title(of entry: UInt32) -> ArraySlice<UInt8>? {
    guard Int(entry) < titles.count else { return nil }
    return lexicon.letters[titles[Int(entry)].start..<titles[Int(entry)].end]
  }

  /// One spelling of the tables: `=` only as spelt, `^` with a capital, `~` in any letters, `+` versions may follow, `?`
  /// before or behind: a name only where the context says so.
  private struct Spelling {
    private(set) var start: Int
    private(set) var end: Int
    private(set) var casing = NameLexicon.Casing.any
    private(set) var isAmbiguous = false
    private(set) var isFamily = false

    var length: Int { end - start }

    /// - Parameter common: the words of the language.
    init(
      _ bytes: Span<UInt8>, _ first: Int, _ last: Int, kind: NameKind, _ common: WordSet
    ) {
      start = first
      end = last
      var isFree = false
      marks: while start < end {
        switch bytes[start] {
        case UInt8(ascii: "="): casing = .exact
        case UInt8(ascii: "^"): casing = .capital
        case UInt8(ascii: "~"): isFree = true
        case UInt8(ascii: "+"): isFamily = true
        case UInt8(ascii: "?"): isAmbiguous = true
        default: break marks
        }
        start += 1
      }
      if end > start, bytes[end - 1] == UInt8(ascii: "?") {
        isAmbiguous = true
        end -= 1
      }
      if casing == .any && !isFree { casing = usualCasing(bytes, kind, common) }
    }

    /// A short word, or one of plain letters, is too easily a word of the language.
    private func usualCasing(
      _ bytes: Span<UInt8>, _ kind: NameKind, _ common: WordSet
    ) -> NameLexicon.Casing {
      if isAmbiguous || length <= 3 { return .exact }
      // The words of the language are all in Latin letters.
      if bytes[start] < 0x80, common.contains(hash: NameKey.hash(ofKeyOf: bytes, start, end)) {
        return .exact
      }
      if kind == .model { return .any }
      var isPlain = NameKey.isUpper(bytes[start])
      var isShouted = bytes[start] < 0x80 && !NameKey.isLower(bytes[start])
      for i in start + 1..<end {
        if !NameKey.isLower(bytes[i]) { isPlain = false }
        if bytes[i] >= 0x80 || NameKey.isLower(bytes[i]) { isShouted = false }
      }
      return isPlain || isShouted || kind == .person ? .capital : .any
    }
  }
}
