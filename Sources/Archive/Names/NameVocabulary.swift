/// What to look for when an issue is read: what is known of the field, and the writer's own names,
/// which win over it.
package struct NameVocabulary: Sendable {
  struct Entry: Sendable {
    var kind: NameKind
    var isUsers = false
    var isIgnored = false
  }

  private(set) var lexicon: NameLexicon
  /// By the numbers that the lexicon's forms have.
  private(set) var entries: [Entry]
  /// By those numbers: what the writer calls them.
  private(set) var ownNames: [UInt32: String] = [:]

  package static let builtIn = NameVocabulary()

  init(lexicon: NameLexicon, entries: [Entry]) {
    self.lexicon = lexicon
    self.entries = entries
  }

  private init() {
    let knowledge = NameKnowledge.builtIn
    lexicon = knowledge.lexicon
    entries = knowledge.kinds.map { Entry(kind: $0) }
  }

  package init(userNames: [UserName]) {
    self = .builtIn
    for name in userNames { add(name) }
  }

  private mutating func add(_ user: UserName) {
    let number: UInt32
    if let form = lexicon.form(key: NameKey.fold(user.name.utf8)),
      Int(lexicon.forms[form].entry) < entries.count
    {
      number = lexicon.forms[form].entry
    } else {
      number = UInt32(entries.count)
      entries.append(Entry(kind: .product))
    }
    let index = Int(number)
    entries[index].isUsers = true
    entries[index].isIgnored = user.ignore
    if let kind = user.kind { entries[index].kind = kind }
    ownNames[number] = user.name
    for spelling in [user.name] + user.aliases {
      let bytes = Array(spelling.utf8)
      lexicon.insert(
        bytes, entry: number, kind: entries[index].kind, casing: casing(of: bytes, number),
        isFamily: entries[index].kind == .model, replacing: true)
    }
  }

  /// A spelling of the writer's counts as spelt; beside one that the name had, both do.
  private func casing(of spelling: [UInt8], _ entry: UInt32) -> NameLexicon.Casing {
    guard let known = lexicon.form(key: NameKey.fold(spelling)),
      lexicon.forms[known].entry == entry
    else { return .exact }
    let isSame = lexicon.isExact(known, spelling.span, 0, spelling.count)
    return isSame ? lexicon.forms[known].casing : .any
  }
}
