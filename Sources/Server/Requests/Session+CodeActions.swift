import Analysis
import Archive
import LanguageServerProtocol
import Syntax

extension Session {
  static let fixAllKind = "source.fixAll.issue-lsp"

  /// https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#textDocument_codeAction
  func codeAction(_ params: LSP.CodeActionParams) throws(ResponseError) -> [LSP.CodeAction] {
    // Clients without literals know commands alone, and ours change no text.
    guard client.hasCodeActionLiterals else { return [] }
    let document = try document(params.uri)
    let range = document.text.byteRange(of: params.range, unit)
    var actions: [LSP.CodeAction] = []
    if isWanted("quickfix", params.only) {
      for diagnostic in document.diagnostics where touches(diagnostic.range, range) {
        actions += quickFixes(of: diagnostic, in: document, for: params.diagnostics)
      }
    }
    if isWanted("refactor", params.only) { actions += additions(of: range, in: document) }
    // Asked for by kind only: a light bulb that offers it at every place would be noise.
    if params.only != nil, isWanted(Self.fixAllKind, params.only),
      let action = fixAll(in: document)
    {
      actions.append(action)
    }
    return actions
  }

  func resolveCodeAction(_ action: JSON) throws(ResponseError) -> LSP.ResolvedCodeAction {
    guard case .object = action, action["title"]?.text != nil,
      action["kind"] == nil || action["kind"]?.text != nil
    else {
      throw ResponseError(.invalidParams, "a code action was expected")
    }
    guard action["edit"] == nil, let uri = action["data"]?["uri"]?.text,
      let document = documents[DocumentURI(uri).key]
    else { return LSP.ResolvedCodeAction(action: action, edit: nil) }
    return LSP.ResolvedCodeAction(action: action, edit: fixAllEdit(in: document))
  }

  /// What the writer selected can become a name of the writer's own.
  private func additions(of range: ByteRange, in document: OpenDocument) -> [LSP.CodeAction] {
    guard document.role == .issue,
      let name = nameToAdd(in: document.snapshot, selection: range)
    else { return [] }
    return [NameKind.company, .model, .product].map { kind in
      let title = language.say(
        "Add “\(name)” to the names as \(kind.word(in: language))",
        "将“\(name)”作为\(kind.word(in: language))加入名称表")
      return LSP.CodeAction(
        title: title, kind: "refactor",
        command: LSP.Command(
          title: title, command: Command.addName.rawValue,
          arguments: [
            .object([
              .init(key: Array("name".utf8), value: .string(name)),
              .init(key: Array("kind".utf8), value: .string(kind.word)),
              .init(key: Array("uri".utf8), value: .string(document.uri.spelling)),
            ])
          ]))
    }
  }

  private func quickFixes(
    of diagnostic: Analysis.Diagnostic, in document: OpenDocument, for shown: [JSON]
  ) -> [LSP.CodeAction] {
    let place = document.text.lspRange(of: diagnostic.range, unit)
    let mended = shown.filter { json in
      json["code"]?.text == diagnostic.code
        && json["range"].flatMap { try? LSP.Range($0) } == place
    }
    return diagnostic.fixes.enumerated().map { index, fix in
      LSP.CodeAction(
        title: fix.title, kind: "quickfix", diagnostics: mended,
        isPreferred: client.hasPreferredCodeActions && index == 0,
        edit: edit(document, fix.edits))
    }
  }

  private func fixAll(in document: OpenDocument) -> LSP.CodeAction? {
    let (_, count) = safeEdits(of: document.diagnostics, inTextOf: document.text.count)
    if count == 0 { return nil }
    let isLazy = client.hasCodeActionData && client.codeActionResolves.contains("edit")
    return LSP.CodeAction(
      title: language.say("Fix all that is safe to fix (\(count))", "修正所有可安全修正的问题（\(count)）"),
      kind: Self.fixAllKind, edit: isLazy ? nil : fixAllEdit(in: document),
      data: isLazy
        ? .object([.init(key: Array("uri".utf8), value: .string(document.uri.spelling))]) : nil)
  }

  private func fixAllEdit(in document: OpenDocument) -> LSP.WorkspaceEdit {
    edit(document, allSafeEdits(of: document.snapshot))
  }

  /// Edits of one open document.
  func edit(_ document: OpenDocument, _ edits: [Syntax.TextEdit]) -> LSP.WorkspaceEdit {
    LSP.WorkspaceEdit(
      documents: [
        .init(
          uri: document.uri.spelling, version: document.version,
          edits: edits.map { document.text.lspEdit($0, unit) })
      ], usesDocumentChanges: client.hasDocumentChanges)
  }

  /// Kinds are a tree: `source` asks for `source.fixAll`, too.
  private func isWanted(_ kind: String, _ only: [String]?) -> Bool {
    guard let only else { return true }
    return only.contains { $0.isEmpty || kind == $0 || kind.hasPrefix($0 + ".") }
  }

  /// A cursor at either end of a diagnostic touches it.
  private func touches(_ a: ByteRange, _ b: ByteRange) -> Bool {
    a.start <= b.end && b.start <= a.end
  }
}
