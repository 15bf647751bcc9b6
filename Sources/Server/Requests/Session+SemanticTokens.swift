import Analysis
import Archive
import LanguageServerProtocol
import Syntax

extension Session {
  /// The kinds of names, in the order of the legend.
  static let tokenTypes = NameKind.allCases.map(\.word)

  /// https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#textDocument_semanticTokens
  func semanticTokens(_ params: LSP.TextDocumentParams) throws(ResponseError) -> LSP.SemanticTokens
  {
    let document = try document(params.uri)
    let data = tokens(of: document)
    return LSP.SemanticTokens(resultID: keep(data, for: document), data: data)
  }

  func semanticTokensDelta(
    _ params: LSP.SemanticTokensDeltaParams
  ) throws(ResponseError) -> SemanticTokensOrDelta {
    let document = try document(params.uri)
    let data = tokens(of: document)
    let earlier = document.tokens
    let resultID = keep(data, for: document)
    guard let earlier, earlier.resultID == params.previousResultID else {
      return .tokens(LSP.SemanticTokens(resultID: resultID, data: data))
    }
    let edit = LSP.SemanticTokensEdit(from: earlier.data, to: data)
    return .delta(LSP.SemanticTokensDelta(resultID: resultID, edits: edit.map { [$0] } ?? []))
  }

  func semanticTokensRange(
    _ params: LSP.SemanticTokensRangeParams
  ) throws(ResponseError) -> LSP.SemanticTokens {
    let document = try document(params.uri)
    let range = document.text.byteRange(of: params.range, unit)
    return LSP.SemanticTokens(resultID: nil, data: tokens(of: document, in: range))
  }

  private func keep(_ data: [Int], for document: OpenDocument) -> String {
    tokensCount += 1
    let resultID = String(tokensCount)
    document.tokens = (resultID, data)
    return resultID
  }

  /// Five numbers a token: line and character after the token before, length, type, modifiers.
  private func tokens(of document: OpenDocument, in range: ByteRange? = nil) -> [Int] {
    settle(document)
    guard document.role == .issue else { return [] }
    var walk = PositionWalk(document.text, in: unit)
    var data: [Int] = []
    var last = LSP.Position(line: 0, character: 0)
    var end = 0
    for (place, kind) in Analysis.semanticTokens(in: document.snapshot, range: range) {
      let start = walk.lspPosition(of: place.start)
      let stop = walk.lspPosition(of: place.end)
      // Tokens neither overlap nor go over the end of a line.
      guard place.start >= end, start.line == stop.line, stop.character > start.character,
        let type = NameKind.allCases.firstIndex(of: kind)
      else { continue }
      let isSameLine = start.line == last.line
      data += [
        start.line - last.line, start.character - (isSameLine ? last.character : 0),
        stop.character - start.character, type, 0,
      ]
      last = start
      end = place.end
    }
    return data
  }
}

enum SemanticTokensOrDelta: JSONEncodable {
  case tokens(LSP.SemanticTokens)
  case delta(LSP.SemanticTokensDelta)

  func encode(to json: inout JSONWriter) {
    switch self {
    case .tokens(let tokens): tokens.encode(to: &json)
    case .delta(let delta): delta.encode(to: &json)
    }
  }
}
