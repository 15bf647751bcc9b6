/// Reads the link reference definitions at the start of a paragraph (CommonMark 0.31.2 §4.7).
struct DefinitionParser {
  private let content: LeafContent
  private let scanner: LinkScanner
  /// In text order; ranges are those of `content.source`.
  private(set) var definitions: [LinkDefinition] = []

  init(_ content: LeafContent) {
    self.content = content
    scanner = LinkScanner(bytes: content.bytes, end: content.end)
  }

  /// Where the definitions end: the start of a line, or the end of the content.
  mutating func parse() -> Int {
    var i = content.start
    while i < content.end, content.bytes[i] == 0x5B, let next = definition(i) { i = next }
    return i
  }

  private mutating func definition(_ start: Int) -> Int? {
    guard let label = scanner.label(start), !label.range.isEmpty,
      label.end < content.end, content.bytes[label.end] == 0x3A,
      let destination = scanner.destination(scanner.skipSpaceAndLine(label.end + 1))
    else { return nil }

    var title: ByteRange?
    var lineEnd = endOfLine(destination.end)
    let titleStart = scanner.skipSpaceAndLine(destination.end)
    if titleStart > destination.end, let found = scanner.title(titleStart),
      let end = endOfLine(found.end)
    {
      title = found.range
      lineEnd = end
    }
    guard let lineEnd else { return nil }

    let bytes = content.bytes
    definitions.append(
      LinkDefinition(
        label: content.source(label.range.start, label.range.end),
        destination: content.source(destination.range.start, destination.range.end),
        title: title.map { content.source($0.start, $0.end) },
        key: LinkScanner.key(bytes, label.range),
        target: LinkTarget(
          destination: LinkScanner.unescape(bytes, destination.range),
          title: title.map { LinkScanner.unescape(bytes, $0) })))
    return lineEnd
  }

  /// The start of the next line, when only blanks are left on this one.
  private func endOfLine(_ start: Int) -> Int? {
    let i = scanner.skipSpace(start)
    if i >= content.end { return content.end }
    return content.bytes[i] == 0x0A ? i + 1 : nil
  }
}

extension LinkDefinition {
  func shifted(by distance: Int) -> LinkDefinition {
    LinkDefinition(
      label: label.shifted(by: distance), destination: destination.shifted(by: distance),
      title: title?.shifted(by: distance), key: key, target: target)
  }
}
