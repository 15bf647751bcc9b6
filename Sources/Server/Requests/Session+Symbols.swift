import Analysis
import Archive
import LanguageServerProtocol
import Syntax

extension Session {
  /// https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#textDocument_documentSymbol
  func documentSymbol(
    _ params: LSP.TextDocumentParams
  ) throws(ResponseError) -> DocumentSymbols {
    let document = try document(params.uri)
    guard document.role == .issue, document.snapshot.configuration.outline else {
      return .hierarchy([])
    }
    let nodes = document.snapshot.outline.nodes
    return client.hasHierarchicalSymbols
      ? .hierarchy(hierarchy(of: nodes, in: document.text))
      : .flat(list(of: nodes, in: document))
  }

  /// Children stand behind their parents, so building from the end finds them complete.
  private func hierarchy(of nodes: [IssueOutline.Node], in text: Text) -> [LSP.DocumentSymbol] {
    var children: [[LSP.DocumentSymbol]] = Array(repeating: [], count: nodes.count)
    var roots: [LSP.DocumentSymbol] = []
    for (index, node) in nodes.enumerated().reversed() {
      let symbol = LSP.DocumentSymbol(
        name: name(of: node), detail: nil, kind: LSP.SymbolKind(node.kind),
        range: text.lspRange(of: node.range, unit),
        selectionRange: text.lspRange(of: selection(of: node), unit),
        children: children[index].reversed())
      if let parent = node.parent, parent < index {
        children[parent].append(symbol)
      } else {
        roots.append(symbol)
      }
    }
    return roots.reversed()
  }

  private func list(
    of nodes: [IssueOutline.Node], in document: OpenDocument
  ) -> [LSP.SymbolInformation] {
    nodes.map { node in
      LSP.SymbolInformation(
        name: name(of: node), kind: LSP.SymbolKind(node.kind),
        location: LSP.Location(
          uri: document.uri.spelling, range: document.text.lspRange(of: node.range, unit)),
        containerName: node.parent.flatMap { nodes.indices.contains($0) ? nodes[$0].title : nil })
    }
  }

  /// VS Code drops the whole list when one name is empty.
  private func name(of node: IssueOutline.Node) -> String {
    node.title.isEmpty ? language.say("(no title)", "（无标题）") : node.title
  }

  /// And so it does when a selection lies outside its range.
  private func selection(of node: IssueOutline.Node) -> ByteRange {
    let start = min(max(node.titleRange.start, node.range.start), node.range.end)
    return ByteRange(start, min(max(node.titleRange.end, start), node.range.end))
  }
}

/// Symbols as the client wants them.
enum DocumentSymbols: JSONEncodable {
  case hierarchy([LSP.DocumentSymbol])
  case flat([LSP.SymbolInformation])

  func encode(to json: inout JSONWriter) {
    switch self {
    case .hierarchy(let symbols): symbols.encode(to: &json)
    case .flat(let symbols): symbols.encode(to: &json)
    }
  }
}

extension LSP.SymbolKind {
  init(_ kind: IssueOutline.Kind) {
    self =
      switch kind {
      case .issue: .module
      case .section: .namespace
      case .story: .event
      case .label: .key
      }
  }
}
