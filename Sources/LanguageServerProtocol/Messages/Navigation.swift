extension LSP {
  package struct ReferenceParams: Sendable, JSONDecodable {
    package var uri: String
    package var position: Position
    package var includesDeclaration: Bool
    package var partialResultToken: ProgressToken?

    package init(_ json: JSON) throws(InvalidParameters) {
      uri = try LSP.documentURI(json)
      position = try json.decode("position")
      includesDeclaration = try json["context"]?.decodeIfPresent("includeDeclaration") ?? true
      partialResultToken = try json.decodeIfPresent("partialResultToken")
    }
  }

  package struct DocumentHighlight: Sendable {
    package var range: Range

    package init(range: Range) { self.range = range }
  }

  package struct FoldingRange: Sendable {
    package enum Kind: String, Sendable {
      case comment, region
    }

    package var startLine: Int
    package var endLine: Int
    package var kind: Kind?

    package init(startLine: Int, endLine: Int, kind: Kind?) {
      self.startLine = startLine
      self.endLine = endLine
      self.kind = kind
    }
  }

  package struct SelectionRangeParams: Sendable, JSONDecodable {
    package var uri: String
    package var positions: [Position]

    package init(_ json: JSON) throws(InvalidParameters) {
      uri = try LSP.documentURI(json)
      positions = try json.decode("positions")
    }
  }

  /// Ranges around a position, each within the next, the smallest first; never empty.
  package struct SelectionRange: Sendable {
    package var ranges: [Range]

    package init(ranges: [Range]) { self.ranges = ranges }
  }

  package struct DocumentLink: Sendable {
    package var range: Range
    package var target: String

    package init(range: Range, target: String) {
      self.range = range
      self.target = target
    }
  }

  package struct RenameParams: Sendable, JSONDecodable {
    package var uri: String
    package var position: Position
    package var newName: String

    package init(_ json: JSON) throws(InvalidParameters) {
      uri = try LSP.documentURI(json)
      position = try json.decode("position")
      newName = try json.decode("newName")
    }
  }

  package struct PrepareRenameResult: Sendable {
    package var range: Range
    package var placeholder: String

    package init(range: Range, placeholder: String) {
      self.range = range
      self.placeholder = placeholder
    }
  }
}

extension LSP.DocumentHighlight: JSONEncodable {
  package func encode(to json: inout JSONWriter) {
    json.object {
      $0.field("range", range)
      $0.field("kind", 1)
    }
  }
}

extension LSP.FoldingRange: JSONEncodable {
  package func encode(to json: inout JSONWriter) {
    json.object {
      $0.field("startLine", startLine)
      $0.field("endLine", endLine)
      $0.optionalField("kind", kind?.rawValue)
    }
  }
}

extension LSP.SelectionRange: JSONEncodable {
  package func encode(to json: inout JSONWriter) {
    encode(from: 0, to: &json)
  }

  /// The nesting is that of the document's blocks, whose depth is bounded.
  private func encode(from index: Int, to json: inout JSONWriter) {
    guard index < ranges.count else { return json.null() }
    json.object {
      $0.field("range", ranges[index])
      if index + 1 < ranges.count {
        $0.key("parent")
        encode(from: index + 1, to: &$0)
      }
    }
  }
}

extension LSP.DocumentLink: JSONEncodable {
  package func encode(to json: inout JSONWriter) {
    json.object {
      $0.field("range", range)
      $0.field("target", target)
    }
  }
}

extension LSP.PrepareRenameResult: JSONEncodable {
  package func encode(to json: inout JSONWriter) {
    json.object {
      $0.field("range", range)
      $0.field("placeholder", placeholder)
    }
  }
}
