import LanguageServerProtocol
import Platform
import TestSupport
import Testing

@Suite struct LifecycleTests {
  @Test func `a session begins and ends as the specification says`() throws {
    let client = try ScriptedClient()
    let result = try client.initialize()
    #expect(result.at("serverInfo.name")?.text == "issue-lsp")
    #expect(result.at("capabilities.positionEncoding")?.text == "utf-16")
    #expect(try client.end() == 0)
  }

  @Test func `exit alone ends with 1 and so does the end of the input`() throws {
    let first = try ScriptedClient()
    first.notify("exit", .null)
    #expect(try first.exitStatus() == 1)
    let second = try ScriptedClient()
    try second.initialize()
    second.notify("exit", .null)
    #expect(try second.exitStatus() == 1)
    let third = try ScriptedClient()
    try third.initialize()
    _ = try third.request("shutdown")
    third.server.closeInput()
    #expect(try third.exitStatus() == 1)
  }

  @Test func `requests out of their time are refused with the right code`() throws {
    let client = try ScriptedClient()
    #expect(try client.errorCode("textDocument/hover", [:]) == -32002)
    #expect(try client.errorCode("shutdown") == -32002)
    #expect(try client.errorCode("no/such", [:]) == -32002)
    client.notify("textDocument/didOpen", ["nonsense": 1])
    try client.initialize()
    #expect(try client.errorCode("initialize", ["capabilities": [:]]) == -32600)
    _ = try client.request("shutdown")
    #expect(try client.errorCode("textDocument/hover", [:]) == -32600)
    #expect(try client.errorCode("shutdown") == -32600)
    #expect(try client.errorCode("initialize", ["capabilities": [:]]) == -32600)
    client.notify("exit", .null)
    #expect(try client.exitStatus() == 0)
  }

  @Test(arguments: [
    "", #","params":null"#, #","params":{}"#, #","params":[]"#, #","params":[1]"#,
    #","params":"x""#,
  ])
  func `shutdown takes any parameters`(params: String) throws {
    let client = try ScriptedClient()
    try client.initialize()
    client.send(#"{"jsonrpc":"2.0","id":"end","method":"shutdown"\#(params)}"#)
    let answer = try client.answer(to: .string(Array("end".utf8)))
    #expect(answer.description == #"{"jsonrpc":"2.0","id":"end","result":null}"#)
    client.send(#"{"jsonrpc":"2.0","method":"exit"\#(params)}"#)
    #expect(try client.exitStatus() == 0)
  }

  @Test func `an initialize that cannot be read is refused and may be tried again`() throws {
    let client = try ScriptedClient()
    for params: JSON in [
      nil, [], 1, "x", ["processId": "x", "capabilities": [:]], ["rootUri": 1],
      ["capabilities": 1],
    ] {
      #expect(try client.errorCode("initialize", params) == -32602)
    }
    try client.initialize()
    #expect(try client.end() == 0)
  }

  @Test(
    arguments: [
      ([], "utf-16"), (["utf-16"], "utf-16"), (["utf-8", "utf-16", "utf-32"], "utf-8"),
      (["utf-32", "utf-16"], "utf-16"), (["utf-32"], "utf-32"), (["ebcdic"], "utf-16"),
    ] as [([String], String)])
  func `the position encoding is one of those offered`(offered: [String], chosen: String) throws {
    let client = try ScriptedClient()
    let result = try client.initialize(
      ["general": ["positionEncodings": .array(offered.map { .string($0) })]])
    #expect(result.at("capabilities.positionEncoding")?.text == chosen)
    client.open("untitled:a", "智😀x")
    // The x stands behind 7 bytes, 3 UTF-16 units, 2 scalars.
    let column = ["utf-8": 7, "utf-16": 3, "utf-32": 2][chosen] ?? 0
    client.change(
      "untitled:a", version: 2, [["range": range(0, column, 0, column + 1), "text": "y"]])
    #expect(try client.text(of: "untitled:a") == "智😀y")
    try client.end()
  }

  @Test(arguments: [
    "1", "-7", "9007199254740991", "0", #""""#, #""a b""#, #""智谱😀""#, "1.5", #""\u0000""#,
  ])
  func `ids come back unchanged`(id: String) throws {
    let client = try ScriptedClient()
    try client.initialize()
    client.send(
      #"{"jsonrpc":"2.0","id":\#(id),"method":"issue/documentText","params":{"uri":"x"}}"#)
    client.send(#"{"jsonrpc":"2.0","id":\#(id),"method":"no/such","params":{}}"#)
    let expected = try JSONReader.read(Array(id.utf8))
    #expect(try client.wait { $0["id"] == expected }.at("error.code")?.integer == -32602)
    #expect(try client.wait { $0["id"] == expected }.at("error.code")?.integer == -32601)
    try client.end()
  }

  @Test func `unknown requests are refused and unknown notifications dropped`() throws {
    let client = try ScriptedClient()
    try client.initialize()
    client.notify("no/such", ["a": 1])
    client.notify("$/no/such", ["a": 1])
    client.notify("$/cancelRequest", ["id": 999])
    client.notify("$/cancelRequest", ["id": [:]])
    client.notify("$/cancelRequest", .null)
    #expect(try client.errorCode("no/such", [:]) == -32601)
    #expect(try client.errorCode("$/no/such", [:]) == -32601)
    #expect(try client.errorCode("", [:]) == -32601)
    #expect(client.received.count == 4)
    try client.end()
  }

  @Test func `a request that is taken back gets exactly one answer`() throws {
    let client = try ScriptedClient()
    try client.initialize()
    client.open("untitled:a", "# a\n")
    var burst: [UInt8] = []
    for id in 1000..<1100 {
      for body in [
        #"{"jsonrpc":"2.0","id":\#(id),"method":"issue/documentText","params":{"uri":"untitled:a"}}"#,
        #"{"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":\#(id)}}"#,
      ] {
        burst += Outgoing.header(for: Array(body.utf8)) + Array(body.utf8)
      }
    }
    client.write(burst)
    try client.end()
    for id in 1000..<1100 {
      let answers = client.received.filter { $0.message["id"]?.integer == id }
      #expect(answers.count == 1)
      if let code = answers.first?.message.at("error.code")?.integer { #expect(code == -32800) }
    }
  }

  @Test func `a request that runs is taken back, too`() throws {
    let folder = TemporaryFolder()
    for number in 100..<300 {
      try folder.write(
        "\(number).md",
        "# a\n\n## b\n\n### c\n\n" + String(repeating: "OpenAI 发布 **模型**。\n\n", count: 50))
    }
    let client = try ScriptedClient()
    try client.initialize(
      ["textDocument": ["diagnostic": [:]]], folder: folder.path,
      more: [
        .init(
          key: Array("initializationOptions".utf8), value: ["workspaceDiagnostics": true])
      ])
    // The archive is read when its stories are found.
    while try client.request("workspace/symbol", ["query": ""]).array?.isEmpty ?? true {}
    let id = client.begin("workspace/diagnostic", ["previousResultIds": []])
    client.notify("$/cancelRequest", ["id": JSON(id)])
    #expect(try client.answer(to: id).at("error.code")?.integer == -32800)
    #expect(try client.errorCode("no/such") == -32601)
    try client.end()
  }

  @Test func `nothing but answers comes after shutdown`() throws {
    let folder = TemporaryFolder()
    try folder.write("2026-01-30.md", "# a\n")
    let client = try ScriptedClient()
    _ = try client.request(
      "initialize",
      [
        "processId": -1, "rootUri": .string(uri(folder.path)),
        "capabilities": ["window": ["workDoneProgress": true]],
      ])
    client.notify("initialized", [:])
    client.open("untitled:a", "# a\n")
    let id = client.begin("shutdown", .null)
    _ = try client.answer(to: id)
    let count = client.received.count
    #expect(try client.errorCode("textDocument/hover", [:]) == -32600)
    client.send(["jsonrpc": "2.0", "method": "exit"])
    #expect(try client.exitStatus() == 0)
    #expect(client.received.dropFirst(count).map(\.method) == ["textDocument/hover"])
  }

  @Test func `a client that never reads standard error does not stop the server`() throws {
    let folder = TemporaryFolder()
    let script = #"mkfifo "$1" && exec 3<>"$1" && exec "$2" --paranoid 2>"$1""#
    let client = try ScriptedClient(
      command: ["bash", "-c", script, "bash", folder.path("errors"), BuiltProgram.path])
    try client.initialize()
    for _ in 0..<3_000 {
      client.notify("textDocument/didClose", ["textDocument": ["uri": "file:///a/b/c/d/e.md"]])
    }
    #expect(try client.errorCode("no/such") == -32601)
    try client.end()
  }

  @Test func `the server ends when nobody listens, whatever is still to be done`() throws {
    let client = try ScriptedClient([])
    try client.initialize()
    let text = String(repeating: "## OpenAI\n\n- GPT-5.2\n\n", count: 2_000)
    for number in 0..<20 { client.open("untitled:\(number)", text) }
    #expect(client.vanish() == 1)
  }

  @Test func `the server ends when its client's process is gone`() throws {
    let editor = try ChildProcess(["cat"])
    let client = try ScriptedClient(["--clientProcessId", String(editor.id)])
    try client.initialize()
    editor.kill()
    _ = editor.wait()
    #expect(try client.exitStatus() == 1)
  }

  @Test func `the server ends when the process that initialize names is gone`() throws {
    let editor = try ChildProcess(["cat"])
    let client = try ScriptedClient(["--stdio"])
    _ = try client.request("initialize", ["processId": .integer(editor.id), "capabilities": [:]])
    editor.kill()
    _ = editor.wait()
    #expect(try client.exitStatus() == 1)
  }

  @Test func `trace is told while it is on`() throws {
    let client = try ScriptedClient()
    try client.initialize()
    client.notify("$/setTrace", ["value": "verbose"])
    _ = try client.errorCode("no/such", ["a": 1])
    let trace = try client.notification("$/logTrace")
    #expect(trace["message"]?.text?.contains("no/such") == true)
    #expect(trace["verbose"]?.text == #"{"a":1}"#)
    client.notify("$/setTrace", ["value": "messages"])
    _ = try client.errorCode("no/other", ["a": 1])
    let brief = try client.notification("$/logTrace") {
      $0["message"]?.text?.contains("no/other") == true
    }
    #expect(brief["verbose"] == nil)
    client.notify("$/setTrace", ["value": "off"])
    _ = try client.errorCode("no/third", ["a": 1])
    #expect(
      !client.received.contains {
        $0.method == "$/logTrace" && $0.message.description.contains("no/third")
      })
    try client.end()
  }

  @Test func `an exit counts even when the client is gone before it is read`() throws {
    for _ in 0..<10 {
      let client = try ScriptedClient()
      try client.initialize()
      _ = try client.request("shutdown")
      client.notify("exit", .null)
      #expect(client.vanish() == 0)
    }
  }

  @Test func `code actions are promised only to clients that know them`() throws {
    let plain = try ScriptedClient()
    #expect(try plain.initialize().at("capabilities.codeActionProvider") == .bool(false))
    try plain.end()
    let able = try ScriptedClient()
    let result = try able.initialize(
      ["textDocument": ["codeAction": ["codeActionLiteralSupport": [:]]]])
    #expect(result.at("capabilities.codeActionProvider.resolveProvider") == .bool(true))
    try able.end()
  }
}
