package import Syntax

/// What one leaf block holds that rules and the outline look at; it sees nothing around the leaf.
/// Ranges are UTF-8 bytes from the block's start.
package final class LeafFacts: Sendable {
  package struct Link: Sendable, Equatable {
    /// The whole of it.
    package let range: ByteRange
    /// How long the text is that a reader clicks on, in UTF-8 bytes.
    package let textLength: Int
    /// Whether that text says no more than that this is the source.
    package let namesSource: Bool
    /// Where it leads, in UTF-8.
    let destination: [UInt8]
    /// A hash of the page in one spelling; `nil` for front pages and what is no page.
    package let source: UInt32?
    package let isFrontPage: Bool
    /// Whether nothing but marks stands before it in the leaf.
    package let isFirst: Bool

    package var url: String { String(decoding: destination, as: UTF8.self) }

    /// - Parameter text: What a reader clicks on, in UTF-8.
    init(range: ByteRange, text: ArraySlice<UInt8>, destination: [UInt8], isFirst: Bool) {
      let page = SourceURL.page(destination)
      self.range = range
      textLength = text.count
      namesSource = Self.sourceWords.contains { begins(text, with: $0) }
      self.destination = destination
      source = if case .page(let hash) = page { hash } else { nil }
      isFrontPage = page == .front
      self.isFirst = isFirst
    }

    private static let sourceWords: [[UInt8]] = [
      "链接", "来源", "原文", "详情", "报道", "查看", "link", "source", "read more",
    ].map { Array($0.utf8) }
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

  /// Of the many leaves that hold prose and nothing else.
  static let prose = LeafFacts()
  private static let rule = LeafFacts(isBlank: true, isUnseen: true)
  private static let unseen = LeafFacts(isBlank: true, isUnseen: true)
  private static let html = LeafFacts(isBlank: true)

  /// - Parameter marks: those of the leaf's content.
  /// - Returns: `nil` for a leaf that holds prose and nothing else: no links, labels or comments.
  static func of(
    _ leaf: Block, at start: Int, marks: LeafMarks, in document: Document
  ) -> LeafFacts? {
    switch leaf.kind {
    case .heading: break
    case .paragraph:
      // Most paragraphs hold none of this.
      let content = leaf.content.shifted(by: start)
      guard mayHoldMore(document.text.bytes, content, marks) else { return nil }
    case .htmlBlock: return ofHTML(leaf, at: start, document.text.bytes)
    case .thematicBreak: return rule
    case .definitions: return unseen
    default: return nil
    }
    let inlines = document.inlines(of: leaf, at: start)
    var title = ""
    if case .heading = leaf.kind {
      title = String(decoding: trimmed(inlines.plainText().bytes), as: UTF8.self)
    }
    return LeafFacts(
      title: title,
      textRange: leaf.content,
      isBlank: !inlines.hasVisibleText,
      label: label(of: leaf, inlines, marks),
      links: links(in: inlines, at: start, document.text.bytes, marks),
      silencers: marks.contains(.lessThan)
        ? silencers(in: inlines, at: start, document.text.bytes) : [])
  }

  /// Whether a paragraph has a byte that links, labels, images or comments need.
  private static func mayHoldMore(
    _ bytes: [UInt8], _ content: ByteRange, _ marks: LeafMarks
  ) -> Bool {
    if !marks.isDisjoint(with: [.openingBracket, .lessThan]) { return true }
    guard !marks.isDisjoint(with: [.asterisk, .underscore, .address]) else { return false }
    let content = content.clamped(to: bytes.count)
    guard content.start < content.end else { return false }
    if bytes[content.start] == UInt8(ascii: "*") || bytes[content.start] == UInt8(ascii: "_") {
      return true
    }
    return marks.contains(.address) && holdsScheme(bytes, content)
  }

  private static func holdsScheme(_ bytes: [UInt8], _ content: ByteRange) -> Bool {
    var i = content.start
    while i + 2 < content.end {
      if bytes[i] == UInt8(ascii: ":"), bytes[i + 1] == UInt8(ascii: "/"),
        bytes[i + 2] == UInt8(ascii: "/")
      {
        return true
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
  private static func label(of leaf: Block, _ inlines: Inlines, _ marks: LeafMarks) -> Label? {
    guard !marks.isDisjoint(with: [.asterisk, .underscore]), case .paragraph = leaf.kind,
      !inlines.isEmpty, inlines.kind(0) == .strong else {
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

  private static func links(
    in inlines: Inlines, at start: Int, _ bytes: [UInt8], _ marks: LeafMarks
  ) -> [Link] {
    var links: [Link] = []
    if !marks.isDisjoint(with: [.openingBracket, .lessThan]) {
      var isFirst = true
      var node = 0
      while node < inlines.count {
        switch inlines.kind(node) {
        case .link:
          if let link = inlines.link(node) {
            links.append(
              Link(
                range: inlines.range(node), text: trimmedSlice(inlines.plainBytes(of: node)),
                destination: link.target.destination, isFirst: isFirst))
          }
          isFirst = false
          node = inlines.next(node)
          continue
        case .text:
          if isFirst, inlines.value(node).contains(where: { $0 > 0x20 }) { isFirst = false }
        case .escape, .entity, .code: isFirst = false
        case .image:
          node = inlines.next(node)
          continue
        default: break
        }
        node += 1
      }
    }
    guard marks.contains(.address) else { return links }
    for range in inlines.bareURLs() {
      let place = range.shifted(by: start).clamped(to: bytes.count)
      let url = bytes[place.start..<place.end]
      links.append(Link(range: range, text: url, destination: Array(url), isFirst: false))
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
func trimmed(_ bytes: [UInt8]) -> [UInt8] { Array(trimmedSlice(bytes[...])) }

func trimmedSlice(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
  var (start, end) = (bytes.startIndex, bytes.endIndex)
  while start < end, bytes[start] <= 0x20 { start += 1 }
  while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
  return bytes[start..<end]
}

/// Whether the text begins with a word in lower case, upper and lower case being equal.
private func begins(_ text: ArraySlice<UInt8>, with word: [UInt8]) -> Bool {
  guard text.count >= word.count else { return false }
  var i = text.startIndex
  for byte in word {
    if NameKey.lowercase(text[i]) != byte { return false }
    i += 1
  }
  return true
}
