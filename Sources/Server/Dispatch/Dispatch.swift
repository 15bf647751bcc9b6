import LanguageServerProtocol

/// Answers one kind of request: the whole message, result or error.
private typealias Answer = (Session, RequestID, JSON) -> [UInt8]

/// A row of the table of requests: parameters in, result out.
private func request<Params: JSONDecodable, Result: JSONEncodable>(
  _ handler: @escaping (Session) -> (Params) throws(ResponseError) -> Result
) -> Answer {
  { session, id, json in
    let params: Params
    do throws(InvalidParameters) {
      params = try Params(json)
    } catch {
      return Outgoing.error(id, ResponseError(.invalidParams, error.description))
    }
    do throws(ResponseError) {
      return Outgoing.result(id, try handler(session)(params))
    } catch {
      return Outgoing.error(id, error)
    }
  }
}

/// Reacts to one kind of notification.
private typealias Reaction = (Session, JSON) throws(InvalidParameters) -> Void

private func notification<Params: JSONDecodable>(
  _ handler: @escaping (Session) -> (Params) -> Void
) -> Reaction {
  { (session, json) throws(InvalidParameters) in handler(session)(try Params(json)) }
}

/// Which method answers which request. Requests of the lifecycle stand in `Session+Lifecycle`.
struct Dispatch {
  private let requests: [String: Answer] = [
    "codeAction/resolve": request(Session.resolveCodeAction),
    "codeLens/resolve": request(Session.resolveCodeLens),
    "completionItem/resolve": request(Session.resolveCompletionItem),
    "issue/documentText": request(Session.documentText),
    "issue/mentions": request(Session.mentions),
    "issue/relatedStories": request(Session.relatedStories),
    "textDocument/codeAction": request(Session.codeAction),
    "textDocument/codeLens": request(Session.codeLens),
    "textDocument/completion": request(Session.completion),
    "textDocument/definition": request(Session.definition),
    "textDocument/diagnostic": request(Session.documentDiagnostic),
    "textDocument/documentHighlight": request(Session.documentHighlight),
    "textDocument/documentLink": request(Session.documentLink),
    "textDocument/documentSymbol": request(Session.documentSymbol),
    "textDocument/foldingRange": request(Session.foldingRange),
    "textDocument/hover": request(Session.hover),
    "textDocument/prepareRename": request(Session.prepareRename),
    "textDocument/references": request(Session.references),
    "textDocument/rename": request(Session.rename),
    "textDocument/selectionRange": request(Session.selectionRange),
    "textDocument/semanticTokens/full": request(Session.semanticTokens),
    "textDocument/semanticTokens/full/delta": request(Session.semanticTokensDelta),
    "textDocument/semanticTokens/range": request(Session.semanticTokensRange),
    "workspace/diagnostic": request(Session.workspaceDiagnostic),
    "workspace/executeCommand": request(Session.executeCommand),
    "workspace/symbol": request(Session.workspaceSymbol),
  ]

  private let notifications: [String: Reaction] = [
    "$/setTrace": notification(Session.setTrace),
    "initialized": notification(Session.initialized),
    "textDocument/didChange": notification(Session.didChange),
    "textDocument/didClose": notification(Session.didClose),
    "textDocument/didOpen": notification(Session.didOpen),
    "textDocument/didSave": notification(Session.didSave),
    "workspace/didChangeConfiguration": notification(Session.didChangeConfiguration),
    "workspace/didChangeWatchedFiles": notification(Session.didChangeWatchedFiles),
    "workspace/didChangeWorkspaceFolders": notification(Session.didChangeWorkspaceFolders),
  ]

  /// The answer to a request; exactly one, whatever the parameters are.
  func answer(_ method: String, _ id: RequestID, _ params: JSON, in session: Session) -> [UInt8] {
    guard let answer = requests[method] else {
      return Outgoing.error(id, ResponseError(.methodNotFound, "unknown method \(method)"))
    }
    return answer(session, id, params)
  }

  /// Unknown notifications are dropped, as the specification asks.
  func react(to method: String, _ params: JSON, in session: Session) throws(InvalidParameters) {
    try notifications[method]?(session, params)
  }
}
