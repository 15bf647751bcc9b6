/// What is known of the field beforehand. It classifies and joins what issues mention; what no
/// issue mentions is never offered.
struct NameKnowledge: Sendable {
  /// Entries by number: the forms of `lexicon` point to them.
  let kinds: [NameKind]
  /// Spelling by entry, the first one of its line.
  let titles: [[UInt8]]
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
    var lexicon = NameLexicon()
    var kinds: [NameKind] = []
    var titles: [[UInt8]] = []
    let tables: [(StaticString, NameKind)] = [
      (Self.companies, .company), (Self.models, .model), (Self.products, .product),
      (Self.people, .person), (Self.organizations, .organization),
    ]
    for (table, kind) in tables {
      Self.forEachLine(of: table) { line in
        let entry = UInt32(kinds.count)
        for (index, part) in line.split(separator: UInt8(ascii: "|")).enumerated() {
          var spelling = Spelling(part, kind: kind)
          if index == 0 { titles.append(spelling.text) }
          if kind == .model { spelling.isFamily = true }
          lexicon.insert(
            spelling.text, entry: entry, kind: kind, casing: spelling.casing,
            isAmbiguous: spelling.isAmbiguous, isFamily: spelling.isFamily)
        }
        kinds.append(kind)
      }
    }
    Self.forEachLine(of: Self.notNames) { line in
      for part in line.split(separator: UInt8(ascii: "|")) {
        let casing: NameLexicon.Casing = part.count > 4 ? .any : .exact
        lexicon.insert(Array(part), entry: Self.noEntry, kind: nil, casing: casing)
      }
    }
    for (table, entry) in [
      (Self.weakSuffixes, Self.weakSuffixEntry),
      (Self.companySuffixes, Self.companySuffixEntry),
      (Self.organizationSuffixes, Self.organizationSuffixEntry),
    ] {
      Self.forEachLine(of: table) { line in
        for part in line.split(separator: 0x20) {
          lexicon.insert(Array(part), entry: entry, kind: nil, casing: .any, replacing: true)
        }
      }
    }
    self.lexicon = lexicon
    self.kinds = kinds
    self.titles = titles
  }

  /// One spelling of the tables: `=` only as spelt, `^` with a capital, `~` in any letters, `+` versions may follow, `?`
  /// before or behind: a name only where the context says so.
  private struct Spelling {
    var text: [UInt8]
    var casing = NameLexicon.Casing.any
    var isAmbiguous = false
    var isFamily = false
    private var isFree = false

    init(_ part: ArraySlice<UInt8>, kind: NameKind) {
      var part = part
      while let first = part.first {
        switch first {
        case UInt8(ascii: "="): casing = .exact
        case UInt8(ascii: "^"): casing = .capital
        case UInt8(ascii: "~"): isFree = true
        case UInt8(ascii: "+"): isFamily = true
        case UInt8(ascii: "?"): isAmbiguous = true
        default:
          if part.last == UInt8(ascii: "?") {
            isAmbiguous = true
            part = part.dropLast()
          }
          text = Array(part)
          if casing == .any && !isFree { casing = Self.casing(of: text, kind, isAmbiguous) }
          return
        }
        part = part.dropFirst()
      }
      text = []
    }

    /// A short word, or one of plain letters, is too easily a word of the language.
    private static func casing(
      of text: [UInt8], _ kind: NameKind, _ isAmbiguous: Bool
    ) -> NameLexicon.Casing {
      if isAmbiguous || text.count <= 3 { return .exact }
      if NameKnowledge.common.contains(NameKey.fold(text), 0, NameKey.fold(text).count) {
        return .exact
      }
      let isPlain = text.dropFirst().allSatisfy(NameKey.isLower) && NameKey.isUpper(text[0])
      let isShouted = !text.contains(where: NameKey.isLower) && text.allSatisfy { $0 < 0x80 }
      if kind == .model || !isPlain && !isShouted && kind != .person { return .any }
      return .capital
    }
  }

  static func forEachLine(of table: StaticString, _ body: (ArraySlice<UInt8>) -> Void) {
    let bytes = table.withUTF8Buffer { unsafe Array($0) }
    for line in bytes.split(separator: UInt8(ascii: "\n")) { body(line) }
  }
}
