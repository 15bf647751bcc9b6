/// A client's session made of arbitrary bytes: each few of them choose what is sent next. The fuzzer
/// feeds it what it finds, the tests random numbers.
package struct RandomSession {
  /// What the server reads.
  package private(set) var input: [UInt8] = []
  /// Ids of the requests, each of which must get one answer.
  package private(set) var requests: [Int] = []

  private var bytes: ArraySlice<UInt8>
  private var version = 1

  package init(_ bytes: [UInt8]) {
    self.bytes = bytes[...]
    request("initialize", capabilities)
    notify("initialized", "{}")
    open()
    while !self.bytes.isEmpty, requests.count < 400 { step() }
    request("shutdown", "null")
    notify("exit", "null")
  }

  private mutating func byte() -> Int { Int(bytes.popFirst() ?? 0) }

  private static let uris = [
    "untitled:a", "file:///nowhere/2026-01-31.md", "file:///nowhere/%E6%99%BA.md", "git:/x",
  ]

  private static let texts = [
    "", "智", "😀", "a", "\\n", "\\r\\n", "\\r", "# ", "## 更多动态\\n", "### [智谱](https://a.b/c)\\n",
    "---\\n", "——\\n", "title: 智谱发布\\n", "date: 2026-01-31\\n", "tags: [a, \\\"b\\\"\\n", "```\\n",
    "> ", "- ", "  ", "\\t", "**深度解读 & 洞潜：**\\n", "**", "_", "[", "](", ")", "<div>", "<!-- ",
    " -->", "issue-lsp-disable-line body", "GPT-5.2", "OpenAI", "\\u0000", "\\ufeff", "\\ud800",
    "|a|b|\\n|-|-|\\n", "&amp;", "\\\\", "https://a.b", ": ", "“", "”", "：",
    "智谱发布 GLM-5 模型，OpenAI 发布 GPT-5.2。\\n\\n",
  ]

  private static let methods = [
    "textDocument/documentSymbol", "textDocument/completion", "textDocument/hover",
    "textDocument/definition", "textDocument/references", "textDocument/documentHighlight",
    "textDocument/codeAction", "textDocument/codeLens", "textDocument/foldingRange",
    "textDocument/selectionRange", "textDocument/documentLink", "textDocument/rename",
    "textDocument/prepareRename", "textDocument/semanticTokens/full",
    "textDocument/semanticTokens/full/delta", "textDocument/semanticTokens/range",
    "textDocument/diagnostic", "issue/relatedStories", "issue/mentions", "issue/documentText",
    "workspace/symbol", "workspace/executeCommand", "no/such",
  ]

  private var capabilities: String {
    let isPulling = bytes.count % 2 == 0
    let isUTF8 = bytes.count % 3 == 0
    return """
      {"processId":null,"rootUri":null,"capabilities":{\
      \(isUTF8 ? #""general":{"positionEncodings":["utf-8"]},"# : "")\
      "textDocument":{\(isPulling ? #""diagnostic":{},"# : "")\
      "documentSymbol":{"hierarchicalDocumentSymbolSupport":\(isPulling)},\
      "codeAction":{"codeActionLiteralSupport":{}},"hover":{"contentFormat":["markdown"]}}}}
      """
  }

  private mutating func step() {
    switch byte() % 16 {
    case 0..<9: change()
    case 9: open()
    case 10: notify("textDocument/didClose", "{\(document())}")
    case 11: notify("textDocument/didSave", "{\(document()),\"text\":\"\(text())\"}")
    default:
      let method = Self.methods[byte() % Self.methods.count]
      request(
        method,
        """
        {\(document()),"uri":"\(Self.uris[0])","position":\(position()),"range":\(range()),\
        "positions":[\(position()),\(position())],"context":{"diagnostics":[]},"query":"\(text())",\
        "newName":"\(text())","command":"issue-lsp.mentions","arguments":[{"name":"\(text())"}],\
        "previousResultId":"1.1"}
        """)
    }
  }

  private mutating func open() {
    version += 1
    let uri = Self.uris[byte() % Self.uris.count]
    var text = ""
    for _ in 0..<byte() % 24 { text += self.text() }
    notify(
      "textDocument/didOpen",
      """
      {"textDocument":{"uri":"\(uri)","languageId":"markdown","version":\(version),"text":"\(text)"}}
      """)
  }

  private mutating func change() {
    version += 1
    let target = document(version: version)
    var changes: [String] = []
    for _ in 0...byte() % 3 {
      let isWhole = byte() % 32 == 0
      changes.append("{\(isWhole ? "" : "\"range\":\(range()),")\"text\":\"\(text())\"}")
    }
    notify(
      "textDocument/didChange",
      "{\(target),\"contentChanges\":[\(changes.joined(separator: ","))]}")
  }

  private mutating func text() -> String { Self.texts[byte() % Self.texts.count] }

  private mutating func position() -> String {
    "{\"line\":\(byte() % 40),\"character\":\(byte() % 48)}"
  }

  private mutating func range() -> String {
    let line = byte() % 40
    let column = byte() % 48
    // Mostly small ones, as typing makes them.
    let isSmall = byte() % 4 != 0
    let end = isSmall ? "{\"line\":\(line),\"character\":\(column + byte() % 4)}" : position()
    return "{\"start\":{\"line\":\(line),\"character\":\(column)},\"end\":\(end)}"
  }

  private mutating func document(version: Int? = nil) -> String {
    let uri = Self.uris[byte() % 8 < 6 ? 0 : byte() % Self.uris.count]
    return "\"textDocument\":{\"uri\":\"\(uri)\",\"version\":\(version ?? 1)}"
  }

  private mutating func request(_ method: String, _ params: String) {
    requests.append(requests.count + 1_000_000)
    frame(
      "{\"jsonrpc\":\"2.0\",\"id\":\(requests.count + 999_999),\"method\":\"\(method)\",\"params\":\(params)}"
    )
  }

  private mutating func notify(_ method: String, _ params: String) {
    frame("{\"jsonrpc\":\"2.0\",\"method\":\"\(method)\",\"params\":\(params)}")
  }

  private mutating func frame(_ body: String) {
    input += "Content-Length: \(body.utf8.count)\r\n\r\n".utf8
    input += body.utf8
  }
}
