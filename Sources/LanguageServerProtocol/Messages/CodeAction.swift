extension LSP {
  package struct CodeActionParams: Sendable, JSONDecodable {
    package var uri: String
    package var range: Range
    /// The kinds that alone are wanted, each with all below it; `nil` for all.
    package var only: [String]?
    /// The client's own diagnostics at the place, which come back with the action that mends them.
    package var diagnostics: [JSON]

    package init(_ json: JSON) throws(InvalidParameters) {
      uri = try LSP.documentURI(json)
      range = try json.decode("range")
      let context: JSON = try json.decode("context")
      only = try context.decodeIfPresent("only")
      diagnostics = try context.decode("diagnostics")
      for diagnostic in diagnostics {
        guard case .object = diagnostic else {
          throw InvalidParameters("an object was expected", at: "context.diagnostics")
        }
      }
    }
  }

  package struct CodeAction: Sendable {
    package var title: String
    package var kind: String
    package var diagnostics: [JSON]
    package var isPreferred: Bool
    package var edit: WorkspaceEdit?
    package var command: Command?
    /// What `codeAction/resolve` needs to find the edit.
    package var data: JSON?

    package init(
      title: String, kind: String, diagnostics: [JSON] = [], isPreferred: Bool = false,
      edit: WorkspaceEdit? = nil, command: Command? = nil, data: JSON? = nil
    ) {
      self.title = title
      self.kind = kind
      self.diagnostics = diagnostics
      self.isPreferred = isPreferred
      self.edit = edit
      self.command = command
      self.data = data
    }
  }

  /// An action that came back from the client, with its edit.
  package struct ResolvedCodeAction: Sendable, JSONEncodable {
    package var action: JSON
    package var edit: WorkspaceEdit?

    package init(action: JSON, edit: WorkspaceEdit?) {
      self.action = action
      self.edit = edit
    }

    package func encode(to json: inout JSONWriter) {
      json.merge(action, "edit", edit)
    }
  }

  package struct CodeLens: Sendable, JSONDecodable {
    package var range: Range
    /// `nil` for one that came back from the client to be resolved.
    package var command: Command?

    package init(range: Range, command: Command?) {
      self.range = range
      self.command = command
    }

    package init(_ json: JSON) throws(InvalidParameters) {
      range = try json.decode("range")
    }
  }
}

extension LSP.CodeAction: JSONEncodable {
  package func encode(to json: inout JSONWriter) {
    json.object {
      $0.field("title", title)
      $0.field("kind", kind)
      if !diagnostics.isEmpty { $0.field("diagnostics", diagnostics) }
      if isPreferred { $0.field("isPreferred", true) }
      $0.optionalField("edit", edit)
      $0.optionalField("command", command)
      $0.optionalField("data", data)
    }
  }
}

extension LSP.CodeLens: JSONEncodable {
  package func encode(to json: inout JSONWriter) {
    json.object {
      $0.field("range", range)
      $0.optionalField("command", command)
    }
  }
}
