extension LSP {
  package enum PositionEncoding: String, Sendable, CaseIterable {
    case utf8 = "utf-8"
    case utf16 = "utf-16"
    case utf32 = "utf-32"
  }

  package enum TraceValue: String, Sendable {
    case off, messages, verbose
  }

  package struct WorkspaceFolder: Sendable, Hashable, JSONDecodable {
    package var uri: String

    package init(uri: String) { self.uri = uri }

    package init(_ json: JSON) throws(InvalidParameters) {
      uri = try json.decode("uri")
    }
  }

  package struct InitializeParams: Sendable, JSONDecodable {
    package var processID: Int?
    package var locale: String?
    package var clientName: String?
    package var clientVersion: String?
    /// What was said of folders: `workspaceFolders`, else `rootUri`, else nothing.
    package var folders: [WorkspaceFolder]
    /// The folder's path, from clients that know no URI.
    package var rootPath: String?
    package var capabilities: ClientCapabilities
    package var initializationOptions: JSON?
    package var trace: TraceValue

    package init(_ json: JSON) throws(InvalidParameters) {
      processID = try json.decodeIfPresent("processId")
      locale = json["locale"]?.text
      clientName = json["clientInfo"]?["name"]?.text
      clientVersion = json["clientInfo"]?["version"]?.text
      let root: String? = try json.decodeIfPresent("rootUri")
      folders =
        try json.decodeIfPresent("workspaceFolders")
        ?? root.map { [WorkspaceFolder(uri: $0)] } ?? []
      rootPath = json["rootPath"]?.text
      if let capabilities = json["capabilities"] {
        guard case .object = capabilities else {
          throw InvalidParameters("an object was expected", at: "capabilities")
        }
      }
      capabilities = ClientCapabilities(json["capabilities"] ?? .null)
      initializationOptions = json["initializationOptions"]
      trace = json["trace"]?.text.flatMap { TraceValue(rawValue: $0) } ?? .off
    }
  }

  /// What the client said that it can do, as far as answers depend on it. What it got wrong counts
  /// as not said.
  package struct ClientCapabilities: Sendable, Equatable {
    package var positionEncodings: [String]
    package var hasHierarchicalSymbols: Bool
    /// The numbers of the kinds that the client knows in a document's symbols.
    package var documentSymbolKinds: Set<Int>
    package var workspaceSymbolKinds: Set<Int>
    package var completionItemKinds: Set<Int>
    package var hasPullDiagnostics: Bool
    package var hasDiagnosticRefresh: Bool
    package var hasRelatedInformation: Bool
    package var hasDiagnosticCodeDescription: Bool
    package var diagnosticTags: [Int]
    package var hasSnippets: Bool
    package var hasInsertReplace: Bool
    package var hasLabelDetails: Bool
    package var completionMarkup: MarkupKind
    package var completionResolves: [String]
    package var hoverMarkup: MarkupKind
    package var hasCodeActionLiterals: Bool
    package var hasPreferredCodeActions: Bool
    package var hasCodeActionData: Bool
    package var codeActionResolves: [String]
    package var hasCodeLensRefresh: Bool
    package var hasSemanticTokensRefresh: Bool
    package var hasPrepareRename: Bool
    package var hasLineFoldingOnly: Bool
    package var hasConfiguration: Bool
    package var hasDynamicConfiguration: Bool
    package var hasDynamicWatchedFiles: Bool
    package var hasWorkspaceFolders: Bool
    package var hasApplyEdit: Bool
    package var hasDocumentChanges: Bool
    package var hasWorkDoneProgress: Bool
    package var hasLocationLinks: Bool

    package init(_ json: JSON) {
      func flag(_ path: String...) -> Bool {
        path.reduce(json as JSON?) { $0?[$1] }?.bool ?? false
      }
      func texts(_ path: String...) -> [String] {
        path.reduce(json as JSON?) { $0?[$1] }?.array?.compactMap(\.text) ?? []
      }
      /// What the client would rather have stands first; silence means plain text.
      func markup(_ formats: [String]) -> MarkupKind {
        formats.lazy.compactMap { MarkupKind(rawValue: $0) }.first ?? .plainText
      }
      /// What clients that say nothing know: the kinds of the protocol's first version.
      func kinds(_ support: JSON?) -> Set<Int> {
        support?["valueSet"]?.array.map { Set($0.compactMap(\.integer)) } ?? Set(1...18)
      }
      let document = json["textDocument"]
      let workspace = json["workspace"]
      positionEncodings = texts("general", "positionEncodings")
      hasHierarchicalSymbols = flag(
        "textDocument", "documentSymbol", "hierarchicalDocumentSymbolSupport")
      documentSymbolKinds = kinds(document?["documentSymbol"]?["symbolKind"])
      workspaceSymbolKinds = kinds(workspace?["symbol"]?["symbolKind"])
      completionItemKinds = kinds(document?["completion"]?["completionItemKind"])
      hasPullDiagnostics = document?["diagnostic"] != nil
      hasDiagnosticRefresh = flag("workspace", "diagnostics", "refreshSupport")
      hasRelatedInformation =
        flag("textDocument", "publishDiagnostics", "relatedInformation")
        || flag("textDocument", "diagnostic", "relatedInformation")
      hasDiagnosticCodeDescription =
        flag("textDocument", "publishDiagnostics", "codeDescriptionSupport")
        || flag("textDocument", "diagnostic", "codeDescriptionSupport")
      let tags = document?["publishDiagnostics"]?["tagSupport"]?["valueSet"]
      diagnosticTags = tags?.array?.compactMap(\.integer) ?? []
      hasSnippets = flag("textDocument", "completion", "completionItem", "snippetSupport")
      hasInsertReplace = flag(
        "textDocument", "completion", "completionItem", "insertReplaceSupport")
      hasLabelDetails = flag("textDocument", "completion", "completionItem", "labelDetailsSupport")
      completionMarkup = markup(
        texts("textDocument", "completion", "completionItem", "documentationFormat"))
      completionResolves = texts(
        "textDocument", "completion", "completionItem", "resolveSupport", "properties")
      hoverMarkup = markup(texts("textDocument", "hover", "contentFormat"))
      hasCodeActionLiterals = document?["codeAction"]?["codeActionLiteralSupport"] != nil
      hasPreferredCodeActions = flag("textDocument", "codeAction", "isPreferredSupport")
      hasCodeActionData = flag("textDocument", "codeAction", "dataSupport")
      codeActionResolves = texts("textDocument", "codeAction", "resolveSupport", "properties")
      hasCodeLensRefresh = flag("workspace", "codeLens", "refreshSupport")
      hasSemanticTokensRefresh = flag("workspace", "semanticTokens", "refreshSupport")
      hasPrepareRename = flag("textDocument", "rename", "prepareSupport")
      hasLineFoldingOnly = flag("textDocument", "foldingRange", "lineFoldingOnly")
      hasConfiguration = flag("workspace", "configuration")
      hasDynamicConfiguration = flag(
        "workspace", "didChangeConfiguration", "dynamicRegistration")
      hasDynamicWatchedFiles = flag("workspace", "didChangeWatchedFiles", "dynamicRegistration")
      hasWorkspaceFolders = flag("workspace", "workspaceFolders")
      hasApplyEdit = flag("workspace", "applyEdit")
      hasDocumentChanges = workspace?["workspaceEdit"]?["documentChanges"]?.bool ?? false
      hasWorkDoneProgress = flag("window", "workDoneProgress")
      hasLocationLinks = flag("textDocument", "definition", "linkSupport")
    }
  }

  package struct ServerCapabilities: Sendable {
    package var positionEncoding: PositionEncoding
    package var pullsDiagnostics: Bool
    package var hasWorkspaceDiagnostics: Bool
    package var hasDocumentSymbols: Bool
    package var completionTriggers: [String]
    package var hasPrepareRename: Bool
    /// `nil`: the client knows no code actions that we could send.
    package var codeActionKinds: [String]?
    package var commands: [String]
    package var tokenTypes: [String]
    package var tokenModifiers: [String]
    /// Names of what goes beyond the specification.
    package var experimental: [String]

    package init(
      positionEncoding: PositionEncoding, pullsDiagnostics: Bool, hasWorkspaceDiagnostics: Bool,
      hasDocumentSymbols: Bool, completionTriggers: [String], hasPrepareRename: Bool,
      codeActionKinds: [String]?, commands: [String], tokenTypes: [String],
      tokenModifiers: [String], experimental: [String]
    ) {
      self.positionEncoding = positionEncoding
      self.pullsDiagnostics = pullsDiagnostics
      self.hasWorkspaceDiagnostics = hasWorkspaceDiagnostics
      self.hasDocumentSymbols = hasDocumentSymbols
      self.completionTriggers = completionTriggers
      self.hasPrepareRename = hasPrepareRename
      self.codeActionKinds = codeActionKinds
      self.commands = commands
      self.tokenTypes = tokenTypes
      self.tokenModifiers = tokenModifiers
      self.experimental = experimental
    }
  }

  package struct InitializeResult: Sendable {
    package var capabilities: ServerCapabilities
    package var name: String
    package var version: String

    package init(capabilities: ServerCapabilities, name: String, version: String) {
      self.capabilities = capabilities
      self.name = name
      self.version = version
    }
  }
}

extension LSP.ServerCapabilities: JSONEncodable {
  package func encode(to json: inout JSONWriter) {
    json.object { json in
      json.field("positionEncoding", positionEncoding.rawValue)
      json.field(
        "textDocumentSync",
        object: {
          $0.field("openClose", true)
          $0.field("change", 2)
          $0.field("save", object: { $0.field("includeText", true) })
        })
      if pullsDiagnostics {
        json.field(
          "diagnosticProvider",
          object: {
            $0.field("identifier", "issue-lsp")
            $0.field("interFileDependencies", true)
            $0.field("workspaceDiagnostics", hasWorkspaceDiagnostics)
          })
      }
      if hasDocumentSymbols { json.field("documentSymbolProvider", true) }
      json.field(
        "completionProvider",
        object: {
          $0.field("triggerCharacters", completionTriggers)
          $0.field("resolveProvider", true)
        })
      json.field("hoverProvider", true)
      json.field("definitionProvider", true)
      json.field("referencesProvider", true)
      json.field("documentHighlightProvider", true)
      json.field("workspaceSymbolProvider", true)
      if let codeActionKinds {
        json.field(
          "codeActionProvider",
          object: {
            $0.field("codeActionKinds", codeActionKinds)
            $0.field("resolveProvider", true)
          })
      } else {
        json.field("codeActionProvider", false)
      }
      json.field("codeLensProvider", object: { $0.field("resolveProvider", true) })
      json.field("foldingRangeProvider", true)
      json.field("selectionRangeProvider", true)
      json.field("documentLinkProvider", object: { $0.field("resolveProvider", false) })
      json.field(
        "semanticTokensProvider",
        object: {
          $0.field(
            "legend",
            object: {
              $0.field("tokenTypes", tokenTypes)
              $0.field("tokenModifiers", tokenModifiers)
            })
          $0.field("full", object: { $0.field("delta", true) })
          $0.field("range", true)
        })
      if hasPrepareRename {
        json.field("renameProvider", object: { $0.field("prepareProvider", true) })
      } else {
        json.field("renameProvider", true)
      }
      json.field("executeCommandProvider", object: { $0.field("commands", commands) })
      json.field(
        "workspace",
        object: {
          $0.field(
            "workspaceFolders",
            object: {
              $0.field("supported", true)
              $0.field("changeNotifications", true)
            })
        })
      json.field(
        "experimental",
        object: { json in for name in experimental { json.member(Array(name.utf8), true) } })
    }
  }
}

extension LSP.InitializeResult: JSONEncodable {
  package func encode(to json: inout JSONWriter) {
    json.object {
      $0.field("capabilities", capabilities)
      $0.field(
        "serverInfo",
        object: {
          $0.field("name", name)
          $0.field("version", version)
        })
    }
  }
}
