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
      return .flat([])
    }
    let nodes = document.snapshot.outline.nodes
    return client.hasHierarchicalSymbols
      ? .hierarchy(
        SymbolTree(
          nodes: nodes, text: document.text, unit: unit, untitled: untitledNode,
          kinds: client.documentSymbolKinds))
      : .flat(list(of: nodes, in: document))
  }

  private func list(
    of nodes: [IssueOutline.Node], in document: OpenDocument
  ) -> [LSP.SymbolInformation] {
    nodes.map { node in
      LSP.SymbolInformation(
        name: name(of: node),
        kind: LSP.SymbolKind(node.kind).known(among: client.documentSymbolKinds),
        location: LSP.Location(
          uri: document.uri.spelling, range: document.text.lspRange(of: node.range, unit)),
        containerName: node.parent.flatMap { nodes.indices.contains($0) ? nodes[$0].title : nil })
    }
  }

  /// VS Code drops the whole list when one name is empty.
  private func name(of node: IssueOutline.Node) -> String {
    node.title.isBlank ? untitledNode : node.title
  }

  private var untitledNode: String { language.say("(no title)", "（无标题）") }
}

/// Symbols as the client wants them.
enum DocumentSymbols: JSONEncodable {
  case hierarchy(SymbolTree)
  case flat([LSP.SymbolInformation])

  func encode(to json: inout JSONWriter) {
    switch self {
    case .hierarchy(let tree): tree.encode(to: &json)
    case .flat(let symbols): symbols.encode(to: &json)
    }
  }
}

/// The nodes of an outline as `DocumentSymbol`s, written without a tree in between: a long document
/// has thousands.
struct SymbolTree: JSONEncodable {
  let nodes: [IssueOutline.Node]
  let text: Text
  let unit: ColumnUnit
  /// The name of what has none.
  let untitled: String
  /// The numbers of the kinds that the client knows.
  let kinds: Set<Int>

  func encode(to json: inout JSONWriter) {
    json.array { json in
      var next = 0
      var line = 0
      while next < nodes.count { next = encode(next, near: &line, to: &json) }
    }
  }

  /// - Parameter line: where the node before begins.
  /// - Returns: the next node that is no descendant.
  private func encode(_ index: Int, near line: inout Int, to json: inout JSONWriter) -> Int {
    var next = index + 1
    let range = text.lspRange(of: nodes[index].range, unit, near: line)
    line = range.start.line
    let selection = text.lspRange(of: selection(of: nodes[index]), unit, near: line)
    json.object { json in
      json.field("name", nodes[index].title.isBlank ? untitled : nodes[index].title)
      json.field("kind", LSP.SymbolKind(nodes[index].kind).known(among: kinds).rawValue)
      json.field("range", range)
      json.field("selectionRange", selection)
      guard next < nodes.count, nodes[next].parent == index else { return }
      json.field(
        "children",
        array: { json in
          while next < nodes.count, nodes[next].parent == index {
            next = encode(next, near: &line, to: &json)
          }
        })
    }
    return next
  }

  /// VS Code drops the whole list when a selection lies outside its range.
  private func selection(of node: IssueOutline.Node) -> ByteRange {
    let start = min(max(node.titleRange.start, node.range.start), node.range.end)
    return ByteRange(start, min(max(node.titleRange.end, start), node.range.end))
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
