import Syntax

/// What is known of the field beforehand. It classifies and joins what issues mention; what no
/// issue mentions is never offered.
struct NameKnowledge: Sendable {
  /// Entries by number: the forms of `lexicon` point to them.
  let kinds: [NameKind]
  /// By entry: its first spelling, in `titleLetters`.
  private let titles: [ByteRange]
  private let titleLetters: [UInt8]
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
    var key: [UInt8] = []
    var titleLetters: [UInt8] = []
    titleLetters.reserveCapacity(1 << 16)
    let tables: [(StaticString, NameKind)] = [
      (Self.companies, .company), (Self.models, .model), (Self.products, .product),
      (Self.people, .person), (Self.organizations, .organization),
    ]
    for (table, kind) in tables {
      let bytes = table.withUTF8Buffer { unsafe Array($0) }
      let base = lexicon.adopt(bytes)
      var isFirst = true
      var start = 0
      for end in 0...bytes.count {
        let byte = end < bytes.count ? bytes[end] : UInt8(ascii: "\n")
        guard byte == UInt8(ascii: "|") || byte == UInt8(ascii: "\n") else { continue }
        defer { start = end + 1 }
        guard end > start else { continue }
        let endsLine = byte == UInt8(ascii: "\n")
        let spelling = Spelling(bytes.span, start, end, kind: kind, key: &key)
        if isFirst {
          titles.append(ByteRange(titleLetters.count, titleLetters.count + spelling.length))
          titleLetters += bytes[spelling.start..<spelling.end]
        }
        lexicon.insert(
          bytes.span, spelling.start, spelling.end, key: key.span,
          as: NameLexicon.Form(
            entry: UInt32(kinds.count), start: 0, length: 0, casing: spelling.casing, kind: kind,
            isAmbiguous: spelling.isAmbiguous, isFamily: spelling.isFamily || kind == .model),
          base: base)
        isFirst = endsLine
        if endsLine { kinds.append(kind) }
      }
    }
    func insertWords(_ table: StaticString, parted: UInt8, _ entry: UInt32, replacing: Bool) {
      let bytes = table.withUTF8Buffer { unsafe Array($0) }
      let base = lexicon.adopt(bytes)
      var start = 0
      for end in 0...bytes.count {
        let byte = end < bytes.count ? bytes[end] : UInt8(ascii: "\n")
        guard byte == parted || byte == UInt8(ascii: "\n") else { continue }
        defer { start = end + 1 }
        guard end > start else { continue }
        let isExact = entry == Self.noEntry && end - start <= 4
        NameKey.fold(bytes.span, start, end, into: &key)
        lexicon.insert(
          bytes.span, start, end, key: key.span,
          as: NameLexicon.Form(
            entry: entry, start: 0, length: 0, casing: isExact ? .exact : .any, kind: nil,
            isAmbiguous: false, isFamily: false),
          replacing: replacing, base: base)
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
    self.titleLetters = titleLetters
  }

  /// The first spelling of an entry's line.
  func title(of entry: UInt32) -> ArraySlice<UInt8>? {
    guard Int(entry) < titles.count else { return nil }
    return titleLetters[titles[Int(entry)].start..<titles[Int(entry)].end]
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

    /// - Parameter key: filled with the spelling's.
    init(
      _ bytes: Span<UInt8>, _ first: Int, _ last: Int, kind: NameKind, key: inout [UInt8]
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
      NameKey.fold(bytes, start, end, into: &key)
      if casing == .any && !isFree { casing = usualCasing(bytes, kind, key) }
    }

    /// A short word, or one of plain letters, is too easily a word of the language.
    private func usualCasing(
      _ bytes: Span<UInt8>, _ kind: NameKind, _ key: [UInt8]
    ) -> NameLexicon.Casing {
      if isAmbiguous || length <= 3 { return .exact }
      // The words of the language are all in Latin letters.
      if bytes[start] < 0x80, NameKnowledge.common.contains(key.span, 0, key.count) {
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
