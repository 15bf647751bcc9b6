import LanguageServerProtocol
import Server
import Synchronization
import TestSupport
import Testing

@Suite struct SessionFuzzTests {
  /// Runs a session within this process.
  private func replies(to session: [UInt8]) -> (status: Int32, messages: [JSON]) {
    let messages = Mutex<[JSON]>([])
    var options = ServerOptions()
    options.readsConfiguration = false
    options.isParanoid = true
    let status = replaySession(session, options: options) { message in
      let json = try? JSONReader.read(message)
      messages.withLock { $0.append(json ?? .null) }
      return true
    }
    return (status, messages.withLock { $0 })
  }

  @Test func `random sessions get one answer a request and keep the text`() throws {
    for seed in 0..<300 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed)
      let bytes = (0..<Int.random(in: 0...400, using: &generator)).map { _ in
        UInt8.random(in: 0...255, using: &generator)
      }
      let session = RandomSession(bytes)
      let (status, messages) = replies(to: session.input)
      #expect(status != 70, "seed \(seed)")
      for id in session.requests {
        let answers = messages.filter { $0["id"]?.integer == id && $0["method"] == nil }
        #expect(answers.count == 1, "seed \(seed), request \(id)")
      }
    }
  }

  @Test func `a session replayed twice gets the same bytes`() {
    var generator = SeededGenerator(seed: 77)
    let bytes = (0..<2000).map { _ in UInt8.random(in: 0...255, using: &generator) }
    let session = RandomSession(bytes)
    #expect(replies(to: session.input).messages == replies(to: session.input).messages)
  }

  @Test func `random bytes as input end without a trap`() {
    let pieces = [
      "Content-Length: ", "\r\n\r\n", "2", "{}", #"{"id":1,"method":"shutdown"}"#, "\n",
    ]
    .map { Array($0.utf8) }
    for seed in 0..<2_000 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed)
      var input: [UInt8] = []
      for _ in 0..<Int.random(in: 0...30, using: &generator) {
        input += pieces[Int.random(in: 0..<pieces.count, using: &generator)]
        if Int.random(in: 0..<8, using: &generator) == 0 {
          input.append(UInt8.random(in: 0...255, using: &generator))
        }
      }
      #expect(replies(to: input).status == 1)
    }
  }
}
