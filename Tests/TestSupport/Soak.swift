import LanguageServerProtocol
import Platform

/// A client that edits open issues and asks about them for as long as it is told to, while others
/// change the archive under the server. It keeps its own copy of each text.
package final class Soak {
  /// What went wrong.
  package struct Failure: Error, CustomStringConvertible {
    package let description: String
  }

  private struct OpenText {
    let uri: String
    /// Without line endings, which are all `\n`.
    var lines: [[UInt8]]
    var version = 1

    var bytes: [UInt8] { Array(lines.joined(separator: [0x0A])) }
  }

  private let folder: TemporaryFolder
  private let server: ChildProcess
  private var random: SeededGenerator
  private var frames = FrameReader()
  private var texts: [OpenText] = []
  private var requestCount = 0

  package private(set) var editCount = 0
  /// Bytes that the server's process has in memory now.
  package var memory: Int? { server.residentMemory }

  /// Writes an archive, starts the server and opens some issues.
  ///
  /// - Parameter command: the server.
  package init(_ command: [String], seed: UInt64) throws {
    ignoreBrokenPipes()
    folder = TemporaryFolder()
    random = SeededGenerator(seed: seed)
    server = try ChildProcess(command)
    for day in 1...Self.fileCount { try folder.write(fileName(day), issue(day)) }
    _ = try request(
      "initialize",
      """
      {"processId":\(currentProcessID()),"rootUri":"file://\(folder.path)","capabilities":{\
      "general":{"positionEncodings":["utf-8"]},\
      "textDocument":{"hover":{"contentFormat":["markdown"]},\
      "codeAction":{"codeActionLiteralSupport":{}}}}}
      """)
    try notify("initialized", "{}")
    for number in 1...3 { try open("file://\(folder.path)/2027-01-0\(number).md") }
    try open("untitled:a")
  }

  deinit {
    server.kill()
    _ = server.wait()
  }

  /// Sends so many edits and, spread among them, requests; then compares the texts.
  package func run(edits: Int, requests: Int) throws {
    let share = max(1, edits / max(1, requests))
    let end = editCount + edits
    while editCount < end {
      for _ in 0..<min(share, end - editCount) { try edit() }
      try ask()
      if chance(50) { try changeFiles(chance(40) ? 20 : 1) }
      if chance(200) { try changeSettings() }
      if chance(100) { try reopen() }
    }
    try compareTexts()
  }

  /// - Returns: the exit status of the server.
  package func end() throws -> Int {
    _ = try request("shutdown", "null")
    try notify("exit", "null")
    server.closeInput()
    return server.wait().status
  }

  // MARK: Texts

  private static let fileCount = 40
  private static let known = ["OpenAI", "智谱", "GPT-5.2", "Google", "通义千问", "Claude Opus 4.5"]
  private static let sentences = [
    "公司今天发布了新模型。", "融资一亿美元，CEO 表示满意。", "在多项评测上超过了上一代。", "将于下月上线。",
    "开源了它的代码和权重。", "**深度解读 & 洞察：** 这说明竞争更激烈了。", "[原文](https://example.com/a)",
  ]

  private func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }

  private func chance(_ once: Int) -> Bool { number(1...once) == 1 }

  private func one(of words: [String]) -> String { words[number(0...words.count - 1)] }

  /// Mostly a known name, sometimes one that nobody has heard of.
  private func name() -> String {
    if number(0...3) > 0 { return one(of: Self.known) }
    var name = ""
    for _ in 0..<number(2...4) {
      name += one(of: ["Ba", "Ko", "Zu", "Mi", "Xe", "Lo", "Qa", "Ty"])
    }
    return name.prefix(1) + name.dropFirst().lowercased()
  }

  private func sentence() -> String { name() + " " + one(of: Self.sentences) }

  private func fileName(_ day: Int) -> String {
    "2026-0\(1 + day / 28)-\(day % 28 < 9 ? "0" : "")\(1 + day % 28).md"
  }

  private func issue(_ day: Int) -> String {
    var text = "---\ntitle: \(name())发布新模型\ndate: \(fileName(day).prefix(10))\n---\n\n# AI 日报\n"
    for section in 1...3 {
      text += "\n## 第\(section)节\n"
      for story in 1...4 {
        let link = "https://example.com/\(day)/\(section)/\(story)"
        text += "\n### [\(sentence())](\(link))\n\n\(sentence())\(sentence())\n"
      }
    }
    return text
  }

  // MARK: Edits

  private func open(_ uri: String) throws {
    let text = issue(number(1...Self.fileCount))
    let parts = Array(text.utf8).split(separator: 0x0A, omittingEmptySubsequences: false)
    texts.append(OpenText(uri: uri, lines: parts.map { Array($0) }))
    try notify(
      "textDocument/didOpen",
      """
      {"textDocument":{"uri":"\(uri)","languageId":"markdown","version":1,"text":\(json(text))}}
      """)
  }

  private func reopen() throws {
    let text = texts.remove(at: number(0...texts.count - 1))
    try notify("textDocument/didClose", "{\"textDocument\":{\"uri\":\"\(text.uri)\"}}")
    try open(text.uri)
  }

  private func edit() throws {
    editCount += 1
    let index = number(0...texts.count - 1)
    let count = texts[index].lines.count
    let line = number(0...count - 1)
    let isLong = count > 120
    switch number(0...11) {
    case 0 where !isLong: try replace(index, line, 0, line, 0, with: "### \(sentence())\n\n")
    case 1 where !isLong: try replace(index, line, 0, line, 0, with: "- \(sentence())\n")
    case 2 where !isLong: try replace(index, line, end(index, line), with: "\n")
    case 3:
      // Whole lines, the more the longer the text has become.
      let last = min(count - 1, line + (isLong ? number(1...30) : number(0...2)))
      try replace(index, line, 0, last, texts[index].lines[last].count, with: "")
    case 4: try replace(index, line, 0, line, texts[index].lines[line].count, with: sentence())
    case 5:
      try replace(index, line, end(index, line), with: one(of: ["**", "`", "> ", "---", "智"]))
    case 6:
      let line = texts[index].lines[line].isEmpty ? 0 : line
      try replace(index, line, 0, line, boundary(index, line), with: "")
    default:
      try replace(index, line, boundary(index, line), with: one(of: ["智", "a", "。", "😀", " "]))
    }
  }

  private func end(_ index: Int, _ line: Int) -> Int { texts[index].lines[line].count }

  /// A column between two characters.
  private func boundary(_ index: Int, _ line: Int) -> Int {
    let bytes = texts[index].lines[line]
    var column = number(0...bytes.count)
    while column > 0, column < bytes.count, bytes[column] & 0xC0 == 0x80 { column -= 1 }
    return column
  }

  private func replace(_ index: Int, _ line: Int, _ column: Int, with text: String) throws {
    try replace(index, line, column, line, column, with: text)
  }

  private func replace(
    _ index: Int, _ line: Int, _ column: Int, _ lastLine: Int, _ lastColumn: Int, with text: String
  ) throws {
    texts[index].version += 1
    try notify(
      "textDocument/didChange",
      """
      {"textDocument":{"uri":"\(texts[index].uri)","version":\(texts[index].version)},\
      "contentChanges":[{"range":{"start":{"line":\(line),"character":\(column)},\
      "end":{"line":\(lastLine),"character":\(lastColumn)}},"text":\(json(text))}]}
      """)
    let head = texts[index].lines[line].prefix(column)
    let tail = texts[index].lines[lastLine].dropFirst(lastColumn)
    let parts = (head + Array(text.utf8) + tail)
      .split(separator: 0x0A, omittingEmptySubsequences: false)
    texts[index].lines.replaceSubrange(line...lastLine, with: parts.map { Array($0) })
  }

  private func compareTexts() throws {
    for text in texts {
      let result = try request("issue/documentText", "{\"uri\":\"\(text.uri)\"}")
      guard case .string(let theirs)? = result["text"], theirs == text.bytes,
        result["version"]?.integer == text.version
      else { throw Failure(description: "\(text.uri) differs after \(editCount) edits") }
    }
  }

  // MARK: Requests

  private static let methods = [
    "textDocument/documentSymbol", "textDocument/completion", "textDocument/hover",
    "textDocument/definition", "textDocument/references", "textDocument/documentHighlight",
    "textDocument/codeAction", "textDocument/codeLens", "textDocument/foldingRange",
    "textDocument/selectionRange", "textDocument/documentLink", "textDocument/prepareRename",
    "textDocument/semanticTokens/full", "textDocument/semanticTokens/full/delta",
    "issue/relatedStories", "issue/mentions", "workspace/symbol",
  ]

  private func ask() throws {
    let index = number(0...texts.count - 1)
    let line = number(0...texts[index].lines.count - 1)
    let place = "{\"line\":\(line),\"character\":\(boundary(index, line))}"
    _ = try request(
      one(of: Self.methods),
      """
      {"textDocument":{"uri":"\(texts[index].uri)"},"position":\(place),"positions":[\(place)],\
      "range":{"start":\(place),"end":\(place)},"context":{"diagnostics":[]},\
      "query":"\(one(of: ["", "智", "gpt", "ba"]))","previousResultId":"1"}
      """)
  }

  // MARK: Others

  /// Others write, rename and remove files; only sometimes the server is told.
  private func changeFiles(_ count: Int) throws {
    var changes: [String] = []
    for _ in 0..<count {
      let day = number(1...Self.fileCount)
      let name = fileName(day)
      switch number(0...3) {
      case 0: try? removeFile(folder.path(name))
      case 1:
        try? renameFile(folder.path(name), to: folder.path(fileName(number(1...Self.fileCount))))
      default: try folder.write(name, issue(day))
      }
      changes.append("{\"uri\":\"file://\(folder.path)/\(name)\",\"type\":2}")
    }
    if chance(2) {
      try notify(
        "workspace/didChangeWatchedFiles", "{\"changes\":[\(changes.joined(separator: ","))]}")
    }
  }

  private func changeSettings() throws {
    try folder.write(".issue-lsp.yaml", "rules: {body: \(one(of: ["off", "info", "error"]))}\n")
    try notify(
      "workspace/didChangeWatchedFiles",
      "{\"changes\":[{\"uri\":\"file://\(folder.path)/.issue-lsp.yaml\",\"type\":2}]}")
  }

  // MARK: Messages

  private func json(_ text: String) -> String {
    String(decoding: JSONWriter.bytes(of: text), as: UTF8.self)
  }

  private func notify(_ method: String, _ params: String) throws {
    try send("{\"jsonrpc\":\"2.0\",\"method\":\"\(method)\",\"params\":\(params)}")
  }

  private func send(_ body: String) throws {
    let bytes = Array(body.utf8)
    try server.write([Outgoing.header(for: bytes), bytes])
  }

  /// Sends a request and waits for its one answer.
  private func request(_ method: String, _ params: String) throws -> JSON {
    requestCount += 1
    try send(
      """
      {"jsonrpc":"2.0","id":\(requestCount),"method":"\(method)","params":\(params)}
      """)
    while true {
      while let frame = frames.next() {
        guard case .message(let body) = frame else {
          throw Failure(description: "no message: \(frame)")
        }
        let json = try JSONReader.read(body)
        guard json["method"] == nil else { continue }
        guard json["id"]?.integer == requestCount else {
          throw Failure(description: "an answer to another request than \(requestCount)")
        }
        if let error = json["error"] { throw Failure(description: "\(method): \(error)") }
        return json["result"] ?? .null
      }
      var bytes: [UInt8] = []
      guard try server.read(into: &bytes, limit: 1 << 18, timeout: 60_000) > 0 else {
        throw Failure(description: "the server ended after \(editCount) edits")
      }
      frames.append(bytes)
    }
  }
}
