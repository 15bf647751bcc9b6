/// Words by the hash of their lower-case letters, in one table.
struct WordSet: Sendable {
  private var slots: [UInt64]

  /// - Parameter words: parted by blanks and line ends.
  init(_ words: StaticString) {
    let bytes = words.withUTF8Buffer { unsafe Array($0) }
    // A word has more than two letters, nearly always more than four.
    var capacity = 64
    while capacity < bytes.count / 3 { capacity *= 2 }
    slots = Array(repeating: 0, count: capacity)
    let mask = capacity - 1
    var count = 0
    var start = 0
    for end in 0...bytes.count where end == bytes.count || bytes[end] <= 0x20 {
      if end > start, count < mask {
        let hash = Self.hash(bytes.span, start, end)
        var i = Int(truncatingIfNeeded: hash) & mask
        while slots[i] != 0, slots[i] != hash { i = (i &+ 1) & mask }
        if slots[i] == 0 { count += 1 }
        slots[i] = hash
      }
      start = end + 1
    }
  }

  /// Whether `bytes[start..<end]` is one of the words, upper and lower case being equal.
  func contains(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    contains(hash: Self.hash(bytes, start, end))
  }

  func contains(hash: UInt64) -> Bool {
    let hash = hash | 1
    let mask = slots.count &- 1
    var i = Int(truncatingIfNeeded: hash) & mask
    while slots[i] != 0 {
      if slots[i] == hash { return true }
      i = (i &+ 1) & mask
    }
    return false
  }

  /// `NameKey.hash` of the lower-case letters; never 0.
  static func hash(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> UInt64 {
    var hash = NameKey.hashSeed
    var i = start
    while i < end {
      hash = NameKey.mixed(hash, NameKey.lowercase(bytes[i]))
      i &+= 1
    }
    return hash | 1
  }
}

/// A few endings of words, one after the other with a blank after each.
struct WordEndings: Sendable {
  private let letters: [UInt8]
  /// A bit for each last letter.
  private var last: UInt32 = 0

  /// - Parameter endings: in lower case, parted by blanks.
  init(_ endings: StaticString) {
    letters = endings.withUTF8Buffer { unsafe Array($0) } + [0x20]
    for i in letters.indices.dropFirst() where letters[i] == 0x20 {
      last |= 1 << UInt32(letters[i - 1] & 31)
    }
  }

  /// Whether `bytes[start..<end]` ends so, upper and lower case being equal.
  func contains(endOf bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    guard end > start, last >> UInt32(bytes[end - 1] & 31) & 1 != 0 else { return false }
    let letters = letters.span
    var first = 0
    for next in letters.indices where letters[next] == 0x20 {
      var (i, j) = (end, next)
      while j > first, i > start, NameKey.lowercase(bytes[i - 1]) == letters[j - 1] {
        (i, j) = (i - 1, j - 1)
      }
      if j == first { return true }
      first = next + 1
    }
    return false
  }
}

/// Characters of the Chinese script, U+4E00 to U+9FFF, by a bit for each.
struct HanSet: Sendable {
  private var bits = [UInt64](repeating: 0, count: 328)

  init() {}

  /// - Parameter characters: of three bytes each; others are left out.
  init(_ characters: StaticString) {
    let bytes = characters.withUTF8Buffer { unsafe Array($0) }
    var i = 0
    while i + 2 < bytes.count {
      insert(bytes: UInt32(bytes[i]) << 16 | UInt32(bytes[i + 1]) << 8 | UInt32(bytes[i + 2]))
      i += bytes[i] < 0x80 ? 1 : 3
    }
  }

  /// - Parameter bytes: the three of the character, the first one highest.
  mutating func insert(bytes: UInt32) {
    let place = Self.place(Self.scalar(bytes))
    if place >> 6 < bits.count { bits[place >> 6] |= 1 << UInt64(place & 63) }
  }

  @inline(__always)
  func contains(bytes: UInt32) -> Bool {
    bytes & 0xF0_C0C0 == 0xE0_8080 && contains(Self.scalar(bytes))
  }

  @inline(__always)
  func contains(_ scalar: UInt32) -> Bool {
    let place = Self.place(scalar)
    return place >> 6 < bits.count && bits[place >> 6] >> UInt64(place & 63) & 1 != 0
  }

  @inline(__always)
  private static func scalar(_ bytes: UInt32) -> UInt32 {
    (bytes >> 16 & 0x0F) << 12 | (bytes >> 8 & 0x3F) << 6 | bytes & 0x3F
  }

  /// Beyond all bits for what lies before U+4E00.
  @inline(__always)
  private static func place(_ scalar: UInt32) -> Int { Int(scalar &- 0x4E00) }
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

  /// The hashes, but for their lowest bits.
  func forEachKey(_ body: (UInt64) -> Void) {
    for key in keys where key != 0 { body(key & ~1) }
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
