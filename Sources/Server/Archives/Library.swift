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
  /// When its files were last looked through, and how long that took; nanoseconds.
  private var lastLook: (end: UInt64, cost: UInt64) = (0, 0)
  var progress = Progress.none

  /// What stands for the archive where there is none.
  static let noArchive = ArchiveIndex(records: [])

  init(id: LibraryID, folder: String, settings: Settings, loaded: LoadedArchive) {
    self.id = id
    self.folder = folder
    self.settings = settings
    self.loaded = loaded
  }

  /// Whether its files may be looked through again at `time`. To list a few costs next to nothing;
  /// for many a twentieth of the time must do, lest every question wait for it.
  func mayLook(at time: UInt64) -> Bool {
    loaded.files.count < 100 || time - min(time, lastLook.end) >= lastLook.cost * 20
  }

  func didLook(from start: UInt64, to end: UInt64) {
    lastLook = (end, end - min(end, start))
  }
}

extension Settings {
  /// What is wrong with the configuration or names file at `path`.
  func diagnostics(ofFileAt path: String) -> [Analysis.Diagnostic] {
    reports.filter { $0.path == path }.flatMap(\.diagnostics)
  }
}
