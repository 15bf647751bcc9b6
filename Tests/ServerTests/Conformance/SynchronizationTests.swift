import LanguageServerProtocol
import TestSupport
import Testing

@Suite struct SynchronizationTests {
  @Test func `changes of one message build on one another`() throws {
    let client = try ScriptedClient()
    try client.initialize()
    client.open("untitled:a", "one\ntwo\n")
    client.change(
      "untitled:a", version: 2,
      [
        ["range": range(0, 3, 0, 3), "text": "智"],
        ["range": range(0, 4, 0, 4), "text": "😀"],
        ["range": range(0, 6, 1, 0), "text": ""],
        ["text": "all new\n"],
        ["range": range(0, 0, 0, 3), "text": "ALL", "rangeLength": 77],
      ])
    #expect(try client.text(of: "untitled:a") == "ALL new\n")
    try client.end()
  }

  @Test(arguments: [
    (range(0, 99, 0, 99), "abX\ncd"), (range(99, 0, 99, 0), "ab\ncdX"),
    (range(1, 1, 0, 1), "aXd"), (range(0, 0, 99, 99), "X"), (range(2, 0, 2, 0), "ab\ncdX"),
    (range(0, 2_147_483_647, 4_294_967_295, 5), "abX"),
  ])
  func `positions beyond the text are clamped and ranges that are backwards are turned`(
    range: JSON, expected: String
  ) throws {
    let client = try ScriptedClient()
    try client.initialize()
    client.open("untitled:a", "ab\ncd")
    client.change("untitled:a", version: 2, [["range": range, "text": "X"]])
    #expect(try client.text(of: "untitled:a") == expected)
    try client.end()
  }

  @Test func `a position within a surrogate pair never splits it`() throws {
    let client = try ScriptedClient()
    try client.initialize()
    client.open("untitled:a", "😀b")
    client.change("untitled:a", version: 2, [["range": range(0, 1, 0, 1), "text": "x"]])
    #expect(try client.text(of: "untitled:a") == "x😀b")
    try client.end()
  }

  @Test func `all three line endings end lines`() throws {
    let client = try ScriptedClient()
    try client.initialize()
    client.open("untitled:a", "a\r\nb\rc\nd")
    for line in 0..<4 {
      client.change(
        "untitled:a", version: 2 + line, [["range": range(line, 1, line, 1), "text": "."]])
    }
    #expect(try client.text(of: "untitled:a") == "a.\r\nb.\rc.\nd.")
    try client.end()
  }

  @Test func `what is asked before a document is opened anew is about its old text`() throws {
    let folder = TemporaryFolder()
    for day in 10...28 {
      try folder.write("2026-01-\(day).md", "# 日报\n\n### OpenAI 发布第 \(day) 个模型\n")
    }
    let client = try ScriptedClient()
    try client.initialize(folder: folder.path)
    let issue = uri(folder.path("2026-02-01.md"))
    client.open(issue, "# 日报\n\n### OpenAI 开源工具\n")
    let references = client.begin(
      "textDocument/references",
      [
        "textDocument": ["uri": .string(issue)], "position": ["line": 2, "character": 5],
        "context": ["includeDeclaration": true],
      ])
    client.open(issue, "空\n", version: 1)
    #expect(try client.answer(to: references)["result"]?.array?.isEmpty == false)
    #expect(try client.text(of: issue) == "空\n")
    try client.end()
  }

  @Test func `any version number is taken`() throws {
    let client = try ScriptedClient()
    try client.initialize()
    client.open("untitled:a", "", version: 0)
    for version in [0, 5, 3, -1, 2_147_483_647] {
      client.change("untitled:a", version: version, [["text": .string("\(version)")]])
      #expect(try client.text(of: "untitled:a") == "\(version)")
      #expect(
        try client.request("issue/documentText", ["uri": "untitled:a"])["version"]?.integer
          == version)
    }
    client.send(
      #"{"jsonrpc":"2.0","method":"textDocument/didChange","params":{"textDocument":{"uri":"untitled:a"},"contentChanges":[{"text":"none"}]}}"#
    )
    #expect(try client.text(of: "untitled:a") == "none")
    try client.end()
  }

  @Test func `a change that cannot be carried out is told in the log`() throws {
    let client = try ScriptedClient()
    try client.initialize()
    client.open("untitled:a", "a")
    client.change("untitled:never", version: 2, [["text": "x"]])
    _ = try client.notification("window/logMessage") {
      $0["message"]?.text?.contains("not open") == true
    }
    client.change("untitled:a", version: 2, [["range": range(0, 0, 0, 1)]])
    _ = try client.notification("window/logMessage") {
      $0["message"]?.text?.contains("contentChanges[0].text") == true
    }
    #expect(try client.text(of: "untitled:a") == "a")
    try client.end()
  }

  @Test func `texts that may have drifted apart are told in the log`() throws {
    let client = try ScriptedClient()
    try client.initialize()
    client.open("untitled:a", "ab", version: 5)
    client.change("untitled:a", version: 6, [["range": range(0, 1, 0, 9), "text": "x"]])
    _ = try client.notification("window/logMessage") {
      $0["message"]?.text?.contains("outside the text") == true
    }
    client.change("untitled:a", version: 4, [["range": range(0, 0, 0, 0), "text": "y"]])
    _ = try client.notification("window/logMessage") {
      $0["message"]?.text?.contains("version 4 follows version 6") == true
    }
    // The end may be spelt as the start of the line behind the last one.
    client.change("untitled:a", version: 7, [["range": range(1, 0, 1, 0), "text": "z"]])
    #expect(try client.text(of: "untitled:a") == "yaxz")
    try client.end()
    #expect(client.received.filter { $0.method == "window/logMessage" }.count == 2)
  }

  @Test func `saving with the text sets the server right`() throws {
    let client = try ScriptedClient()
    try client.initialize()
    client.open("untitled:a", "a\n\n")
    client.notify("textDocument/didSave", ["textDocument": ["uri": "untitled:a"], "text": "a\n"])
    #expect(try client.text(of: "untitled:a") == "a\n")
    client.notify("textDocument/didSave", ["textDocument": ["uri": "untitled:a"]])
    #expect(try client.text(of: "untitled:a") == "a\n")
    try client.end()
  }

  @Test(arguments: [
    ("file:///tmp/a%20b/%E6%99%BA.md", "file:///tmp/a b/智.md"),
    ("file:///c%3A/x/y.md", "file:///c:/x/y.md"),
    ("file:///tmp/a%2Bb%28c%29.md", "file:///tmp/a+b(c).md"),
    ("file:///tmp/x/../y.md", "file:///tmp/y.md"),
    ("FILE:///tmp/y.md", "file://localhost/tmp/y.md"),
    ("untitled:Untitled-1", "untitled:Untitled%2D1"),
  ])
  func `two spellings of a URI are one document and the client's own is answered`(
    first: String, second: String
  ) throws {
    let client = try ScriptedClient()
    try client.initialize()
    client.open(first, "a")
    #expect(try client.notification("textDocument/publishDiagnostics")["uri"]?.text == first)
    client.change(second, version: 2, [["text": "b"]])
    #expect(try client.text(of: first) == "b")
    #expect(try client.notification("textDocument/publishDiagnostics")["uri"]?.text == first)
    try client.end()
  }

  @Test(arguments: [
    "", "file:", "file://", "file:///%00", "%", "file:///%zz", "git:/a?b", "http://x/y",
  ])
  func `any text is taken as a URI`(uri: String) throws {
    let client = try ScriptedClient()
    try client.initialize()
    client.open(uri, "text")
    #expect(try client.text(of: uri) == "text")
    client.notify("textDocument/didClose", ["textDocument": ["uri": .string(uri)]])
    #expect(try client.errorCode("issue/documentText", ["uri": .string(uri)]) == -32602)
    try client.end()
  }

  @Test func `the server's text is the client's after thousands of random edits`() throws {
    let client = try ScriptedClient([])
    try client.initialize(["general": ["positionEncodings": ["utf-8"]]])
    var generator = SeededGenerator(seed: 31)
    let pieces = [
      "智", "😀", "a", "\n", "\r\n", "\r", "# ", "---\n", "```\n", "> ", "- ", "**", "", "[x](y)",
    ].map { Array($0.utf8) }
    var lines: [[UInt8]] = [[]]
    client.open("untitled:a", "")
    for version in 2..<3_000 {
      // Lines that end at \n alone keep the model of the test simple; \r is sent as a whole text.
      let line = Int.random(in: 0..<lines.count, using: &generator)
      let piece = pieces[Int.random(in: 0..<pieces.count, using: &generator)].filter { $0 != 0x0D }
      if Int.random(in: 0..<6, using: &generator) == 0 {
        let last = min(lines.count - 1, line + Int.random(in: 0...2, using: &generator))
        client.change(
          "untitled:a", version: version,
          [["range": range(line, 0, last, lines[last].count), "text": ""]])
        lines.replaceSubrange(line...last, with: [[]])
      } else {
        let column = Bool.random(using: &generator) ? 0 : lines[line].count
        client.change(
          "untitled:a", version: version,
          [["range": range(line, column, line, column), "text": .string(piece)]])
        lines[line].insert(contentsOf: piece, at: column)
        let parts = lines[line].split(separator: 0x0A, omittingEmptySubsequences: false)
        lines.replaceSubrange(line...line, with: parts.map { Array($0) })
      }
    }
    let expected = String(decoding: Array(lines.joined(separator: [0x0A])), as: UTF8.self)
    #expect(try client.text(of: "untitled:a") == expected)
    try client.end()
  }

  @Test func `a document that is opened anew under another spelling leaves nothing behind`() throws
  {
    let client = try ScriptedClient()
    try client.initialize()
    client.open("untitled:%6eo", "# a")
    client.open("untitled:no", "# a")
    client.notify("textDocument/didClose", ["textDocument": ["uri": "untitled:no"]])
    try client.end()
    var shown: [String: Int] = [:]
    for (method, message) in client.received where method == "textDocument/publishDiagnostics" {
      shown[message.at("params.uri")?.text ?? ""] = message.at("params.diagnostics")?.array?.count
    }
    #expect(shown == ["untitled:%6eo": 0, "untitled:no": 0])
  }
}
