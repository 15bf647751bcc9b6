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
  private var slots: [UInt64] = Array(repeating: .max, count: 1 << 12)
  private var edgeCount = 0
  /// A bit for each hash of a beginning that some form has.
  private var filter: [UInt64] = Array(repeating: 0, count: 1 << 11)
  /// By beginning: the node after it, so that a walk starts there.
  private var beginnings = HashIndex(minimumCapacity: 1 << 10)

  init() {}

  // MARK: Growing

  /// Adds a spelling. An equal key keeps the first form, except that a form for a name replaces one
  /// that is none.
  mutating func insert(
    _ spelling: [UInt8], entry: UInt32, kind: NameKind?, casing: Casing, isAmbiguous: Bool = false,
    isFamily: Bool = false, replacing: Bool = false
  ) {
    let key = NameKey.fold(spelling)
    guard !key.isEmpty, spelling.count < 256 else { return }
    var node = 0
    var path = [0]
    for byte in key {
      let next = child(node, byte)
      node = next != 0 ? next : addChild(node, byte)
      path.append(node)
    }
    let existing = accepts[node]
    guard existing == 0 || replacing else { return }
    let form = Form(
      entry: entry, start: UInt32(truncatingIfNeeded: letters.count),
      length: UInt16(truncatingIfNeeded: spelling.count), casing: casing, kind: kind,
      isAmbiguous: isAmbiguous, isFamily: isFamily)
    letters += spelling
    if existing == 0 {
      forms.append(form)
      accepts[node] = UInt32(truncatingIfNeeded: forms.count)
    } else {
      forms[Int(existing) - 1] = form
    }
    // The key joins what a text may part, and the other way round.
    rememberBeginning(of: key, path)
    rememberBeginning(of: spelling, path)
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

  private mutating func addChild(_ node: Int, _ byte: UInt8) -> Int {
    if edgeCount * 2 >= slots.count { grow() }
    let new = accepts.count
    accepts.append(0)
    put(UInt64(node) << 8 | UInt64(byte), UInt64(new))
    edgeCount += 1
    return new
  }

  private mutating func put(_ edge: UInt64, _ target: UInt64) {
    let mask = slots.count - 1
    var i = Self.place(edge) & mask
    while slots[i] != .max { i = (i + 1) & mask }
    slots[i] = edge << 32 | target
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: .max, count: old.count * 2)
    for slot in old where slot != .max { put(slot >> 32, slot & 0xFFFF_FFFF) }
  }

  @inline(__always)
  private static func place(_ edge: UInt64) -> Int {
    Int(truncatingIfNeeded: (edge &* 0x9E37_79B9_7F4A_7C15) >> 40)
  }

  /// 0 where there is none: no edge leads to the root.
  @inline(__always)
  private func child(_ node: Int, _ byte: UInt8) -> Int {
    let edge = UInt64(truncatingIfNeeded: node) << 8 | UInt64(byte)
    let mask = slots.count &- 1
    var i = Self.place(edge) & mask
    while true {
      let slot = slots[i]
      if slot >> 32 == edge { return Int(truncatingIfNeeded: slot & 0xFFFF_FFFF) }
      if slot == .max { return 0 }
      i = (i &+ 1) & mask
    }
  }

  private mutating func rememberBeginning(of text: [UInt8], _ path: [Int]) {
    let (code, length) = Self.beginning(of: text, 0, text.count)
    guard length > 0, length < path.count else { return }
    let bit = Self.filterBit(code)
    filter[bit >> 6] |= 1 << UInt64(bit & 63)
    beginnings.set(code << 1, UInt32(truncatingIfNeeded: path[length]))
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

  /// The longest form that begins at `start` and ends where a name may end.
  @inline(__always)
  func longestMatch(in bytes: [UInt8], from start: Int, to end: Int) -> Match? {
    guard start < end else { return nil }
    let (code, length) = Self.beginning(of: bytes, start, end)
    guard length > 0 else { return walk(bytes, start, end, from: 0, start) }
    let bit = Self.filterBit(code)
    guard filter[bit >> 6] >> UInt64(bit & 63) & 1 != 0, let node = beginnings[code << 1] else {
      return nil
    }
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
