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
    for spelling in [user.name] + user.aliases {
      lexicon.insert(
        Array(spelling.utf8), entry: number, kind: entries[index].kind, casing: .exact,
        isFamily: entries[index].kind == .model, replacing: true)
    }
  }
}
