import Syntax
import TestSupport
import Testing

@testable import Archive

@Suite struct LeafMarksTests {
  private static let pieces: [(text: String, marks: LeafMarks)] = [
    ("智", []), ("大模型发布会", []), ("，", []), ("。", []), ("\n", []), ("7", []), ("🎉", []),
    ("é", []), ("*", .asterisk), ("_", .underscore), ("[", .openingBracket),
    ("]", .closingBracket), ("】", [.closingBracket, .wideBracket]), ("］", .closingBracket),
    ("<", .lessThan),
    ("(", .parenthesis), ("）", .wideBracket), ("（", .wideBracket), ("《", .wideBracket),
    ("』", .wideBracket),
    ("、", []), ("#", .hash), ("＃", .hash),
    ("\"", .straightQuote), ("“", .curlyQuote), ("”", .curlyQuote), ("/", .address),
    ("w", [.address, .smallLetter]), ("Q", .capital), ("z", .smallLetter),
  ]

  @Test func `the marks are those of the parts`() {
    var generator = SeededGenerator(seed: 5)
    for round in 0..<5_000 {
      var text = ""
      var expected: LeafMarks = []
      for _ in 0..<Int.random(in: 0..<14, using: &generator) {
        // Mostly Chinese, which is stepped over.
        let bound = Int.random(in: 0..<3, using: &generator) == 0 ? Self.pieces.count : 4
        let piece = Self.pieces[Int.random(in: 0..<bound, using: &generator)]
        text += piece.text
        expected.formUnion(piece.marks)
      }
      let bytes = Array(text.utf8)
      #expect(
        LeafMarks(in: bytes, ByteRange(0, bytes.count)) == expected, "round \(round): \(text)")
    }
  }
}
