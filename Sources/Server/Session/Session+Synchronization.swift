import Analysis
import Archive
import LanguageServerProtocol
import Platform
import Syntax
import Workspace

extension Session {
  func didOpen(_ params: LSP.DidOpenParams) {
    let uri = DocumentURI(params.uri)
    if let open = documents[uri.key] {
      log.write(.warning, "didOpen of a document that is open: \(params.uri)")
      answerWaiting(about: open)
      close(open)
      if open.uri.spelling != uri.spelling { clearDiagnostics(of: open) }
    }
    refreshStaleSettings()
    let library = library(for: uri)
    let path = uri.fileWithoutLinks ?? uri.key
    documentCount += 1
    let document = OpenDocument(
      uri: uri, version: params.version, path: path, library: library,
      role: role(of: uri, path, in: library), serial: documentCount,
      snapshot: Snapshot(
        document: Document(bytes: params.text), path: path, archive: library.loaded.index,
        configuration: library.settings.configuration, language: language, today: today))
    documents[uri.key] = document
    if !client.hasDynamicWatchedFiles { library.doubt() }
    library.listen()
    takeOverOpenDocuments(of: library)
    startReading(library)
  }

  private var today: Day? {
    let now = LocalTime.now
    return Day(year: now.year, month: now.month, day: now.day)
  }

  func role(
    of uri: DocumentURI, _ path: String, in library: Library
  ) -> OpenDocument.Role {
    guard uri.path != nil else { return .issue }
    let settings = library.settings
    if path == settings.file || path == settings.namesFile
      || lastComponent(of: path) == Configuration.fileName
    {
      return .settings
    }
    let scope = library.loaded.scope
    let liesWithin = scope.folders.contains { relativePath(of: path, in: $0) != nil }
    return liesWithin && !scope.contains(path) ? .bystander : .issue
  }

  func didChange(_ params: LSP.DidChangeParams) {
    guard let document = documents[DocumentURI(params.uri).key] else {
      return tell(.warning, "didChange of a document that is not open: \(params.uri)")
    }
    answerWaiting(about: document)
    if let version = params.version {
      if version <= document.version {
        tell(
          .warning,
          "\(params.uri): version \(version) follows version \(document.version)")
      }
      document.version = version
    }
    for change in params.changes {
      guard let range = change.range else {
        document.replaceText(change.text)
        continue
      }
      if !isWithin(document.text, range) {
        tell(
          .warning,
          "\(params.uri): a change lies outside the text and was clamped: "
            + "\(range.start.line):\(range.start.character)-"
            + "\(range.end.line):\(range.end.character)")
      }
      document.apply(
        Syntax.TextEdit(range: document.text.byteRange(of: range, unit), newText: change.text))
    }
    if options.isParanoid { checkInvariants(of: document) }
  }

  /// Whether the client's idea of the text can be ours. The start of the line behind the last one is
  /// how some clients spell the end.
  private func isWithin(_ text: Text, _ range: LSP.Range) -> Bool {
    [range.start, range.end].allSatisfy { position in
      if position.line >= text.lineCount {
        return position.line == text.lineCount && position.character == 0
      }
      // A position that clamping leaves where it is lies within.
      let place = text.position(
        of: text.offset(of: position, unit), in: unit)
      return place.column == position.character
    }
  }

  /// What an edit left of the tree must be what a full parse gives.
  private func checkInvariants(of document: OpenDocument) {
    if let problem = document.snapshot.document.problem() {
      bug("\(document.uri.spelling): incremental and full parse differ: \(problem)")
    }
  }

  func didSave(_ params: LSP.DidSaveParams) {
    guard let document = documents[DocumentURI(params.uri).key] else {
      return log.write(.warning, "didSave of a document that is not open: \(params.uri)")
    }
    if let text = params.text, text != document.text.bytes {
      tell(.info, "\(params.uri): the saved text was not ours; taken over")
      document.replaceText(text)
    }
    if document.role == .settings {
      reloadSettings()
    } else {
      refreshStaleSettings()
      document.library.freshness = .stale
    }
  }

  func didClose(_ params: LSP.TextDocumentParams) {
    guard let document = documents[DocumentURI(params.uri).key] else {
      return log.write(.warning, "didClose of a document that is not open: \(params.uri)")
    }
    answerWaiting(about: document)
    close(document)
    clearDiagnostics(of: document)
  }

  private func clearDiagnostics(of document: OpenDocument) {
    if client.hasPullDiagnostics { return }
    notify(
      "textDocument/publishDiagnostics",
      LSP.PublishDiagnosticsParams(uri: document.uri.spelling, version: nil, diagnostics: []))
  }

  private func close(_ document: OpenDocument) {
    documents[document.uri.key] = nil
    document.releaseArchive()
    update(document.library) { loaded in
      loaded.release(document.path)
      return true
    }
    // The same file may be open under another name, through a link: then its text counts on.
    openDocument(at: document.path)?.isAheadOfArchive = true
  }

  /// The server's own copy, for tests of synchronization and bug reports.
  func documentText(_ params: DocumentTextParams) throws(ResponseError) -> DocumentTextResult {
    let document = try document(params.uri)
    return DocumentTextResult(text: document.text.bytes, version: document.version)
  }

  /// The open document that a request speaks of.
  func document(_ uri: String) throws(ResponseError) -> OpenDocument {
    guard let document = documents[DocumentURI(uri).key] else {
      throw ResponseError(.invalidParams, "\(uri) is not open")
    }
    return document
  }
}
