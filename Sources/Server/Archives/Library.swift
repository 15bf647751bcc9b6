import Analysis
import Archive
import LanguageServerProtocol
import Platform
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

  /// How much is known of what others did to the files since they were read.
  enum Freshness {
    case fresh
    /// Nobody would have told of a change.
    case doubtful
    /// There was a change, or a moment that nobody watched.
    case stale
  }

  let id: LibraryID
  /// Where the configuration was looked for.
  let folder: String
  var settings: Settings
  var loaded: LoadedArchive
  var state = State.unread
  /// Tells the reading at hand from all others, so that what an earlier one brings is not used.
  private(set) var generation = 0
  /// Whether the reading at hand will be used; the threads that read ask.
  private var isReadingWanted = Guarded(true)
  /// Rises with each change of what the archive teaches.
  var revision = 0
  var freshness = Freshness.fresh
  private var watch: FolderWatch?
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

  /// From now on only what the reading called `generation` brings is used.
  ///
  /// - Returns: whether it will be.
  func beginReading(_ generation: Int) -> Guarded<Bool> {
    endReading()
    state = .reading
    self.generation = generation
    isReadingWanted = Guarded(true)
    return isReadingWanted
  }

  /// Lets threads that still read stop.
  func endReading() { isReadingWanted.withLock { $0 = false } }

  /// Whether its files are to be looked through at `time`. To list a few on mere doubt costs next to
  /// nothing; for many a twentieth of the time must do, lest every question wait for it.
  func wantsLook(at time: UInt64) -> Bool {
    switch freshness {
    case .fresh: false
    case .doubtful:
      loaded.files.count < 100 || time - min(time, lastLook.end) >= lastLook.cost * 20
    case .stale: true
    }
  }

  func didLook(from start: UInt64, to end: UInt64) {
    lastLook = (end, end - min(end, start))
  }

  func doubt() {
    if freshness == .fresh { freshness = .doubtful }
  }

  /// Takes note of what the system told of changes.
  func listen() {
    if watch?.hasHeard() ?? false { freshness = .stale }
  }

  /// From now on hears of changes where issues lie or may come to lie. A folder without any issue
  /// below goes unwatched until it has one.
  func watchFolders() {
    guard let watch = watch ?? FolderWatch() else { return }
    self.watch = watch
    var folders = Set(loaded.scope.folders)
    let shortest = folders.map(\.utf8.count).min() ?? 0
    for path in loaded.files.keys {
      var folder = parentDirectory(of: path)
      while folder.utf8.count > shortest, folders.insert(folder).inserted {
        folder = parentDirectory(of: folder)
      }
    }
    if watch.add(folders) { freshness = .stale }
  }

  /// Becomes what `other` is, whose archive is the same and which is not used any more.
  func takeOver(_ other: Library) {
    loaded = other.loaded
    state = other.state
    generation = other.generation
    swap(&isReadingWanted, &other.isReadingWanted)
    swap(&progress, &other.progress)
    freshness = other.freshness
    watch = other.watch
  }
}
