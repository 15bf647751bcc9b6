/// A row of numbers, most of them small: seven bits a byte, the lowest first.
struct PackedNumbers: Sendable {
  private var bytes: [UInt8] = []

  mutating func reserveCapacity(_ count: Int) { bytes.reserveCapacity(count) }

  /// - Parameter number: 0 where it is less.
  mutating func append(_ number: Int) {
    var rest = max(0, number)
    while rest >= 0x80 {
      bytes.append(UInt8(rest & 0x7F) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// The same without room to grow.
  var trimmed: PackedNumbers {
    var result = self
    result.bytes = bytes.map { $0 }
    return result
  }

  /// Reads the numbers one after the other.
  struct Reader {
    private let bytes: [UInt8]
    private var position = 0

    init(_ numbers: PackedNumbers) { bytes = numbers.bytes }

    /// `nil` at the end.
    mutating func next() -> Int? {
      guard position < bytes.count else { return nil }
      var value = 0
      var shift = 0
      while position < bytes.count, shift < 63 {
        let byte = bytes[position]
        position += 1
        value |= Int(byte & 0x7F) << shift
        if byte < 0x80 { break }
        shift += 7
      }
      return value
    }
  }
}
