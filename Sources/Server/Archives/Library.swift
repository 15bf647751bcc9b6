import Analysis
import Archive
import LanguageServerProtocol
import Syntax
import Workspace

/// What tells libraries apart: the configuration file, else the folder.
struct LibraryID: Sendable, Hashable {
  let path: String
}

/// One archive, the settings that lead to it, and how far it has been read.
final class Library {
  enum State {
    case unread
    case reading
    case ready
  }

  enum Progress: Equatable {
    case none
    /// The client was asked for leave to tell.
    case asked(LSP.ProgressToken)
    case begun(LSP.ProgressToken)
  }

  let id: LibraryID
  /// Where the configuration was looked for.
  let folder: String
  var settings: Settings
  var loaded: LoadedArchive
  var state = State.unread
  /// Rises each time that reading begins anew, so that what an earlier reading brings is not used.
  var generation = 0
  /// Rises with each change of what the archive teaches.
  var revision = 0
  /// Some file of the archive may have changed.
  var mayBeStale = false
  var progress = Progress.none

  /// What stands for the archive where there is none.
  static let noArchive = ArchiveIndex(records: [])

  init(id: LibraryID, folder: String, settings: Settings, loaded: LoadedArchive) {
    self.id = id
    self.folder = folder
    self.settings = settings
    self.loaded = loaded
  }
}

extension Settings {
  /// What is wrong with the configuration or names file at `path`.
  func diagnostics(ofFileAt path: String) -> [Analysis.Diagnostic] {
    reports.filter { $0.path == path }.flatMap(\.diagnostics)
  }
}
