import LanguageServerProtocol
import Testing

/// What a JSON value must look like.
indirect enum Shape: Sendable {
  case any
  case null
  case bool
  case string
  case integer
  /// At least 0.
  case unsigned
  case number
  case oneOf([JSON])
  case array(Shape)
  case map(Shape)
  case either([Shape])
  /// Members by name. One that ends in `?` may be missing; no others may be there.
  case object([String: Shape])

  /// What is wrong with `json`, with its path; `nil` when it fits.
  func fault(in json: JSON, at path: String = "") -> String? {
    switch (self, json) {
    case (.any, _), (.null, .null), (.bool, .bool), (.string, .string), (.integer, .integer),
      (.number, .integer), (.number, .number):
      return nil
    case (.unsigned, .integer(let value)) where value >= 0: return nil
    case (.oneOf(let values), _) where values.contains(json): return nil
    case (.array(let element), .array(let values)):
      for (index, value) in values.enumerated() {
        if let fault = element.fault(in: value, at: "\(path)[\(index)]") { return fault }
      }
      return nil
    case (.map(let shape), .object(let members)):
      for member in members {
        if let fault = shape.fault(in: member.value, at: path) { return fault }
      }
      return nil
    case (.either(let shapes), _):
      let faults = shapes.map { $0.fault(in: json, at: path) }
      return faults.contains { $0 == nil } ? nil : faults.compactMap { $0 }.joined(separator: " / ")
    case (.object(let shapes), .object(let members)):
      var missing = Set(shapes.keys.filter { !$0.hasSuffix("?") })
      for member in members {
        let key = String(decoding: member.key, as: UTF8.self)
        missing.remove(key)
        guard let shape = shapes[key] ?? shapes[key + "?"] else { return "\(path).\(key): unknown" }
        if let fault = shape.fault(in: member.value, at: "\(path).\(key)") { return fault }
      }
      return missing.isEmpty ? nil : "\(path): missing \(missing.sorted())"
    default: return "\(path): \(json.description.prefix(80)) is no \(self)"
    }
  }
}

/// Records an issue where a message of the server has not the shape that LSP 3.17 gives it.
func expectShape(of message: JSON, method: String?, isFromServer: Bool) {
  let version = Shape.oneOf(["2.0"])
  let id = Shape.either([.integer, .string, .number, .null])
  if isFromServer {
    guard let method, let params = Shape.fromServer[method] else {
      Issue.record("the server sent the unknown method \(method ?? "")")
      return
    }
    let shape = Shape.object([
      "jsonrpc": version, "id?": .either([.integer, .string]), "method": .string, "params?": params,
    ])
    if let fault = shape.fault(in: message) { Issue.record("\(method)\(fault)") }
    return
  }
  let error = Shape.object(["code": .integer, "message": .string, "data?": .any])
  let result = method.flatMap { Shape.results[$0] } ?? .any
  let shape = Shape.either([
    .object(["jsonrpc": version, "id": id, "result": result]),
    .object(["jsonrpc": version, "id": id, "error": error]),
  ])
  if let fault = shape.fault(in: message) { Issue.record("\(method ?? "answer")\(fault)") }
}
