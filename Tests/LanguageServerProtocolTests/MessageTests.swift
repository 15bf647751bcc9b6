import LanguageServerProtocol
import Testing

@Suite struct MessageTests {
  private func message(_ text: String) throws -> Message {
    Message(try JSONReader.read(Array(text.utf8)))
  }

  @Test(arguments: ["1", "-1", "9007199254740991", #""a""#, #""智""#, "1.5", "99999999999999999999"])
  func `an id comes back as it was sent`(id: String) throws {
    guard case .request(let read, _, _) = try message(#"{"id":\#(id),"method":"m"}"#) else {
      Issue.record("no request")
      return
    }
    let answer = String(decoding: Outgoing.result(read, JSON.null), as: UTF8.self)
    #expect(answer == #"{"jsonrpc":"2.0","id":\#(id),"result":null}"#)
  }

  @Test func `an error without a known request has the id null`() {
    let bytes = Outgoing.error(nil, ResponseError(.parseError, "no"))
    #expect(
      String(decoding: bytes, as: UTF8.self)
        == #"{"jsonrpc":"2.0","id":null,"error":{"code":-32700,"message":"no"}}"#)
  }

  @Test(arguments: [
    "[]", "[1]", "1", "null", #""a""#, "{}", #"{"id":1}"#, #"{"id":{},"method":"m"}"#,
    #"{"id":true,"method":"m"}"#, #"{"id":null,"method":"m"}"#, #"{"id":1,"method":2}"#,
  ])
  func `JSON that is no message is told from requests`(text: String) throws {
    guard case .invalid = try message(text) else {
      Issue.record("taken for a message")
      return
    }
  }

  @Test func `answers to our requests are known by their id`() throws {
    #expect(try message(#"{"id":1,"result":null}"#) == .response(id: .integer(1), .success(.null)))
    guard
      case .response(_, .failure(let error)) = try message(
        #"{"id":1,"error":{"code":-32601,"message":"no"}}"#)
    else {
      Issue.record("no answer")
      return
    }
    #expect(error.code == -32601)
  }

  @Test func `an answer is never answered, not even one without an id`() throws {
    for text in [
      #"{"id":null,"error":{"code":-32700,"message":"no"}}"#, #"{"error":1}"#, #"{"result":null}"#,
    ] {
      guard case .response(id: nil, _) = try message(text) else {
        Issue.record("\(text) is no answer")
        continue
      }
    }
  }

  @Test(arguments: [
    (["plaintext", "markdown"], LSP.MarkupKind.plainText), (["html", "markdown"], .markdown),
    (["markdown", "plaintext"], .markdown), ([], .plainText),
  ])
  func `texts come in the form that the client would rather have`(
    offered: [String], chosen: LSP.MarkupKind
  ) {
    let capabilities = LSP.ClientCapabilities(
      .object([
        .init(
          key: Array("textDocument".utf8),
          value: .object([
            .init(
              key: Array("hover".utf8),
              value: .object([
                .init(
                  key: Array("contentFormat".utf8), value: .array(offered.map { .string($0) }))
              ]))
          ]))
      ]))
    #expect(capabilities.hoverMarkup == chosen)
  }

  @Test func `the edit between two lists of tokens makes one of the other`() {
    let lists = [
      [], [1], [1, 2, 3, 4, 5], [1, 9, 3, 4, 5], [2, 3, 4, 5], [1, 2, 3, 4, 5, 6], [5, 1],
    ]
    for old in lists {
      for new in lists {
        guard let edit = LSP.SemanticTokensEdit(from: old, to: new) else {
          #expect(old == new)
          continue
        }
        var result = old
        result.replaceSubrange(edit.start..<edit.start + edit.deleteCount, with: edit.data)
        #expect(result == new)
      }
    }
  }

  @Test func `kinds that a client does not know give way to older ones`() throws {
    let silent = LSP.ClientCapabilities(.null)
    #expect(LSP.SymbolKind.event.known(among: silent.documentSymbolKinds).rawValue <= 18)
    #expect(LSP.SymbolKind.class.known(among: silent.workspaceSymbolKinds) == .class)
    for number in 19...26 {
      let kind = try #require(LSP.SymbolKind(rawValue: number))
      #expect(kind.known(among: silent.workspaceSymbolKinds).rawValue <= 18)
    }
    for number in 19...25 {
      let kind = try #require(LSP.CompletionItemKind(rawValue: number))
      #expect(kind.known(among: silent.completionItemKinds).rawValue <= 18)
    }
    let able = LSP.ClientCapabilities(
      try JSONReader.read(
        Array(#"{"textDocument":{"documentSymbol":{"symbolKind":{"valueSet":[24]}}}}"#.utf8)))
    #expect(LSP.SymbolKind.event.known(among: able.documentSymbolKinds) == .event)
    #expect(LSP.SymbolKind.event.known(among: able.workspaceSymbolKinds) != .event)
  }
}
