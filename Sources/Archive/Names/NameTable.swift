package import Syntax

/// Every name that the issues mention: what each issue taught, summed.
///
/// Putting in or taking out an issue costs what that issue holds.
package struct NameTable: Sendable {
  /// One name with all its spellings.
  struct Entry: Sendable {
    var kind: NameKind
    /// The kind of a version: its family's.
    var versionKind = NameKind.product
    var origin: Name.Origin
    /// What the archive taught speaks for a name.
    var isName: Bool
    var isIgnored = false
    var mentionCount: Int32 = 0
    /// See `NameHeat`.
    var heat = 0.0
    var votes = NameVotes()
    /// Numbers of the spellings, in order of appearance.
    var spellings: [UInt32] = []
    /// The issues that mention it, unordered.
    var issues: [Mentions] = []
  }

  /// How often one issue mentions a name.
  struct Mentions: Sendable {
    var issue: UInt32
    var count: UInt32
  }

  struct Spelling: Sendable {
    var text: [UInt8]
    var entry: UInt32
    var count: Int32 = 0
    var issueCount: Int32 = 0
    /// How many issues have it as a version of a family.
    var versionCount: Int32 = 0
    var tailCount: Int32 = 0
    var votes = NameVotes()
  }

  struct Issue: Sendable {
    var path: String
    var date: Day?
    var names: IssueNames
  }

  var lexicon: NameLexicon
  var entries: [Entry] = []
  var spellings: [Spelling] = []
  var issues: [Issue?] = []
  var freeIssues: [UInt32] = []
  var issueNumbers: [String: UInt32] = [:]
  /// By hash of a spelling.
  var spellingNumbers = HashIndex()
  /// By hash of an entry's key.
  var entryNumbers = HashIndex()
  var prefixes = NamePrefixes()
  /// By entry: what the writer calls it, however the issues spell it.
  private let ownNames: [UInt32: String]
  /// Chinese spellings by how they are read.
  var pinyin = NamePrefixes()
  /// Frequent spellings by the hashes of `SpellingNeighbours`.
  var neighbours = HashIndex()
  /// What spellings begin with that the archive all but insists on.
  var houseBeginnings = NameBeginnings()

  package init(_ vocabulary: NameVocabulary = .builtIn) {
    lexicon = vocabulary.lexicon
    ownNames = vocabulary.ownNames
    entries = vocabulary.entries.map {
      Entry(
        kind: $0.kind, origin: $0.isUsers ? .user : .builtin, isName: true, isIgnored: $0.isIgnored)
    }
  }

  package init(userNames: [UserName]) {
    self.init(userNames.isEmpty ? .builtIn : NameVocabulary(userNames: userNames))
  }

  package mutating func update(removing removed: [IssueRecord], adding added: [IssueRecord]) {
    let known = spellings.count
    var touched = Touched()
    for record in removed { remove(record.path, &touched) }
    for record in added { add(record, &touched) }
    // In a fixed order: where two entries want a spelling, the first has it.
    for entry in touched.entries.sorted() {
      judge(entry)
      rememberNeighbours(of: entry)
    }
    let new = known..<spellings.count
    prefixes.insert(new.map { (NameKey.fold(spellings[$0].text), UInt32($0)) })
    pinyin.insert(
      new.flatMap { number in
        NamePinyin.keys(of: spellings[number].text).map { ($0, UInt32(number)) }
      })
  }

  /// What to look for in an issue that is read again: what is known, the writer's own names, and
  /// what the archive taught.
  package var vocabulary: NameVocabulary {
    NameVocabulary(
      lexicon: lexicon,
      entries: entries.map {
        NameVocabulary.Entry(
          kind: $0.kind, isUsers: $0.origin == .user, isIgnored: $0.isIgnored)
      })
  }

  /// Whether more spellings stand nowhere than somewhere, and they are many.
  package var isMostlyUnused: Bool {
    let unused = spellings.reduce(0) { $0 + ($1.count == 0 ? 1 : 0) }
    return unused > 1000 && unused > spellings.count / 2
  }

  // MARK: Reading

  /// The names in order of their IDs.
  package var ids: [NameID] {
    entries.indices.lazy.filter { self.isShown($0) }.map { NameID(number: UInt32($0)) }
  }

  func isShown(_ entry: Int) -> Bool {
    entries[entry].isName && !entries[entry].isIgnored && entries[entry].mentionCount > 0
  }

  package subscript(id: NameID) -> Name? {
    let number = Int(id.number)
    guard number < entries.count else { return nil }
    let entry = entries[number]
    let bySize = entry.spellings.filter { spellings[Int($0)].count > 0 }
      .sorted { Self.isUsual(spellings[Int($0)], before: spellings[Int($1)]) }
    let texts = bySize.map { String(decoding: spellings[Int($0)].text, as: UTF8.self) }
    let dates = entry.issues.compactMap { issues[Int($0.issue)]?.date }
    let canonical = ownNames[id.number] ?? texts.first ?? ""
    return Name(
      id: id, canonical: canonical, kind: entry.kind, aliases: texts.filter { $0 != canonical },
      mentionCount: Int(entry.mentionCount), issueCount: entry.issues.count, first: dates.min(),
      last: dates.max(), origin: entry.origin)
  }

  /// Short forms come after all others, rare spellings after frequent ones.
  private static func isUsual(_ a: Spelling, before b: Spelling) -> Bool {
    let (aIsShort, bIsShort) = (a.tailCount == a.issueCount, b.tailCount == b.issueCount)
    if aIsShort != bIsShort { return bIsShort }
    if a.count != b.count { return a.count > b.count }
    return a.text.lexicographicallyPrecedes(b.text)
  }

  /// What a list of names shows of each, at little cost.
  package func summary(of id: NameID) -> (kind: NameKind, mentionCount: Int, last: Day?)? {
    guard Int(id.number) < entries.count else { return nil }
    let entry = entries[Int(id.number)]
    let last = entry.issues.compactMap { issues[Int($0.issue)]?.date }.max()
    return (entry.kind, Int(entry.mentionCount), last)
  }

  /// The name spelt so; upper and lower case and separators (`GPT 5`, `gpt-5`) are equal.
  package func find(_ spelling: String) -> NameID? {
    let bytes = Array(spelling.utf8)
    if let number = spellingNumbers[NameKey.hash(bytes)] {
      let entry = spellings[Int(number)].entry
      if isShown(Int(entry)) { return NameID(number: entry) }
    }
    if let form = lexicon.form(key: NameKey.fold(bytes)) {
      let entry = lexicon.forms[form].entry
      if Int(entry) < entries.count, isShown(Int(entry)) { return NameID(number: entry) }
    }
    if let entry = entryNumbers[key(of: bytes).hash], isShown(Int(entry)) {
      return NameID(number: entry)
    }
    return nil
  }

  package func kind(of id: NameID) -> NameKind {
    Int(id.number) < entries.count ? entries[Int(id.number)].kind : .product
  }

  /// How many issues mention the name: what its rarity is measured by.
  package func issueCount(of id: NameID) -> Int {
    Int(id.number) < entries.count ? entries[Int(id.number)].issues.count : 0
  }

  /// The names that the archive's issue at `path` mentions, in text order.
  package func mentions(inIssueAt path: String) -> [NameMention] {
    guard let number = issueNumbers[path], let issue = issues[Int(number)] else { return [] }
    var mentions: [NameMention] = []
    issue.names.forEachMention(length: { spellings[$0].text.count }) { spelling, range in
      if let entry = resolve(UInt32(spelling)) {
        mentions.append(NameMention(id: NameID(number: entry), range: range))
      }
      return true
    }
    return mentions
  }

  /// The names that `document` mentions, in text order; it may be an issue that the table knows,
  /// changed since, or one that it does not know.
  package func mentions(in document: Document) -> [NameMention] {
    let bytes = document.text.bytes
    var found = NameScanner.Found(length: bytes.count)
    NameText.forEachRange(in: document) { lexicon.scan(bytes.span, $0, &found) }
    return mentions(of: NameReading(&found, lexicon, in: bytes.span), in: bytes.span)
  }

  func mentions(of reading: NameReading, in text: Span<UInt8>) -> [NameMention] {
    var mentions: [NameMention] = []
    for sighting in reading.sightings {
      guard let entry = entry(of: sighting, in: text) else { continue }
      mentions.append(
        NameMention(
          id: NameID(number: entry), range: ByteRange(Int(sighting.start), Int(sighting.end))))
    }
    return mentions
  }

  /// The name that a sighting is of.
  private func entry(of sighting: NameScanner.Sighting, in text: Span<UInt8>) -> UInt32? {
    if sighting.form >= 0, sighting.nature != .version {
      let entry = lexicon.forms[Int(sighting.form)].entry
      if Int(entry) < entries.count, isShown(Int(entry)) { return entry }
    }
    let hash = NameKey.hash(text, Int(sighting.start), Int(sighting.end))
    return spellingNumbers[hash].flatMap { resolve($0) }
  }

  /// The paths of the issues that mention the name, latest first.
  package func issues(mentioning id: NameID) -> [String] {
    guard Int(id.number) < entries.count else { return [] }
    return entries[Int(id.number)].issues.compactMap { issues[Int($0.issue)] }
      .sorted { ($1.date?.number ?? .min, $1.path) < ($0.date?.number ?? .min, $0.path) }
      .map(\.path)
  }

  /// The entry that a spelling stands for; `nil` where it is no name.
  func resolve(_ spelling: UInt32) -> UInt32? {
    guard Int(spelling) < spellings.count else { return nil }
    let entry = Int(spellings[Int(spelling)].entry)
    return isShown(entry) ? UInt32(entry) : nil
  }
}
