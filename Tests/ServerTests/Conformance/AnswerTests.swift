import LanguageServerProtocol
import TestSupport
import Testing

@Suite struct AnswerTests {
  private func started(_ capabilities: JSON = [:], _ text: String) throws -> ScriptedClient {
    let client = try ScriptedClient()
    try client.initialize(capabilities)
    client.open("untitled:a", text)
    return client
  }

  private let document: JSON = ["textDocument": ["uri": "untitled:a"]]

  private static let hierarchical: JSON = [
    "textDocument": ["documentSymbol": ["hierarchicalDocumentSymbolSupport": true]]
  ]

  @Test func `symbols without a visible title get a name`() throws {
    let client = try started(Self.hierarchical, "# \u{3000}\n\n## \u{A0}\n\n### 三\n")
    let symbols = try client.request("textDocument/documentSymbol", document)
    for path in ["0", "0.children.0"] {
      let name = symbols.at("\(path).name")?.text ?? ""
      #expect(name.contains { !$0.isWhitespace }, "\(name)")
    }
    try client.end()
  }

  @Test func `every symbol lies within its parent`() throws {
    let client = try started(
      Self.hierarchical, "# 一\n\n## 二\n\n- **[三](https://a.cn/b)**：四  \n\n**五：** 六 \n\n\n")
    func check(_ symbols: JSON?, within parent: LSP.Range?) throws -> Int {
      var count = 0
      for symbol in symbols?.array ?? [] {
        let range = try symbol.decode("range", as: LSP.Range.self)
        if let parent {
          #expect((range.end.line, range.end.character) <= (parent.end.line, parent.end.character))
        }
        count += 1 + (try check(symbol["children"], within: range))
      }
      return count
    }
    let symbols = try client.request("textDocument/documentSymbol", document)
    #expect(try check(symbols, within: nil) >= 3)
    try client.end()
  }

  @Test func `relative links lead to the file and the place that they mean`() throws {
    let folder = TemporaryFolder()
    let client = try ScriptedClient()
    try client.initialize(folder: folder.path)
    let file = uri(folder.path("a.md"))
    client.open(
      file, "[a](a%20b.md) [b](sub/c.md#h) [c](?x) [d](#h) [e](%00.md) [f](智.md?x#\u{667A})\n")
    let links = try client.request(
      "textDocument/documentLink", ["textDocument": ["uri": .string(file)]])
    #expect(
      links.array?.compactMap { $0["target"]?.text } == [
        uri(folder.path("a b.md")), uri(folder.path("sub/c.md")) + "#h",
        uri(folder.path("智.md")) + "#%E6%99%BA",
      ])
    try client.end()
  }

  @Test(arguments: ["", " ", "\u{3000}", "a\nb", "a\tb", "a\u{85}b", "a\u{2028}b"])
  func `no name is renamed to what is no name`(newName: String) throws {
    let folder = TemporaryFolder()
    try folder.write("names.yaml", "- name: 斑马实验室\n")
    let client = try ScriptedClient()
    try client.initialize(folder: folder.path)
    let file = uri(folder.path("a.md"))
    client.open(file, "# 斑马实验室\n")
    func rename(to newName: String) throws -> Int? {
      try client.errorCode(
        "textDocument/rename",
        [
          "textDocument": ["uri": .string(file)], "position": ["line": 0, "character": 3],
          "newName": .string(newName),
        ])
    }
    #expect(try rename(to: "Zebra Lab") == nil)
    #expect(try rename(to: newName) == -32602)
    try client.end()
  }

  @Test func `names on one long line are found in the order they stand`() throws {
    let folder = TemporaryFolder()
    try folder.write("names.yaml", "- name: 斑马实验室\n")
    let client = try ScriptedClient()
    try client.initialize(folder: folder.path)
    let file = uri(folder.path("a.md"))
    client.open(file, "# 😀\n\n" + String(repeating: "😀斑马实验室，", count: 50) + "\n")
    let place: JSON = [
      "textDocument": ["uri": .string(file)], "position": ["line": 2, "character": 3],
    ]
    let expected = (0..<50).map { range(2, $0 * 8 + 2, 2, $0 * 8 + 7) }
    let highlights = try client.request("textDocument/documentHighlight", place)
    #expect(highlights.array?.compactMap { $0["range"] } == expected)
    let references = try client.request("textDocument/references", place)
    #expect(references.array?.compactMap { $0["range"] } == expected)
    let tokens = try client.request(
      "textDocument/semanticTokens/full", ["textDocument": ["uri": .string(file)]])
    let numbers = tokens["data"]?.array?.compactMap(\.integer) ?? []
    #expect(numbers.count == 250)
    #expect(Array(numbers.prefix(3)) == [2, 2, 5])
    #expect(stride(from: 5, to: numbers.count, by: 5).allSatisfy { numbers[$0 + 1] == 8 })
    try client.end()
  }
}
