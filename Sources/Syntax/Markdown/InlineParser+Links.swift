extension InlineParser {
  /// A `[` or `![` that may begin a link or image.
  struct Bracket {
    /// Its index in the nodes.
    let node: Int
    /// Where the text begins.
    let textStart: Int
    let isImage: Bool
    /// The runs of `*` and `_` before it.
    let delimiterCount: Int
    var isActive = true
    /// Another bracket opened behind it: then its text is no label.
    var hasBracketAfter = false
  }

  mutating func openBracket(isImage: Bool) {
    if let last = brackets.indices.last { brackets[last].hasBracketAfter = true }
    let after = position + (isImage ? 2 : 1)
    brackets.append(
      Bracket(
        node: nodes.count, textStart: after, isImage: isImage,
        delimiterCount: delimiters.count))
    add(.bracket, to: after)
    isFlat = false
  }

  mutating func closeBracket() {
    let close = position
    guard let bracket = brackets.last, bracket.isActive else {
      brackets.removeLast(brackets.isEmpty ? 0 : 1)
      addText(close, close + 1)
      position = close + 1
      return
    }
    guard let found = inlineTarget(close + 1) ?? reference(bracket, close) else {
      brackets.removeLast()
      addText(close, close + 1)
      position = close + 1
      return
    }
    links.append(found.link)
    nodes[bracket.node].kind = bracket.isImage ? .image : .link
    nodes[bracket.node].detail = Int32(truncatingIfNeeded: links.count - 1)
    processEmphasis(above: bracket.delimiterCount)
    nodes.append(InlineNode(.close, close, found.end))
    position = found.end
    brackets.removeLast()
    if !bracket.isImage { deactivateLinks() }
  }

  /// Links hold no links: what opened before cannot be one. Those before an inactive one already
  /// are.
  private mutating func deactivateLinks() {
    var i = brackets.count - 1
    while i >= 0 {
      if !brackets[i].isImage {
        if !brackets[i].isActive { return }
        brackets[i].isActive = false
      }
      i -= 1
    }
  }

  private typealias Found = (link: InlineLink, end: Int)

  /// `(destination "title")`
  private func inlineTarget(_ start: Int) -> Found? {
    guard byte(start) == 0x28 else { return nil }
    let scanner = LinkScanner(bytes: bytes, end: end)
    guard let destination = scanner.destination(skipSpace(start + 1)) else { return nil }
    var i = skipSpace(destination.end)
    var title: ByteRange?
    if i > destination.end, let found = scanner.title(i) {
      title = found.range
      i = skipSpace(found.end)
    }
    guard byte(i) == 0x29 else { return nil }
    let target = LinkTarget(
      destination: LinkScanner.unescape(bytes, destination.range),
      title: title.map { LinkScanner.unescape(bytes, $0) })
    let range = content.source(destination.range.start, destination.range.end)
    return (InlineLink(style: .inline, target: target, destinationRange: range), i + 1)
  }

  private func skipSpace(_ start: Int) -> Int {
    var i = start
    while i < end && HTMLScanner.isSpace(bytes[i]) { i += 1 }
    return i
  }

  /// `[label]` after the text, or the text itself as label.
  private mutating func reference(_ bracket: Bracket, _ close: Int) -> Found? {
    var after = close + 1
    var label = ByteRange(bracket.textStart, close)
    let scanner = LinkScanner(bytes: bytes, end: end)
    if let found = scanner.label(close + 1) {
      after = found.end
      if !found.range.isEmpty {
        label = found.range
      } else if bracket.hasBracketAfter {
        return nil
      }
    } else if bracket.hasBracketAfter {
      return nil
    }
    guard label.length <= LinkScanner.longestLabel else { return nil }
    usesDefinitions = true
    guard !definitions.isEmpty, let target = definitions[LinkScanner.key(bytes, label)] else {
      return nil
    }
    return (InlineLink(style: .reference, target: target, destinationRange: nil), after)
  }
}
