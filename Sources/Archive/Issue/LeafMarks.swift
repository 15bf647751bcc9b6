import Syntax

/// Which marks the bytes of a leaf hold: what most rules look for is in few leaves, and a glance at
/// these tells which.
package struct LeafMarks: OptionSet, Sendable {
  package let rawValue: UInt16

  package init(rawValue: UInt16) { self.rawValue = rawValue }

  package static let asterisk = LeafMarks(rawValue: 1)
  package static let underscore = LeafMarks(rawValue: 1 << 1)
  package static let openingBracket = LeafMarks(rawValue: 1 << 2)
  /// `]`, `】` or `］`.
  package static let closingBracket = LeafMarks(rawValue: 1 << 3)
  package static let lessThan = LeafMarks(rawValue: 1 << 4)
  /// `(` or `)`.
  package static let parenthesis = LeafMarks(rawValue: 1 << 5)
  /// One of `（）《》「」『』【】`.
  package static let wideBracket = LeafMarks(rawValue: 1 << 6)
  /// `"`.
  package static let straightQuote = LeafMarks(rawValue: 1 << 7)
  /// `“` or `”`.
  package static let curlyQuote = LeafMarks(rawValue: 1 << 8)
  /// `/` or `w`: one of them is in every address.
  package static let address = LeafMarks(rawValue: 1 << 9)
  /// A letter from `A` to `Z`.
  package static let capital = LeafMarks(rawValue: 1 << 10)
  /// A letter from `a` to `z`.
  package static let smallLetter = LeafMarks(rawValue: 1 << 11)
  package static let letter = LeafMarks(rawValue: 3 << 10)
  /// `#` or `＃`.
  package static let hash = LeafMarks(rawValue: 1 << 12)

  /// The marks in `bytes[range]`, which must lie within the bytes.
  init(in bytes: [UInt8], _ range: ByteRange) {
    let ascii = Self.ascii
    var found: UInt16 = 0
    var i = range.start
    let end = range.end
    while i < end {
      let byte = bytes[i]
      if byte < 0x80 {
        found |= ascii[Int(byte)]
        i &+= 1
      } else if byte < 0xE2 || i &+ 2 >= end {
        i &+= 1
      } else if byte &- 0xE4 < 6 {
        i = ByteSearch.hanEnd(in: bytes, from: i &+ 3, to: end)
      } else {
        if byte == 0xEF || byte <= 0xE3 { found |= Self.wide(byte, bytes[i &+ 1], bytes[i &+ 2]) }
        i &+= 3
      }
    }
    rawValue = found
  }

  private static func wide(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> UInt16 {
    switch (first, second, third) {
    case (0xEF, 0xBC, 0x88), (0xEF, 0xBC, 0x89): wideBracket.rawValue
    case (0xE3, 0x80, 0x91): wideBracket.rawValue | closingBracket.rawValue
    case (0xE3, 0x80, 0x8A...0x90): wideBracket.rawValue
    case (0xEF, 0xBC, 0xBD): closingBracket.rawValue
    case (0xEF, 0xBC, 0x83): hash.rawValue
    case (0xE2, 0x80, 0x9C), (0xE2, 0x80, 0x9D): curlyQuote.rawValue
    default: 0
    }
  }

  /// By byte.
  private static let ascii: [UInt16] = {
    var marks = [UInt16](repeating: 0, count: 128)
    func set(_ characters: String, _ mark: LeafMarks) {
      for byte in characters.utf8 { marks[Int(byte)] |= mark.rawValue }
    }
    set("ABCDEFGHIJKLMNOPQRSTUVWXYZ", .capital)
    set("abcdefghijklmnopqrstuvwxyz", .smallLetter)
    set("*", .asterisk)
    set("_", .underscore)
    set("[", .openingBracket)
    set("]", .closingBracket)
    set("<", .lessThan)
    set("()", .parenthesis)
    set("\"", .straightQuote)
    set("/w", .address)
    set("#", .hash)
    return marks
  }()
}
