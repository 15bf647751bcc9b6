/// Spellings that can be found in text, leftmost-longest: a trie over keys (`NameKey`) that grows in
/// place. A node holds its first edge itself, which nearly always is the only one; what branches
/// lies in one hash table.
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

  /// Where the ways of some keys part or end.
  private struct Node: Sendable {
    /// The form that ends here plus one; the highest bit: whether there are more edges.
    private var form: UInt32 = 0
    /// The first edge: its byte, and the node it leads to in the 24 bits above. 0 where there is
    /// none, for no edge leads to the root.
    private(set) var edge: UInt32 = 0

    static let limit = 1 << 24

    init() {}

    init(by byte: UInt8, to node: Int) { lead(by: byte, to: node) }

    var accepts: Int { Int(form & 0x7FFF_FFFF) }
    var branches: Bool { form >> 31 != 0 }

    /// 0 where that byte is not the first edge's.
    @inline(__always)
    func child(_ byte: UInt8) -> Int {
      UInt8(truncatingIfNeeded: edge) == byte ? Int(edge >> 8) : 0
    }

    mutating func accept(_ form: Int) {
      self.form = self.form & 0x8000_0000 | UInt32(truncatingIfNeeded: form + 1) & 0x7FFF_FFFF
    }

    mutating func branch() { form |= 0x8000_0000 }

    mutating func lead(by byte: UInt8, to node: Int) {
      edge = UInt32(truncatingIfNeeded: node) << 8 | UInt32(byte)
    }
  }

  private(set) var forms: [Form] = []
  private(set) var letters: [UInt8] = []
  private var nodes = [Node()]
  /// All edges but the first of each node. Open addressing; a slot is the edge (node and byte) and
  /// the node it leads to.
  private var slots: [UInt64]
  private var edgeCount = 0
  /// A bit for each hash of a beginning that some form has.
  private var filter: [UInt64]
  /// What leaves of a hash as many bits as number those of the filter.
  private var filterShift: UInt64
  /// By beginning: the node after it, so that a walk starts there.
  private var beginnings: HashIndex

  /// - Parameter spellings: how many are to come, as far as is known.
  init(minimumCapacity spellings: Int = 512) {
    var edges = 1 << 8
    while edges < spellings * 2 { edges *= 2 }
    slots = Array(repeating: .max, count: edges)
    beginnings = HashIndex(minimumCapacity: spellings / 2)
    filterShift = 64 - 12
    while 1 << (64 - filterShift) < spellings * 16 { filterShift -= 1 }
    filter = Array(repeating: 0, count: 1 << (58 - Int(filterShift)))
    forms.reserveCapacity(spellings)
    letters.reserveCapacity(spellings * 10)
    nodes.reserveCapacity(spellings * 8)
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
    NameKey.fold(spelling.span, 0, spelling.count, into: &key)
    insert(spelling.span, 0, spelling.count, key: key.span, as: form, replacing: replacing)
  }

  /// Takes over a text that spellings are parts of.
  ///
  /// - Returns: where it begins in `letters`.
  mutating func adopt(_ text: [UInt8]) -> Int {
    letters += text
    return letters.count - text.count
  }

  /// Adds `bytes[start..<end]`, whose key is `key`.
  ///
  /// - Parameter base: where `bytes` begins in `letters`; `nil` where it is not there.
  mutating func insert(
    _ bytes: Span<UInt8>, _ start: Int, _ end: Int, key: Span<UInt8>, as form: Form,
    replacing: Bool = false, base: Int? = nil
  ) {
    guard !key.isEmpty, end - start < 256, nodes.count + key.count < Node.limit else { return }
    // The key joins what a text may part, and the other way round.
    let first = Self.beginning(of: key, 0, key.count)
    let second =
      key.count < end - start ? Self.beginning(of: bytes, start, end) : (code: 0, length: 0)
    var (afterFirst, afterSecond) = (0, 0)
    var node = 0
    var depth = 0
    while depth < key.count {
      let next = child(node, key[depth])
      if next == 0 { break }
      node = next
      depth &+= 1
      if depth == first.length { afterFirst = node }
      if depth == second.length { afterSecond = node }
    }
    if depth < key.count {
      // What is new is a chain.
      let new = nodes.count
      link(node, by: key[depth], to: new)
      for i in depth + 1..<key.count { nodes.append(Node(by: key[i], to: nodes.count + 1)) }
      nodes.append(Node())
      node = nodes.count - 1
      if depth < first.length { afterFirst = new + first.length - depth - 1 }
      if depth < second.length { afterSecond = new + second.length - depth - 1 }
    }
    let existing = nodes[node].accepts
    guard existing == 0 || replacing else { return }
    var form = form
    form.start = UInt32(truncatingIfNeeded: base.map { $0 + start } ?? letters.count)
    form.length = UInt16(truncatingIfNeeded: end - start)
    if base == nil { for i in start..<end { letters.append(bytes[i]) } }
    if existing == 0 {
      nodes[node].accept(forms.count)
      forms.append(form)
    } else {
      forms[existing - 1] = form
    }
    if first.length > 0 { remember(first.code, afterFirst) }
    if second.length > 0, second.length <= key.count, second.code != first.code {
      remember(second.code, afterSecond)
    }
  }

  /// The form whose key is `key`.
  func form(key: [UInt8]) -> Int? {
    var node = 0
    for byte in key {
      node = child(node, byte)
      if node == 0 { return nil }
    }
    let accepts = nodes[node].accepts
    return accepts == 0 ? nil : accepts - 1
  }

  /// The form whose key is that of `bytes[start..<end]`.
  func form(of bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int? {
    var node = 0
    var last: UInt8 = 0
    var i = start
    while i < end {
      let length = NameKey.separatorLength(bytes, i, end)
      if length == 0 {
        last = NameKey.lowercase(bytes[i])
        i &+= 1
      } else {
        i &+= length
        guard NameKey.isDigit(last), i < end, NameKey.isDigit(bytes[i]) else { continue }
        last = UInt8(ascii: "-")
      }
      node = child(node, last)
      if node == 0 { return nil }
    }
    let accepts = nodes[node].accepts
    return accepts == 0 ? nil : accepts - 1
  }

  mutating func setEntry(_ entry: UInt32, ofForm form: Int) { forms[form].entry = entry }

  /// Adds an edge that is not there.
  private mutating func link(_ node: Int, by byte: UInt8, to new: Int) {
    if nodes[node].edge == 0 { return nodes[node].lead(by: byte, to: new) }
    nodes[node].branch()
    let edge = UInt64(truncatingIfNeeded: node) << 8 | UInt64(byte)
    slots[slot(of: edge)] = edge << 32 | UInt64(truncatingIfNeeded: new)
    edgeCount += 1
    if edgeCount * 2 >= slots.count { grow() }
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
    let parent = nodes[node]
    let first = parent.child(byte)
    if first != 0 || !parent.branches { return first }
    let found = slots[slot(of: UInt64(truncatingIfNeeded: node) << 8 | UInt64(byte))]
    return found == .max ? 0 : Int(truncatingIfNeeded: found & 0xFFFF_FFFF)
  }

  /// Lets a walk begin at the node after a beginning.
  private mutating func remember(_ code: UInt64, _ node: Int) {
    setFilterBit(code)
    beginnings.set(code << 1, UInt32(truncatingIfNeeded: node))
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

  /// The letters, or the digits, at `i`, at most four; for Chinese the first two characters. With
  /// how many bytes they are; 0 for anything else.
  @inline(__always)
  private static func beginning(
    of bytes: Span<UInt8>, _ i: Int, _ end: Int
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
  private func filterBit(_ code: UInt64) -> Int {
    Int(truncatingIfNeeded: (code &* 0x9E37_79B9_7F4A_7C15) &>> filterShift)
  }

  /// Whether a form may begin with the letters or characters of the code.
  @inline(__always)
  func mayBegin(_ code: UInt64) -> Bool {
    let bit = filterBit(code)
    return filter[bit >> 6] >> UInt64(bit & 63) & 1 != 0
  }

  /// The longest form that begins at `start` and ends where a name may end.
  @inline(__always)
  func longestMatch(in bytes: Span<UInt8>, from start: Int, to end: Int) -> Match? {
    guard start < end else { return nil }
    let (code, length) = Self.beginning(of: bytes, start, end)
    guard length > 0 else { return walk(bytes, start, end, from: 0, start) }
    guard mayBegin(code), let node = beginnings[code << 1] else { return nil }
    return walk(bytes, start, end, from: Int(node), start &+ length)
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
        let node = beginnings[code << 1],
        let match = walk(text, i, end, from: Int(node), i &+ length)
      {
        start = i
        return match
      }
      i &+= 3
    }
    start = i
    return nil
  }

  /// Goes on from `node`, which the bytes up to `next` lead to.
  private func walk(
    _ bytes: Span<UInt8>, _ start: Int, _ end: Int, from first: Int, _ next: Int
  ) -> Match? {
    var node = first
    var i = next
    var best: Match?
    while true {
      let accepts = nodes[node].accepts
      if accepts != 0, let isOpen = boundary(in: bytes, at: i, to: end, form: accepts &- 1),
        agrees(accepts &- 1, bytes, start, i)
      {
        best = Match(form: accepts &- 1, end: i, isOpen: isOpen)
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
