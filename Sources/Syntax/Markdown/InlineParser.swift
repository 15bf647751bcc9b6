/// Makes inlines of the content of a leaf, as CommonMark 0.31.2 (appendix, "Phase 2: inline
/// structure") tells. Linear in the content: whatever was searched in vain is remembered.
struct InlineParser {
  let bytes: [UInt8]
  /// Without the blanks at the end of the content.
  let end: Int
  private let start: Int
  let content: LeafContent
  let definitions: LinkDefinitions
  var position: Int
  var nodes: [InlineNode]
  var links: [InlineLink] = []
  var values: [[UInt8]] = []
  var usesDefinitions = false
  var delimiters: [Delimiter]
  var lastDelimiter = -1
  var matches: [Match]
  var brackets: [Bracket]
  var builder: InlineTreeBuilder
  /// Whether every node is a leaf.
  var isFlat = true
  /// The last place of a run of so many backticks, as far as they were looked for.
  private var backtickRuns: [Int: Int] = [:]
  private var backticksAreKnown = false
  /// What no place after this one closes.
  private var noClose = NoClose()

  private struct NoClose {
    var comment = false
    var instruction = false
    var declaration = false
    var data = false
  }

  /// The arrays that every parse needs for a while, handed from one to the next.
  final class Scratch {
    fileprivate var nodes: [InlineNode] = []
    fileprivate var delimiters: [Delimiter] = []
    fileprivate var matches: [Match] = []
    fileprivate var brackets: [Bracket] = []
    fileprivate var builder = InlineTreeBuilder()
    private var tree = InlineTree()

    /// An empty tree, with the storage of the last one where that is free again.
    func takeTree() -> InlineTree {
      var taken = InlineTree()
      swap(&taken, &tree)
      taken.removeAll()
      return taken
    }

    func keep(_ tree: InlineTree) { self.tree = tree }
  }

  init(_ content: LeafContent, definitions: LinkDefinitions, scratch: Scratch) {
    // Taken, not copied: each array has one owner, and keeps its storage.
    nodes = []
    delimiters = []
    matches = []
    brackets = []
    builder = InlineTreeBuilder()
    swap(&nodes, &scratch.nodes)
    swap(&delimiters, &scratch.delimiters)
    swap(&matches, &scratch.matches)
    swap(&brackets, &scratch.brackets)
    swap(&builder, &scratch.builder)
    self.content = content
    self.definitions = definitions
    bytes = content.bytes
    start = content.start
    end = Self.end(of: content)
    position = content.start
  }

  private static func end(of content: LeafContent) -> Int {
    var end = content.end
    while end > content.start && HTMLScanner.isSpace(content.bytes[end - 1]) { end -= 1 }
    return end
  }

  /// Where the text of a content stands that holds nothing but text, as most prose does; else `nil`.
  static func plainText(_ content: LeafContent) -> Range<Int>? {
    let end = end(of: content)
    guard end > content.start,
      ByteSearch.inlineMarker(in: content.bytes, from: content.start, to: end) == end
    else { return nil }
    return content.start..<end
  }

  /// Fills an empty tree with the inlines of a content that holds nothing but text.
  ///
  /// - Returns: `false` where it holds more.
  static func readPlainText(
    _ content: LeafContent, shift: Int, into tree: inout InlineTree
  ) -> Bool {
    guard let range = plainText(content) else { return false }
    var node = InlineNode(.text, range.lowerBound - shift, range.upperBound - shift)
    node.next = 1
    tree.nodes.append(node)
    return true
  }

  /// Fills an empty tree.
  ///
  /// - Parameter shift: What to take off every offset of the tree.
  mutating func parse(shift: Int, into tree: inout InlineTree, scratch: Scratch) {
    swap(&links, &tree.links)
    swap(&values, &tree.values)
    while position < end {
      let runStart = position
      position = ByteSearch.inlineMarker(in: bytes, from: position, to: end)
      if position > runStart {
        addText(runStart, position < end && bytes[position] == 0x0A ? trimmed(runStart) : position)
      }
      if position < end { readSpecial(bytes[position]) }
    }
    processEmphasis(above: 0)
    assemble(shift: Int32(truncatingIfNeeded: shift), into: &tree.nodes)
    swap(&links, &tree.links)
    swap(&values, &tree.values)
    giveBack(to: scratch)
  }

  private mutating func giveBack(to scratch: Scratch) {
    nodes.removeAll(keepingCapacity: true)
    if !isFlat {
      if !delimiters.isEmpty { delimiters.removeAll(keepingCapacity: true) }
      if !matches.isEmpty { matches.removeAll(keepingCapacity: true) }
      if !brackets.isEmpty { brackets.removeAll(keepingCapacity: true) }
      builder.removeAll()
    }
    swap(&nodes, &scratch.nodes)
    swap(&delimiters, &scratch.delimiters)
    swap(&matches, &scratch.matches)
    swap(&brackets, &scratch.brackets)
    swap(&builder, &scratch.builder)
  }

  private func trimmed(_ runStart: Int) -> Int {
    var i = position
    while i > runStart && HTMLScanner.isSpace(bytes[i - 1]) { i -= 1 }
    return i
  }

  @inline(__always)
  func byte(_ i: Int) -> UInt8 { i < end ? bytes[i] : 0 }

  mutating func addText(_ from: Int, _ to: Int) {
    if let last = nodes.last, last.kind == .text, Int(last.end) == from {
      nodes[nodes.count - 1].end = Int32(truncatingIfNeeded: to)
    } else {
      nodes.append(InlineNode(.text, from, to))
    }
  }

  mutating func add(_ kind: InlineKind, to newPosition: Int, detail: Int = 0) {
    nodes.append(InlineNode(kind, position, newPosition, detail: detail))
    position = newPosition
  }

  private mutating func readSpecial(_ byte: UInt8) {
    switch byte {
    case 0x0A: readLineEnd()
    case 0x60: readCode()
    case 0x5C: readBackslash()
    case 0x26: readEntity()
    case 0x3C: readPointy()
    case 0x2A, 0x5F: readDelimiters(byte)
    case 0x5B:
      openBracket(isImage: false)
    case 0x5D: closeBracket()
    case 0x21 where self.byte(position + 1) == 0x5B:
      openBracket(isImage: true)
    default:
      addText(position, position + 1)
      position += 1
    }
  }
}

// MARK: - Leaves

extension InlineParser {
  private mutating func readLineEnd() {
    let isHard =
      position - 1 > start && bytes[position - 1] == 0x20 && bytes[position - 2] == 0x20
    var next = position + 1
    while next < end && (bytes[next] == 0x20 || bytes[next] == 0x09) { next += 1 }
    add(isHard ? .lineBreak : .softBreak, to: next)
  }

  private mutating func readBackslash() {
    let next = byte(position + 1)
    if LinkScanner.isPunctuation(next) {
      add(.escape, to: position + 2)
    } else if next == 0x0A {
      add(.lineBreak, to: position + 2)
    } else {
      addText(position, position + 1)
      position += 1
    }
  }

  private mutating func readEntity() {
    guard let entity = Entity.parse(bytes, at: position, to: end) else {
      addText(position, position + 1)
      position += 1
      return
    }
    values.append(entity.value)
    add(.entity, to: entity.end, detail: values.count - 1)
  }

  private mutating func readCode() {
    var after = position
    while byte(after) == 0x60 { after += 1 }
    let count = after - position
    guard let close = closingBackticks(count, from: after) else {
      addText(position, after)
      position = after
      return
    }
    add(.code, to: close + count, detail: count)
  }

  /// The start of the next run of exactly `count` backticks.
  private mutating func closingBackticks(_ count: Int, from start: Int) -> Int? {
    if backticksAreKnown, (backtickRuns[count] ?? -1) < start { return nil }
    var i = start
    while i < end {
      if bytes[i] != 0x60 {
        i += 1
        continue
      }
      let runStart = i
      while byte(i) == 0x60 { i += 1 }
      backtickRuns[i - runStart] = runStart
      if i - runStart == count { return runStart }
    }
    backticksAreKnown = true
    return nil
  }

  private mutating func readPointy() {
    if let uri = uriEnd(position + 1) {
      addAutolink(uri, prefix: [])
    } else if let mail = mailEnd(position + 1) {
      addAutolink(mail, prefix: Array("mailto:".utf8))
    } else if let tag = tagEnd(position + 1) {
      add(.html, to: tag)
    } else {
      addText(position, position + 1)
      position += 1
    }
  }

  private mutating func addAutolink(_ close: Int, prefix: [UInt8]) {
    let inner = ByteRange(position + 1, close)
    let value = resolvedEntities(inner)
    let target = LinkTarget(
      destination: prefix + (value ?? Array(bytes[inner.start..<inner.end])), title: nil)
    links.append(
      InlineLink(
        style: .autolink, target: target,
        destinationRange: content.source(inner.start, inner.end)))
    nodes.append(
      InlineNode(.link, position, close + 1, detail: links.count - 1))
    if let value {
      values.append(value)
      nodes.append(
        InlineNode(.entity, inner.start, inner.end, detail: values.count - 1))
    } else {
      nodes.append(InlineNode(.text, inner.start, inner.end))
    }
    nodes.append(InlineNode(.close, close, close + 1))
    position = close + 1
    isFlat = false
  }

  /// The bytes with entities resolved; `nil` when there are none.
  private func resolvedEntities(_ range: ByteRange) -> [UInt8]? {
    guard bytes[range.start..<range.end].contains(0x26) else { return nil }
    var result: [UInt8] = []
    var i = range.start
    while i < range.end {
      if bytes[i] == 0x26, let entity = Entity.parse(bytes, at: i, to: range.end) {
        result += entity.value
        i = entity.end
      } else {
        result.append(bytes[i])
        i += 1
      }
    }
    return result
  }

  /// Where the `>` of an absolute URI stands.
  private func uriEnd(_ start: Int) -> Int? {
    guard HTMLScanner.isLetter(byte(start)) else { return nil }
    var i = start + 1
    while i - start <= 32 {
      let next = byte(i)
      guard
        HTMLScanner.isLetter(next) || HTMLScanner.isDigit(next) || next == 0x2E || next == 0x2B
          || next == 0x2D
      else { break }
      i += 1
    }
    guard i - start >= 2, i - start <= 32, byte(i) == 0x3A else { return nil }
    i += 1
    while i < end {
      switch bytes[i] {
      case 0x3E: return i
      case 0x00...0x20, 0x3C: return nil
      default: i += 1
      }
    }
    return nil
  }

  /// Where the `>` of an e-mail address stands.
  private func mailEnd(_ start: Int) -> Int? {
    var i = start
    while i < end, bytes[i] != 0x40 {
      let next = bytes[i]
      guard
        HTMLScanner.isLetter(next) || HTMLScanner.isDigit(next)
          || Self.mailPunctuation.contains(next)
      else { return nil }
      i += 1
    }
    guard i > start, byte(i) == 0x40 else { return nil }
    repeat {
      let labelStart = i + 1
      i = labelStart
      while HTMLScanner.isLetter(byte(i)) || HTMLScanner.isDigit(byte(i)) || byte(i) == 0x2D {
        i += 1
      }
      let length = i - labelStart
      guard length > 0, length <= 63, byte(labelStart) != 0x2D, byte(i - 1) != 0x2D else {
        return nil
      }
    } while byte(i) == 0x2E
    return byte(i) == 0x3E ? i : nil
  }

  private static let mailPunctuation = Array(".!#$%&'*+/=?^_`{|}~-".utf8)

  /// The offset after the raw HTML that begins with the `<` before `start`.
  private mutating func tagEnd(_ start: Int) -> Int? {
    let scanner = HTMLScanner(bytes: bytes, end: end)
    switch byte(start) {
    case 0x2F: return scanner.closingTag(start + 1)
    case 0x3F:
      return search(&noClose.instruction, HTMLScanner.instructionEnd, from: start + 1)
    case 0x21:
      if scanner.matches(HTMLScanner.commentStart, at: start + 1) {
        let inner = start + 3
        if byte(inner) == 0x3E { return inner + 1 }
        if byte(inner) == 0x2D && byte(inner + 1) == 0x3E { return inner + 2 }
        return search(&noClose.comment, HTMLScanner.commentEnd, from: inner)
      }
      if scanner.matches(HTMLScanner.dataStart, at: start + 1) {
        return search(&noClose.data, HTMLScanner.dataEnd, from: start + 8)
      }
      if HTMLScanner.isLetter(byte(start + 1)) {
        return search(&noClose.declaration, HTMLScanner.declarationEnd, from: start + 2)
      }
      return nil
    default: return scanner.openTag(start)
    }
  }

  private func search(_ isMissing: inout Bool, _ word: [UInt8], from start: Int) -> Int? {
    if isMissing { return nil }
    if let found = HTMLScanner(bytes: bytes, end: end).find(word, from: start) {
      return found + word.count
    }
    isMissing = true
    return nil
  }
}
