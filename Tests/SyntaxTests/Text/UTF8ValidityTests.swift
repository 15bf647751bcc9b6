import Syntax
import TestSupport
import Testing

@Suite struct UTF8ValidityTests {
  /// Pieces that are well-formed, and some that are not.
  private static let pieces: [[UInt8]] = [
    Array("a".utf8), Array("plain text, long".utf8), Array("智".utf8), Array("智谱发布模型，".utf8),
    Array("é".utf8), Array("🎉".utf8), [0x00], [0x80], [0xC0, 0xAF], [0xE0, 0x9F, 0xBF],
    [0xE0, 0xA0, 0x80], [0xED, 0xA0, 0x80], [0xED, 0x9F, 0xBF], [0xE4, 0xB8],
    [0xF4, 0x90, 0x80, 0x80],
    [0xF0, 0x8F, 0xBF, 0xBF], [0xFF], [0xEF, 0xBB, 0xBF],
  ]

  @Test func `the first fault is where the standard library sees one`() {
    var generator = SeededGenerator(seed: 3)
    for round in 0..<20_000 {
      var bytes: [UInt8] = []
      // Mostly well-formed, so that faults lie deep as well.
      for _ in 0..<Int.random(in: 0..<12, using: &generator) {
        let bound = Int.random(in: 0..<4, using: &generator) == 0 ? Self.pieces.count : 6
        bytes += Self.pieces[Int.random(in: 0..<bound, using: &generator)]
      }
      let fault = firstInvalidUTF8(in: bytes, ByteRange(0, bytes.count))
      #expect((fault == nil) == (String(validating: bytes, as: UTF8.self) != nil), "round \(round)")
      guard let fault else { continue }
      #expect(String(validating: bytes[..<fault], as: UTF8.self) != nil, "round \(round)")
      #expect(scalarLength(at: fault, in: bytes, to: bytes.count) == 0, "round \(round)")
    }
  }

  @Test func `a range is judged by itself`() {
    let bytes = Array("ab智".utf8)
    #expect(firstInvalidUTF8(in: bytes, ByteRange(0, 2)) == nil)
    #expect(firstInvalidUTF8(in: bytes, ByteRange(0, 4)) == 2)
    #expect(firstInvalidUTF8(in: bytes, ByteRange(3, 9)) == 3)
    #expect(isUTF8([]))
  }
}
