import LanguageServerProtocol

/// The parameters of `issue/documentText`.
struct DocumentTextParams: JSONDecodable {
  let uri: String

  init(_ json: JSON) throws(InvalidParameters) {
    uri = try json.decode("uri")
  }
}

struct DocumentTextResult: JSONEncodable {
  let text: [UInt8]
  let version: Int

  func encode(to json: inout JSONWriter) {
    json.object {
      $0.key("text")
      $0.string(text)
      $0.field("version", version)
    }
  }
}
