extension LSP {
  package struct SemanticTokensDeltaParams: Sendable, JSONDecodable {
    package var uri: String
    package var previousResultID: String

    package init(_ json: JSON) throws(InvalidParameters) {
      uri = try LSP.documentURI(json)
      previousResultID = try json.decode("previousResultId")
    }
  }

  package struct SemanticTokensRangeParams: Sendable, JSONDecodable {
    package var uri: String
    package var range: Range

    package init(_ json: JSON) throws(InvalidParameters) {
      uri = try LSP.documentURI(json)
      range = try json.decode("range")
    }
  }

  package struct SemanticTokens: Sendable {
    package var resultID: String?
    package var data: [Int]

    package init(resultID: String?, data: [Int]) {
      self.resultID = resultID
      self.data = data
    }
  }

  /// One replacement of numbers in the tokens of an earlier result.
  package struct SemanticTokensEdit: Sendable, Equatable {
    package var start: Int
    package var deleteCount: Int
    package var data: [Int]

    package init(start: Int, deleteCount: Int, data: [Int]) {
      self.start = start
      self.deleteCount = deleteCount
      self.data = data
    }

    /// The one replacement that makes `new` of `old`; `nil` when they are equal.
    package init?(from old: [Int], to new: [Int]) {
      let shorter = min(old.count, new.count)
      var front = 0
      while front < shorter, old[front] == new[front] { front += 1 }
      if front == old.count, front == new.count { return nil }
      var back = 0
      while back < shorter - front, old[old.count - 1 - back] == new[new.count - 1 - back] {
        back += 1
      }
      start = front
      deleteCount = old.count - back - front
      data = Array(new[front..<new.count - back])
    }
  }

  package struct SemanticTokensDelta: Sendable {
    package var resultID: String
    package var edits: [SemanticTokensEdit]

    package init(resultID: String, edits: [SemanticTokensEdit]) {
      self.resultID = resultID
      self.edits = edits
    }
  }
}

extension LSP.SemanticTokens: JSONEncodable {
  package func encode(to json: inout JSONWriter) {
    json.object {
      $0.optionalField("resultId", resultID)
      $0.field("data", data)
    }
  }
}

extension LSP.SemanticTokensEdit: JSONEncodable {
  package func encode(to json: inout JSONWriter) {
    json.object {
      $0.field("start", start)
      $0.field("deleteCount", deleteCount)
      if !data.isEmpty { $0.field("data", data) }
    }
  }
}

extension LSP.SemanticTokensDelta: JSONEncodable {
  package func encode(to json: inout JSONWriter) {
    json.object {
      $0.field("resultId", resultID)
      $0.field("edits", edits)
    }
  }
}
