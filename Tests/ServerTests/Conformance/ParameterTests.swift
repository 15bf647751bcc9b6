import LanguageServerProtocol
import TestSupport
import Testing

@Suite struct ParameterTests {
  private static let uri: JSON = "untitled:a"
  private static let document: JSON = ["uri": uri]
  private static let place: JSON = ["line": 1, "character": 2]

  /// Each request with parameters that it must take.
  private static let sound: [String: JSON] = [
    "issue/documentText": ["uri": uri],
    "issue/mentions": ["textDocument": document, "position": place],
    "textDocument/completion": ["textDocument": document, "position": place],
    "issue/relatedStories": ["textDocument": document, "position": place, "limit": 3],
    "textDocument/codeLens": ["textDocument": document],
    "textDocument/documentLink": ["textDocument": document],
    "textDocument/foldingRange": ["textDocument": document],
    "textDocument/selectionRange": ["textDocument": document, "positions": [place, place]],
    "codeLens/resolve": ["range": range(0, 0, 1, 1)],
    "textDocument/definition": ["textDocument": document, "position": place],
    "textDocument/documentHighlight": ["textDocument": document, "position": place],
    "textDocument/hover": ["textDocument": document, "position": place],
    "textDocument/prepareRename": ["textDocument": document, "position": place],
    "textDocument/references": [
      "textDocument": document, "position": place, "context": ["includeDeclaration": true],
    ],
    "textDocument/rename": ["textDocument": document, "position": place, "newName": "x"],
    "textDocument/semanticTokens/full": ["textDocument": document],
    "textDocument/semanticTokens/full/delta": [
      "textDocument": document, "previousResultId": "1",
    ],
    "textDocument/semanticTokens/range": ["textDocument": document, "range": range(0, 0, 9, 0)],
    "workspace/symbol": ["query": "智"],
    "completionItem/resolve": ["label": "x"],
    "textDocument/codeAction": [
      "textDocument": document, "range": range(0, 0, 99, 0), "context": ["diagnostics": []],
    ],
    "textDocument/diagnostic": ["textDocument": document],
    "textDocument/documentSymbol": ["textDocument": document],
    "workspace/diagnostic": ["previousResultIds": []],
    "workspace/executeCommand": ["command": "issue-lsp.reindex"],
    "codeAction/resolve": ["title": "x"],
  ]

  private static let nonsense: [JSON] = [
    .null, [], [1], 1, true, "x", [:], [[:]], -1, .number(Array("1.5".utf8)),
    .number(Array("1e999".utf8)), ["a": ["b": [1, [:], .null]]],
  ]

  private func started() throws -> ScriptedClient {
    let client = try ScriptedClient()
    try client.initialize([
      "textDocument": [
        "codeAction": ["codeActionLiteralSupport": [:]],
        "documentSymbol": ["hierarchicalDocumentSymbolSupport": true],
      ]
    ])
    client.open("untitled:a", "---\ntitle: 智谱\n---\n# 智谱\n\n## 一\n\n### 二 😀\n\n**三：**\n- 智谱发布\n")
    return client
  }

  @Test(arguments: sound.keys.sorted())
  func `sound parameters get a result`(method: String) throws {
    let client = try started()
    _ = try client.request(method, Self.sound[method] ?? .null)
    try client.end()
  }

  /// Parameters of every shape, one member at a time replaced by nonsense or left out.
  private static func variants(of sound: JSON) -> [JSON] {
    guard case .object(let members) = sound else { return nonsense }
    var result = nonsense
    for (index, member) in members.enumerated() {
      var without = members
      without.remove(at: index)
      result.append(.object(without))
      for value in variants(of: member.value) {
        var changed = members
        changed[index] = JSON.Member(key: member.key, value: value)
        result.append(.object(changed))
      }
    }
    return result
  }

  @Test(arguments: sound.keys.sorted())
  func `any other parameters get exactly one answer and the server lives`(method: String) throws {
    let client = try started()
    var ids: [RequestID] = []
    for params in Self.variants(of: Self.sound[method] ?? .null) {
      ids.append(client.begin(method, params))
    }
    for id in ids {
      let answer = try client.answer(to: id)
      if let code = answer.at("error.code")?.integer {
        #expect(code == -32602, "\(answer.description)")
      }
    }
    #expect(try client.text(of: "untitled:a").hasPrefix("---\ntitle: 智谱"))
    try client.end()
    for id in ids {
      let count = client.received.filter {
        $0.message["method"] == nil && $0.message["id"].flatMap { RequestID($0) } == id
      }.count
      #expect(count == 1)
    }
  }

  @Test(arguments: [
    "textDocument/didOpen", "textDocument/didChange", "textDocument/didSave",
    "textDocument/didClose", "workspace/didChangeConfiguration",
    "workspace/didChangeWatchedFiles", "workspace/didChangeWorkspaceFolders", "$/setTrace",
    "$/cancelRequest", "initialized", "no/such",
  ])
  func `notifications with any parameters are survived`(method: String) throws {
    let client = try started()
    let sound: JSON = [
      "textDocument": ["uri": "untitled:b", "languageId": "markdown", "version": 1, "text": "x"],
      "contentChanges": [["range": range(0, 0, 1, 1), "text": "y"]],
      "settings": ["issueLsp": ["rules": ["body": "off"], "completion": ["pinyin": true]]],
      "changes": [["uri": "file:///nowhere/a.md", "type": 2]],
      "event": ["added": [["uri": "file:///nowhere", "name": "n"]], "removed": []],
      "value": "off", "id": 1,
    ]
    for params in Self.variants(of: sound) { client.notify(method, params) }
    #expect(try client.text(of: "untitled:a").hasPrefix("---\ntitle: 智谱"))
    try client.end()
  }
}
