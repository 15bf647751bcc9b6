import Syntax

/// Finds the facts of one leaf after the other.
///
/// An object, so that a document with thousands of leaves is not copied for each of them.
final class LeafReader {
  private let document: Document
  private let bytes: [UInt8]

  init(_ document: Document) {
    self.document = document
    bytes = document.text.bytes
  }

  func marks(of leaf: Block, at start: Int) -> LeafMarks {
    LeafMarks(in: bytes, leaf.content.shifted(by: start).clamped(to: bytes.count))
  }

  /// - Parameter marks: those of the leaf's content.
  /// - Returns: `nil` for a leaf that holds prose and nothing else: no links, labels or comments.
  func facts(of leaf: Block, at start: Int, _ marks: LeafMarks) -> LeafFacts? {
    switch leaf.kind {
    case .heading: break
    case .paragraph:
      // Most paragraphs hold none of this.
      guard mayHoldMore(leaf.content.shifted(by: start), marks) else { return nil }
    case .htmlBlock: return facts(ofHTML: leaf, at: start)
    case .thematicBreak: return .rule
    case .definitions: return .unseen
    default: return nil
    }
    let inlines = document.passingInlines(of: leaf, at: start)
    var title = ""
    if case .heading = leaf.kind {
      title = String(decoding: trimmedSlice(inlines.plainBytes()), as: UTF8.self)
    }
    return LeafFacts(
      title: title,
      textRange: leaf.content,
      isBlank: !inlines.hasVisibleText,
      label: label(of: leaf, inlines, marks),
      links: links(in: inlines, at: start, marks),
      silencers: marks.contains(.lessThan) ? silencers(in: inlines, at: start) : [])
  }

  /// Whether a paragraph has a byte that links, labels, images or comments need.
  private func mayHoldMore(_ content: ByteRange, _ marks: LeafMarks) -> Bool {
    if !marks.isDisjoint(with: [.openingBracket, .lessThan]) { return true }
    guard !marks.isDisjoint(with: [.asterisk, .underscore, .address]) else { return false }
    let content = content.clamped(to: bytes.count)
    guard content.start < content.end else { return false }
    if bytes[content.start] == UInt8(ascii: "*") || bytes[content.start] == UInt8(ascii: "_") {
      return true
    }
    return marks.contains(.address) && holdsScheme(content)
  }

  private func holdsScheme(_ content: ByteRange) -> Bool {
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

  private func facts(ofHTML leaf: Block, at start: Int) -> LeafFacts {
    let content = leaf.content.shifted(by: start).clamped(to: bytes.count)
    // Comments show nothing, the rest may.
    let isUnseen = bytes[content.start..<content.end].starts(with: "<!--".utf8)
    let silencers = comments(in: content).map { $0.shifted(by: -start) }
    if silencers.isEmpty { return isUnseen ? .unseen : .html }
    return LeafFacts(isBlank: true, isUnseen: isUnseen, silencers: silencers)
  }

  // MARK: - Labels

  /// The longest label, in UTF-8 bytes.
  private static let longestLabel = 80

  /// - Returns: the strong emphasis that the paragraph begins with, if it is short.
  private func label(
    of leaf: Block, _ inlines: Inlines, _ marks: LeafMarks
  ) -> LeafFacts.Label? {
    guard !marks.isDisjoint(with: [.asterisk, .underscore]), case .paragraph = leaf.kind,
      !inlines.isEmpty, inlines.kind(0) == .strong
    else { return nil }
    let plain = inlines.plainBytes(of: 0)
    var text = trimmedSlice(plain)
    let lead = text.startIndex - plain.startIndex
    var hasColon = false
    while let stripped = Self.withoutColon(text) {
      text = trimmedSlice(stripped)
      hasColon = true
    }
    guard !text.isEmpty, text.count <= Self.longestLabel, !text.contains(0x0A) else { return nil }
    let next = inlines.next(0)
    var isAlone = true
    if next < inlines.count {
      switch inlines.kind(next) {
      case .softBreak, .lineBreak: break
      case .text:
        let after = inlines.value(next)
        let rest = after.starts(with: Self.colon) ? after.dropFirst(3) : after
        if rest.count < after.count || after.first == UInt8(ascii: ":") { hasColon = true }
        let isBare = rest.allSatisfy { $0 <= 0x20 || $0 == UInt8(ascii: ":") }
        isAlone = isBare && (next + 1 >= inlines.count || Self.isBreak(inlines.kind(next + 1)))
      default: isAlone = false
      }
    }
    return LeafFacts.Label(
      text: String(decoding: text, as: UTF8.self),
      range: inlines.source(ByteRange(lead, lead + text.count), of: 0), isAlone: isAlone,
      hasColon: hasColon)
  }

  private static let colon: [UInt8] = Array("：".utf8)

  private static func isBreak(_ kind: InlineKind) -> Bool {
    kind == .softBreak || kind == .lineBreak
  }

  private static func withoutColon(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    if text.last == UInt8(ascii: ":") { return text.dropLast() }
    if text.suffix(3).elementsEqual(colon) { return text.dropLast(3) }
    return nil
  }

  // MARK: - Links

  private func links(
    in inlines: Inlines, at start: Int, _ marks: LeafMarks
  ) -> [LeafFacts.Link] {
    var links: [LeafFacts.Link] = []
    if !marks.isDisjoint(with: [.openingBracket, .lessThan]) {
      var isFirst = true
      var node = 0
      while node < inlines.count {
        switch inlines.kind(node) {
        case .link:
          if let link = inlines.link(node) {
            links.append(
              LeafFacts.Link(
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
      links.append(
        LeafFacts.Link(range: range, text: url, destination: Array(url), isFirst: false))
    }
    return links
  }

  // MARK: - Comments

  private static let marker = Array("issue-lsp-".utf8)

  private func silencers(in inlines: Inlines, at start: Int) -> [ByteRange] {
    var found: [ByteRange] = []
    for node in 0..<inlines.count where inlines.kind(node) == .html {
      let range = inlines.range(node).shifted(by: start).clamped(to: bytes.count)
      found += comments(in: range).map { $0.shifted(by: -start) }
    }
    return found
  }

  /// The comments in `range` that have the marker, in UTF-8 bytes of the text.
  private func comments(in range: ByteRange) -> [ByteRange] {
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
        if bytes[end] == Self.marker[0], end + Self.marker.count <= range.end,
          bytes[end..<end + Self.marker.count].elementsEqual(Self.marker)
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
