import Analysis
import LanguageServerProtocol
import Platform
import Syntax
import Workspace

extension Session {
  // MARK: Settings

  /// Asks the client for its settings, where it can be asked.
  func pullConfiguration() {
    guard client.hasConfiguration else { return }
    configurationPulls.asked += 1
    let number = configurationPulls.asked
    ask("workspace/configuration", LSP.ConfigurationParams(section: "issueLsp")) {
      [weak self] result in
      guard let self, number > configurationPulls.outdated,
        case .success(.array(let values)) = result, let settings = values.first
      else { return }
      configurationPulls.outdated = number
      useClientSettings(settings)
    }
  }

  func didChangeConfiguration(_ params: LSP.DidChangeConfigurationParams) {
    // Some clients send the settings of all their servers: only our own section counts.
    if params.settings.hasMember("issueLsp") {
      configurationPulls.outdated = configurationPulls.asked
      useClientSettings(params.settings["issueLsp"] ?? .null)
    }
    pullConfiguration()
  }

  /// Lays settings over those of `initialize`, key by key; what was laid over them before goes.
  /// Where nothing is set, clients say `null`.
  private func useClientSettings(_ settings: JSON) {
    guard case .object(var members) = settings == .null ? .object([]) : settings else {
      return show(
        .warning,
        language.say("the settings “issueLsp” are no object", "设置项“issueLsp”不是对象"))
    }
    if case .object(let initial)? = initialSettings {
      members += initial.filter { old in !members.contains { $0.key == old.key } }
    }
    let merged = JSON.object(members)
    if merged == clientSettings ?? .object([]) { return }
    clientSettings = merged
    reloadSettings()
  }

  /// Reads all settings anew if their files have changed and no client would tell.
  func refreshStaleSettings() {
    if client.hasDynamicWatchedFiles || allLibraries.allSatisfy(\.settings.areUpToDate) { return }
    reloadSettings()
  }

  /// Reads all settings anew. An archive is only read again where they lead to another.
  func reloadSettings() {
    let earlier = allLibraries
    libraries = [:]
    for folder in folders { _ = folder.path.map(library(forFolder:)) }
    for document in openDocuments {
      document.library = library(for: document.uri)
      document.role = role(of: document.uri, document.path, in: document.library)
    }
    for old in earlier {
      guard let library = libraries[old.id] else { continue }
      library.revision = old.revision
      if old.loaded.scope == library.loaded.scope,
        old.settings.userNames == library.settings.userNames
      {
        library.takeOver(old)
      } else {
        for document in documents(of: library) { document.isAheadOfArchive = true }
      }
    }
    // What was not taken over is read in vain.
    for old in earlier {
      old.endReading()
      endProgress(of: old)
    }
    for library in allLibraries {
      update(library) { _ in true }
      startReading(library)
    }
    reportSettingsProblems()
  }

  /// Shows mistakes in the settings where they stand, as far as the client lets us; those that
  /// stand in no open document are told once.
  func reportSettingsProblems() {
    var told: Set<String> = []
    var reported: Set<String> = []
    for library in allLibraries {
      for problem in library.settings.problems {
        told.insert("\(problem.path): \(problem.message(in: language))")
      }
      for report in library.settings.reports {
        guard let path = report.path else {
          for diagnostic in report.diagnostics { told.insert("issueLsp: \(diagnostic.message)") }
          continue
        }
        let uri = DocumentURI(path: path)
        if documents[uri.key] != nil { continue }
        if client.hasPullDiagnostics {
          for diagnostic in report.diagnostics {
            let line = report.text.line(at: diagnostic.range.start) + 1
            told.insert("\(path):\(line): \(diagnostic.message)")
          }
        } else if reported.insert(uri.spelling).inserted {
          notify(
            "textDocument/publishDiagnostics",
            LSP.PublishDiagnosticsParams(
              uri: uri.spelling, version: nil,
              diagnostics: lspDiagnostics(report.diagnostics, in: report.text, uri: uri)))
        }
      }
    }
    for uri in reportedSettings.subtracting(reported).sorted() {
      notify(
        "textDocument/publishDiagnostics",
        LSP.PublishDiagnosticsParams(uri: uri, version: nil, diagnostics: []))
    }
    for problem in told.subtracting(toldProblems).sorted() { show(.warning, problem) }
    reportedSettings = reported
    toldProblems = told
  }

  // MARK: Files and folders

  func didChangeWatchedFiles(_ params: LSP.DidChangeWatchedFilesParams) {
    var hasNewSettings = false
    for change in params.changes {
      guard let path = DocumentURI(change.uri).fileWithoutLinks else { continue }
      if lastComponent(of: path) == Configuration.fileName
        || libraries.values.contains(where: { $0.settings.namesFile == path })
      {
        hasNewSettings = true
      }
    }
    if hasNewSettings { reloadSettings() }
    for library in allLibraries { library.freshness = .stale }
  }

  func didChangeWorkspaceFolders(_ params: LSP.DidChangeWorkspaceFoldersParams) {
    let removed = Set(params.removed.map { DocumentURI($0.uri) })
    folders.removeAll { removed.contains($0) }
    for folder in params.added.map({ DocumentURI($0.uri) }) where !folders.contains(folder) {
      folders.append(folder)
    }
    reloadSettings()
  }
}
