/// What names a request; it comes back as it was sent.
package enum RequestID: Sendable, Hashable {
  case integer(Int)
  /// A number that is no `Int`, as it was written.
  case number([UInt8])
  case string([UInt8])

  package init?(_ json: JSON) {
    switch json {
    case .integer(let value): self = .integer(value)
    case .number(let digits): self = .number(digits)
    case .string(let text): self = .string(text)
    default: return nil
    }
  }
}

extension RequestID: JSONEncodable {
  package func encode(to json: inout JSONWriter) {
    switch self {
    case .integer(let value): json.integer(value)
    case .number(let digits): json.raw(digits)
    case .string(let text): json.string(text)
    }
  }
}

/// The codes of JSON-RPC 2.0 and LSP 3.17.
package enum ErrorCode: Int, Sendable {
  case parseError = -32700
  case invalidRequest = -32600
  case methodNotFound = -32601
  case invalidParams = -32602
  case internalError = -32603
  case serverNotInitialized = -32002
  case requestFailed = -32803
  case contentModified = -32801
  case requestCancelled = -32800
}

package struct ResponseError: Error, Sendable, Equatable {
  package var code: Int
  package var message: String

  package init(_ code: ErrorCode, _ message: String) {
    self.code = code.rawValue
    self.message = message
  }

  package static let cancelled = ResponseError(.requestCancelled, "cancelled")

  package init(_ json: JSON) {
    code = json["code"]?.integer ?? ErrorCode.internalError.rawValue
    message = json["message"]?.text ?? ""
  }
}

extension ResponseError: JSONEncodable {
  package func encode(to json: inout JSONWriter) {
    json.object {
      $0.field("code", code)
      $0.field("message", message)
    }
  }
}

/// One JSON-RPC 2.0 message from the client.
package enum Message: Sendable, Equatable {
  case request(id: RequestID, method: String, params: JSON)
  case notification(method: String, params: JSON)
  /// The answer to a request of ours; without an id to what the client could not read.
  case response(id: RequestID?, Result<JSON, ResponseError>)
  /// JSON, but none of these. It is answered with InvalidRequest.
  case invalid(id: RequestID?, reason: String)

  package init(_ json: JSON) {
    guard case .object = json else {
      let reason =
        json.array == nil ? "a message is an object" : "batches are not part of the protocol"
      self = .invalid(id: nil, reason: reason)
      return
    }
    let id = json["id"].flatMap { RequestID($0) }
    guard let name = json["method"] else {
      if let error = json["error"] {
        self = .response(id: id, .failure(ResponseError(error)))
      } else if json.hasMember("result") {
        self = .response(id: id, .success(json["result"] ?? .null))
      } else {
        self = .invalid(id: id, reason: "the message has no method")
      }
      return
    }
    guard let method = name.text else {
      self = .invalid(id: id, reason: "the method is no string")
      return
    }
    let params = json["params"] ?? .null
    if let id {
      self = .request(id: id, method: method, params: params)
    } else if json.hasMember("id") {
      self = .invalid(id: nil, reason: "the id is no string and no number")
    } else {
      self = .notification(method: method, params: params)
    }
  }
}

/// Messages of the server, as bytes without the header.
package enum Outgoing {
  package static func result(_ id: RequestID, _ result: some JSONEncodable) -> [UInt8] {
    message {
      $0.field("id", id)
      $0.field("result", result)
    }
  }

  /// - Parameter id: `nil` where the request's own could not be read.
  package static func error(_ id: RequestID?, _ error: ResponseError) -> [UInt8] {
    message { json in
      json.key("id")
      id.encode(to: &json)
      json.field("error", error)
    }
  }

  package static func notification(_ method: String, _ params: some JSONEncodable) -> [UInt8] {
    message {
      $0.field("method", method)
      $0.field("params", params)
    }
  }

  package static func request(
    _ id: RequestID, _ method: String, _ params: (some JSONEncodable)?
  ) -> [UInt8] {
    message {
      $0.field("id", id)
      $0.field("method", method)
      $0.optionalField("params", params)
    }
  }

  /// The header that goes before `body`.
  package static func header(for body: [UInt8]) -> [UInt8] {
    Array("Content-Length: \(body.count)\r\n\r\n".utf8)
  }

  private static func message(_ fields: (inout JSONWriter) -> Void) -> [UInt8] {
    var writer = JSONWriter()
    writer.object {
      $0.field("jsonrpc", "2.0")
      fields(&$0)
    }
    return writer.bytes
  }
}
