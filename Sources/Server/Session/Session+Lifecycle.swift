import Analysis
import LanguageServerProtocol
import Platform
import Syntax

extension Session {
  func initialize(_ id: RequestID, _ json: JSON) -> [UInt8] {
    let params: LSP.InitializeParams
    do throws(InvalidParameters) {
      params = try LSP.InitializeParams(json)
    } catch {
      return Outgoing.error(id, ResponseError(.invalidParams, error.description))
    }
    client = params.capabilities
    let encoding = LSP.PositionEncoding(offered: client.positionEncodings)
    unit = encoding.unit
    if options.language == nil, let locale = params.locale { language = Language(locale: locale) }
    trace = params.trace
    folders = params.folders.map { DocumentURI($0.uri) }
    if folders.isEmpty, let root = params.rootPath, root.utf8.first == UInt8(ascii: "/") {
      folders = [DocumentURI(path: absolutePath(root, relativeTo: "/"))]
    }
    initialSettings = params.initializationOptions.map(Self.settings)
    clientSettings = initialSettings
    if let client = params.processID, client > 0, client != options.clientProcessID {
      watchClient?(client)
    }
    lifecycle = .running
    log.write(
      .info,
      "initialize: \(params.clientName ?? "unnamed client") \(params.clientVersion ?? ""), "
        + "\(encoding.rawValue), \(folders.count) folders")
    return Outgoing.result(
      id,
      LSP.InitializeResult(
        capabilities: capabilities(encoding), name: "issue-lsp", version: options.version))
  }

  private func capabilities(_ encoding: LSP.PositionEncoding) -> LSP.ServerCapabilities {
    LSP.ServerCapabilities(
      positionEncoding: encoding,
      pullsDiagnostics: client.hasPullDiagnostics,
      hasWorkspaceDiagnostics: clientConfiguration.workspaceDiagnostics,
      hasDocumentSymbols: clientConfiguration.outline,
      completionTriggers: ["-", "."],
      hasPrepareRename: client.hasPrepareRename,
      codeActionKinds: client.hasCodeActionLiterals
        ? ["quickfix", "refactor", Self.fixAllKind] : nil,
      commands: Command.allCases.map(\.rawValue),
      tokenTypes: Self.tokenTypes,
      tokenModifiers: [],
      experimental: ["relatedStories", "mentions"])
  }

  /// What the client's settings alone say; the capabilities are told before any file is read.
  var clientConfiguration: Configuration {
    var configuration = Configuration()
    if let clientSettings {
      _ = configuration.apply(SettingsNode(json: clientSettings), in: language)
    }
    return configuration
  }

  /// Settings may come within a section of our name or bare.
  static func settings(_ json: JSON) -> JSON { json["issueLsp"] ?? json }

  func initialized(_ params: JSON) {
    if client.hasDynamicWatchedFiles {
      ask(
        "client/registerCapability",
        LSP.RegistrationParams(registrations: [
          .init(
            id: "watched-files", method: "workspace/didChangeWatchedFiles",
            watchedPatterns: [
              "**/*.md", "**/*.markdown", "**/\(Configuration.fileName)", "**/*.yaml",
            ]
          )
        ]))
    }
    if client.hasDynamicConfiguration {
      ask(
        "client/registerCapability",
        LSP.RegistrationParams(registrations: [
          .init(
            id: "configuration", method: "workspace/didChangeConfiguration", section: "issueLsp")
        ]))
    }
    pullConfiguration()
    for folder in folders {
      if let path = folder.path { _ = library(forFolder: path) }
    }
    for library in allLibraries { startReading(library) }
  }

  func setTrace(_ params: JSON) {
    if let value = params["value"]?.text.flatMap({ LSP.TraceValue(rawValue: $0) }) {
      trace = value
    } else {
      log.write(.warning, "$/setTrace has an unknown value")
    }
  }
}
