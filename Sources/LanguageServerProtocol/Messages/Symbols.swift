extension LSP {
  package enum SymbolKind: Int, Sendable {
    case file = 1
    case module, namespace, package, `class`, method, property, field, constructor, `enum`
    case interface, function, variable, constant, string, number, boolean, array, object, key
    case null, enumMember, `struct`, event, `operator`, typeParameter

    /// The kind itself for a client that knows it, else one that all clients know. Those who say what
    /// they know cope with others, too.
    package func known(among kinds: Set<Int>) -> SymbolKind {
      if kinds.contains(rawValue) { return self }
      return switch self {
      case .object: .package
      case .key, .enumMember: .property
      case .null: .constant
      case .struct, .typeParameter: .class
      case .event, .operator: .function
      default: self
      }
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
      partialResultToken = try json.decodeIfPresent("partialResultToken")
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
