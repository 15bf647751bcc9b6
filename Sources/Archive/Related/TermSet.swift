/// A small hash table that is emptied without being cleared.
struct TermSet {
  private static let size = 1024
  private var slots = [(term: UInt32, round: UInt32, index: Int)](
    repeating: (0, 0, 0), count: size)
  private var round: UInt32 = 1

  mutating func removeAll() { round &+= 1 }

  func index(of term: UInt32) -> Int? {
    var slot = Int(term) & (Self.size - 1)
    while slots[slot].round == round {
      if slots[slot].term == term { return slots[slot].index }
      slot = (slot + 1) & (Self.size - 1)
    }
    return nil
  }

  /// The caller inserts at most a quarter of the size between two `removeAll`.
  mutating func insert(_ term: UInt32, index: Int) {
    var slot = Int(term) & (Self.size - 1)
    while slots[slot].round == round { slot = (slot + 1) & (Self.size - 1) }
    slots[slot] = (term, round, index)
  }
}
