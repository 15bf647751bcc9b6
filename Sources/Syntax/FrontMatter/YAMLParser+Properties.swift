// Anchors, tags and aliases.
extension YAMLParser {
  /// What stands before a node.
  struct Properties {
    var tag: String?
    var anchor: ByteRange?
    var name: String?
    /// Where the first of them begins.
    var start: Int?
    var end = 0

    var range: ByteRange { ByteRange(start ?? end, end) }

    /// Takes in what `other` has; `false` where both have the same kind.
    @discardableResult
    mutating func merge(_ other: Properties) -> Bool {
      guard other.start != nil else { return true }
      let isSound = (tag == nil || other.tag == nil) && (anchor == nil || other.anchor == nil)
      tag = other.tag ?? tag
      anchor = other.anchor ?? anchor
      name = other.name ?? name
      start = start ?? other.start
      end = other.end
      return isSound
    }
  }

  /// Reads the anchor or tag at `at`.
  ///
  /// - Returns: whether a blank or the end follows, as must be.
  mutating func readProperty(into properties: inout Properties, inFlow: Bool) -> Bool {
    let start = at
    var found = Properties()
    if byte(at) == UInt8(ascii: "&") {
      at += 1
      while at < end, !isBlankOrBreak(at), !isFlowIndicator(at) { at += 1 }
      found.anchor = ByteRange(start, at)
      found.name = string(start + 1, at)
      if at == start + 1 { report(.badProperty, ByteRange(start, at)) }
    } else {
      found.tag = readTag()
    }
    found.start = start
    found.end = at
    if !properties.merge(found) { report(.badProperty, ByteRange(start, at)) }
    if isBlankOrBreak(at) { return true }
    if inFlow, isFlowIndicator(at) { return true }
    report(.badProperty, ByteRange(start, at))
    return false
  }

  private mutating func readTag() -> String {
    let start = at
    at += 1
    if byte(at) == UInt8(ascii: "<") {
      while at < end, !isBlankOrBreak(at), bytes[at] != UInt8(ascii: ">") { at += 1 }
      let uri = string(start + 2, at)
      if byte(at) == UInt8(ascii: ">") {
        at += 1
      } else {
        report(.badProperty, ByteRange(start, at))
      }
      return uri
    }
    var handleEnd: Int?
    while at < end, !isBlankOrBreak(at), !isFlowIndicator(at) {
      if bytes[at] == UInt8(ascii: "!") {
        if handleEnd != nil { break }
        handleEnd = at + 1
      }
      guard bytes[at].isURIByte else { break }
      at += 1
    }
    guard let handleEnd else {
      guard at > start + 1 else { return "!" }
      return (tagHandles["!"] ?? "!") + unescapedTag(start + 1, at)
    }
    let handle = string(start, handleEnd)
    let suffix = unescapedTag(handleEnd, at)
    if let prefix = tagHandles[handle] ?? (handle == "!!" ? Self.coreTag : nil) {
      if handleEnd == at { report(.badProperty, ByteRange(start, at)) }
      return prefix + suffix
    }
    report(.badProperty, ByteRange(start, at))
    return handle + suffix
  }

  static let coreTag = "tag:yaml.org,2002:"

  private func unescapedTag(_ start: Int, _ end: Int) -> String {
    guard bytes[start..<end].contains(UInt8(ascii: "%")) else { return string(start, end) }
    var result: [UInt8] = []
    var i = start
    while i < end {
      if bytes[i] == UInt8(ascii: "%"), i + 2 < end, let high = bytes[i + 1].hexDigit,
        let low = bytes[i + 2].hexDigit
      {
        result.append(UInt8(truncatingIfNeeded: high * 16 + low))
        i += 3
      } else {
        result.append(bytes[i])
        i += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Gives a node its anchor and tag, and keeps it for aliases.
  mutating func finish(_ node: YAMLNode, _ properties: Properties) -> YAMLNode {
    guard properties.start != nil else { return node }
    var node = node
    node.tag = properties.tag ?? node.tag
    node.anchor = properties.anchor ?? node.anchor
    if node.alias != nil { report(.badProperty, properties.range) }
    if let name = properties.name { anchors[name] = node }
    return node
  }

  /// The alias at `at`, replaced by what it stands for.
  mutating func alias() -> YAMLNode {
    let start = at
    at += 1
    while at < end, !isBlankOrBreak(at), !isFlowIndicator(at) { at += 1 }
    let range = ByteRange(start, at)
    var node: YAMLNode
    if let target = anchors[string(start + 1, at)] {
      if expandedNodes <= Self.heaviest { expandedNodes += weight(of: target) }
      if expandedNodes > Self.heaviest {
        report(.aliasExpansion, range)
        node = .empty(at: start)
      } else {
        node = target
      }
    } else {
      report(.undefinedAlias, range)
      node = YAMLNode(
        content: .scalar(YAMLScalar(text: string(start, at), style: .plain)), range: range)
    }
    node.range = range
    node.anchor = nil
    node.alias = range
    return node
  }

  /// Nodes in all, up to the point where it no longer matters.
  private func weight(of node: YAMLNode) -> Int {
    switch node.content {
    case .scalar: 1
    case .sequence(let items):
      items.reduce(1) { sum, item in
        sum > Self.heaviest ? sum : sum + weight(of: item)
      }
    case .mapping(let entries):
      entries.reduce(1) { sum, entry in
        sum > Self.heaviest ? sum : sum + weight(of: entry.key) + weight(of: entry.value)
      }
    }
  }
}

extension UInt8 {
  /// YAML 1.2.2, `ns-uri-char`.
  fileprivate var isURIByte: Bool {
    if self < 0x80, isWordByte { return true }
    return "#;/?:@&=+$,_.!~*'()%-".utf8.contains(self)
  }

  var hexDigit: Int? {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(self) - 0x30
    case UInt8(ascii: "a")...UInt8(ascii: "f"): Int(self) - 0x57
    case UInt8(ascii: "A")...UInt8(ascii: "F"): Int(self) - 0x37
    default: nil
    }
  }
}
