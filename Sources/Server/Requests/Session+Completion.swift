import Analysis
import Archive
import LanguageServerProtocol
import Syntax

extension Session {
  /// https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#textDocument_completion
  func completion(
    _ params: LSP.TextDocumentPositionParams
  ) throws(ResponseError) -> LSP.CompletionList {
    let (document, offset) = try place(params.uri, params.position)
    guard document.role == .issue else {
      return LSP.CompletionList(isIncomplete: false, items: [])
    }
    if let completion = frontMatterCompletion(in: document.snapshot, at: offset),
      !completion.items.isEmpty
    {
      return list(completion, in: document)
    }
    guard let completion = Analysis.completion(in: document.snapshot, at: offset) else {
      return LSP.CompletionList(isIncomplete: false, items: [])
    }
    let range = document.text.lspRange(of: completion.range, unit)
    let items = completion.items.enumerated().map { rank, item in
      self.item(item, rank: rank, range: range, in: document)
    }
    // The list is that of this fragment: the next letter asks for another.
    return LSP.CompletionList(isIncomplete: true, items: items)
  }

  private func list(
    _ completion: FrontMatterCompletion, in document: OpenDocument
  ) -> LSP.CompletionList {
    let range = document.text.lspRange(of: completion.range, unit)
    let items = completion.items.enumerated().map { rank, item in
      let isSnippet = needsSnippet(item.newText)
      return LSP.CompletionItem(
        label: item.label, labelDetail: nil, labelDescription: nil,
        kind: LSP.CompletionItemKind(item.kind).known(among: client.completionItemKinds),
        detail: item.detail,
        sortText: paddedRank(rank), filterText: item.filterText, isSnippet: isSnippet,
        edit: LSP.TextEdit(
          range: range, newText: isSnippet ? snippet(of: item.newText) : item.newText),
        data: nil)
    }
    return LSP.CompletionList(isIncomplete: true, items: items)
  }

  /// Neovim cuts a plain text at its first blank, but no snippet.
  private func needsSnippet(_ text: String) -> Bool {
    client.hasSnippets && text.utf8.contains(0x20)
  }

  private func item(
    _ item: Completion.Item, rank: Int, range: LSP.Range, in document: OpenDocument
  ) -> LSP.CompletionItem {
    let facts = [
      item.kind.word(in: language), "×\(item.mentionCount)", item.last?.description ?? "",
    ].filter { !$0.isEmpty }.joined(separator: " · ")
    let isSnippet = needsSnippet(item.label)
    return LSP.CompletionItem(
      label: item.label, labelDetail: nil,
      labelDescription: client.hasLabelDetails ? facts : nil,
      kind: LSP.CompletionItemKind(item.kind).known(among: client.completionItemKinds),
      detail: client.hasLabelDetails ? nil : facts,
      sortText: paddedRank(rank), filterText: item.filterText, isSnippet: isSnippet,
      edit: LSP.TextEdit(
        range: range, newText: isSnippet ? snippet(of: item.label) : item.label),
      data: .object([
        .init(key: Array("uri".utf8), value: .string(document.uri.spelling)),
        .init(key: Array("name".utf8), value: .string(item.label)),
      ]))
  }

  private func paddedRank(_ rank: Int) -> String {
    let digits = String(rank)
    return String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }

  /// A snippet that stands for the text itself.
  private func snippet(of text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if scalar == "\\" || scalar == "$" || scalar == "}" { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
    return result
  }

  /// https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#completionItem_resolve
  func resolveCompletionItem(
    _ item: JSON
  ) throws(ResponseError) -> LSP.ResolvedCompletionItem {
    guard case .object = item, item["label"]?.text != nil else {
      throw ResponseError(.invalidParams, "a completion item was expected")
    }
    guard let uri = item["data"]?["uri"]?.text, let name = item["data"]?["name"]?.text,
      let document = documents[DocumentURI(uri).key],
      let id = document.snapshot.archive.names.find(name),
      let card = nameCard(of: id, in: document.snapshot.archive, text: textOfIssue)
    else { return LSP.ResolvedCompletionItem(item: item, documentation: nil) }
    return LSP.ResolvedCompletionItem(
      item: item, documentation: content(of: card, as: client.completionMarkup))
  }
}

extension LSP.CompletionItemKind {
  init(_ kind: FrontMatterCompletion.Kind) {
    self =
      switch kind {
      case .key: .property
      case .value: .value
      case .skeleton: .snippet
      }
  }

  init(_ kind: NameKind) {
    self =
      switch kind {
      case .company: .class
      case .model: .constant
      case .product: .module
      case .person: .variable
      case .organization: .interface
      }
  }
}
