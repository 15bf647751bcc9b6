extension LSP {
  package enum DiagnosticSeverity: Int, Sendable {
    case error = 1
    case warning, information, hint
  }

  package struct DiagnosticRelatedInformation: Sendable, Equatable {
    package var location: Location
    package var message: String

    package init(location: Location, message: String) {
      self.location = location
      self.message = message
    }
  }

  package struct Diagnostic: Sendable, Equatable {
    package var range: Range
    package var severity: DiagnosticSeverity
    package var code: String
    package var source: String
    package var message: String
    package var relatedInformation: [DiagnosticRelatedInformation]

    package init(
      range: Range, severity: DiagnosticSeverity, code: String, source: String, message: String,
      relatedInformation: [DiagnosticRelatedInformation]
    ) {
      self.range = range
      self.severity = severity
      self.code = code
      self.source = source
      self.message = message
      self.relatedInformation = relatedInformation
    }
  }

  package struct PublishDiagnosticsParams: Sendable {
    package var uri: String
    /// `nil` for a document that is closed.
    package var version: Int?
    package var diagnostics: [Diagnostic]

    package init(uri: String, version: Int?, diagnostics: [Diagnostic]) {
      self.uri = uri
      self.version = version
      self.diagnostics = diagnostics
    }
  }

  package struct DocumentDiagnosticParams: Sendable, JSONDecodable {
    package var uri: String
    package var previousResultID: String?

    package init(_ json: JSON) throws(InvalidParameters) {
      uri = try LSP.documentURI(json)
      previousResultID = try json.decodeIfPresent("previousResultId")
    }
  }

  package enum DocumentDiagnosticReport: Sendable {
    case full(resultID: String, [Diagnostic])
    case unchanged(resultID: String)
  }

  package struct WorkspaceDiagnosticParams: Sendable, JSONDecodable {
    /// The results that the client still has, by URI.
    package var previousResultIDs: [String: String]

    package init(_ json: JSON) throws(InvalidParameters) {
      previousResultIDs = [:]
      let entries: [JSON] = try json.decodeIfPresent("previousResultIds") ?? []
      for entry in entries {
        let uri: String = try entry.decode("uri")
        previousResultIDs[uri] = try entry.decode("value")
      }
    }
  }

  package struct WorkspaceDocumentDiagnosticReport: Sendable {
    package var uri: String
    package var version: Int?
    package var report: DocumentDiagnosticReport

    package init(uri: String, version: Int?, report: DocumentDiagnosticReport) {
      self.uri = uri
      self.version = version
      self.report = report
    }
  }

  package struct WorkspaceDiagnosticReport: Sendable {
    package var items: [WorkspaceDocumentDiagnosticReport]

    package init(items: [WorkspaceDocumentDiagnosticReport]) { self.items = items }
  }
}

extension LSP.DiagnosticRelatedInformation: JSONEncodable {
  package func encode(to json: inout JSONWriter) {
    json.object {
      $0.field("location", location)
      $0.field("message", message)
    }
  }
}

extension LSP.Diagnostic: JSONEncodable {
  package func encode(to json: inout JSONWriter) {
    json.object {
      $0.field("range", range)
      $0.field("severity", severity.rawValue)
      $0.field("code", code)
      $0.field("source", source)
      $0.field("message", message)
      if !relatedInformation.isEmpty { $0.field("relatedInformation", relatedInformation) }
    }
  }
}

extension LSP.PublishDiagnosticsParams: JSONEncodable {
  package func encode(to json: inout JSONWriter) {
    json.object {
      $0.field("uri", uri)
      $0.optionalField("version", version)
      $0.field("diagnostics", diagnostics)
    }
  }
}

extension LSP.DocumentDiagnosticReport: JSONEncodable {
  package func encode(to json: inout JSONWriter) {
    json.object { encodeFields(to: &$0) }
  }

  fileprivate func encodeFields(to json: inout JSONWriter) {
    switch self {
    case .full(let resultID, let items):
      json.field("kind", "full")
      json.field("resultId", resultID)
      json.field("items", items)
    case .unchanged(let resultID):
      json.field("kind", "unchanged")
      json.field("resultId", resultID)
    }
  }
}

extension LSP.WorkspaceDocumentDiagnosticReport: JSONEncodable {
  package func encode(to json: inout JSONWriter) {
    json.object {
      $0.field("uri", uri)
      $0.field("version", version)
      report.encodeFields(to: &$0)
    }
  }
}

extension LSP.WorkspaceDiagnosticReport: JSONEncodable {
  package func encode(to json: inout JSONWriter) {
    json.object { $0.field("items", items) }
  }
}
