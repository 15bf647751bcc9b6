import Syntax
import TestSupport
import Testing

@Suite struct TextTests {
  @Test func `lines end at a line feed, a carriage return or both`() {
    let text = Text(Array("a\nb\r\nc\rd".utf8))
    #expect(text.lineCount == 4)
    #expect(
      (0..<4).map { text.lineRange($0) } == [
        ByteRange(0, 1), ByteRange(2, 3), ByteRange(5, 6), ByteRange(7, 8),
      ])
    #expect(text.lineRange(1, includingEnding: true) == ByteRange(2, 5))
    #expect(Text(Array("a\n".utf8)).lineCount == 2)
  }

  @Test func `columns count bytes, code units or scalars`() {
    let text = Text(Array("x\n字a😀b".utf8))
    let offset = 2 + 3 + 1 + 4
    #expect(text.position(of: offset, in: .utf8) == TextPosition(line: 1, column: 8))
    #expect(text.position(of: offset, in: .utf16) == TextPosition(line: 1, column: 4))
    #expect(text.position(of: offset, in: .utf32) == TextPosition(line: 1, column: 3))
  }

  @Test func `columns of long lines are those of their strings`() {
    var random = SeededGenerator(seed: 3)
    for _ in 0..<300 {
      let scalars: [Unicode.Scalar] = ["a", "é", "字", "😀", " ", "\u{7F}"]
      var line = ""
      for _ in 0..<Int.random(in: 0...60, using: &random) {
        line.unicodeScalars.append(scalars.randomElement(using: &random) ?? "a")
      }
      let text = Text(Array("\n\(line)b".utf8))
      let offset = 1 + line.utf8.count
      #expect(text.position(of: offset, in: .utf8).column == line.utf8.count)
      #expect(text.position(of: offset, in: .utf16).column == line.utf16.count)
      #expect(text.position(of: offset, in: .utf32).column == line.unicodeScalars.count)
    }
  }

  @Test func `a line is found from wherever the search begins`() {
    var random = SeededGenerator(seed: 4)
    var bytes: [UInt8] = []
    for _ in 0..<60 {
      bytes += Array(repeating: 0x61, count: Int.random(in: 0...9, using: &random)) + [0x0A]
    }
    let text = Text(bytes)
    for offset in -1...bytes.count + 1 {
      for known in -2...text.lineCount + 2 {
        #expect(text.line(at: offset, near: known) == text.line(at: offset))
      }
    }
  }

  @Test func `a walk over offsets in any order finds the places that each alone has`() {
    var random = SeededGenerator(seed: 5)
    let text = Text(Array("甲乙😀é — a\n\r\n丙丁𠮷戊 long line 己\nz".utf8))
    for unit in [ColumnUnit.utf8, .utf16, .utf32] {
      var walk = PositionWalk(text, in: unit)
      for _ in 0..<2000 {
        let offset = Int.random(in: -2...text.count + 2, using: &random)
        #expect(walk.position(of: offset) == text.position(of: offset, in: unit))
      }
    }
  }

  @Test func `a position within a scalar or past the end is moved back`() {
    let text = Text(Array("😀\r\nb".utf8))
    #expect(text.offset(of: TextPosition(line: 0, column: 1), in: .utf16) == 0)
    #expect(text.offset(of: TextPosition(line: 0, column: 2), in: .utf8) == 0)
    #expect(text.offset(of: TextPosition(line: 0, column: 99), in: .utf16) == 4)
    #expect(text.offset(of: TextPosition(line: 9, column: 0), in: .utf16) == 7)
    #expect(text.offset(of: TextPosition(line: -1, column: 3), in: .utf16) == 0)
  }

  @Test func `offset to position to offset is the same place in every unit`() {
    let text = Text(Array("甲\n\r\n乙😀é\rz\n".utf8))
    for unit in [ColumnUnit.utf8, .utf16, .utf32] {
      for offset in 0...text.count {
        let position = text.position(of: offset, in: unit)
        let back = text.offset(of: position, in: unit)
        #expect(back <= offset)
        #expect(text.position(of: back, in: unit) == position)
      }
    }
  }

  @Test func `line starts after edits are those of a new text`() {
    var random = SeededGenerator(seed: 7)
    let pieces = ["\n", "\r", "\r\n", "a", "字", "\n\n", "x\ry", ""]
    var text = Text()
    for _ in 0..<5000 {
      let start = Int.random(in: 0...text.count, using: &random)
      let end = min(text.count, start + Int.random(in: 0...6, using: &random))
      let piece = pieces.randomElement(using: &random) ?? ""
      text.replace(TextEdit(range: ByteRange(start, end), newText: piece))
      if text.count > 200 {
        text.replace(TextEdit(range: ByteRange(20, text.count), newText: ""))
      }
      let fresh = Text(text.bytes)
      #expect(
        (0...text.lineCount).map(text.lineStart) == (0...fresh.lineCount).map(fresh.lineStart))
    }
  }
}
