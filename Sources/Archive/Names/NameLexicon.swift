import Syntax

/// Spellings that can be found in text, leftmost-longest: a trie over keys (`NameKey`) that grows in
/// place. Its root is a hash table over what keys begin with.
struct NameLexicon: Sendable {
  /// What is wanted of upper and lower case for a text to count as the spelling.
  enum Casing: UInt8, Sendable {
    /// `openai` is OpenAI.
    case any
    /// `apple` is not Apple, `APPLE` is.
    case capital
    /// Only as spelt.
    case exact
  }

  struct Form: Sendable {
    /// Index of the name the spelling belongs to.
    var entry: UInt32
    /// Bytes of the spelling in `letters`.
    var start: UInt32
    var length: UInt16
    var casing: Casing
    /// `nil` for words that are known not to be names.
    var kind: NameKind?
    /// A name only where the context says so.
    var isAmbiguous: Bool
    /// Versions and variants may follow.
    var isFamily: Bool
    /// Its letters are those of its key but for upper and lower case: none is a separator.
    fileprivate(set) var isPlain = false

    init(
      entry: UInt32, casing: Casing, kind: NameKind?, isAmbiguous: Bool = false,
      isFamily: Bool = false
    ) {
      (start, length) = (0, 0)
      self.entry = entry
      self.casing = casing
      self.kind = kind
      self.isAmbiguous = isAmbiguous
      self.isFamily = isFamily
    }
  }

  struct Match {
    var form: Int
    /// End of the match in the text.
    var end: Int
    /// A digit follows at once, as in `Qwen3`: a name only with a version.
    var isOpen: Bool
  }

  private(set) var forms: [Form] = []
  private(set) var letters: [UInt8] = []
  /// What follows after the beginnings.
  private var trie: KeyTrie
  /// A bit for each hash of a beginning that some form has.
  private var filter: [UInt64]
  /// What leaves of a hash as many bits as number those of the filter.
  private var filterShift: UInt64
  /// By beginning: where it leads in the trie.
  private var beginnings: HashIndex

  /// - Parameter spellings: how many are to come, as far as is known.
  init(minimumCapacity spellings: Int = 512) {
    trie = KeyTrie(minimumCapacity: spellings / 2)
    beginnings = HashIndex(minimumCapacity: spellings)
    filterShift = 64 - 12
    while 1 << (64 - filterShift) < spellings * 16 { filterShift -= 1 }
    filter = Array(repeating: 0, count: 1 << (58 - Int(filterShift)))
    forms.reserveCapacity(spellings)
    letters.reserveCapacity(spellings * 10)
  }

  // MARK: Growing

  /// Adds a spelling. An equal key keeps the first form, except that a form for a name replaces one
  /// that is none.
  mutating func insert(
    _ spelling: [UInt8], entry: UInt32, kind: NameKind?, casing: Casing, isAmbiguous: Bool = false,
    isFamily: Bool = false, replacing: Bool = false
  ) {
    guard replacing || form(of: spelling.span, 0, spelling.count) == nil else { return }
    letters += spelling
    insert(
      ByteRange(letters.count - spelling.count, letters.count),
      as: Form(
        entry: entry, casing: casing, kind: kind, isAmbiguous: isAmbiguous, isFamily: isFamily),
      replacing: replacing)
  }

  /// Takes over a text that spellings are parts of.
  ///
  /// - Returns: where it stands in `letters`.
  mutating func adopt(_ text: StaticString) -> ByteRange {
    let start = letters.count
    text.withUTF8Buffer { unsafe letters.append(contentsOf: $0) }
    return ByteRange(start, letters.count)
  }

  /// Adds the spelling that stands at a place of `letters`.
  mutating func insert(_ spelling: ByteRange, as form: Form, replacing: Bool = false) {
    guard spelling.length < 256, max(trie.nodeCount, forms.count) < KeyTrie.limit - 256
    else { return }
    // The key joins what a text may part.
    let spelt = KeyBeginning(letters.span, spelling.start, spelling.end)
    var joined = spelt
    if startsSeparator(spelling.start, spelling.end)
      || startsSeparator(spelling.start + spelt.length, spelling.end)
    {
      joined = KeyBeginning(head: NameKey.head(letters.span, spelling.start, spelling.end))
    }
    guard joined.code != 0 else { return }
    var form = form
    form.start = UInt32(truncatingIfNeeded: spelling.start)
    form.length = UInt16(truncatingIfNeeded: spelling.length)
    form.isPlain = !NameKey.mayHoldSeparator(letters.span, spelling.start, spelling.end)
    forms.append(form)
    let number = enter(forms.count - 1, by: joined)
    if number < forms.count - 1 {
      form = forms.removeLast()
      if replacing { forms[number] = form }
    }
    if spelt.length < joined.length, !startsSeparator(spelling.start, spelling.end) {
      _ = enter(number, by: spelt)
    }
  }

  private func startsSeparator(_ i: Int, _ end: Int) -> Bool {
    i < end && NameKey.separatorLength(letters.span, i, end) > 0
  }

  /// Lets a form be found by what it begins with.
  ///
  /// - Returns: the form, or another with the same key that was there.
  private mutating func enter(_ form: Int, by beginning: KeyBeginning) -> Int {
    guard let known = beginnings[beginning.code << 1] else {
      beginnings.set(beginning.code << 1, KeyTrie.Target(form: form).bits)
      setFilterBit(beginning.code)
      growFilter()
      return form
    }
    // What is left of the key.
    var i = Int(forms[form].start)
    let end = i + Int(forms[form].length)
    var last: UInt8 = 0
    for _ in 0..<beginning.length { _ = NameKey.next(letters.span, &i, end, &last) }
    var target = KeyTrie.Target(bits: known)
    var depth = beginning.length
    var edge: (node: Int, byte: UInt8)?
    while true {
      if let other = target.form {
        let (shared, ownByte, otherByte) = compare(form, other)
        if ownByte == nil, otherByte == nil { return other }
        // Nodes take the other's place as far as both go.
        var node = trie.addNode()
        if let edge {
          trie.lead(edge.node, by: edge.byte, to: KeyTrie.Target(node: node))
        } else {
          beginnings.set(beginning.code << 1, UInt32(truncatingIfNeeded: node))
        }
        while depth < shared, let byte = NameKey.next(letters.span, &i, end, &last) {
          let next = trie.addNode()
          trie.lead(node, by: byte, to: KeyTrie.Target(node: next))
          node = next
          depth += 1
        }
        trie.end(form, at: node, by: ownByte)
        trie.end(other, at: node, by: otherByte)
        return form
      }
      let node = target.node ?? 0
      guard let byte = NameKey.next(letters.span, &i, end, &last) else {
        if let other = trie.form(endingAt: node) { return other }
        trie.end(form, at: node, by: nil)
        return form
      }
      target = trie.child(node, byte)
      if target.isNowhere {
        trie.end(form, at: node, by: byte)
        return form
      }
      edge = (node, byte)
      depth += 1
    }
  }

  /// How many bytes the keys of two forms share, and what follows in each; `nil` where one ends.
  private func compare(_ a: Int, _ b: Int) -> (shared: Int, next: UInt8?, otherNext: UInt8?) {
    let letters = letters.span
    var (i, j) = (Int(forms[a].start), Int(forms[b].start))
    let (iEnd, jEnd) = (i + Int(forms[a].length), j + Int(forms[b].length))
    var (iLast, jLast): (UInt8, UInt8) = (0, 0)
    var shared = 0
    while true {
      let next = NameKey.next(letters, &i, iEnd, &iLast)
      let otherNext = NameKey.next(letters, &j, jEnd, &jLast)
      guard let next, next == otherNext else { return (shared, next, otherNext) }
      shared += 1
    }
  }

  /// Whether the form's key is that of `bytes[start..<end]`.
  private func hasKey(_ form: Int, of bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    let letters = letters.span
    var j = Int(forms[form].start)
    let formEnd = j + Int(forms[form].length)
    var i = start
    var (last, formLast): (UInt8, UInt8) = (0, 0)
    while let byte = NameKey.next(letters, &j, formEnd, &formLast) {
      guard byte == NameKey.next(bytes, &i, end, &last) else { return false }
    }
    return NameKey.next(bytes, &i, end, &last) == nil
  }

  /// The form whose key is `key`.
  func form(key: [UInt8]) -> Int? { form(of: key.span, 0, key.count) }

  /// The form whose key is that of `bytes[start..<end]`.
  func form(of bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int? {
    let beginning = KeyBeginning(head: NameKey.head(bytes, start, end))
    guard mayBegin(beginning.code), let known = beginnings[beginning.code << 1] else { return nil }
    var target = KeyTrie.Target(bits: known)
    var last: UInt8 = 0
    var i = start
    for _ in 0..<beginning.length { _ = NameKey.next(bytes, &i, end, &last) }
    while let node = target.node {
      guard let byte = NameKey.next(bytes, &i, end, &last) else { return trie.form(endingAt: node) }
      target = trie.child(node, byte)
    }
    return target.form.flatMap { hasKey($0, of: bytes, start, end) ? $0 : nil }
  }

  private mutating func growFilter() {
    guard beginnings.count * 16 > filter.count * 64, filterShift > 40 else { return }
    filterShift -= 1
    filter = Array(repeating: 0, count: filter.count * 2)
    beginnings.forEachKey { setFilterBit($0 >> 1) }
  }

  private mutating func setFilterBit(_ code: UInt64) {
    let bit = filterBit(code)
    filter[bit >> 6] |= 1 << UInt64(bit & 63)
  }

  // MARK: Finding

  @inline(__always)
  private func filterBit(_ code: UInt64) -> Int {
    Int(truncatingIfNeeded: (code &* 0x9E37_79B9_7F4A_7C15) &>> filterShift)
  }

  /// Whether a form may begin with the letters or characters of the code.
  @inline(__always)
  private func mayBegin(_ code: UInt64) -> Bool {
    let bit = filterBit(code)
    return filter[bit >> 6] >> UInt64(bit & 63) & 1 != 0
  }

  /// The longest form that begins at `start` and ends where a name may end.
  @inline(__always)
  func longestMatch(in bytes: Span<UInt8>, from start: Int, to end: Int) -> Match? {
    guard start < end else { return nil }
    let beginning = KeyBeginning(bytes, start, end)
    guard mayBegin(beginning.code), let known = beginnings[beginning.code << 1] else { return nil }
    return walk(bytes, start, end, from: KeyTrie.Target(bits: known), start &+ beginning.length)
  }

  /// Goes through the run of Chinese characters at `start`.
  ///
  /// - Parameter start: set to where a form begins, else to the run's end.
  /// - Returns: the longest form there.
  func firstMatch(inRunOf text: Span<UInt8>, from start: inout Int, to end: Int) -> Match? {
    let filter = filter.span
    let shift = filterShift
    let safeEnd = end &- 8
    var i = start
    while true {
      var code: UInt64
      var length = 6
      if i <= safeEnd {
        code = WideBytes.eight(text, i)
        guard WideBytes.isLead(code >> 56) else { break }
        if WideBytes.isLead(code >> 32 & 0xFF) {
          code >>= 16
        } else {
          code >>= 40
          length = 3
        }
      } else {
        code = WideBytes.one(text, i, end)
        guard code != 0 else { break }
        let next = WideBytes.one(text, i &+ 3, end)
        if next != 0 { code = code << 24 | next } else { length = 3 }
      }
      // Hardly any two characters begin a name, and a glance tells.
      let bit = (code &* 0x9E37_79B9_7F4A_7C15) &>> shift
      if filter[Int(truncatingIfNeeded: bit >> 6)] &>> (bit & 63) & 1 != 0,
        let known = beginnings[code << 1],
        let match = walk(text, i, end, from: KeyTrie.Target(bits: known), i &+ length)
      {
        start = i
        return match
      }
      i &+= 3
    }
    start = i
    return nil
  }

  /// Goes on from where the bytes up to `next` lead.
  private func walk(
    _ bytes: Span<UInt8>, _ start: Int, _ end: Int, from first: KeyTrie.Target, _ next: Int
  ) -> Match? {
    var target = first
    var i = next
    var depth = next &- start
    var best: Match?
    while let node = target.node {
      if let form = trie.form(endingAt: node), let match = match(form, bytes, start, i, end) {
        best = match
      }
      guard i < end else { return best }
      target = trie.child(node, NameKey.lowercase(bytes[i]))
      if target.isNowhere {
        let length = NameKey.separatorLength(bytes, i, end)
        guard length > 0, i > start, i + length < end else { return best }
        if NameKey.isDigit(bytes[i - 1]), NameKey.isDigit(bytes[i + length]) {
          target = trie.child(node, UInt8(ascii: "-"))
          i += length - 1
        } else {
          i += length
          target = trie.child(node, NameKey.lowercase(bytes[i]))
        }
      }
      i &+= 1
      depth &+= 1
    }
    return target.form.flatMap { rest(of: $0, bytes, start, end, depth, i) } ?? best
  }

  /// Goes on with the only form that is left.
  ///
  /// - Parameter depth: how many bytes of its key lead up to `next`.
  private func rest(
    of form: Int, _ bytes: Span<UInt8>, _ start: Int, _ end: Int, _ depth: Int, _ next: Int
  ) -> Match? {
    let letters = letters.span
    var j = Int(forms[form].start)
    let formEnd = j + Int(forms[form].length)
    var last: UInt8 = 0
    if forms[form].isPlain {
      j += depth
    } else {
      for _ in 0..<depth { _ = NameKey.next(letters, &j, formEnd, &last) }
    }
    var i = next
    while let byte = NameKey.next(letters, &j, formEnd, &last) {
      guard i < end else { return nil }
      if NameKey.lowercase(bytes[i]) != byte {
        let length = NameKey.separatorLength(bytes, i, end)
        guard length > 0, i > start, i + length < end else { return nil }
        if NameKey.isDigit(bytes[i - 1]), NameKey.isDigit(bytes[i + length]) {
          guard byte == UInt8(ascii: "-") else { return nil }
          i += length - 1
        } else {
          i += length
          guard NameKey.lowercase(bytes[i]) == byte else { return nil }
        }
      }
      i &+= 1
    }
    return match(form, bytes, start, i, end)
  }

  /// The form whose key is that of `bytes[start..<i]`, if it may end there and is spelt as it asks.
  @inline(__always)
  private func match(
    _ form: Int, _ bytes: Span<UInt8>, _ start: Int, _ i: Int, _ end: Int
  ) -> Match? {
    guard let isOpen = boundary(in: bytes, at: i, to: end, form: form),
      agrees(form, bytes, start, i)
    else { return nil }
    return Match(form: form, end: i, isOpen: isOpen)
  }

  /// Whether a name may end before `i`: `nil` when not, else whether it must go on.
  @inline(__always)
  private func boundary(in bytes: Span<UInt8>, at i: Int, to end: Int, form: Int) -> Bool? {
    let last = bytes[i - 1]
    guard last < 0x80, i < end else { return false }
    let next = bytes[i]
    if NameKey.isAlphanumeric(next) {
      return forms[form].isFamily && NameKey.isDigit(next) && !NameKey.isDigit(last) ? true : nil
    }
    if next == UInt8(ascii: "_") { return nil }
    if next == UInt8(ascii: "."), i + 1 < end {
      let after = bytes[i + 1]
      if NameKey.isDigit(after) {
        return forms[form].isFamily && !NameKey.isDigit(last) ? true : nil
      }
      if NameKey.isLower(after) { return nil }
    }
    return false
  }

  /// Whether the text is the form's spelling, byte for byte.
  func isExact(_ index: Int, _ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    let form = forms[index]
    guard end &- start == Int(form.length) else { return false }
    let letters = letters.span
    var j = Int(form.start)
    for i in start..<end {
      if bytes[i] != letters[j] { return false }
      j &+= 1
    }
    return true
  }

  /// Whether the text is spelt as the form asks: letter case, and blanks only between words.
  @inline(__always)
  private func agrees(_ index: Int, _ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    isExact(index, bytes, start, end) || agreesLoosely(index, bytes, start, end)
  }

  private func agreesLoosely(_ index: Int, _ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    let form = forms[index]
    let letters = letters.span
    var j = Int(form.start)
    let formEnd = j + Int(form.length)
    var i = start
    var sameCase = true
    var hasExtraSeparator = false
    while i < end {
      let length = NameKey.separatorLength(bytes, i, end)
      if length > 0 {
        i += length
        let own = j < formEnd ? NameKey.separatorLength(letters, j, formEnd) : 0
        if own == 0 { hasExtraSeparator = true }
        j += own
        continue
      }
      while j < formEnd {
        let own = NameKey.separatorLength(letters, j, formEnd)
        if own == 0 { break }
        j += own
      }
      guard j < formEnd else { return false }
      if bytes[i] != letters[j] { sameCase = false }
      i += 1
      j += 1
    }
    if sameCase { return true }
    if hasExtraSeparator { return false }
    switch form.casing {
    case .any: return true
    case .capital: return !NameKey.isLower(bytes[start])
    case .exact: return false
    }
  }
}
