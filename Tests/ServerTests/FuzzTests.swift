import LanguageServerProtocol
import Platform
import Server
import TestSupport
import Testing

/// What the fuzzer does for hours, for a moment: the same laws with random input from seeds, and
/// with all that broke one before.
@Suite struct FuzzTests {
  private let archive: TemporaryFolder

  init() throws {
    archive = TemporaryFolder()
    try FuzzTarget.writeArchive(to: archive)
  }

  private static let pieces: [FuzzTarget: [String]] = [
    .framing: [
      "Content-Length: ", "\r\n\r\n", "\n\n", "2", "{}", "14", #"{"a":"\ud800"}"#, "\n", "[1e3,-0]",
      "content-length:4\r\n\r\nnull", "Content-Type: a\r\n", "Content-Length: 9999999999\r\n\r\n",
      #"{"id":1,"method":"shutdown"}"#,
    ],
    .markdown: [
      "# ", "\n", "\n\n", "---\n", "```", "> ", "- ", "1. ", "\t", "    ", "**", "_", "`", "![",
      "](",
      "]: ", "<div>", "<!--", "-->", "&amp;", "\\", "https://a.b", "智", "“", "\r\n", "a",
    ],
    .frontMatter: [
      "title: ", "date: 2026-01-31", "\n", "\n  - ", "tags: [a, b]", ": ", "：", "，", "“", "'", "\"",
      "---\n", "|-\n ", "&a ", "*a", "!!str ", "{", "}", " #", "\t", "\r\n", "\\x41", "yes", "1.0",
      "——",
    ],
  ]

  private func input(_ target: FuzzTarget, _ generator: inout SeededGenerator) -> [UInt8] {
    let pieces = Self.pieces[target] ?? Self.pieces[.markdown] ?? []
    let isMade = target != .sessions && Int.random(in: 0..<8, using: &generator) != 0
    var input: [UInt8] = []
    for _ in 0..<Int.random(in: 0...(isMade ? 40 : 400), using: &generator) {
      if isMade, Int.random(in: 0..<8, using: &generator) != 0 {
        input += Array((pieces.randomElement(using: &generator) ?? "").utf8)
      } else {
        input.append(UInt8.random(in: 0...255, using: &generator))
      }
    }
    return input
  }

  @Test(arguments: FuzzTarget.allCases) func `random input breaks no law`(_ target: FuzzTarget) {
    let rounds = target == .sessions ? 200 : 1000
    for seed in 0..<UInt64(rounds) {
      var generator = SeededGenerator(seed: seed)
      let problem = target.problem(with: input(target, &generator), archive: archive)
      #expect(problem == nil, "\(target), seed \(seed)")
    }
  }

  private static let regressions =
    "\(parentDirectory(of: parentDirectory(of: #filePath)))/Fuzz/regressions"

  @Test(arguments: FuzzTarget.allCases) func `what broke a law once breaks none now`(
    _ target: FuzzTarget
  ) throws {
    let folder = "\(Self.regressions)/\(target.rawValue)"
    for entry in (try? listDirectory(folder)) ?? [] {
      let input = try readFile("\(folder)/\(entry.name)")
      let problem = target.problem(with: input, archive: archive)
      #expect(problem == nil, "\(target), \(entry.name)")
    }
  }

  @Test func `a session replayed twice gets the same bytes`() throws {
    var generator = SeededGenerator(seed: 77)
    let bytes = (0..<2000).map { _ in UInt8.random(in: 0...255, using: &generator) }
    let session = RandomSession(bytes, folder: archive.path)
    let first = try replies(to: session.input)
    #expect(first.count > 100)
    #expect(try replies(to: session.input) == first)
  }

  private func replies(to session: [UInt8]) throws -> [JSON] {
    let messages = Guarded<[JSON]>([])
    var options = ServerOptions()
    options.readsConfiguration = false
    _ = replaySession(session, options: options, log: try Log(file: "/dev/null")) { message in
      messages.withLock { $0.append((try? JSONReader.read(message)) ?? .null) }
      return true
    }
    return messages.withLock { $0 }
  }

  @Test func `random bytes as input end without a trap`() throws {
    let log = try Log(file: "/dev/null")
    var options = ServerOptions()
    options.readsConfiguration = false
    for seed in 0..<2_000 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed)
      let input = input(.framing, &generator)
      let status = replaySession(input, options: options, log: log) { _ in true }
      #expect(status == 1, "seed \(seed)")
    }
  }
}
