import Analysis
import Archive
import LanguageServerProtocol
import Platform
import Workspace

extension Session {
  /// The library that a document belongs to: that of the nearest configuration file, else of the
  /// client's folder around it, else of its own folder.
  func library(for uri: DocumentURI) -> Library {
    guard let path = uri.path else {
      return folders.lazy.compactMap(\.path).first.map(library(forFolder:)) ?? emptyLibrary
    }
    let parent = parentDirectory(of: path)
    return library(forFolder: (try? canonicalPath(parent)) ?? parent)
  }

  /// The library that issues in the folder belong to; made when it is first asked for.
  func library(forFolder folder: String) -> Library {
    var settings = Settings(withoutFileIn: folder, client: settingsNode, language: language)
    if options.readsConfiguration {
      settings = Settings(
        for: folder, file: options.configurationFile, client: settingsNode, language: language)
    }
    // The client's folder holds the whole archive, the document's own often only a month. Some
    // clients name the home folder where there is none.
    let root =
      folders.lazy.compactMap(\.path).map { (try? canonicalPath($0)) ?? $0 }
      .filter { $0 == folder || relativePath(of: folder, in: $0) != nil }
      .filter { !Settings.holdsEverything($0) }
      .max { $0.utf8.count < $1.utf8.count } ?? folder
    let id = LibraryID(path: settings.file ?? root)
    if let library = libraries[id] { return library }
    let scope =
      options.archives.isEmpty
      ? settings.scope(fallback: root)
      : ArchiveScope(folders: options.archives, configuration: settings.configuration)
    let library = Library(
      id: id, folder: folder, settings: settings,
      loaded: LoadedArchive(scope: scope, userNames: settings.userNames))
    libraries[id] = library
    return library
  }

  /// What goes with documents that lie nowhere.
  private var emptyLibrary: Library {
    let id = LibraryID(path: "")
    if let library = libraries[id] { return library }
    let settings = Settings(withoutFileIn: "/", client: settingsNode, language: language)
    let scope = ArchiveScope(folders: options.archives, configuration: settings.configuration)
    let library = Library(
      id: id, folder: "/", settings: settings, loaded: LoadedArchive(scope: scope))
    libraries[id] = library
    return library
  }

  private var settingsNode: SettingsNode? { clientSettings.map { SettingsNode(json: $0) } }

  func documents(of library: Library) -> [OpenDocument] {
    openDocuments.filter { $0.library === library }
  }

  /// Changes an archive in place, which only works while nobody else holds its index.
  ///
  /// - Parameter change: answers whether it changed anything.
  func update(_ library: Library, _ change: (inout LoadedArchive) -> Bool) {
    let affected = documents(of: library)
    for document in affected { document.releaseArchive() }
    let hasChanged = change(&library.loaded)
    if hasChanged {
      library.revision += 1
      if !affected.isEmpty { answersAreStale = true }
    }
    for document in affected {
      document.look(at: library, language: language)
      if hasChanged { document.knowledgeChanged() }
    }
  }

  // MARK: Reading

  /// Reads the archive in the background, unless that has been done.
  func startReading(_ library: Library) {
    guard library.state == .unread else { return }
    readingCount += 1
    let isWanted = library.beginReading(readingCount)
    let (id, generation) = (library.id, readingCount)
    let (scope, userNames) = (library.loaded.scope, library.settings.userNames)
    let workers = options.workers
    beginProgress(of: library)
    runInBackground { put in
      let start = monotonicNanoseconds()
      let loaded = LoadedArchive(
        reading: scope, userNames: userNames, workers: workers,
        progress: { done, total in
          if done * 10 / total != (done - 1) * 10 / total {
            put(.archiveProgress(id, generation: generation, done: done, total: total))
          }
          return isWanted.withLock { $0 }
        })
      let milliseconds = Int((monotonicNanoseconds() &- start) / 1_000_000)
      returnFreeMemory()
      put(.archiveRead(id, generation: generation, loaded, milliseconds: milliseconds))
    }
  }

  func archiveRead(
    _ id: LibraryID, _ generation: Int, _ loaded: LoadedArchive, _ milliseconds: Int
  ) {
    guard let library = libraries[id], library.generation == generation else { return }
    library.loaded = loaded
    library.state = .ready
    library.watchFolders()
    endProgress(of: library)
    for document in documents(of: library) { document.isAheadOfArchive = true }
    takeOverOpenDocuments(of: library)
    update(library) { _ in true }
    let folders = loaded.scope.folders.joined(separator: ", ")
    log.write(.info, "read \(loaded.files.count) issues of \(folders) in \(milliseconds) ms")
    for problem in loaded.problems.prefix(20) {
      tell(.warning, "\(problem.path): \(problem.message(in: language))")
    }
    reportSettingsProblems()
    answerWaiting()
    askForNewRequests()
  }

  /// Has the client ask again for what depends on the archive.
  private func askForNewRequests() {
    answersAreStale = false
    if documents.isEmpty { return }
    let none: JSON? = nil
    if client.hasPullDiagnostics, client.hasDiagnosticRefresh {
      ask("workspace/diagnostic/refresh", none)
    }
    if client.hasCodeLensRefresh { ask("workspace/codeLens/refresh", none) }
    if client.hasSemanticTokensRefresh { ask("workspace/semanticTokens/refresh", none) }
  }

  // MARK: Keeping up

  /// Lets the live text of open issues count instead of their files.
  ///
  /// - Parameter exception: the document at hand, whose own text every feature looks at anyway.
  func takeOverOpenDocuments(of library: Library, except exception: OpenDocument? = nil) {
    let ahead = documents(of: library).filter {
      $0.isAheadOfArchive && $0 !== exception && $0.role == .issue && $0.uri.path != nil
    }
    if ahead.isEmpty { return }
    update(library) { loaded in
      for document in ahead {
        loaded.hold(document.path, as: document.snapshot.document)
        document.isAheadOfArchive = false
      }
      return true
    }
    tidy(library)
  }

  private static let revisionsBetweenLooks = 256

  /// Reads an archive anew that has come to know more names which stand nowhere any longer, half
  /// typed most of them, than names that do: a table of names only grows.
  private func tidy(_ library: Library) {
    guard library.state == .ready, library.revision % Self.revisionsBetweenLooks == 0,
      library.loaded.index.names.isMostlyUnused
    else { return }
    library.state = .unread
    startReading(library)
  }

  /// So many changed issues are read at once; more would keep the writer waiting.
  private static let changesAtOnce = 32

  /// Notices what others did to the files of the archives.
  func refreshStaleArchives() {
    for library in allLibraries where library.freshness != .fresh && library.state == .ready {
      let start = monotonicNanoseconds()
      guard library.wantsLook(at: start) else { continue }
      library.freshness = .fresh
      var outcome = LoadedArchive.Refresh.unchanged
      update(library) { loaded in
        outcome = loaded.refresh(workers: options.workers, limit: Self.changesAtOnce)
        return outcome == .changed
      }
      library.didLook(from: start, to: monotonicNanoseconds())
      switch outcome {
      case .unchanged: break
      case .changed: library.watchFolders()
      case .tooMany:
        // After a checkout, say. Questions about the archive wait; the writer does not.
        library.state = .unread
        startReading(library)
      }
    }
  }

  /// Whether there is something to do once the writer rests.
  var hasQuietWork: Bool {
    !texts.isEmpty || wantsNewRequests
      || documents.values.contains {
        $0.isAheadOfArchive && $0.role == .issue && $0.uri.path != nil
      }
  }

  func doQuietWork() {
    texts.removeAll()
    for library in allLibraries { takeOverOpenDocuments(of: library) }
    if wantsNewRequests { askForNewRequests() }
  }

  /// An archive that is being read asks when it is done.
  private var wantsNewRequests: Bool {
    answersAreStale && libraries.values.allSatisfy { $0.state != .reading }
  }

  // MARK: Progress

  private func beginProgress(of library: Library) {
    guard client.hasWorkDoneProgress else { return }
    endProgress(of: library)
    progressCount += 1
    let token = LSP.ProgressToken.string(Array("issue-lsp-\(progressCount)".utf8))
    let id = library.id
    library.progress = .asked(token)
    ask("window/workDoneProgress/create", LSP.WorkDoneProgressCreateParams(token: token)) {
      [weak self] result in
      guard let self, let library = libraries[id], case .success = result,
        case .asked(token) = library.progress
      else { return }
      library.progress = .begun(token)
      let title = language.say("Reading the archive", "正在读取归档")
      report(.begin(title: title, message: nil), token)
      // A small archive is read before the client answers; it learns of it all the same.
      if library.state == .ready { endProgress(of: library) }
    }
  }

  func archiveProgress(_ id: LibraryID, _ generation: Int, done: Int, total: Int) {
    guard let library = libraries[id], library.generation == generation,
      case .begun(let token) = library.progress
    else { return }
    report(.report(message: "\(done)/\(total)", percentage: done * 100 / max(total, 1)), token)
  }

  /// Tells of the end, if the beginning was told.
  func endProgress(of library: Library) {
    guard case .begun(let token) = library.progress else { return }
    library.progress = .none
    let count = library.loaded.files.count
    let isRead = library.state == .ready
    report(.end(message: isRead ? language.say("\(count) issues", "\(count) 期") : nil), token)
  }

  private func report(_ progress: LSP.WorkDoneProgress, _ token: LSP.ProgressToken) {
    notify("$/progress", LSP.WorkDoneProgressParams(token: token, value: progress))
  }
}
