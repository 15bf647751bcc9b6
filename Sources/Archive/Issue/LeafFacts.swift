package import Syntax

/// What one leaf block holds that rules and the outline look at; it sees nothing around the leaf.
/// Ranges are UTF-8 bytes from the block's start.
package final class LeafFacts: Sendable {
  package struct Link: Sendable, Equatable {
    /// The whole of it.
    package let range: ByteRange
    /// What a reader clicks on.
    package let text: String
    package let url: String
    /// The page in one spelling; `nil` for front pages and what is no page.
    package let source: String?
    package let isFrontPage: Bool
    /// Whether nothing but marks stands before it in the leaf.
    package let isFirst: Bool
  }

  /// A bold lead-in.
  package struct Label: Sendable, Equatable {
    /// Without asterisks and colon.
    package let text: String
    /// Of `text`.
    package let range: ByteRange
    /// Whether nothing else stands in its line.
    package let isAlone: Bool
    /// Whether it ends in a colon, or one follows.
    package let hasColon: Bool
  }

  /// Of a heading, its text; else empty.
  package let title: String
  /// Where the text of a heading or paragraph is written.
  package let textRange: ByteRange
  /// Whether a reader sees nothing of it but images.
  package let isBlank: Bool
  /// Whether it is there for the source alone, or parts what stands around it.
  let isUnseen: Bool
  package let label: Label?
  package let links: [Link]
  /// Comments that speak to this program.
  package let silencers: [ByteRange]

  init(
    title: String = "", textRange: ByteRange = ByteRange(0, 0), isBlank: Bool = false,
    isUnseen: Bool = false, label: Label? = nil, links: [Link] = [], silencers: [ByteRange] = []
  ) {
    self.title = title
    self.textRange = textRange
    self.isBlank = isBlank
    self.isUnseen = isUnseen
    self.label = label
    self.links = links
    self.silencers = silencers
  }

  package func isEqual(to other: LeafFacts) -> Bool {
    self === other
      || title == other.title && isBlank == other.isBlank && isUnseen == other.isUnseen
        && label == other.label && links == other.links && silencers == other.silencers
  }

  /// Whether it holds prose and nothing else: no links, labels or comments.
  package var isProse: Bool { self === LeafFacts.prose }

  /// Of the many leaves that hold prose and nothing else.
  static let prose = LeafFacts()
  static let rule = LeafFacts(isBlank: true, isUnseen: true)
  private static let unseen = LeafFacts(isBlank: true, isUnseen: true)
  private static let html = LeafFacts(isBlank: true)

  static func of(_ leaf: Block, at start: Int, in document: Document) -> LeafFacts {
    switch leaf.kind {
    case .heading: break
    case .paragraph:
      // Most paragraphs hold none of this.
      let content = leaf.content.shifted(by: start).clamped(to: document.text.count)
      guard mayHoldMore(document.text.bytes, content) else { return prose }
    case .htmlBlock: return ofHTML(leaf, at: start, document.text.bytes)
    case .thematicBreak: return rule
    case .definitions: return unseen
    default: return prose
    }
    let bytes = document.text.bytes
    let inlines = document.inlines(of: leaf, at: start)
    var title = ""
    if case .heading = leaf.kind {
      title = String(decoding: trimmed(inlines.plainText().bytes), as: UTF8.self)
    }
    return LeafFacts(
      title: title,
      textRange: leaf.content,
      isBlank: !inlines.hasVisibleText,
      label: label(of: leaf, inlines),
      links: links(in: inlines, at: start, bytes),
      silencers: silencers(in: inlines, at: start, bytes))
  }

  /// Whether a paragraph has a byte that links, labels, images or comments need.
  private static func mayHoldMore(_ bytes: [UInt8], _ content: ByteRange) -> Bool {
    var i = content.start
    while i < content.end {
      switch bytes[i] {
      case UInt8(ascii: "["), UInt8(ascii: "<"): return true
      case UInt8(ascii: "*"), UInt8(ascii: "_"): if i == content.start { return true }
      case UInt8(ascii: ":"):
        if i + 2 < content.end, bytes[i + 1] == UInt8(ascii: "/"),
          bytes[i + 2] == UInt8(ascii: "/")
        {
          return true
        }
      default: break
      }
      i += 1
    }
    return false
  }

  private static func ofHTML(_ leaf: Block, at start: Int, _ bytes: [UInt8]) -> LeafFacts {
    let content = leaf.content.shifted(by: start).clamped(to: bytes.count)
    // Comments show nothing, the rest may.
    let isUnseen = bytes[content.start..<content.end].starts(with: "<!--".utf8)
    let silencers = comments(in: bytes, content).map { $0.shifted(by: -start) }
    if silencers.isEmpty { return isUnseen ? unseen : html }
    return LeafFacts(isBlank: true, isUnseen: isUnseen, silencers: silencers)
  }

  // MARK: - Labels

  /// - Returns: the strong emphasis that the paragraph begins with, if it is short.
  private static func label(of leaf: Block, _ inlines: Inlines) -> Label? {
    guard case .paragraph = leaf.kind, !inlines.isEmpty, inlines.kind(0) == .strong else {
      return nil
    }
    let plain = inlines.plainText(of: 0)
    var text = trimmed(plain.bytes)
    var hasColon = false
    while let stripped = withoutColon(text) {
      text = trimmed(Array(stripped))
      hasColon = true
    }
    guard !text.isEmpty, text.count <= 80, !text.contains(0x0A) else { return nil }
    let lead = plain.bytes.prefix { $0 <= 0x20 }.count
    let range = plain.source(ByteRange(lead, lead + text.count))
    let next = inlines.next(0)
    var isAlone = true
    if next < inlines.count {
      switch inlines.kind(next) {
      case .softBreak, .lineBreak: break
      case .text:
        let after = inlines.value(next)
        let rest = after.starts(with: colon) ? after.dropFirst(3) : after
        if after.starts(with: colon) || after.first == UInt8(ascii: ":") { hasColon = true }
        let isBare = rest.allSatisfy { $0 <= 0x20 || $0 == UInt8(ascii: ":") }
        isAlone = isBare && (next + 1 >= inlines.count || isBreak(inlines.kind(next + 1)))
      default: isAlone = false
      }
    }
    return Label(
      text: String(decoding: text, as: UTF8.self), range: range, isAlone: isAlone,
      hasColon: hasColon)
  }

  private static let colon: [UInt8] = Array("：".utf8)

  private static func isBreak(_ kind: InlineKind) -> Bool {
    kind == .softBreak || kind == .lineBreak
  }

  private static func withoutColon(_ text: [UInt8]) -> ArraySlice<UInt8>? {
    if text.last == UInt8(ascii: ":") { return text.dropLast() }
    if text.suffix(3).elementsEqual(colon) { return text.dropLast(3) }
    return nil
  }

  // MARK: - Links

  private static func links(in inlines: Inlines, at start: Int, _ bytes: [UInt8]) -> [Link] {
    var links: [Link] = []
    var isFirst = true
    var node = 0
    while node < inlines.count {
      switch inlines.kind(node) {
      case .link:
        if let link = inlines.link(node) {
          let url = String(decoding: link.target.destination, as: UTF8.self)
          links.append(
            Link(
              range: inlines.range(node),
              text: String(decoding: trimmed(inlines.plainText(of: node).bytes), as: UTF8.self),
              url: url, source: SourceURL.normalized(url), isFrontPage: SourceURL.isFrontPage(url),
              isFirst: isFirst))
        }
        isFirst = false
        node = inlines.next(node)
        continue
      case .text:
        if inlines.value(node).contains(where: { $0 > 0x20 }) { isFirst = false }
      case .escape, .entity, .code: isFirst = false
      case .image:
        node = inlines.next(node)
        continue
      default: break
      }
      node += 1
    }
    for range in inlines.bareURLs() {
      let place = range.shifted(by: start).clamped(to: bytes.count)
      let url = String(decoding: bytes[place.start..<place.end], as: UTF8.self)
      links.append(
        Link(
          range: range, text: url, url: url, source: SourceURL.normalized(url),
          isFrontPage: SourceURL.isFrontPage(url), isFirst: false))
    }
    return links
  }

  // MARK: - Comments

  private static let marker = Array("issue-lsp-".utf8)

  private static func silencers(
    in inlines: Inlines, at start: Int, _ bytes: [UInt8]
  ) -> [ByteRange] {
    var found: [ByteRange] = []
    for node in 0..<inlines.count where inlines.kind(node) == .html {
      let range = inlines.range(node).shifted(by: start).clamped(to: bytes.count)
      found += comments(in: bytes, range).map { $0.shifted(by: -start) }
    }
    return found
  }

  /// The comments in `range` that have the marker, in UTF-8 bytes of the text.
  private static func comments(in bytes: [UInt8], _ range: ByteRange) -> [ByteRange] {
    var found: [ByteRange] = []
    var i = range.start
    while i + 3 < range.end {
      guard bytes[i] == UInt8(ascii: "<"), bytes[i + 1] == UInt8(ascii: "!"),
        bytes[i + 2] == UInt8(ascii: "-"), bytes[i + 3] == UInt8(ascii: "-")
      else {
        i += 1
        continue
      }
      var end = i + 4
      var isOurs = false
      while end < range.end {
        if bytes[end] == UInt8(ascii: ">"), bytes[end - 1] == UInt8(ascii: "-"),
          bytes[end - 2] == UInt8(ascii: "-")
        {
          end += 1
          break
        }
        if bytes[end] == marker[0], end + marker.count <= range.end,
          bytes[end..<end + marker.count].elementsEqual(marker)
        {
          isOurs = true
        }
        end += 1
      }
      if isOurs { found.append(ByteRange(i, end)) }
      i = end
    }
    return found
  }
}

/// Without white space at either end.
func trimmed(_ bytes: [UInt8]) -> [UInt8] {
  guard let first = bytes.firstIndex(where: { $0 > 0x20 }),
    let last = bytes.lastIndex(where: { $0 > 0x20 })
  else { return [] }
  return Array(bytes[first...last])
}
