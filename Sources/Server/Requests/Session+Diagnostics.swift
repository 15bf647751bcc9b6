import Analysis
import LanguageServerProtocol
import Syntax

extension Session {
  var hasUnpublishedEdits: Bool {
    !client.hasPullDiagnostics && documents.values.contains { $0.hasUnpublishedEdits }
  }

  /// Brings what the client shows up to the last state of each document.
  ///
  /// - Parameter ofEditsOnly: whether documents can wait of which only the archive knows more.
  func publishDiagnostics(ofEditsOnly: Bool = false) {
    guard lifecycle == .running else { return }
    refreshStaleArchives()
    answerWaiting()
    if client.hasPullDiagnostics { return }
    for document in openDocuments
    where ofEditsOnly ? document.hasUnpublishedEdits : document.needsDiagnostics {
      document.needsDiagnostics = false
      document.hasUnpublishedEdits = false
      let diagnostics = lspDiagnostics(of: document)
      if let shown = document.published, shown == (document.version, diagnostics) { continue }
      document.published = (document.version, diagnostics)
      notify(
        "textDocument/publishDiagnostics",
        LSP.PublishDiagnosticsParams(
          uri: document.uri.spelling, version: document.version, diagnostics: diagnostics))
    }
  }

  func lspDiagnostics(of document: OpenDocument) -> [LSP.Diagnostic] {
    lspDiagnostics(document.diagnostics, in: document.text, uri: document.uri)
  }

  func lspDiagnostics(
    _ diagnostics: [Analysis.Diagnostic], in text: Text, uri: DocumentURI
  ) -> [LSP.Diagnostic] {
    var walk = PositionWalk(text, in: unit)
    return diagnostics.map {
      lspDiagnostic($0, at: walk.lspRange(of: $0.range), in: text, uri: uri)
    }
  }

  private func lspDiagnostic(
    _ diagnostic: Analysis.Diagnostic, at range: LSP.Range, in text: Text, uri: DocumentURI
  ) -> LSP.Diagnostic {
    var related: [LSP.DiagnosticRelatedInformation] = []
    if client.hasRelatedInformation {
      for place in diagnostic.related {
        let target =
          place.path.map { location(inFileAt: $0, place.range, line: place.line) }
          ?? LSP.Location(uri: uri.spelling, range: text.lspRange(of: place.range, unit))
        related.append(.init(location: target, message: place.message))
      }
    }
    return LSP.Diagnostic(
      range: range, severity: LSP.DiagnosticSeverity(diagnostic.severity),
      code: diagnostic.code, source: "issue-lsp", message: diagnostic.message,
      relatedInformation: related)
  }

  func documentDiagnostic(
    _ params: LSP.DocumentDiagnosticParams
  ) throws(ResponseError) -> LSP.DocumentDiagnosticReport {
    let document = try document(params.uri)
    refreshStaleArchives()
    document.needsDiagnostics = false
    let resultID = "\(document.serial).\(document.revision)"
    if params.previousResultID == resultID { return .unchanged(resultID: resultID) }
    return .full(resultID: resultID, lspDiagnostics(of: document))
  }
}
