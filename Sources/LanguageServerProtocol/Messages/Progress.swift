extension LSP {
  /// What names a piece of work whose progress is told.
  package enum ProgressToken: Sendable, Hashable {
    case integer(Int)
    case string([UInt8])
  }

  package enum WorkDoneProgress: Sendable, Equatable {
    case begin(title: String, message: String?)
    case report(message: String?, percentage: Int?)
    case end(message: String?)
  }

  package struct WorkDoneProgressParams: Sendable {
    package var token: ProgressToken
    package var value: WorkDoneProgress

    package init(token: ProgressToken, value: WorkDoneProgress) {
      self.token = token
      self.value = value
    }
  }

  /// A part of a result, sent before the result itself.
  package struct PartialResultParams<Value: JSONEncodable>: JSONEncodable {
    package var token: ProgressToken
    package var value: Value

    package init(token: ProgressToken, value: Value) {
      self.token = token
      self.value = value
    }

    package func encode(to json: inout JSONWriter) {
      json.object {
        $0.field("token", token)
        $0.field("value", value)
      }
    }
  }

  package struct WorkDoneProgressCreateParams: Sendable {
    package var token: ProgressToken

    package init(token: ProgressToken) { self.token = token }
  }

  package enum MessageType: Int, Sendable {
    case error = 1
    case warning, info, log
  }

  /// The parameters of `window/logMessage` and `window/showMessage`.
  package struct MessageParams: Sendable {
    package var type: MessageType
    package var message: String

    package init(type: MessageType, message: String) {
      self.type = type
      self.message = message
    }
  }

  package struct LogTraceParams: Sendable {
    package var message: String
    package var verbose: String?

    package init(message: String, verbose: String?) {
      self.message = message
      self.verbose = verbose
    }
  }
}

extension LSP.ProgressToken: JSONEncodable, JSONDecodable {
  package init(_ json: JSON) throws(InvalidParameters) {
    switch json {
    case .integer(let value): self = .integer(value)
    case .string(let text): self = .string(text)
    default: throw InvalidParameters("an integer or a string was expected")
    }
  }

  package func encode(to json: inout JSONWriter) {
    switch self {
    case .integer(let value): json.integer(value)
    case .string(let text): json.string(text)
    }
  }
}

extension LSP.WorkDoneProgress: JSONEncodable {
  package func encode(to json: inout JSONWriter) {
    json.object {
      switch self {
      case .begin(let title, let message):
        $0.field("kind", "begin")
        $0.field("title", title)
        $0.optionalField("message", message)
        $0.field("cancellable", false)
      case .report(let message, let percentage):
        $0.field("kind", "report")
        $0.optionalField("message", message)
        $0.optionalField("percentage", percentage)
      case .end(let message):
        $0.field("kind", "end")
        $0.optionalField("message", message)
      }
    }
  }
}

extension LSP.WorkDoneProgressParams: JSONEncodable {
  package func encode(to json: inout JSONWriter) {
    json.object {
      $0.field("token", token)
      $0.field("value", value)
    }
  }
}

extension LSP.WorkDoneProgressCreateParams: JSONEncodable {
  package func encode(to json: inout JSONWriter) {
    json.object { $0.field("token", token) }
  }
}

extension LSP.MessageParams: JSONEncodable {
  package func encode(to json: inout JSONWriter) {
    json.object {
      $0.field("type", type.rawValue)
      $0.field("message", message)
    }
  }
}

extension LSP.LogTraceParams: JSONEncodable {
  package func encode(to json: inout JSONWriter) {
    json.object {
      $0.field("message", message)
      $0.optionalField("verbose", verbose)
    }
  }
}
