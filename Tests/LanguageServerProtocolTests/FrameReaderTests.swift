import LanguageServerProtocol
import TestSupport
import Testing

@Suite struct FrameReaderTests {
  /// The messages in brackets and `!` for each fault, when the input comes in pieces of one size.
  private func frames(_ input: String, pieces: Int = .max) -> String {
    frames(Array(input.utf8), pieces: pieces)
  }

  private func frames(_ input: [UInt8], pieces: Int) -> String {
    var reader = FrameReader()
    var result = ""
    var start = 0
    while start < input.count {
      let end = input.count - start > pieces ? start + pieces : input.count
      reader.append(Array(input[start..<end]))
      start = end
      while let frame = reader.next() {
        switch frame {
        case .message(let body): result += "[" + String(decoding: body, as: UTF8.self) + "]"
        case .malformed: result += "!"
        }
      }
    }
    return result
  }

  @Test(arguments: [1, 2, 3, 7, 64, Int.max])
  func `messages come out whole however the bytes come in`(pieces: Int) {
    #expect(
      frames("Content-Length: 2\r\n\r\n{}Content-Length: 3\r\n\r\n123", pieces: pieces)
        == "[{}][123]")
    #expect(frames("Content-Length: 3\r\n\r\n智", pieces: pieces) == "[智]")
    #expect(
      frames("Content-Length: 0\r\n\r\nContent-Length: 1\r\n\r\nx", pieces: pieces) == "[][x]")
  }

  @Test(arguments: [
    "content-length: 2\r\n\r\n{}", "CONTENT-LENGTH:2\r\n\r\n{}", "Content-Length:  2 \r\n\r\n{}",
    "Content-Length: 2\n\n{}", "\r\n\r\nContent-Length: 2\r\n\r\n{}",
    "Content-Type: application/vscode-jsonrpc; charset=utf-8\r\nContent-Length: 2\r\n\r\n{}",
    "Content-Length: 2\r\nContent-Type: application/vscode-jsonrpc;charset=utf8\r\n\r\n{}",
    "Content-Length: 9\r\nContent-Length: 2\r\n\r\n{}",
  ])
  func `headers are read as clients write them`(input: String) {
    #expect(frames(input) == "[{}]")
    #expect(frames(input, pieces: 1) == "[{}]")
  }

  private static let good = "Content-Length: 2\r\n\r\n{}"

  @Test(arguments: [
    "Content-Type: x\r\n\r\n", "Content-Length: x\r\n\r\n", "Content-Length: -5\r\n\r\n",
    "Content-Length: 5 0\r\n\r\n", "Content-Length: 99999999999999999999\r\n\r\n",
    "Content-Length: 2147483648\r\n\r\n", "Content-Length:\r\n\r\n", "nonsense\r\n\r\n",
    "Content-Length: x\r\n\r\n{\"id\":1}", "{\"id\":1}\n", "GET / HTTP/1.1\r\nHost: a\r\n\r\n",
    "\u{0}\u{1}\r\n\r\n", "{\"id\":1,\"method\":\"a\"}",
  ])
  func `after a fault it says so once and goes on`(fault: String) {
    for pieces in [1, 5, Int.max] {
      #expect(frames(fault + Self.good + Self.good, pieces: pieces) == "![{}][{}]")
    }
  }

  @Test func `a message that is shorter than it says is told and the next one is found`() {
    #expect(frames("Content-Length: 1\r\n\r\n{}" + Self.good) == "[{]![{}]")
  }

  @Test func `an endless header line is given up without keeping it`() {
    let long = String(repeating: "x", count: 1 << 20)
    #expect(frames(long + "\r\n\r\n" + Self.good, pieces: 4096) == "![{}]")
  }

  @Test func `random cuts and random noise never lose a message between two sound ones`() {
    var generator = SeededGenerator(seed: 9)
    for _ in 0..<2_000 {
      let noise = (0..<Int.random(in: 0...40, using: &generator)).map { _ in
        UInt8.random(in: 0...255, using: &generator)
      }
      let input = Array(Self.good.utf8) + noise + Array("\r\n\r\n".utf8) + Array(Self.good.utf8)
      let result = frames(input, pieces: Int.random(in: 1...50, using: &generator))
      #expect(result == "[{}][{}]" || result == "[{}]![{}]")
    }
  }
}
