import LanguageServerProtocol

extension JSON {
  /// A value as another message carries it.
  init(_ value: some JSONEncodable) {
    self = (try? JSONReader.read(JSONWriter.bytes(of: value))) ?? .null
  }
}
