import Analysis
import LanguageServerProtocol

extension SettingsNode {
  /// The client's settings.
  init(json: JSON) {
    switch json {
    case .null: self.init(.null)
    case .bool(let value): self.init(.boolean(value))
    case .integer(let value): self.init(.integer(value))
    case .number: self.init(.number(json.double ?? 0))
    case .string(let text): self.init(.string(String(decoding: text, as: UTF8.self)))
    case .array(let values): self.init(.list(values.map { SettingsNode(json: $0) }))
    case .object(let members):
      self.init(
        .mapping(
          members.map {
            Entry(key: String(decoding: $0.key, as: UTF8.self), value: SettingsNode(json: $0.value))
          }))
    }
  }
}
