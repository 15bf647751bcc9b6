package import Syntax

extension NameTable {
  /// Every spelling of the names that may stand in `bytes[range]`, those that only the built-in
  /// knowledge has included, and how Chinese ones are read: what the sites of their owners are
  /// called.
  package func spellings(ofNamesIn bytes: [UInt8], range: ByteRange) -> [[UInt8]] {
    let range = range.clamped(to: bytes.count)
    var found = Set(mentions(in: bytes, range: range).map(\.id.number))
    var i = range.start
    while i < range.end {
      let match = lexicon.longestMatch(in: bytes.span, from: i, to: range.end)
      if let match { found.insert(lexicon.forms[match.form].entry) }
      i = max(match?.end ?? 0, i + 1)
    }
    found = found.filter { Int($0) < entries.count }
    guard !found.isEmpty else { return [] }
    let names = found.sorted()
    var texts = names.flatMap { entries[Int($0)].spellings }.map {
      spellings[Int($0)].text
    }
    // A heading has a few names, the lexicon thousands of forms.
    for form in lexicon.forms where names.contains(form.entry) {
      let start = Int(form.start)
      texts.append(Array(lexicon.letters[start..<start + Int(form.length)]))
    }
    return texts + texts.compactMap { NamePinyin.keys(of: $0).first }
  }

  /// Whether a model is known by that name.
  package func isModel(_ name: [UInt8]) -> Bool {
    lexicon.form(key: NameKey.fold(name)).map { lexicon.forms[$0].kind == .model } ?? false
  }
}
