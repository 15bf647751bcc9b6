extension LSP {
  package enum SymbolKind: Int, Sendable {
    case file = 1
    case module, namespace, package, `class`, method, property, field, constructor, `enum`
    case interface, function, variable, constant, string, number, boolean, array, object, key
    case null, enumMember, `struct`, event, `operator`, typeParameter
  }

  package struct DocumentSymbol: Sendable {
    package var name: String
    package var detail: String?
    package var kind: SymbolKind
    package var range: Range
    package var selectionRange: Range
    package var children: [DocumentSymbol]

    package init(
      name: String, detail: String?, kind: SymbolKind, range: Range, selectionRange: Range,
      children: [DocumentSymbol]
    ) {
      self.name = name
      self.detail = detail
      self.kind = kind
      self.range = range
      self.selectionRange = selectionRange
      self.children = children
    }
  }

  /// Also the shape of a `WorkspaceSymbol` whose place is known.
  package struct SymbolInformation: Sendable {
    package var name: String
    package var kind: SymbolKind
    package var location: Location
    package var containerName: String?

    package init(name: String, kind: SymbolKind, location: Location, containerName: String?) {
      self.name = name
      self.kind = kind
      self.location = location
      self.containerName = containerName
    }
  }

  package struct WorkspaceSymbolParams: Sendable, JSONDecodable {
    package var query: String
    package var partialResultToken: ProgressToken?

    package init(_ json: JSON) throws(InvalidParameters) {
      query = try json.decode("query")
      partialResultToken = json["partialResultToken"].flatMap { ProgressToken($0) }
    }
  }
}

extension LSP.DocumentSymbol: JSONEncodable {
  package func encode(to json: inout JSONWriter) {
    json.object {
      $0.field("name", name)
      $0.optionalField("detail", detail)
      $0.field("kind", kind.rawValue)
      $0.field("range", range)
      $0.field("selectionRange", selectionRange)
      if !children.isEmpty { $0.field("children", children) }
    }
  }
}

extension LSP.SymbolInformation: JSONEncodable {
  package func encode(to json: inout JSONWriter) {
    json.object {
      $0.field("name", name)
      $0.field("kind", kind.rawValue)
      $0.field("location", location)
      $0.optionalField("containerName", containerName)
    }
  }
}
