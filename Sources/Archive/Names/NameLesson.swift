/// What one issue teaches about one spelling.
struct NameLesson: Sendable, Equatable {
  var nature: NameScanner.Nature
  /// Counts stop at 65,535.
  var count: UInt16
  var votes: NameVotes

  mutating func add(_ sighting: NameScanner.Sighting) {
    if sighting.votes != NameVotes() { votes.add(sighting.votes) }
    if count < .max { count += 1 }
    if sighting.nature.rawValue < nature.rawValue { nature = sighting.nature }
  }
}

// Packed, for most votes are 0.
extension NameLesson {
  func pack(into numbers: inout PackedNumbers) {
    let votes = votes.values
    var head = Int(nature.rawValue)
    for kind in votes.indices where votes[kind] != 0 { head |= 8 << kind }
    numbers.append(head)
    numbers.append(Int(count))
    for kind in votes.indices where votes[kind] != 0 {
      numbers.append(Int(UInt32(bitPattern: votes[kind])))
    }
  }

  /// - Returns: `nil` where no lesson follows.
  init?(from reader: inout PackedNumbers.Reader) {
    guard let head = reader.next(), let count = reader.next(),
      let nature = NameScanner.Nature(rawValue: UInt8(head & 7))
    else { return nil }
    var votes = SIMD8<Int32>()
    for kind in votes.indices where head & 8 << kind != 0 {
      guard let value = reader.next() else { return nil }
      votes[kind] = Int32(bitPattern: UInt32(truncatingIfNeeded: value))
    }
    self.nature = nature
    self.count = UInt16(clamping: count)
    self.votes = NameVotes(votes)
  }
}
