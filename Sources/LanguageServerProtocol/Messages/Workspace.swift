extension LSP {
  package struct DidChangeConfigurationParams: Sendable, JSONDecodable {
    package var settings: JSON

    package init(_ json: JSON) throws(InvalidParameters) {
      guard case .object = json else { throw InvalidParameters("an object was expected") }
      settings = json["settings"] ?? .null
    }
  }

  package struct FileEvent: Sendable, JSONDecodable {
    package enum Kind: Int, Sendable {
      case created = 1
      case changed, deleted
    }

    package var uri: String
    package var kind: Kind

    package init(_ json: JSON) throws(InvalidParameters) {
      uri = try json.decode("uri")
      let number: Int = try json.decode("type")
      guard let kind = Kind(rawValue: number) else {
        throw InvalidParameters("1, 2 or 3 was expected", at: "type")
      }
      self.kind = kind
    }
  }

  package struct DidChangeWatchedFilesParams: Sendable, JSONDecodable {
    package var changes: [FileEvent]

    package init(_ json: JSON) throws(InvalidParameters) {
      changes = try json.decode("changes")
    }
  }

  package struct DidChangeWorkspaceFoldersParams: Sendable, JSONDecodable {
    package var added: [WorkspaceFolder]
    package var removed: [WorkspaceFolder]

    package init(_ json: JSON) throws(InvalidParameters) {
      let event: JSON = try json.decode("event")
      added = try event.decode("added")
      removed = try event.decode("removed")
    }
  }

  package struct ExecuteCommandParams: Sendable, JSONDecodable {
    package var command: String
    package var arguments: [JSON]

    package init(_ json: JSON) throws(InvalidParameters) {
      command = try json.decode("command")
      arguments = try json.decodeIfPresent("arguments") ?? []
    }
  }

  package struct ConfigurationParams: Sendable {
    package var section: String

    package init(section: String) { self.section = section }
  }

  /// Registrations for one method each.
  package struct RegistrationParams: Sendable {
    package struct Registration: Sendable {
      package var id: String
      package var method: String
      /// Glob patterns, for `workspace/didChangeWatchedFiles`.
      package var watchedPatterns: [String]
      /// For `workspace/didChangeConfiguration`.
      package var section: String?

      package init(
        id: String, method: String, watchedPatterns: [String] = [], section: String? = nil
      ) {
        self.id = id
        self.method = method
        self.watchedPatterns = watchedPatterns
        self.section = section
      }
    }

    package var registrations: [Registration]

    package init(registrations: [Registration]) { self.registrations = registrations }
  }

  package struct ApplyWorkspaceEditParams: Sendable {
    package var label: String
    package var edit: WorkspaceEdit

    package init(label: String, edit: WorkspaceEdit) {
      self.label = label
      self.edit = edit
    }
  }
}

extension LSP.ConfigurationParams: JSONEncodable {
  package func encode(to json: inout JSONWriter) {
    json.object {
      $0.field("items", array: { $0.object { $0.field("section", section) } })
    }
  }
}

extension LSP.RegistrationParams: JSONEncodable {
  package func encode(to json: inout JSONWriter) {
    json.object { $0.field("registrations", registrations) }
  }
}

extension LSP.RegistrationParams.Registration: JSONEncodable {
  package func encode(to json: inout JSONWriter) {
    json.object { json in
      json.field("id", id)
      json.field("method", method)
      if !watchedPatterns.isEmpty {
        json.field(
          "registerOptions",
          object: {
            $0.field(
              "watchers",
              array: { json in
                for pattern in watchedPatterns {
                  json.object { $0.field("globPattern", pattern) }
                }
              })
          })
      } else if let section {
        json.field("registerOptions", object: { $0.field("section", section) })
      }
    }
  }
}

extension LSP.ApplyWorkspaceEditParams: JSONEncodable {
  package func encode(to json: inout JSONWriter) {
    json.object {
      $0.field("label", label)
      $0.field("edit", edit)
    }
  }
}
