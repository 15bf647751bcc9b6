extension LSP {
  package struct DidOpenParams: Sendable, JSONDecodable {
    package var uri: String
    package var languageID: String
    package var version: Int
    package var text: [UInt8]

    package init(_ json: JSON) throws(InvalidParameters) {
      let document: JSON = try json.decode("textDocument")
      uri = try LSP.documentURI(json)
      languageID = document["languageId"]?.text ?? ""
      version = document["version"]?.integer ?? 0
      guard case .string(let text)? = document["text"] else {
        throw InvalidParameters("a string was expected", at: "textDocument.text")
      }
      self.text = text
    }
  }

  package struct ContentChange: Sendable, JSONDecodable {
    /// `nil` where the text replaces all of the document.
    package var range: Range?
    package var text: [UInt8]

    package init(_ json: JSON) throws(InvalidParameters) {
      range = try json.decodeIfPresent("range")
      guard case .string(let text)? = json["text"] else {
        throw InvalidParameters("a string was expected", at: "text")
      }
      self.text = text
    }
  }

  package struct DidChangeParams: Sendable, JSONDecodable {
    package var uri: String
    /// `nil` from clients that leave it out.
    package var version: Int?
    package var changes: [ContentChange]

    package init(_ json: JSON) throws(InvalidParameters) {
      uri = try LSP.documentURI(json)
      version = json["textDocument"]?["version"]?.integer
      changes = try json.decode("contentChanges")
    }
  }

  package struct DidSaveParams: Sendable, JSONDecodable {
    package var uri: String
    package var text: [UInt8]?

    package init(_ json: JSON) throws(InvalidParameters) {
      uri = try LSP.documentURI(json)
      if case .string(let text)? = json["text"] { self.text = text }
    }
  }
}
