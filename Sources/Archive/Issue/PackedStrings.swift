/// Strings that are kept for as long as the archive and seldom read: their bytes in one array, since
/// an archive has them by the hundred thousand.
package struct PackedStrings: Sendable, Equatable, RandomAccessCollection {
  private var bytes: [UInt8] = []
  private var ends: [UInt32] = []

  package init() {}

  package init(_ strings: some Collection<String>) {
    bytes.reserveCapacity(strings.reduce(0) { $0 + $1.utf8.count })
    ends.reserveCapacity(strings.count)
    for string in strings {
      bytes += string.utf8
      ends.append(UInt32(clamping: bytes.count))
    }
  }

  package var startIndex: Int { 0 }
  package var endIndex: Int { ends.count }

  package subscript(index: Int) -> String { String(decoding: utf8(index), as: UTF8.self) }

  /// The bytes of one of them.
  package func utf8(_ index: Int) -> ArraySlice<UInt8> {
    let start = index == 0 ? 0 : Int(ends[index - 1])
    return bytes[start..<Int(ends[index])]
  }
}
