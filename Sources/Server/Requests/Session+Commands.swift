import Analysis
import LanguageServerProtocol

/// What `workspace/executeCommand` knows.
enum Command: String, CaseIterable {
  case reindex = "issue-lsp.reindex"
}

extension Session {
  /// https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#workspace_executeCommand
  func executeCommand(_ params: LSP.ExecuteCommandParams) throws(ResponseError) -> JSON {
    guard let command = Command(rawValue: params.command) else {
      throw ResponseError(.invalidParams, "unknown command \(params.command)")
    }
    switch command {
    case .reindex: return reindex()
    }
  }

  /// Reads settings and archives anew, whatever is known of them.
  private func reindex() -> JSON {
    reloadSettings()
    for library in libraries.values {
      library.state = .unread
      startReading(library)
    }
    return .null
  }
}
