/// The page a link leads to, in one spelling.
package enum SourceURL {
  /// `nil` for links that are no page of the web, and for front pages, which are no source.
  ///
  /// Scheme, `www.` and `m.`, fragment, trailing slash and the parameters that only count visits
  /// are left out.
  package static func normalized(_ url: String) -> String? {
    let bytes = Array(url.utf8)
    guard let hostStart = afterScheme(bytes) else { return nil }
    var end = fragmentStart(bytes, from: hostStart)
    let query = bytes[hostStart..<end].firstIndex(of: UInt8(ascii: "?"))
    let pathEnd = query ?? end
    let hostEnd = bytes[hostStart..<pathEnd].firstIndex(of: UInt8(ascii: "/")) ?? pathEnd
    var host = bytes[hostStart..<hostEnd].map(lowercased)[...]
    for prefix in ["www.", "m."] where host.starts(with: prefix.utf8) {
      host = host.dropFirst(prefix.utf8.count)
    }
    var path = bytes[hostEnd..<pathEnd]
    while path.last == UInt8(ascii: "/") { path = path.dropLast() }
    var parameters: [ArraySlice<UInt8>] = []
    if let query {
      end = max(end, query + 1)
      parameters = bytes[(query + 1)..<end].split(separator: UInt8(ascii: "&")).filter {
        !isCounter($0)
      }
    }
    if path.isEmpty && parameters.isEmpty { return nil }
    var result = Array(host) + path
    for (index, parameter) in parameters.enumerated() {
      result.append(UInt8(ascii: index == 0 ? "?" : "&"))
      result += parameter
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Whether the link leads to a site and not to a page of it.
  package static func isFrontPage(_ url: String) -> Bool {
    guard afterScheme(Array(url.utf8)) != nil else { return false }
    return normalized(url) == nil
  }

  /// The site of a link, in lower case, without `www.`.
  package static func host(of url: String) -> String? {
    let bytes = Array(url.utf8)
    guard let start = afterScheme(bytes) else { return nil }
    let host = bytes[start...].prefix {
      $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#")
    }.map(lowercased)
    let bare = host.starts(with: "www.".utf8) ? Array(host.dropFirst(4)) : host
    return String(decoding: bare, as: UTF8.self)
  }

  /// Where the part begins that the server does not see; `#/` and `#!` begin pages of their own.
  private static func fragmentStart(_ bytes: [UInt8], from start: Int) -> Int {
    guard let hash = bytes[start...].firstIndex(of: UInt8(ascii: "#")) else { return bytes.count }
    let next = hash + 1 < bytes.count ? bytes[hash + 1] : 0
    return next == UInt8(ascii: "/") || next == UInt8(ascii: "!") ? bytes.count : hash
  }

  /// Where the host begins; `nil` when this is no `http` or `https` URL with a host.
  private static func afterScheme(_ bytes: [UInt8]) -> Int? {
    for scheme in ["https://", "http://"] {
      let length = scheme.utf8.count
      if bytes.count > length, bytes.prefix(length).map(lowercased).elementsEqual(scheme.utf8),
        bytes[length] != UInt8(ascii: "/")
      {
        return length
      }
    }
    return nil
  }

  private static func isCounter(_ parameter: ArraySlice<UInt8>) -> Bool {
    ["utm_", "from=", "ref=", "spm=", "source=", "share", "fbclid=", "gclid="].contains {
      parameter.starts(with: $0.utf8)
    }
  }

  private static func lowercased(_ byte: UInt8) -> UInt8 {
    byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
  }
}
