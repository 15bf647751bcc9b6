/// The protocol's own types, under their names in the specification (LSP 3.17).
///
/// They stand in a namespace since many of them share a name with the plain value that they carry.
package enum LSP {}

extension LSP {
  /// Both from 0; the character counts code units of the encoding that was agreed on.
  package struct Position: Sendable, Hashable {
    package var line: Int
    package var character: Int

    package init(line: Int, character: Int) {
      self.line = line
      self.character = character
    }
  }

  /// The end is exclusive.
  package struct Range: Sendable, Hashable {
    package var start: Position
    package var end: Position

    package init(start: Position, end: Position) {
      self.start = start
      self.end = end
    }
  }

  package struct Location: Sendable, Equatable {
    package var uri: String
    package var range: Range

    package init(uri: String, range: Range) {
      self.uri = uri
      self.range = range
    }
  }

  package struct TextEdit: Sendable, Equatable {
    package var range: Range
    package var newText: String

    package init(range: Range, newText: String) {
      self.range = range
      self.newText = newText
    }
  }

  /// Changes to documents. Versions are told to clients that understand them.
  package struct WorkspaceEdit: Sendable, Equatable {
    package struct Document: Sendable, Equatable {
      package var uri: String
      /// `nil` for a file that is not open.
      package var version: Int?
      package var edits: [TextEdit]

      package init(uri: String, version: Int?, edits: [TextEdit]) {
        self.uri = uri
        self.version = version
        self.edits = edits
      }
    }

    package var documents: [Document]
    package var usesDocumentChanges: Bool

    package init(documents: [Document], usesDocumentChanges: Bool) {
      self.documents = documents
      self.usesDocumentChanges = usesDocumentChanges
    }
  }

  package struct Command: Sendable, Equatable {
    package var title: String
    /// Empty: nothing happens when it is chosen.
    package var command: String
    package var arguments: [JSON]

    package init(title: String, command: String, arguments: [JSON] = []) {
      self.title = title
      self.command = command
      self.arguments = arguments
    }
  }

  package enum MarkupKind: String, Sendable {
    case plainText = "plaintext"
    case markdown
  }

  package struct MarkupContent: Sendable, Equatable {
    package var kind: MarkupKind
    package var value: String

    package init(kind: MarkupKind, value: String) {
      self.kind = kind
      self.value = value
    }
  }

  /// The parameters of every request about a place in a document.
  package struct TextDocumentPositionParams: Sendable, Equatable {
    package var uri: String
    package var position: Position
  }
}

extension LSP.Position: JSONDecodable, JSONEncodable {
  package init(_ json: JSON) throws(InvalidParameters) {
    line = try LSP.unsigned(json, "line")
    character = try LSP.unsigned(json, "character")
  }

  package func encode(to json: inout JSONWriter) {
    json.object {
      $0.field("line", line)
      $0.field("character", character)
    }
  }
}

extension LSP {
  /// An `uinteger`: at least 0. Larger ones than the specification allows count as the largest.
  static func unsigned(_ json: JSON, _ key: String) throws(InvalidParameters) -> Int {
    let number: JSON = try json.decode(key)
    guard let value = number.double, value >= 0 else {
      throw InvalidParameters("an unsigned integer was expected", at: key)
    }
    guard value < 2_147_483_647 else { return 2_147_483_647 }
    guard let integer = Int(exactly: value) else {
      throw InvalidParameters("an unsigned integer was expected", at: key)
    }
    return integer
  }
}

extension LSP.Range: JSONDecodable, JSONEncodable {
  package init(_ json: JSON) throws(InvalidParameters) {
    start = try json.decode("start")
    end = try json.decode("end")
  }

  package func encode(to json: inout JSONWriter) {
    // Long replies are ranges more than anything else.
    json.object { json in
      json.part(#""start":{"line":"#)
      json.integer(start.line)
      json.part(#","character":"#)
      json.integer(start.character)
      json.part(#"},"end":{"line":"#)
      json.integer(end.line)
      json.part(#","character":"#)
      json.integer(end.character)
      json.part("}")
    }
  }
}

extension LSP.Location: JSONEncodable {
  package func encode(to json: inout JSONWriter) {
    json.object {
      $0.field("uri", uri)
      $0.field("range", range)
    }
  }
}

extension LSP.TextEdit: JSONEncodable {
  package func encode(to json: inout JSONWriter) {
    json.object {
      $0.field("range", range)
      $0.field("newText", newText)
    }
  }
}

extension LSP.WorkspaceEdit: JSONEncodable {
  package func encode(to json: inout JSONWriter) {
    json.object { json in
      if usesDocumentChanges {
        json.field(
          "documentChanges",
          array: { json in
            for document in documents {
              json.object { json in
                json.field(
                  "textDocument",
                  object: {
                    $0.field("uri", document.uri)
                    $0.field("version", document.version)
                  })
                json.field("edits", document.edits)
              }
            }
          })
      } else {
        json.field(
          "changes",
          object: { json in
            for document in documents { json.member(Array(document.uri.utf8), document.edits) }
          })
      }
    }
  }
}

extension LSP.Command: JSONEncodable {
  package func encode(to json: inout JSONWriter) {
    json.object {
      $0.field("title", title)
      $0.field("command", command)
      if !arguments.isEmpty { $0.field("arguments", arguments) }
    }
  }
}

extension LSP.MarkupContent: JSONEncodable {
  package func encode(to json: inout JSONWriter) {
    json.object {
      $0.field("kind", kind.rawValue)
      $0.field("value", value)
    }
  }
}

extension LSP.TextDocumentPositionParams: JSONDecodable {
  package init(_ json: JSON) throws(InvalidParameters) {
    uri = try LSP.documentURI(json)
    position = try json.decode("position")
  }
}

extension LSP {
  /// The URI of the `textDocument` of any parameters.
  static func documentURI(_ json: JSON) throws(InvalidParameters) -> String {
    try json.decode("textDocument", as: TextDocumentIdentifier.self).uri
  }

  package struct TextDocumentIdentifier: Sendable, Equatable, JSONDecodable {
    package var uri: String

    package init(_ json: JSON) throws(InvalidParameters) {
      uri = try json.decode("uri")
    }
  }

  /// The parameters of every request about a whole document.
  package struct TextDocumentParams: Sendable, Equatable, JSONDecodable {
    package var uri: String

    package init(_ json: JSON) throws(InvalidParameters) {
      uri = try LSP.documentURI(json)
    }
  }
}
