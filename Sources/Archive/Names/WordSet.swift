/// Words by the hash of their lower-case letters, in one table.
struct WordSet: Sendable {
  private var slots: [UInt64]

  /// - Parameter words: parted by blanks and line ends.
  init(_ words: StaticString) {
    let bytes = words.withUTF8Buffer { unsafe Array($0) }
    let parts = bytes.split { $0 == 0x20 || $0 == 0x0A }
    var capacity = 64
    while capacity < parts.count * 3 { capacity *= 2 }
    slots = Array(repeating: 0, count: capacity)
    for part in parts {
      let hash = Self.hash(Array(part), 0, part.count)
      var i = Int(truncatingIfNeeded: hash) & (capacity - 1)
      while slots[i] != 0, slots[i] != hash { i = (i + 1) & (capacity - 1) }
      slots[i] = hash
    }
  }

  /// Whether `bytes[start..<end]` is one of the words, upper and lower case being equal.
  func contains(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Bool {
    contains(hash: Self.hash(bytes, start, end))
  }

  func contains(hash: UInt64) -> Bool {
    let mask = slots.count &- 1
    var i = Int(truncatingIfNeeded: hash) & mask
    while slots[i] != 0 {
      if slots[i] == hash { return true }
      i = (i &+ 1) & mask
    }
    return false
  }

  /// The hash of the lower-case letters; never 0.
  static func hash(_ bytes: [UInt8], _ start: Int, _ end: Int) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    var i = start
    while i < end {
      hash = (hash ^ UInt64(NameKey.lowercase(bytes[i]))) &* 0xFF51_AFD7_ED55_8CCD
      hash ^= hash >> 32
      i &+= 1
    }
    return hash | 1
  }
}

/// A dictionary from hashes to numbers: open addressing, no removal.
struct HashIndex: Sendable {
  private var keys: [UInt64]
  private var values: [UInt32]
  private(set) var count = 0

  init(minimumCapacity: Int = 16) {
    var capacity = 16
    while capacity < minimumCapacity * 2 { capacity *= 2 }
    keys = Array(repeating: 0, count: capacity)
    values = Array(repeating: 0, count: capacity)
  }

  subscript(hash: UInt64) -> UInt32? {
    let key = hash | 1
    let mask = keys.count &- 1
    var i = Self.place(key) & mask
    while keys[i] != 0 {
      if keys[i] == key { return values[i] }
      i = (i &+ 1) & mask
    }
    return nil
  }

  mutating func set(_ hash: UInt64, _ value: UInt32) {
    if count &* 2 >= keys.count { grow() }
    put(hash | 1, value)
  }

  private mutating func put(_ key: UInt64, _ value: UInt32) {
    let mask = keys.count &- 1
    var i = Self.place(key) & mask
    while keys[i] != 0, keys[i] != key { i = (i &+ 1) & mask }
    if keys[i] == 0 { count += 1 }
    keys[i] = key
    values[i] = value
  }

  private mutating func grow() {
    let (oldKeys, oldValues) = (keys, values)
    keys = Array(repeating: 0, count: oldKeys.count * 2)
    values = Array(repeating: 0, count: oldKeys.count * 2)
    count = 0
    for i in oldKeys.indices where oldKeys[i] != 0 { put(oldKeys[i], oldValues[i]) }
  }

  @inline(__always)
  private static func place(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 20)
  }
}
