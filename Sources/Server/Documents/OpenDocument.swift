import Analysis
import Archive
import LanguageServerProtocol
import Syntax
import Workspace

/// A document that the client holds open: its text is the client's, whatever the file says.
final class OpenDocument {
  let uri: DocumentURI
  var version: Int
  /// The file's path without symbolic links, or the URI of what is no file.
  let path: String
  /// The archive and the settings that go with the document.
  var library: Library
  var role: Role
  /// Tells the document from others, and from earlier ones of the same URI.
  let serial: Int

  enum Role {
    case issue
    /// The configuration or the writer's own names.
    case settings
    /// In a folder of the archive, but none of its issues.
    case bystander
  }

  /// What features look at. The text within is changed in place, so nobody else may keep it.
  private(set) var snapshot: Snapshot
  /// Rises with each change of the text or of what is known.
  private(set) var revision = 0
  /// The text has changed since the archive was told of it.
  var isAheadOfArchive = true
  /// There is something to be published.
  var needsDiagnostics = true
  /// Some of it comes from the writer's own edits.
  var hasUnpublishedEdits = true

  var diagnosticsCache = DiagnosticsCache()
  /// What the client shows.
  var published: (version: Int, diagnostics: [LSP.Diagnostic])?
  private var reported: (revision: Int, diagnostics: [Analysis.Diagnostic])?
  /// The last semantic tokens given out.
  var tokens: (resultID: String, data: [Int])?

  init(
    uri: DocumentURI, version: Int, path: String, library: Library, role: Role, serial: Int,
    snapshot: Snapshot
  ) {
    self.uri = uri
    self.version = version
    self.path = path
    self.library = library
    self.role = role
    self.serial = serial
    self.snapshot = snapshot
  }

  var text: Text { snapshot.document.text }

  func apply(_ edit: Syntax.TextEdit) {
    snapshot.apply(edit)
    textChanged()
  }

  func replaceText(_ bytes: [UInt8]) {
    snapshot.document = Document(bytes: bytes)
    textChanged()
  }

  private func textChanged() {
    isAheadOfArchive = true
    hasUnpublishedEdits = true
    knowledgeChanged()
  }

  /// Something other than the text is different: diagnostics may be, too.
  func knowledgeChanged() {
    revision += 1
    needsDiagnostics = true
  }

  /// Lets go of the archive so that it can change in place.
  func releaseArchive() { snapshot.archive = Library.noArchive }

  func look(at library: Library, language: Language) {
    snapshot.archive = library.loaded.index
    snapshot.configuration = library.settings.configuration
    snapshot.language = language
  }

  /// All reports about the text, worked out once a revision.
  var diagnostics: [Analysis.Diagnostic] {
    if let reported, reported.revision == revision { return reported.diagnostics }
    // What nobody else holds moves in place.
    reported = nil
    let diagnostics: [Analysis.Diagnostic] =
      switch role {
      case .issue: Analysis.diagnostics(of: snapshot, cache: &diagnosticsCache)
      case .settings:
        library.settings.diagnostics(of: text.bytes, at: path, in: snapshot.language)
      case .bystander: []
      }
    reported = (revision, diagnostics)
    return diagnostics
  }
}
