/// A client's session made of arbitrary bytes: each few of them choose what is sent next. The fuzzer
/// feeds it what it finds, the tests random numbers.
package struct RandomSession {
  /// What the server reads.
  package private(set) var input: [UInt8] = []
  /// Ids of the requests, each of which must get one answer.
  package private(set) var requests: [Int] = []

  private var bytes: ArraySlice<UInt8>
  private let folder: String
  private let uris: [String]
  private var version = 1

  /// - Parameter folder: the absolute path of the archive.
  package init(_ bytes: [UInt8], folder: String) {
    self.bytes = bytes[...]
    self.folder = folder
    uris = [
      "untitled:a", "file://\(folder)/2026-01-31.md", "file://\(folder)/2026-02-01.md",
      "file:///nowhere/%E6%99%BA.md", "git:/x",
    ]
    request("initialize", capabilities())
    notify("initialized", "{}")
    open()
    while !self.bytes.isEmpty, requests.count < 400 { step() }
    request("shutdown", "null")
    notify("exit", "null")
  }

  private mutating func byte() -> Int { Int(bytes.popFirst() ?? 0) }

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
    "workspace/symbol", "workspace/executeCommand", "workspace/diagnostic", "no/such",
    "completionItem/resolve", "codeAction/resolve", "codeLens/resolve",
  ]

  private mutating func capabilities() -> String {
    let choices = byte()
    func has(_ bit: Int) -> Bool { choices >> bit & 1 == 1 }
    let dynamic = #"{"dynamicRegistration":true}"#
    return """
      {"processId":null,"rootUri":"file://\(folder)","capabilities":{\
      \(has(0) ? #""general":{"positionEncodings":["utf-8"]},"# : "")\
      \(has(1) ? #""window":{"workDoneProgress":true},"# : "")\
      \(has(2) ? #""workspace":{"configuration":true,"didChangeWatchedFiles":\#(dynamic)},"# : "")\
      "textDocument":{\(has(3) ? #""diagnostic":{},"# : "")\
      \(has(4) ? #""completion":{"completionItem":{"snippetSupport":true}},"# : "")\
      "documentSymbol":{"hierarchicalDocumentSymbolSupport":\(has(5))},\
      "codeAction":{"codeActionLiteralSupport":{}},"hover":{"contentFormat":["markdown"]}}}}
      """
  }

  private mutating func step() {
    switch byte() % 20 {
    case 0..<9: change()
    case 9: open()
    case 10: notify("textDocument/didClose", "{\(document())}")
    case 11: notify("textDocument/didSave", "{\(document()),\"text\":\"\(text())\"}")
    case 12: happen()
    default:
      let method = Self.methods[byte() % Self.methods.count]
      request(
        method,
        """
        {\(document()),"uri":"\(uris[0])","position":\(position()),"range":\(range()),\
        "positions":[\(position()),\(position())],"context":{"diagnostics":[]},"query":"\(text())",\
        "newName":"\(text())","command":"issue-lsp.mentions","arguments":[{"name":"\(text())"}],\
        "previousResultId":"1.1","label":"a","title":"a","data":{"uri":"\(uris[0])","name":"智谱"}}
        """)
    }
  }

  /// What clients tell besides edits.
  private mutating func happen() {
    switch byte() % 8 {
    case 0:
      let change = "{\"uri\":\"\(uri())\",\"type\":\(1 + byte() % 3)}"
      notify("workspace/didChangeWatchedFiles", "{\"changes\":[\(change)]}")
    case 1:
      let severity = ["off", "error", "3"][byte() % 3]
      notify(
        "workspace/didChangeConfiguration",
        "{\"settings\":{\"issueLsp\":{\"rules\":{\"body\":\"\(severity)\"}}}}")
    case 2:
      let folders = "[{\"uri\":\"file://\(folder)\",\"name\":\"a\"}]"
      let isAdded = byte() % 2 == 0
      notify(
        "workspace/didChangeWorkspaceFolders",
        "{\"event\":{\"added\":\(isAdded ? folders : "[]"),\"removed\":\(isAdded ? "[]" : folders)}}"
      )
    case 3: frame("{\"jsonrpc\":\"2.0\",\"id\":\(byte() % 8),\"result\":[{\"outline\":false}]}")
    case 4: notify("$/setTrace", "{\"value\":\"\(["off", "messages", "verbose"][byte() % 3])\"}")
    case 5: notify("$/cancelRequest", "{\"id\":\(1_000_000 + byte())}")
    case 6: frame(text())
    default: notify("textDocument/didChange", "{\(document()),\"contentChanges\":\(byte())}")
    }
  }

  private mutating func open() {
    version += 1
    let uri = uri()
    var text = ""
    if byte() % 2 == 0 {
      for _ in 0..<byte() % 24 { text += self.text() }
    } else {
      // A text that nobody thought of.
      let count = byte()
      text = escaped(String(decoding: bytes.prefix(count), as: UTF8.self))
      bytes = bytes.dropFirst(count)
    }
    notify(
      "textDocument/didOpen",
      """
      {"textDocument":{"uri":"\(uri)","languageId":"markdown","version":\(version),"text":"\(text)"}}
      """)
  }

  private func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\\(scalar)"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\0"..<" ": result += "\\t"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
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

  /// Mostly the same one, so that much happens to it.
  private mutating func uri() -> String {
    byte() % 8 < 6 ? uris[1] : uris[byte() % uris.count]
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
    "\"textDocument\":{\"uri\":\"\(uri())\",\"version\":\(version ?? 1)}"
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
