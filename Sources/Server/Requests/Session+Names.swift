import Analysis
import Archive
import LanguageServerProtocol
import Platform
import Syntax
import Workspace

extension Session {
  /// The document, what features look at, and the place that a request speaks of, all of it up to
  /// date with what was sent before the request.
  func place(
    _ uri: String, _ position: LSP.Position
  ) throws(ResponseError) -> (document: OpenDocument, offset: Int) {
    let document = try document(uri)
    settle(document)
    return (document, document.text.offset(of: position, unit))
  }

  /// Brings all that the document's features look at up to date.
  func settle(_ document: OpenDocument) {
    refreshStaleArchives()
    takeOverOpenDocuments(of: document.library, except: document)
  }

  // MARK: One name

  /// https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#textDocument_definition
  func definition(
    _ params: LSP.TextDocumentPositionParams
  ) throws(ResponseError) -> [LSP.Location]? {
    let (document, offset) = try place(params.uri, params.position)
    return Analysis.definition(in: document.snapshot, at: offset).map { locations(of: [$0]) }
  }

  /// https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#textDocument_references
  func references(_ params: LSP.ReferenceParams) throws(ResponseError) -> [LSP.Location]? {
    let (document, offset) = try place(params.uri, params.position)
    guard var places = Analysis.references(in: document.snapshot, at: offset) else { return nil }
    if !params.includesDeclaration,
      let first = Analysis.definition(in: document.snapshot, at: offset)
    {
      places.removeAll { $0.path == first.path && $0.range == first.range }
    }
    return deliver(locations(of: places), to: params.partialResultToken)
  }

  /// Sends a long result in parts to a client that asked for them; what remains is the result.
  func deliver<Element: JSONEncodable>(
    _ result: [Element], to token: LSP.ProgressToken?
  ) -> [Element] {
    guard let token else { return result }
    var rest = result[...]
    while !rest.isEmpty {
      notify("$/progress", LSP.PartialResultParams(token: token, value: Array(rest.prefix(100))))
      rest = rest.dropFirst(100)
    }
    return []
  }

  /// https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#textDocument_documentHighlight
  func documentHighlight(
    _ params: LSP.TextDocumentPositionParams
  ) throws(ResponseError) -> [LSP.DocumentHighlight]? {
    let (document, offset) = try place(params.uri, params.position)
    var walk = PositionWalk(document.text, in: unit)
    return Analysis.documentHighlight(in: document.snapshot, at: offset)?.map {
      LSP.DocumentHighlight(range: walk.lspRange(of: $0))
    }
  }

  /// https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#textDocument_prepareRename
  func prepareRename(
    _ params: LSP.TextDocumentPositionParams
  ) throws(ResponseError) -> LSP.PrepareRenameResult? {
    let (document, offset) = try place(params.uri, params.position)
    return Analysis.prepareRename(in: document.snapshot, at: offset).map { range in
      LSP.PrepareRenameResult(
        range: document.text.lspRange(of: range, unit),
        placeholder: String(decoding: document.text.bytes[range.start..<range.end], as: UTF8.self))
    }
  }

  /// https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#textDocument_rename
  func rename(_ params: LSP.RenameParams) throws(ResponseError) -> LSP.WorkspaceEdit? {
    let (document, offset) = try place(params.uri, params.position)
    guard Analysis.prepareRename(in: document.snapshot, at: offset) != nil else { return nil }
    let newName = params.newName.withoutOuterBlanks
    guard let edits = Analysis.rename(in: document.snapshot, at: offset, to: newName) else {
      throw ResponseError(
        .invalidParams,
        language.say(
          "“\(params.newName)” is no name, or would break the text around it",
          "“\(params.newName)”不能作名称，或会破坏前后的文字"))
    }
    return edit(document, edits)
  }

  /// https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#textDocument_hover
  func hover(_ params: LSP.TextDocumentPositionParams) throws(ResponseError) -> LSP.Hover? {
    let (document, offset) = try place(params.uri, params.position)
    let kind = client.hoverMarkup
    var parts: [String] = []
    var place: ByteRange?
    if let (range, card) = nameHover(in: document.snapshot, at: offset, text: textOfIssue) {
      parts.append(content(of: card, as: kind).value)
      place = range
    }
    if parts.isEmpty,
      let (range, text) = frontMatterHover(
        in: document.snapshot, at: offset, asMarkdown: kind == .markdown)
    {
      parts.append(text)
      place = range
    }
    if let (range, related) = storyHover(in: document.snapshot, at: offset) {
      parts.append(
        kind == .markdown
          ? markdown(of: related, in: language, link: link) : plainText(of: related, in: language))
      place = place ?? range
    }
    guard let place else { return nil }
    let separator = kind == .markdown ? "\n\n---\n\n" : "\n\n"
    return LSP.Hover(
      contents: LSP.MarkupContent(kind: kind, value: parts.joined(separator: separator)),
      range: document.text.lspRange(of: place, unit))
  }

  func content(of card: NameCard, as kind: LSP.MarkupKind) -> LSP.MarkupContent {
    let text =
      switch kind {
      case .markdown: card.markdown(in: language, link: link)
      case .plainText: card.plainText(in: language)
      }
    return LSP.MarkupContent(kind: kind, value: text)
  }

  /// The address of a line, from 0, of an issue.
  private func link(_ path: String, _ line: Int) -> String {
    "\(uri(ofFileAt: path))#L\(line + 1)"
  }

  /// The bytes of an issue of the archive, live where it is open.
  func textOfIssue(_ path: String) -> [UInt8]? {
    (openDocument(at: path)?.text ?? texts.text(at: path))?.bytes
  }

  /// Places that stand issue by issue, in the order of each text.
  private func locations(of places: [NamePlace]) -> [LSP.Location] {
    var issue: (path: String, uri: String, walk: PositionWalk)?
    return places.map { place in
      if issue?.path != place.path {
        issue = (openDocument(at: place.path)?.text ?? texts.text(at: place.path)).map {
          (place.path, uri(ofFileAt: place.path), PositionWalk($0, in: unit))
        }
      }
      guard let uri = issue?.uri, let range = issue?.walk.lspRange(of: place.range) else {
        return location(inFileAt: place.path, place.range, line: 0)
      }
      return LSP.Location(uri: uri, range: range)
    }
  }

  // MARK: All names

  /// https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#workspace_symbol
  func workspaceSymbol(
    _ params: LSP.WorkspaceSymbolParams
  ) throws(ResponseError) -> [LSP.SymbolInformation] {
    refreshStaleArchives()
    var symbols: [WorkspaceSymbol] = []
    var seen: Set<String> = []
    for library in allLibraries {
      takeOverOpenDocuments(of: library)
      // Of folders within one another, both archives hold the inner one's issues.
      symbols += workspaceSymbols(matching: params.query, in: library.loaded.index)
        .filter { seen.insert("\($0.path):\($0.range.start):\($0.title)").inserted }
    }
    let found = symbols.map { symbol in
      LSP.SymbolInformation(
        name: symbol.title.isBlank ? lastComponent(of: symbol.path) : symbol.title,
        kind: LSP.SymbolKind(symbol.kind).known(among: client.workspaceSymbolKinds),
        location: location(inFileAt: symbol.path, symbol.range, line: 0),
        containerName: symbol.container.isEmpty ? nil : symbol.container)
    }
    return deliver(found, to: params.partialResultToken)
  }

  /// What `issue/mentions` and its command ask for.
  func mentions(_ params: MentionsParams) throws(ResponseError) -> MentionsResult? {
    let library: Library
    let id: NameID?
    switch params.subject {
    case .place(let uri, let position):
      let (document, offset) = try place(uri, position)
      library = document.library
      id = document.snapshot.name(at: offset)?.id
      // Its own mentions are asked for, too.
      takeOverOpenDocuments(of: library)
    case .name(let name):
      refreshStaleArchives()
      for library in allLibraries { takeOverOpenDocuments(of: library) }
      guard
        let found =
          allLibraries
          .first(where: { $0.loaded.index.names.find(name) != nil })
      else { return nil }
      library = found
      id = found.loaded.index.names.find(name)
    }
    let archive = library.loaded.index
    guard let id, let name = archive.names[id] else { return nil }
    let places = Analysis.mentions(of: id, in: archive)
    return MentionsResult(
      name: name,
      mentions: zip(places, locations(of: places)).map { place, location in
        MentionsResult.Mention(
          location: location, date: place.date, story: place.story,
          text: textOfIssue(place.path).flatMap {
            excerpt(of: place, id: id, names: archive.names, in: $0)
          } ?? name.canonical)
      })
  }
}

extension LSP.SymbolKind {
  init(_ kind: WorkspaceSymbol.Kind) {
    self =
      switch kind {
      case .story: .event
      case .name(let kind): LSP.SymbolKind(kind)
      }
  }

  init(_ kind: NameKind) {
    self =
      switch kind {
      case .company: .class
      case .model: .constant
      case .product: .object
      case .person: .variable
      case .organization: .interface
      }
  }
}
