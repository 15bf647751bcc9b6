import LanguageServerProtocol
import Platform
import TestSupport
import Testing

/// A session from the field can be tried again.
@Suite struct RecordingTests {
  private let folder = TemporaryFolder()

  /// Has a session recorded that works on three documents over an archive.
  ///
  /// - Returns: the client's messages, and the answers that it got.
  private func record(to file: String) throws -> [JSON] {
    for day in 10..<20 {
      try folder.write(
        "pages/2026-01-\(day).md",
        "---\ntitle: 智谱发布 GLM-\(day)\ndate: 2026-01-\(day)\n---\n\n# 智谱\n\n## 一\n\n"
          + "### OpenAI 与 GLM-\(day)\n\n智谱公司发布 GLM-\(day) 模型，OpenAI 发布 GPT-5.2。\n")
    }
    let client = try ScriptedClient(["--record", file])
    try client.initialize(
      ["textDocument": ["hover": ["contentFormat": ["markdown"]]]], folder: folder.path("pages"))
    let text = "# 智谱\n\n## 一\n\n### OpenAI 与 GLM\n\nOpenAI 发布 GPT-5.2。\n"
    let uris = (1...3).map { uri(folder.path("pages/2026-02-0\($0).md")) }
    for uri in uris { client.open(uri, text) }
    // Read when its stories are found.
    while try client.request("workspace/symbol", ["query": ""]).array?.isEmpty ?? true {}
    for version in 2..<30 {
      let uri = uris[version % 3]
      client.change(uri, version: version, [["range": range(0, 2, 0, 2), "text": "新"]])
      for method in ["hover", "documentSymbol", "references"] {
        _ = try client.request(
          "textDocument/\(method)",
          [
            "textDocument": ["uri": .string(uri)], "position": ["line": 6, "character": 2],
            "context": ["includeDeclaration": true],
          ])
      }
    }
    for uri in uris { _ = try client.text(of: uri) }
    try client.end()
    return client.received.filter { $0.method == "issue/documentText" }.map(\.message)
  }

  @Test func `a recorded session is answered by the same bytes in every process`() throws {
    let file = folder.path("session")
    let texts = try record(to: file)
    #expect(texts.count == 3)
    let first = try BuiltProgram.run("issue-lsp --replay session", in: folder)
    #expect(first.status == 0)
    let lines = first.output.split(separator: "\n").map(String.init)
    for text in texts { #expect(lines.contains(text.description)) }
    // Dictionaries have another order in each.
    for _ in 0..<4 {
      let again = try BuiltProgram.run("issue-lsp --replay session", in: folder)
      #expect(again.output == first.output)
    }
  }

  @Test func `a server that is killed leaves a recording that can be replayed`() throws {
    let client = try ScriptedClient(["--record", folder.path("session")])
    try client.initialize()
    client.open("untitled:a", "# a\n")
    #expect(try client.text(of: "untitled:a") == "# a\n")
    client.server.kill()
    #expect(try client.exitStatus() == 128 + 9)
    let outcome = try BuiltProgram.run("issue-lsp --replay session", in: folder)
    #expect(outcome.status == 1)
    #expect(outcome.output.contains(##""text":"# a\n""##))
  }

  @Test func `a server that is killed while it adds names leaves the file whole`() throws {
    let client = try ScriptedClient()
    try client.initialize(folder: folder.path)
    func add(_ number: Int) -> RequestID {
      client.begin(
        "workspace/executeCommand",
        [
          "command": "issue-lsp.addName",
          "arguments": [["name": .string("名字\(number)"), "kind": "company"]],
        ])
    }
    for number in 0..<20 { _ = try client.answer(to: add(number)) }
    for number in 20..<200 { _ = add(number) }
    client.server.kill()
    #expect(try client.exitStatus() == 128 + 9)
    // Whatever was answered is there, and the last line is whole.
    let bytes = try readFile(folder.path("names.yaml"))
    #expect(bytes.last == 0x0A)
    let text = String(decoding: bytes, as: UTF8.self)
    for number in 0..<20 { #expect(text.contains("名字\(number)")) }
    let outcome = try BuiltProgram.run("issue-lsp --check --select config", in: folder)
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.notes)")
  }
}
