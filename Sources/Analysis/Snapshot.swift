package import Archive
package import Syntax

/// What every feature and rule looks at: one state of an issue and of all that is known.
///
/// It lives on the thread that owns the document.
package struct Snapshot {
  package var document: Document
  /// Absolute path, or the URI's name for an untitled document; its last component may give the
  /// date.
  package var path: String
  /// The issue at `path` may be in it: past means other issues dated before.
  package var archive: ArchiveIndex
  package var configuration: Configuration
  /// The language of messages.
  package var language: Language
  /// `nil` where nobody asked the clock.
  package var today: Day?
  package var outline: IssueOutline

  package init(
    document: Document, path: String, archive: ArchiveIndex = ArchiveIndex(),
    configuration: Configuration = Configuration(), language: Language = .english,
    today: Day? = nil
  ) {
    self.document = document
    self.path = path
    self.archive = archive
    self.configuration = configuration
    self.language = language
    self.today = today
    outline = IssueOutline(of: document)
  }
}
