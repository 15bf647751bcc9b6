/// The page a link leads to, in one spelling.
package enum SourceURL {
  /// `nil` for links that are no page of the web, and for front pages, which are no source.
  ///
  /// Scheme, `www.` and `m.`, fragment, trailing slash and the parameters that only count visits
  /// are left out.
  package static func normalized(_ url: String) -> String? {
    let bytes = Array(url.utf8)
    guard var hostStart = afterScheme(bytes) else { return nil }
    let end = fragmentStart(bytes, from: hostStart)
    var hostEnd = hostStart
    while hostEnd < end, bytes[hostEnd] != UInt8(ascii: "/"), bytes[hostEnd] != UInt8(ascii: "?") {
      hostEnd += 1
    }
    for prefix: StaticString in ["www.", "m."] where begins(bytes, hostStart, hostEnd, prefix) {
      hostStart += prefix.utf8CodeUnitCount
    }
    var query = hostEnd
    while query < end, bytes[query] != UInt8(ascii: "?") { query += 1 }
    var pathEnd = query
    while pathEnd > hostEnd, bytes[pathEnd - 1] == UInt8(ascii: "/") { pathEnd -= 1 }
    var result: [UInt8] = []
    result.reserveCapacity(end - hostStart)
    for i in hostStart..<hostEnd { result.append(lowercased(bytes[i])) }
    result += bytes[hostEnd..<pathEnd]
    var separator = UInt8(ascii: "?")
    var start = query + 1
    while start < end {
      var next = start
      while next < end, bytes[next] != UInt8(ascii: "&") { next += 1 }
      if next > start, !isCounter(bytes, start, next) {
        result.append(separator)
        result += bytes[start..<next]
        separator = UInt8(ascii: "&")
      }
      start = next + 1
    }
    if pathEnd == hostEnd && separator == UInt8(ascii: "?") { return nil }
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
    let counters: [StaticString] = [
      "utm_", "from=", "ref=", "spm=", "source=", "share", "fbclid=", "gclid=",
    ]
    return counters.contains { begins(bytes, start, end, $0) }
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
