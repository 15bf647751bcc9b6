import Platform

/// A document's URI as the client spells it, and what it means.
///
/// Clients escape the same file differently, so documents are told apart by `key`, and answers use
/// the client's own `spelling`.
struct DocumentURI: Sendable, Hashable {
  let spelling: String
  /// The absolute path of a `file:` URI, decoded; `nil` for any other scheme (`untitled:`, `git:`).
  let path: String?
  /// Equal for equal documents.
  let key: String

  init(_ spelling: String) {
    self.spelling = spelling
    path = Self.path(of: spelling)
    key = path ?? Self.decoded(Array(spelling.utf8))
  }

  /// The URI of the file at an absolute path, for files whose URI no client has spelt.
  init(path: String) {
    var bytes = Array("file://".utf8)
    let digits = Array("0123456789ABCDEF".utf8)
    for byte in path.utf8 {
      if Self.isUnreserved(byte) || byte == UInt8(ascii: "/") {
        bytes.append(byte)
      } else {
        bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    spelling = String(decoding: bytes, as: UTF8.self)
    self.path = path
    key = path
  }

  /// The path without symbolic links, as far as what it names is there.
  var fileWithoutLinks: String? {
    guard let path else { return nil }
    if let canonical = try? canonicalPath(path) { return canonical }
    guard let folder = try? canonicalPath(parentDirectory(of: path)) else { return path }
    return absolutePath(lastComponent(of: path), relativeTo: folder)
  }

  static func == (a: DocumentURI, b: DocumentURI) -> Bool { a.key == b.key }
  func hash(into hasher: inout Hasher) { hasher.combine(key) }

  private static func path(of uri: String) -> String? {
    var bytes = Array(uri.utf8)[...]
    let scheme = Array("file:".utf8)
    guard bytes.count > scheme.count,
      zip(bytes, scheme).allSatisfy({ $0 | 0x20 == $1 | 0x20 })
    else { return nil }
    bytes = bytes.dropFirst(scheme.count)
    if bytes.starts(with: "//".utf8) {
      // The authority: empty or `localhost`, else the first part of a share's name.
      bytes = bytes.dropFirst(2)
      let authority = bytes.prefix { $0 != UInt8(ascii: "/") }
      if authority.elementsEqual("localhost".utf8) { bytes = bytes.dropFirst(authority.count) }
    }
    bytes = bytes.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
    let path = decoded(Array(bytes))
    // A NUL would end the path early for the system.
    guard !path.isEmpty, !path.utf8.contains(0) else { return nil }
    return absolutePath(path, relativeTo: "/")
  }

  /// Replaces each `%20` and the like by its byte.
  static func decoded(_ bytes: [UInt8]) -> String {
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count,
        let high = hexDigit(bytes[index + 1]), let low = hexDigit(bytes[index + 2])
      {
        result.append(high << 4 | low)
        index += 3
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func hexDigit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x41 + 10
    case 0x61...0x66: byte - 0x61 + 10
    default: nil
    }
  }

  private static func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"): true
    default: false
    }
  }
}
