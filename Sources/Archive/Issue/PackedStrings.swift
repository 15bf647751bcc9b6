/// Strings that are kept for as long as the archive and seldom read: their bytes in one array, since
/// an archive has them by the hundred thousand.
package struct PackedStrings: Sendable, Equatable, RandomAccessCollection {
  private var bytes: [UInt8] = []
  /// Where each ends. Of what few issues exceed, two bytes a number do.
  private var ends: [UInt16] = []
  private var wideEnds: [UInt32] = []

  package init() {}

  package init(_ strings: some Collection<String>) {
    let length = strings.reduce(0) { $0 + $1.utf8.count }
    let isWide = length > UInt16.max
    bytes.reserveCapacity(length)
    if isWide {
      wideEnds.reserveCapacity(strings.count)
    } else {
      ends.reserveCapacity(strings.count)
    }
    for string in strings {
      bytes += string.utf8
      if isWide {
        wideEnds.append(UInt32(clamping: bytes.count))
      } else {
        ends.append(UInt16(clamping: bytes.count))
      }
    }
  }

  package var startIndex: Int { 0 }
  package var endIndex: Int { ends.count + wideEnds.count }

  package subscript(index: Int) -> String { String(decoding: utf8(index), as: UTF8.self) }

  /// The bytes of one of them.
  package func utf8(_ index: Int) -> ArraySlice<UInt8> {
    bytes[(index == 0 ? 0 : end(index - 1))..<end(index)]
  }

  private func end(_ index: Int) -> Int {
    wideEnds.isEmpty ? Int(ends[index]) : Int(wideEnds[index])
  }
}
