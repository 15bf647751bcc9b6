/// How many headings of an archive have two Chinese characters side by side: whether they make a
/// word that the archive knows.
struct HeadingPairs: Sendable {
  /// Open addressing; a slot is a term, which is never 0 here, and its count.
  private var slots: [UInt64] = [UInt64](repeating: 0, count: 1 << 6)
  private var used = 0

  mutating func add(_ stories: StoryRecords, sign: Int32) {
    var seen = TermSet()
    for index in stories.indices {
      TitleTerms.forEach(in: stories.title(index).span, &seen) { term in
        if term & 3 == StoryTerms.Kind.hanPair.rawValue { add(term, sign) }
      }
    }
  }

  private mutating func add(_ term: UInt32, _ sign: Int32) {
    let slot = slot(of: term)
    if slots[slot] == 0 {
      used += 1
      if used * 4 >= slots.count * 3 {
        grow()
        return add(term, sign)
      }
    }
    let count = Int32(truncatingIfNeeded: slots[slot] & 0xFFFF_FFFF) &+ sign
    slots[slot] = UInt64(term) << 32 | UInt64(UInt32(bitPattern: max(0, count)))
  }

  /// How many headings have the term of the pair.
  subscript(term: UInt32) -> Int { Int(slots[slot(of: term)] & 0xFFFF_FFFF) }

  private func slot(of term: UInt32) -> Int {
    let mask = slots.count - 1
    // The two lowest bits are the kind.
    var slot = Int(term >> 2) & mask
    while slots[slot] != 0, UInt32(truncatingIfNeeded: slots[slot] >> 32) != term {
      slot = (slot + 1) & mask
    }
    return slot
  }

  private mutating func grow() {
    let old = slots
    slots = [UInt64](repeating: 0, count: old.count * 2)
    used = 0
    for known in old where known != 0 {
      slots[slot(of: UInt32(truncatingIfNeeded: known >> 32))] = known
      used += 1
    }
  }
}
