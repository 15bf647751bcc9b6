import Analysis
import Archive
import LanguageServerProtocol
import Platform
import Server
import Syntax

/// What takes arbitrary bytes, and the laws that hold whatever they are. The fuzzer looks for bytes
/// that break one; the tests try random ones, and those that broke one before.
package enum FuzzTarget: String, CaseIterable, Sendable {
  case framing
  case markdown
  case frontMatter = "front-matter"
  case edits
  case sessions

  /// The law that `input` breaks; `nil` when all hold.
  ///
  /// - Parameter folder: an archive as `writeArchive` makes it, for sessions.
  package func problem(with input: [UInt8], archive folder: TemporaryFolder) -> String? {
    switch self {
    case .framing: framing(input)
    case .markdown: markdown(input)
    case .frontMatter: frontMatter(input)
    case .edits: edits(input)
    case .sessions: session(input, folder)
    }
  }

  /// Two small issues that know a few names.
  package static func writeArchive(to folder: TemporaryFolder) throws {
    try folder.write(
      "2026-01-30.md",
      """
      ---
      title: 智谱发布 GLM-5
      date: 2026-01-30
      ---
      # 智谱发布 GLM-5

      ## 头条

      ### [智谱发布 GLM-5 模型](https://a.b/c)

      **深度解读 & 洞察：** 智谱发布 GLM-5 模型，OpenAI 发布 GPT-5.2。
      """)
    try folder.write(
      "2026-01-31.md",
      "---\ntitle: b\ndate: 2026-01-31\n---\n# b\n\n## 更多动态\n\n- [OpenAI](https://a.b/d) c。\n")
  }

  /// What is cut into frames is the same whatever pieces it comes in, and what is read is written
  /// and read again the same.
  private func framing(_ input: [UInt8]) -> String? {
    let cut = Int(input.first ?? 0)
    let pieces = [input.prefix(cut), input.dropFirst(cut)].map { Array($0) }
    let whole = frames(of: [input])
    guard frames(of: pieces) == whole else { return "other frames when cut after \(cut) bytes" }
    var texts = [input]
    for case .message(let body) in whole { texts.append(body) }
    for text in texts {
      guard let json = try? JSONReader.read(text) else { continue }
      _ = Message(json)
      guard (try? JSONReader.read(JSONWriter.bytes(of: json))) == json else {
        return "what is written is read differently"
      }
    }
    return nil
  }

  private func frames(of pieces: [[UInt8]]) -> [FrameReader.Frame] {
    var reader = FrameReader()
    var frames: [FrameReader.Frame] = []
    for piece in pieces {
      reader.append(piece)
      while let frame = reader.next() { frames.append(frame) }
    }
    return frames
  }

  /// The blocks cover the text, and printing them ends.
  private func markdown(_ input: [UInt8]) -> String? {
    let tree = BlockTree(parsing: input)
    _ = XMLPrinter.print(tree, of: input, sourcepos: true)
    return tree.root.length == input.count ? nil : "blocks of \(tree.root.length) bytes"
  }

  /// Reports lie within the text, and their edits apply.
  private func frontMatter(_ input: [UInt8]) -> String? {
    let document = Document(bytes: Array("---\n".utf8) + input + Array("\n---\n# a\n".utf8))
    let count = document.bytes.count
    var cache = DiagnosticsCache()
    let snapshot = Snapshot(document: document, path: "/a/2026-01-31.md")
    for diagnostic in diagnostics(of: snapshot, cache: &cache) {
      let ranges = [diagnostic.range] + diagnostic.fixes.flatMap { $0.edits.map(\.range) }
      guard ranges.allSatisfy({ 0 <= $0.start && $0.start <= $0.end && $0.end <= count }) else {
        return "\(diagnostic.code) lies at \(ranges)"
      }
    }
    return nil
  }

  /// The first half is a text, the second are edits of it: the tree after each is that of a full
  /// parse.
  private func edits(_ input: [UInt8]) -> String? {
    let middle = input.count / 2
    var document = Document(bytes: Array(input[..<middle]))
    var rest = input[middle...]
    while rest.count >= 4 {
      let place = Int(rest.removeFirst()) << 8 | Int(rest.removeFirst())
      let start = place % (document.bytes.count + 1)
      let length = Int(rest.removeFirst()) % 16
      let count = Int(rest.removeFirst()) % 8
      let text = Array(rest.prefix(count))
      rest = rest.dropFirst(count)
      let end = min(start + length, document.bytes.count)
      document.apply(TextEdit(range: ByteRange(start, end), newText: text))
      if let problem = document.problem() { return problem }
    }
    return nil
  }

  /// Each request gets one answer, and no invariant breaks.
  private func session(_ input: [UInt8], _ folder: TemporaryFolder) -> String? {
    let session = RandomSession(input, folder: folder.path)
    var options = ServerOptions()
    options.readsConfiguration = false
    options.isParanoid = true
    guard let log = try? Log(file: "/dev/null") else { return "no log" }
    var answers: [Int: Int] = [:]
    let status = replaySession(session.input, options: options, log: log) { message in
      guard let json = try? JSONReader.read(message) else { return false }
      if json["method"] == nil, let id = json["id"]?.integer { answers[id, default: 0] += 1 }
      return true
    }
    if status != 0 { return "exit status \(status)" }
    let wrong = session.requests.filter { answers[$0] != 1 }
    return wrong.isEmpty ? nil : "requests \(wrong) do not have one answer"
  }
}
