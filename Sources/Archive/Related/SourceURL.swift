/// The page a link leads to, in one spelling.
///
/// Scheme, `www.` and `m.`, fragment, trailing slash and the parameters that only count visits
/// are left out.
package enum SourceURL {
  /// What a link leads to.
  enum Target: Equatable {
    /// Nothing that is a page of the web.
    case none
    /// A site and no page of it: no source.
    case front
    /// A hash of the page's one spelling.
    case page(UInt32)
  }

  /// - Parameter url: in UTF-8.
  static func page(_ url: [UInt8]) -> Target {
    guard let start = afterScheme(url) else { return .none }
    var hash = StoryTerms.SourceHash()
    return spell(url, from: start) { hash.add($0) } ? .page(hash.value) : .front
  }

  /// `nil` for links that are no page of the web, and for front pages, which are no source.
  package static func normalized(_ url: String) -> String? {
    let bytes = Array(url.utf8)
    guard let start = afterScheme(bytes) else { return nil }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count - start)
    guard spell(bytes, from: start, { result.append($0) }) else { return nil }
    return String(decoding: result, as: UTF8.self)
  }

  /// Calls `body` with the bytes of the one spelling.
  ///
  /// - Returns: whether there is more than the site.
  @inline(__always)
  private static func spell(
    _ bytes: [UInt8], from first: Int, _ body: (UInt8) -> Void
  ) -> Bool {
    var hostStart = first
    let end = fragmentStart(bytes, from: hostStart)
    var hostEnd = hostStart
    while hostEnd < end, bytes[hostEnd] != UInt8(ascii: "/"), bytes[hostEnd] != UInt8(ascii: "?") {
      hostEnd += 1
    }
    if begins(bytes, hostStart, hostEnd, "www.") { hostStart += 4 }
    if begins(bytes, hostStart, hostEnd, "m.") { hostStart += 2 }
    var query = hostEnd
    while query < end, bytes[query] != UInt8(ascii: "?") { query += 1 }
    var pathEnd = query
    while pathEnd > hostEnd, bytes[pathEnd - 1] == UInt8(ascii: "/") { pathEnd -= 1 }
    for i in hostStart..<hostEnd { body(lowercased(bytes[i])) }
    for i in hostEnd..<pathEnd { body(bytes[i]) }
    var separator = UInt8(ascii: "?")
    var start = query + 1
    while start < end {
      var next = start
      while next < end, bytes[next] != UInt8(ascii: "&") { next += 1 }
      if next > start, !isCounter(bytes, start, next) {
        body(separator)
        for i in start..<next { body(bytes[i]) }
        separator = UInt8(ascii: "&")
      }
      start = next + 1
    }
    return pathEnd > hostEnd || separator == UInt8(ascii: "&")
  }

  /// Whether the link leads to a site and not to a page of it.
  package static func isFrontPage(_ url: String) -> Bool { page(Array(url.utf8)) == .front }

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
    for scheme: StaticString in ["https://", "http://"] {
      let length = scheme.utf8CodeUnitCount
      if begins(bytes, 0, bytes.count, scheme), bytes.count > length,
        bytes[length] != UInt8(ascii: "/")
      {
        return length
      }
    }
    return nil
  }

  private static func isCounter(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Bool {
    switch lowercased(bytes[start]) {
    case UInt8(ascii: "u"): begins(bytes, start, end, "utm_")
    case UInt8(ascii: "f"):
      begins(bytes, start, end, "from=") || begins(bytes, start, end, "fbclid=")
    case UInt8(ascii: "r"): begins(bytes, start, end, "ref=")
    case UInt8(ascii: "s"):
      begins(bytes, start, end, "spm=") || begins(bytes, start, end, "source=")
        || begins(bytes, start, end, "share")
    case UInt8(ascii: "g"): begins(bytes, start, end, "gclid=")
    default: false
    }
  }

  /// Whether `bytes[start..<end]` begins with `text`, upper and lower case being equal.
  private static func begins(
    _ bytes: [UInt8], _ start: Int, _ end: Int, _ text: StaticString
  ) -> Bool {
    guard end - start >= text.utf8CodeUnitCount else { return false }
    return text.withUTF8Buffer { text in
      for i in 0..<text.count where unsafe lowercased(bytes[start + i]) != text[i] { return false }
      return true
    }
  }

  private static func lowercased(_ byte: UInt8) -> UInt8 {
    byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
  }
}
