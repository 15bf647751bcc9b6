import LanguageServerProtocol

// The parts of LSP 3.17 that the server speaks.
extension Shape {
  static let position = object(["line": .unsigned, "character": .unsigned])
  static let range = object(["start": position, "end": position])
  static let location = object(["uri": .string, "range": range])
  static let textEdit = object(["range": range, "newText": .string])
  static let markup = object(["kind": .oneOf(["markdown", "plaintext"]), "value": .string])
  static let command = object(["title": .string, "command": .string, "arguments?": .array(.any)])
  static let token = either([.string, .integer])
  static let resolvable = Shape.any

  static let diagnostic = object([
    "range": range, "severity?": .oneOf([1, 2, 3, 4]), "code?": .either([.string, .integer]),
    "codeDescription?": .object(["href": .string]), "source?": .string, "message": .string,
    "tags?": .array(.oneOf([1, 2])),
    "relatedInformation?": .array(.object(["location": location, "message": .string])),
    "data?": .any,
  ])

  static let workspaceEdit = object([
    "changes?": .map(.array(textEdit)),
    "documentChanges?": .array(
      .object([
        "textDocument": .object(["uri": .string, "version": .either([.integer, .null])]),
        "edits": .array(textEdit),
      ])),
  ])

  static let symbolKind = oneOf((1...26).map { .integer($0) })

  /// Children are checked one level down; deeper ones have the same writer.
  static let documentSymbol = symbol(children: .array(symbol(children: .any)))

  private static func symbol(children: Shape) -> Shape {
    .object([
      "name": .string, "detail?": .string, "kind": symbolKind, "range": range,
      "selectionRange": range, "children?": children,
    ])
  }

  static let symbolInformation = object([
    "name": .string, "kind": symbolKind, "location": location, "containerName?": .string,
  ])

  static let completionItem = object([
    "label": .string,
    "labelDetails?": .object(["detail?": .string, "description?": .string]),
    "kind?": .oneOf((1...25).map { .integer($0) }), "detail?": .string,
    "documentation?": .either([.string, markup]), "preselect?": .bool, "sortText?": .string,
    "filterText?": .string, "insertTextFormat?": .oneOf([1, 2]), "textEdit?": textEdit,
    "additionalTextEdits?": .array(textEdit), "command?": command, "data?": .any,
  ])

  static let codeAction = object([
    "title": .string, "kind?": .string, "diagnostics?": .array(diagnostic), "isPreferred?": .bool,
    "edit?": workspaceEdit, "command?": command, "data?": .any,
  ])

  static let codeLens = object(["range": range, "command?": command, "data?": .any])

  static let diagnosticReport = either([
    .object([
      "kind": .oneOf(["full"]), "resultId?": .string, "items": .array(diagnostic),
    ]),
    .object(["kind": .oneOf(["unchanged"]), "resultId": .string]),
  ])

  static let relatedStories = object([
    "story": .object(["title": .string, "range": range]),
    "related": .array(
      .object([
        "title": .string, "uri": .string, "range": range, "issueTitle": .string,
        "date": .either([.string, .null]), "section": .either([.string, .null]),
        "url": .either([.string, .null]), "score": .number, "excerpt": .string,
        "reasons": .array(
          .object(["kind": .oneOf(["source", "name", "wording"]), "value": .string])),
      ])),
  ])

  static let mentions = object([
    "name": .string, "kind": .oneOf(["company", "model", "product", "person", "organization"]),
    "aliases": .array(.string), "count": .unsigned, "issues": .unsigned,
    "first": .either([.string, .null]), "last": .either([.string, .null]),
    "mentions": .array(
      .object([
        "uri": .string, "range": range, "date": .either([.string, .null]),
        "story": .either([.string, .null]), "text": .string,
      ])),
  ])

  /// Results by the method of the request.
  static let results: [String: Shape] = [
    "initialize": .object([
      "capabilities": capabilities,
      "serverInfo": .object(["name": .string, "version": .string]),
    ]),
    "shutdown": .null,
    "textDocument/diagnostic": diagnosticReport,
    "textDocument/documentSymbol": .either([.array(documentSymbol), .array(symbolInformation)]),
    "textDocument/completion": .either([
      .object(["isIncomplete": .bool, "items": .array(completionItem)]), .null,
    ]),
    "completionItem/resolve": completionItem,
    "textDocument/hover": .either([.object(["contents": markup, "range?": range]), .null]),
    "textDocument/definition": .either([.array(location), .null]),
    "textDocument/references": .either([.array(location), .null]),
    "textDocument/documentHighlight": .either([
      .array(.object(["range": range, "kind?": .oneOf([1, 2, 3])])), .null,
    ]),
    "workspace/symbol": .either([.array(symbolInformation), .null]),
    "textDocument/codeAction": .either([.array(.either([codeAction, command])), .null]),
    "codeAction/resolve": codeAction,
    "textDocument/codeLens": .either([.array(codeLens), .null]),
    "codeLens/resolve": codeLens,
    "textDocument/foldingRange": .array(
      .object([
        "startLine": .unsigned, "endLine": .unsigned, "startCharacter?": .unsigned,
        "endCharacter?": .unsigned, "kind?": .oneOf(["comment", "imports", "region"]),
      ])),
    "textDocument/selectionRange": .array(.object(["range": range, "parent?": .any])),
    "textDocument/documentLink": .array(
      .object(["range": range, "target?": .string, "tooltip?": .string])),
    "textDocument/semanticTokens/full": tokens,
    "textDocument/semanticTokens/range": tokens,
    "textDocument/semanticTokens/full/delta": .either([
      tokens,
      .object([
        "resultId?": .string,
        "edits": .array(
          .object([
            "start": .unsigned, "deleteCount": .unsigned, "data?": .array(.unsigned),
          ])),
      ]),
    ]),
    "textDocument/prepareRename": .either([
      .object(["range": range, "placeholder": .string]), .null,
    ]),
    "textDocument/rename": .either([workspaceEdit, .null]),
    "workspace/diagnostic": .object([
      "items": .array(
        .object([
          "uri": .string, "version": .either([.integer, .null]),
          "kind": .oneOf(["full", "unchanged"]),
          "resultId?": .string, "items?": .array(diagnostic),
        ]))
    ]),
    "issue/documentText": .object(["text": .string, "version": .integer]),
    "issue/relatedStories": .either([relatedStories, .null]),
    "issue/mentions": .either([mentions, .null]),
  ]

  private static let tokens = object(["resultId?": .string, "data": .array(.unsigned)])

  private static let capabilities = object([
    "positionEncoding": .oneOf(["utf-8", "utf-16", "utf-32"]),
    "textDocumentSync": .object([
      "openClose": .bool, "change": .oneOf([2]), "save": .object(["includeText": .bool]),
    ]),
    "diagnosticProvider?": .object([
      "identifier?": .string, "interFileDependencies": .bool, "workspaceDiagnostics": .bool,
    ]),
    "documentSymbolProvider?": .bool,
    "completionProvider?": .object([
      "triggerCharacters": .array(.string), "resolveProvider": .bool,
    ]),
    "hoverProvider?": .bool, "definitionProvider?": .bool, "referencesProvider?": .bool,
    "documentHighlightProvider?": .bool, "workspaceSymbolProvider?": .bool,
    "codeActionProvider?": .either([
      .bool, .object(["codeActionKinds": .array(.string), "resolveProvider": .bool]),
    ]),
    "codeLensProvider?": .object(["resolveProvider": .bool]),
    "foldingRangeProvider?": .bool, "selectionRangeProvider?": .bool,
    "documentLinkProvider?": .object(["resolveProvider": .bool]),
    "semanticTokensProvider?": .object([
      "legend": .object(["tokenTypes": .array(.string), "tokenModifiers": .array(.string)]),
      "full": .object(["delta": .bool]), "range": .bool,
    ]),
    "renameProvider?": .either([.bool, .object(["prepareProvider": .bool])]),
    "executeCommandProvider?": .object(["commands": .array(.string)]),
    "workspace?": .object([
      "workspaceFolders": .object(["supported": .bool, "changeNotifications": .bool])
    ]),
    "experimental?": .map(.oneOf([true])),
  ])

  private static let message = object(["type": .oneOf([1, 2, 3, 4]), "message": .string])

  /// Parameters of what the server sends of itself, by method.
  static let fromServer: [String: Shape] = [
    "textDocument/publishDiagnostics": .object([
      "uri": .string, "version?": .integer, "diagnostics": .array(diagnostic),
    ]),
    "window/logMessage": message,
    "window/showMessage": message,
    "$/logTrace": .object(["message": .string, "verbose?": .string]),
    "$/progress": .object(["token": token, "value": .any]),
    "window/workDoneProgress/create": .object(["token": token]),
    "workspace/configuration": .object([
      "items": .array(.object(["section?": .string, "scopeUri?": .string]))
    ]),
    "client/registerCapability": .object([
      "registrations": .array(
        .object(["id": .string, "method": .string, "registerOptions?": .any]))
    ]),
    "workspace/applyEdit": .object(["label?": .string, "edit": workspaceEdit]),
    "workspace/diagnostic/refresh": .null,
    "workspace/codeLens/refresh": .null,
    "workspace/semanticTokens/refresh": .null,
  ]
}
