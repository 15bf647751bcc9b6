/// Spellings that can be found in text, leftmost-longest: a trie over keys (`NameKey`) whose edges
/// lie in one hash table, so that it is built in milliseconds and grows in place.
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
  /// By node: the form that ends there plus one.
  private var accepts: [UInt32] = [0]
  /// Open addressing; a slot is the edge (node and byte) and the node it leads to.
  private var slots: [UInt64]
  private var edgeCount = 0
  /// A bit for each hash of a beginning that some form has.
  private var filter: [UInt64] = Array(repeating: 0, count: 1 << 11)
  /// By beginning: the node after it, so that a walk starts there.
  private var beginnings: HashIndex

  /// - Parameter spellings: how many are to come, as far as is known.
  init(minimumCapacity spellings: Int = 512) {
    var edges = 1 << 12
    while edges < spellings * 16 { edges *= 2 }
    slots = Array(repeating: .max, count: edges)
    beginnings = HashIndex(minimumCapacity: spellings)
    forms.reserveCapacity(spellings)
    letters.reserveCapacity(spellings * 8)
    accepts.reserveCapacity(spellings * 8)
  }

  // MARK: Growing

  /// Adds a spelling. An equal key keeps the first form, except that a form for a name replaces one
  /// that is none.
  mutating func insert(
    _ spelling: [UInt8], entry: UInt32, kind: NameKind?, casing: Casing, isAmbiguous: Bool = false,
    isFamily: Bool = false, replacing: Bool = false
  ) {
    let form = Form(
      entry: entry, start: 0, length: 0, casing: casing, kind: kind, isAmbiguous: isAmbiguous,
      isFamily: isFamily)
    var key: [UInt8] = []
    insert(spelling, 0, spelling.count, as: form, replacing: replacing, key: &key)
  }

  /// The same for `bytes[start..<end]`.
  ///
  /// - Parameter key: filled with the key; handed from call to call, it is allocated once.
  mutating func insert(
    _ bytes: [UInt8], _ start: Int, _ end: Int, as form: Form, replacing: Bool = false,
    key: inout [UInt8]
  ) {
    NameKey.fold(bytes, start, end, into: &key)
    guard !key.isEmpty, end - start < 256 else { return }
    var node = 0
    // The first nodes on the way, of which a beginning needs one.
    var path = SIMD8<UInt32>(repeating: 0)
    for i in key.indices {
      node = addChild(node, key[i])
      if i < 7 { path[i + 1] = UInt32(truncatingIfNeeded: node) }
    }
    let existing = accepts[node]
    guard existing == 0 || replacing else { return }
    var form = form
    form.start = UInt32(truncatingIfNeeded: letters.count)
    form.length = UInt16(truncatingIfNeeded: end - start)
    letters += bytes[start..<end]
    if existing == 0 {
      forms.append(form)
      accepts[node] = UInt32(truncatingIfNeeded: forms.count)
    } else {
      forms[Int(existing) - 1] = form
    }
    // The key joins what a text may part, and the other way round.
    rememberBeginning(of: key, 0, key.count, path, keyLength: key.count)
    if key.count < end - start {
      rememberBeginning(of: bytes, start, end, path, keyLength: key.count)
    }
  }

  /// The form whose key is `key`.
  func form(key: [UInt8]) -> Int? {
    var node = 0
    for byte in key {
      node = child(node, byte)
      if node == 0 { return nil }
    }
    return accepts[node] == 0 ? nil : Int(accepts[node]) - 1
  }

  mutating func setEntry(_ entry: UInt32, ofForm form: Int) { forms[form].entry = entry }

  /// The child by that byte, new or known.
  private mutating func addChild(_ node: Int, _ byte: UInt8) -> Int {
    let edge = UInt64(truncatingIfNeeded: node) << 8 | UInt64(byte)
    let place = slot(of: edge)
    if slots[place] != .max { return Int(truncatingIfNeeded: slots[place] & 0xFFFF_FFFF) }
    let new = accepts.count
    accepts.append(0)
    slots[place] = edge << 32 | UInt64(truncatingIfNeeded: new)
    edgeCount += 1
    if edgeCount * 2 >= slots.count { grow() }
    return new
  }

  /// Where the edge stands, or is to stand.
  @inline(__always)
  private func slot(of edge: UInt64) -> Int {
    let mask = slots.count &- 1
    var i = Self.place(edge) & mask
    while slots[i] != .max, slots[i] >> 32 != edge { i = (i &+ 1) & mask }
    return i
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: .max, count: old.count * 2)
    for known in old where known != .max { slots[slot(of: known >> 32)] = known }
  }

  @inline(__always)
  private static func place(_ edge: UInt64) -> Int {
    Int(truncatingIfNeeded: (edge &* 0x9E37_79B9_7F4A_7C15) >> 40)
  }

  /// 0 where there is none: no edge leads to the root.
  @inline(__always)
  private func child(_ node: Int, _ byte: UInt8) -> Int {
    let edge = UInt64(truncatingIfNeeded: node) << 8 | UInt64(byte)
    let found = slots[slot(of: edge)]
    return found == .max ? 0 : Int(truncatingIfNeeded: found & 0xFFFF_FFFF)
  }

  /// A beginning has at most six bytes.
  private mutating func rememberBeginning(
    of text: [UInt8], _ start: Int, _ end: Int, _ path: SIMD8<UInt32>, keyLength: Int
  ) {
    let (code, length) = Self.beginning(of: text, start, end)
    guard length > 0, length <= keyLength else { return }
    let bit = Self.filterBit(code)
    filter[bit >> 6] |= 1 << UInt64(bit & 63)
    beginnings.set(code << 1, path[length])
  }

  // MARK: Finding

  /// The letters, or the digits, at `i`, at most four; for Chinese the first two characters. With
  /// how many bytes they are; 0 for anything else.
  @inline(__always)
  private static func beginning(
    of bytes: [UInt8], _ i: Int, _ end: Int
  ) -> (code: UInt64, length: Int) {
    let first = bytes[i]
    if first < 0x80 {
      let isDigit = NameKey.isDigit(first)
      let last = min(end, i &+ 4)
      var code: UInt64 = 0
      var j = i
      while j < last, NameKey.isAlphanumeric(bytes[j]), NameKey.isDigit(bytes[j]) == isDigit {
        code = code << 8 | UInt64(bytes[j] | 0x20)
        j &+= 1
      }
      return (code, j &- i)
    }
    guard first >= 0xE3, first < 0xEE, i &+ 2 < end else { return (0, 0) }
    var code = UInt64(first) << 16 | UInt64(bytes[i &+ 1]) << 8 | UInt64(bytes[i &+ 2])
    guard i &+ 5 < end, bytes[i &+ 3] >= 0xE3, bytes[i &+ 3] < 0xEE else { return (code, 3) }
    code =
      code << 24 | UInt64(bytes[i &+ 3]) << 16 | UInt64(bytes[i &+ 4]) << 8
      | UInt64(bytes[i &+ 5])
    return (code, 6)
  }

  @inline(__always)
  private static func filterBit(_ code: UInt64) -> Int {
    Int(truncatingIfNeeded: (code &* 0x9E37_79B9_7F4A_7C15) >> 47)
  }

  /// Whether a form may begin with the letters or characters of the code.
  @inline(__always)
  func mayBegin(_ code: UInt64) -> Bool {
    let bit = Self.filterBit(code)
    return filter[bit >> 6] >> UInt64(bit & 63) & 1 != 0
  }

  /// The longest form that begins at `start` and ends where a name may end.
  @inline(__always)
  func longestMatch(in bytes: [UInt8], from start: Int, to end: Int) -> Match? {
    guard start < end else { return nil }
    let (code, length) = Self.beginning(of: bytes, start, end)
    guard length > 0 else { return walk(bytes, start, end, from: 0, start) }
    guard mayBegin(code), let node = beginnings[code << 1] else { return nil }
    return walk(bytes, start, end, from: Int(node), start &+ length)
  }

  /// Goes on from `node`, which the bytes up to `next` lead to.
  private func walk(
    _ bytes: [UInt8], _ start: Int, _ end: Int, from first: Int, _ next: Int
  ) -> Match? {
    var node = first
    var i = next
    var best: Match?
    while true {
      if accepts[node] != 0 {
        let form = Int(accepts[node]) - 1
        if let isOpen = boundary(in: bytes, at: i, to: end, form: form),
          agrees(form, bytes, start, i)
        {
          best = Match(form: form, end: i, isOpen: isOpen)
        }
      }
      guard i < end else { return best }
      var child = child(node, NameKey.lowercase(bytes[i]))
      if child == 0 {
        let length = NameKey.separatorLength(bytes, i, end)
        guard length > 0, i > start, i + length < end else { return best }
        if NameKey.isDigit(bytes[i - 1]), NameKey.isDigit(bytes[i + length]) {
          node = self.child(node, UInt8(ascii: "-"))
          if node == 0 { return best }
        } else if NameKey.separatorLength(bytes, i + length, end) > 0 {
          return best
        }
        i += length
        child = self.child(node, NameKey.lowercase(bytes[i]))
        if child == 0 { return best }
      }
      node = child
      i += 1
    }
  }

  /// Whether a name may end before `i`: `nil` when not, else whether it must go on.
  private func boundary(in bytes: [UInt8], at i: Int, to end: Int, form: Int) -> Bool? {
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
  func isExact(_ form: Int, _ bytes: [UInt8], _ start: Int, _ end: Int) -> Bool {
    let from = Int(forms[form].start)
    return letters[from..<from + Int(forms[form].length)].elementsEqual(bytes[start..<end])
  }

  /// Whether the text is spelt as the form asks: letter case, and blanks only between words.
  private func agrees(_ index: Int, _ bytes: [UInt8], _ start: Int, _ end: Int) -> Bool {
    let form = forms[index]
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
