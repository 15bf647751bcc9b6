import Analysis
import Archive
import LanguageServerProtocol
import Platform
import Syntax
import Workspace

extension Session {
  /// Reports on all issues of the archives, for those who configured it: some clients ask every two
  /// seconds, so what has not changed since the last answer is not checked again.
  ///
  /// https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#workspace_diagnostic
  func workspaceDiagnostic(
    _ params: LSP.WorkspaceDiagnosticParams
  ) throws(ResponseError) -> LSP.WorkspaceDiagnosticReport {
    guard clientConfiguration.workspaceDiagnostics else {
      return LSP.WorkspaceDiagnosticReport(items: [])
    }
    refreshStaleArchives()
    var items: [LSP.WorkspaceDocumentDiagnosticReport] = []
    for library in allLibraries {
      takeOverOpenDocuments(of: library)
      items += try reports(on: library, known: params.previousResultIDs)
    }
    return LSP.WorkspaceDiagnosticReport(items: items + farewells(to: params.previousResultIDs))
  }

  /// Takes back what was reported on issues that are no longer there.
  private func farewells(
    to known: [String: String]
  ) -> [LSP.WorkspaceDocumentDiagnosticReport] {
    let gone = known.filter { uri, resultID in
      let uri = DocumentURI(uri)
      guard resultID != Self.farewell, documents[uri.key] == nil else { return false }
      let path = uri.fileWithoutLinks ?? uri.key
      return !libraries.values.contains { $0.loaded.files[path] != nil }
    }
    return gone.keys.sorted().map {
      .init(uri: $0, version: nil, report: .full(resultID: Self.farewell, []))
    }
  }

  private static let farewell = "gone"

  private func reports(
    on library: Library, known: [String: String]
  ) throws(ResponseError) -> [LSP.WorkspaceDocumentDiagnosticReport] {
    var items: [LSP.WorkspaceDocumentDiagnosticReport] = []
    var waiting: [(path: String, resultID: String)] = []
    // An open document has reports of its own.
    for (path, status) in library.loaded.files.sorted(by: { $0.key < $1.key })
    where openDocument(at: path) == nil {
      let resultID = "\(library.revision).\(status.modified).\(status.size)"
      let uri = DocumentURI(path: path).spelling
      if known[uri] == resultID {
        items.append(.init(uri: uri, version: nil, report: .unchanged(resultID: resultID)))
      } else {
        waiting.append((path, resultID))
      }
    }
    // A few at a time, so that their texts are not all held at once.
    var rest = waiting[...]
    while !rest.isEmpty {
      if isCancelled() { throw .cancelled }
      let part = Array(rest.prefix(Self.checkedAtOnce))
      rest = rest.dropFirst(part.count)
      for ((path, resultID), report) in zip(part, check(part.map(\.path), in: library)) {
        guard let report else { continue }
        let uri = DocumentURI(path: path)
        items.append(
          .init(
            uri: uri.spelling, version: nil,
            report: .full(
              resultID: resultID,
              lspDiagnostics(report.diagnostics, in: report.text, uri: uri))))
      }
    }
    return items
  }

  private static let checkedAtOnce = 32

  private struct FileReport: Sendable {
    let text: Text
    let diagnostics: [Analysis.Diagnostic]
  }

  /// Checks files on all cores; `nil` for one that cannot be read.
  private func check(_ paths: [String], in library: Library) -> [FileReport?] {
    let archive = library.loaded.index
    let configuration = library.settings.configuration
    let language = language
    let results = Results<FileReport>(count: paths.count)
    parallelFor(paths.count, workers: options.workers) { number in
      guard let bytes = try? IssueSource(path: paths[number]).read() else { return }
      let snapshot = Snapshot(
        document: Document(bytes: bytes), path: paths[number], archive: archive,
        configuration: configuration, language: language)
      var cache = DiagnosticsCache()
      let diagnostics = Analysis.diagnostics(of: snapshot, cache: &cache)
      results.set(number, FileReport(text: snapshot.document.text, diagnostics: diagnostics))
    }
    return results.all
  }
}
