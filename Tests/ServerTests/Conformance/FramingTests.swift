import LanguageServerProtocol
import TestSupport
import Testing

@Suite struct FramingTests {
  private static let question =
    #"{"jsonrpc":"2.0","id":"q","method":"issue/documentText","params":{"uri":"untitled:a"}}"#

  private func started() throws -> ScriptedClient {
    let client = try ScriptedClient()
    try client.initialize()
    client.open("untitled:a", "智")
    return client
  }

  private func expectAnswer(_ client: ScriptedClient) throws {
    let answer = try client.wait { $0["id"]?.text == "q" }
    #expect(answer.at("result.text")?.text == "智")
  }

  @Test func `frames may come a byte at a time or many at once`() throws {
    let client = try started()
    let frame = Outgoing.header(for: Array(Self.question.utf8)) + Array(Self.question.utf8)
    for byte in frame { client.write([byte]) }
    try expectAnswer(client)
    client.write(frame + frame + frame)
    for _ in 0..<3 { try expectAnswer(client) }
    try client.end()
  }

  @Test(arguments: [
    "content-length: #\r\n\r\n", "CONTENT-LENGTH:#\r\n\r\n",
    "Content-Type: application/vscode-jsonrpc; charset=utf-8\r\nContent-Length: #\r\n\r\n",
    "Content-Length: #\r\nContent-Type: application/vscode-jsonrpc; charset=utf-8\r\n\r\n",
  ])
  func `headers come in every spelling`(header: String) throws {
    let client = try started()
    let count = String(Self.question.utf8.count)
    client.write(header.split(separator: "#").joined(separator: count) + Self.question)
    try expectAnswer(client)
    try client.end()
  }

  @Test(arguments: [
    "Content-Type: x\r\n\r\n", "Content-Length: -1\r\n\r\n", "Content-Length: abc\r\n\r\n",
    "Content-Length: 99999999999999999999999\r\n\r\n", "hello\r\n\r\n",
    "Content-Length: 2\r\n\r\n{,", "Content-Length: 0\r\n\r\n", "Content-Length: 5\r\n\r\n{\"a\":",
  ])
  func `what cannot be read is answered with a parse error and the server goes on`(
    fault: String
  ) throws {
    let client = try started()
    client.write(fault)
    client.send(Self.question)
    let answer = try client.wait { $0["error"] != nil }
    #expect(answer.at("error.code")?.integer == -32700)
    #expect(answer.description.contains(#""id":null"#))
    try expectAnswer(client)
    try client.end()
  }

  @Test(arguments: [
    "{", "}", "[1,", "nul", "{'a':1}", #"{"jsonrpc":"2.0","id":1,"method":"a","params":{}"#,
    "\u{FEFF}{}", "\"", #"{"a":"\ud8"}"#, #"{"a":"\q"}"#, "1 1",
  ])
  func `what is no JSON is answered with a parse error and the server goes on`(
    body: String
  ) throws {
    let client = try started()
    client.send(body)
    #expect(try client.wait { $0["error"] != nil }.at("error.code")?.integer == -32700)
    client.send(Self.question)
    try expectAnswer(client)
    try client.end()
  }

  @Test(arguments: [
    "[]", "[1,2]", "1", "null", "true", #""a""#, "{}", #"{"jsonrpc":"2.0"}"#,
    #"{"jsonrpc":"2.0","id":7}"#, #"{"jsonrpc":"2.0","id":[],"method":"a"}"#,
    #"{"jsonrpc":"2.0","id":null,"method":"a"}"#, #"{"jsonrpc":"2.0","id":7,"method":8}"#,
    #"[{"jsonrpc":"2.0","id":1,"method":"shutdown"}]"#,
  ])
  func `JSON that is no message is answered as invalid`(body: String) throws {
    let client = try started()
    client.send(body)
    #expect(try client.wait { $0["error"] != nil }.at("error.code")?.integer == -32600)
    client.send(Self.question)
    try expectAnswer(client)
    try client.end()
  }

  @Test func `answers to requests that were never sent are dropped`() throws {
    let client = try started()
    client.send(#"{"jsonrpc":"2.0","id":77,"result":null}"#)
    client.send(#"{"jsonrpc":"2.0","id":"77","error":{"code":1,"message":"x"}}"#)
    client.send(#"{"jsonrpc":"2.0","id":77,"error":7}"#)
    client.send(Self.question)
    try expectAnswer(client)
    #expect(client.received.allSatisfy { $0.message["error"] == nil })
    try client.end()
  }

  @Test func `deep and huge JSON does not bring the server down`() throws {
    let client = try started()
    client.send(String(repeating: "[", count: 2_000_000))
    client.send(String(repeating: #"{"a":"#, count: 500_000))
    let deep = String(repeating: "[", count: 200) + String(repeating: "]", count: 200)
    client.send(#"{"jsonrpc":"2.0","method":"$/x","params":\#(deep)}"#)
    let wide = Array(repeating: "1", count: 1_000_000).joined(separator: ",")
    client.send(#"{"jsonrpc":"2.0","id":"wide","method":"no/such","params":[\#(wide)]}"#)
    #expect(try client.wait { $0["id"]?.text == "wide" }.at("error.code")?.integer == -32601)
    client.send(Self.question)
    try expectAnswer(client)
    #expect(client.received.filter { $0.message.at("error.code")?.integer == -32700 }.count == 2)
    try client.end()
  }

  @Test func `invalid UTF-8 and lone surrogates arrive as replacement characters`() throws {
    let client = try started()
    var body = Array(
      #"{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{"uri":"untitled:b","languageId":"markdown","version":1,"text":"a"#
        .utf8)
    body += [0xFF, 0xC0, 0x80]
    body += Array(#"b\ud800c\u0000\u2028\ufeff"}}}"#.utf8)
    client.send(body: body)
    #expect(
      try client.text(of: "untitled:b")
        == "a\u{FFFD}\u{FFFD}\u{FFFD}b\u{FFFD}c\u{0}\u{2028}\u{FEFF}")
    try client.end()
  }
}
