package import Syntax

/// A value as the YAML of a configuration file or the JSON of a client gives it.
package struct SettingsNode: Sendable, Equatable {
  package enum Value: Sendable, Equatable {
    case null
    case boolean(Bool)
    case integer(Int)
    case number(Double)
    case string(String)
    case list([SettingsNode])
    case mapping([Entry])
  }

  package struct Entry: Sendable, Equatable {
    package var key: String
    /// UTF-8 bytes of the file; empty for a client's settings.
    package var keyRange: ByteRange
    package var value: SettingsNode

    package init(key: String, keyRange: ByteRange = ByteRange(0, 0), value: SettingsNode) {
      self.key = key
      self.keyRange = keyRange
      self.value = value
    }
  }

  package var value: Value
  /// UTF-8 bytes of the file; empty for a client's settings.
  package var range: ByteRange

  package init(_ value: Value, range: ByteRange = ByteRange(0, 0)) {
    self.value = value
    self.range = range
  }
}
