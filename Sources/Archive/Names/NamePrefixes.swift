/// Spellings in the order of their keys, to find all that begin with what was typed.
struct NamePrefixes: Sendable {
  private var keys: [UInt8] = []
  /// Start and end in `keys`, by place; the places are those of `numbers`.
  private var starts: [UInt32] = []
  private var lengths: [UInt8] = []
  private var numbers: [UInt32] = []
  /// Places in the order of their keys.
  private var order: [UInt32] = []

  /// Puts in spellings that are not there yet, at the cost of one copy of the order.
  mutating func insert(_ new: [(key: [UInt8], number: UInt32)]) {
    guard !new.isEmpty else { return }
    var added: [UInt32] = []
    for (key, number) in new where key.count < 256 {
      added.append(UInt32(numbers.count))
      starts.append(UInt32(keys.count))
      lengths.append(UInt8(key.count))
      numbers.append(number)
      keys += key
    }
    added.sort { precedes($0, $1) }
    var merged: [UInt32] = []
    merged.reserveCapacity(order.count + added.count)
    var i = 0
    for place in added {
      let end = lowerBound(of: place, from: i)
      merged += order[i..<end]
      merged.append(place)
      i = end
    }
    merged += order[i...]
    order = merged
  }

  /// Whether some spelling's key begins with `prefix`.
  func contains(prefix: [UInt8]) -> Bool {
    let place = lowerBound(prefix)
    return place < order.count && begins(order[place], with: prefix)
  }

  /// Calls `body` with the number of each spelling whose key begins with `prefix`.
  func forEach(prefix: [UInt8], _ body: (UInt32) -> Void) {
    var place = lowerBound(prefix)
    while place < order.count, begins(order[place], with: prefix) {
      body(numbers[Int(order[place])])
      place += 1
    }
  }

  private func lowerBound(_ prefix: [UInt8]) -> Int {
    var low = 0
    var high = order.count
    while low < high {
      let middle = (low + high) / 2
      if isLess(order[middle], prefix) { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func lowerBound(of place: UInt32, from start: Int) -> Int {
    var low = start
    var high = order.count
    while low < high {
      let middle = (low + high) / 2
      if precedes(order[middle], place) { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func precedes(_ a: UInt32, _ b: UInt32) -> Bool {
    let (i, j) = (Int(starts[Int(a)]), Int(starts[Int(b)]))
    let (m, n) = (Int(lengths[Int(a)]), Int(lengths[Int(b)]))
    var k = 0
    while k < m, k < n {
      if keys[i + k] != keys[j + k] { return keys[i + k] < keys[j + k] }
      k += 1
    }
    return m < n
  }

  private func isLess(_ place: UInt32, _ prefix: [UInt8]) -> Bool {
    let start = Int(starts[Int(place)])
    let length = Int(lengths[Int(place)])
    var k = 0
    while k < length, k < prefix.count {
      if keys[start + k] != prefix[k] { return keys[start + k] < prefix[k] }
      k += 1
    }
    return length < prefix.count
  }

  private func begins(_ place: UInt32, with prefix: [UInt8]) -> Bool {
    let start = Int(starts[Int(place)])
    guard Int(lengths[Int(place)]) >= prefix.count else { return false }
    for k in prefix.indices where keys[start + k] != prefix[k] { return false }
    return true
  }
}
