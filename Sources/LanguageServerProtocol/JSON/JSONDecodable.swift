/// Parameters that do not have the shape which the specification gives them.
package struct InvalidParameters: Error, Sendable, Equatable, CustomStringConvertible {
  /// Where in the parameters, such as `position.line`; empty for all of them.
  package var path: String
  package var reason: String

  package init(_ reason: String, at path: String = "") {
    self.reason = reason
    self.path = path
  }

  package var description: String { path.isEmpty ? reason : "\(path): \(reason)" }

  /// The same, seen from what holds the parameters.
  package func within(_ key: String) -> InvalidParameters {
    InvalidParameters(
      reason, at: path.isEmpty || path.hasPrefix("[") ? key + path : "\(key).\(path)")
  }
}

/// What can be read from JSON.
package protocol JSONDecodable {
  init(_ json: JSON) throws(InvalidParameters)
}

extension JSON {
  /// The member `key`, which must be there.
  package func decode<Value: JSONDecodable>(
    _ key: String, as type: Value.Type = Value.self
  ) throws(InvalidParameters) -> Value {
    guard let value = try decodeIfPresent(key, as: type) else {
      throw InvalidParameters("missing", at: key)
    }
    return value
  }

  /// The member `key`; `nil` when it is missing or `null`.
  package func decodeIfPresent<Value: JSONDecodable>(
    _ key: String, as type: Value.Type = Value.self
  ) throws(InvalidParameters) -> Value? {
    guard case .object = self else { throw InvalidParameters("an object was expected") }
    guard let json = self[key] else { return nil }
    do throws(InvalidParameters) {
      return try Value(json)
    } catch {
      throw error.within(key)
    }
  }
}

extension String: JSONDecodable {
  package init(_ json: JSON) throws(InvalidParameters) {
    guard let text = json.text else { throw InvalidParameters("a string was expected") }
    self = text
  }
}

extension Int: JSONDecodable {
  package init(_ json: JSON) throws(InvalidParameters) {
    guard let value = json.integer else { throw InvalidParameters("an integer was expected") }
    self = value
  }
}

extension Bool: JSONDecodable {
  package init(_ json: JSON) throws(InvalidParameters) {
    guard let value = json.bool else { throw InvalidParameters("a boolean was expected") }
    self = value
  }
}

extension JSON: JSONDecodable {
  package init(_ json: JSON) { self = json }
}

extension Array: JSONDecodable where Element: JSONDecodable {
  package init(_ json: JSON) throws(InvalidParameters) {
    guard let values = json.array else { throw InvalidParameters("an array was expected") }
    var elements: [Element] = []
    for (index, value) in values.enumerated() {
      do throws(InvalidParameters) {
        elements.append(try Element(value))
      } catch {
        throw error.within("[\(index)]")
      }
    }
    self = elements
  }
}
