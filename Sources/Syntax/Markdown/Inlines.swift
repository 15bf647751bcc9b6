/// The inlines of one leaf, for reading.
///
/// A value of the moment: it holds the whole text, so keep what is read from it, never itself.
/// All ranges are UTF-8 bytes from the start of the block's first line; they live as long as the
/// block does. Add the block's start for offsets of the text.
package struct Inlines {
  private let tree: InlineTree
  private let content: LeafContent
  /// What to add to a node's offset for one in `content.bytes`.
  private let shift: Int

  init(_ tree: InlineTree, _ content: LeafContent, shift: Int) {
    self.tree = tree
    self.content = content
    self.shift = shift
  }

  /// Nodes are numbered in text order, each followed by its descendants.
  package var count: Int { tree.nodes.count }
  package var isEmpty: Bool { tree.nodes.isEmpty }

  package func kind(_ node: Int) -> InlineKind { tree.nodes[node].kind }

  /// The number of the node after the descendants of `node`.
  package func next(_ node: Int) -> Int { Int(tree.nodes[node].next) }

  /// The source of the node, markers included.
  package func range(_ node: Int) -> ByteRange {
    let node = tree.nodes[node]
    return content.source(Int(node.start) + shift, Int(node.end) + shift)
  }

  /// Where a link or image leads; `nil` for other nodes.
  package func link(_ node: Int) -> InlineLink? {
    let node = tree.nodes[node]
    guard node.kind == .link || node.kind == .image else { return nil }
    return tree.links[Int(node.detail)]
  }

  /// What a leaf stands for: text, the character behind a backslash or entity, code without its
  /// backticks, HTML as it is, `\n` for a line ending. Empty for nodes with descendants.
  package func value(_ node: Int) -> ArraySlice<UInt8> {
    let node = tree.nodes[node]
    let start = Int(node.start) + shift
    let end = Int(node.end) + shift
    switch node.kind {
    case .text, .html: return content.bytes[start..<end]
    case .escape: return content.bytes[start + 1..<end]
    case .entity: return tree.values[Int(node.detail)][...]
    case .softBreak, .lineBreak: return Self.lineEnding
    case .code: return Self.code(content.bytes[start + Int(node.detail)..<end - Int(node.detail)])
    default: return []
    }
  }

  private static let lineEnding: ArraySlice<UInt8> = [0x0A]

  /// Line endings become blanks, and one blank on either side goes.
  private static func code(_ inner: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var value = inner
    for i in value.indices where value[i] == 0x0A { value[i] = 0x20 }
    if value.first == 0x20, value.last == 0x20, value.contains(where: { $0 != 0x20 }) {
      value = value.dropFirst().dropLast()
    }
    return value
  }
}

// MARK: - Plain text

/// The text of a leaf as a reader sees it, and where it comes from.
package struct PlainText {
  package fileprivate(set) var bytes: [UInt8] = []
  private var runs: [Run] = []

  private struct Run {
    /// In `bytes`.
    let start: Int
    /// From the start of the block.
    let source: ByteRange
    /// Whether every byte stands for itself.
    let isVerbatim: Bool
  }

  fileprivate init(minimumCapacity: Int) { bytes.reserveCapacity(minimumCapacity) }

  fileprivate mutating func append(
    _ value: ArraySlice<UInt8>, from source: ByteRange
  ) {
    let isVerbatim = source.length == value.count
    if isVerbatim, let last = runs.last, last.isVerbatim, last.source.end == source.start {
      runs[runs.count - 1] = Run(
        start: last.start, source: ByteRange(last.source.start, source.end), isVerbatim: true)
    } else {
      runs.append(Run(start: bytes.count, source: source, isVerbatim: isVerbatim))
    }
    bytes += value
  }

  /// Where the bytes `range` of the plain text stand, from the start of the block.
  package func source(_ range: ByteRange) -> ByteRange {
    guard !runs.isEmpty else { return ByteRange(0, 0) }
    let first = source(of: range.start)
    if range.isEmpty { return ByteRange(first.start, first.start) }
    return ByteRange(first.start, source(of: range.end - 1).end)
  }

  private func source(of offset: Int) -> ByteRange {
    var low = 0
    var high = runs.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if runs[middle].start <= offset { low = middle } else { high = middle }
    }
    let run = runs[low]
    guard run.isVerbatim else { return run.source }
    let at = min(run.source.start + max(offset - run.start, 0), run.source.end)
    return ByteRange(at, min(at + 1, run.source.end))
  }
}

extension Inlines {
  /// Whether readers see anything of it but images.
  package var hasVisibleText: Bool {
    for i in 0..<count {
      switch kind(i) {
      case .text, .escape, .entity, .code:
        if value(i).contains(where: { $0 > 0x20 }) { return true }
      default: break
      }
    }
    return false
  }

  /// Whether a byte stands for itself anywhere in the text; what markers are made of does not.
  package func hasText(with byte: UInt8) -> Bool {
    for i in 0..<count where kind(i) == .text {
      if value(i).contains(byte) { return true }
    }
    return false
  }

  /// The text without markers, link destinations and HTML; line endings are `\n`.
  package func plainText(includingCode: Bool = true) -> PlainText {
    plainText(of: 0, to: count, includingCode: includingCode)
  }

  /// The text within one node.
  package func plainText(of node: Int) -> PlainText {
    plainText(of: node, to: next(node), includingCode: true)
  }

  /// The bytes of `plainText()`, where nobody asks where they come from.
  package func plainBytes() -> ArraySlice<UInt8> {
    // A heading is a run of text, or a link with nothing else.
    if count == 1, kind(0) == .text { return value(0) }
    if count == 2, next(0) == 2, kind(1) == .text { return value(1) }
    return plainText().bytes[...]
  }

  /// The bytes of the text within one node.
  package func plainBytes(of node: Int) -> ArraySlice<UInt8> {
    // Most nodes hold a run of text.
    if next(node) == node + 2, kind(node + 1) == .text { return value(node + 1) }
    return plainText(of: node).bytes[...]
  }

  /// Where the bytes `range` of the text within one node stand, from the start of the block.
  package func source(_ range: ByteRange, of node: Int) -> ByteRange {
    if next(node) == node + 2, kind(node + 1) == .text {
      let start = Int(tree.nodes[node + 1].start) + shift
      return content.source(start + range.start, start + range.end)
    }
    return plainText(of: node).source(range)
  }

  private func plainText(of first: Int, to last: Int, includingCode: Bool) -> PlainText {
    guard first < last else { return PlainText(minimumCapacity: 0) }
    let length = Int(tree.nodes[last - 1].end - tree.nodes[first].start)
    var plain = PlainText(minimumCapacity: max(length, 0))
    for i in first..<last {
      switch kind(i) {
      case .text, .escape, .entity, .softBreak, .lineBreak:
        plain.append(value(i), from: range(i))
      case .code where includingCode:
        plain.append(value(i), from: codeRange(i))
      default: break
      }
    }
    return plain
  }

  /// Between the backticks, where nothing in there was changed; else the whole.
  private func codeRange(_ node: Int) -> ByteRange {
    let whole = range(node)
    let ticks = Int(tree.nodes[node].detail)
    let inner = ByteRange(whole.start + ticks, whole.end - ticks)
    let value = value(node)
    if inner.length == value.count { return inner }
    if inner.length == value.count + 2 { return ByteRange(inner.start + 1, inner.end - 1) }
    return whole
  }
}

// MARK: - What stands at an offset

/// What a place in a leaf is part of, as completion and matching of names need to know.
package enum InlineContext: Sendable, Equatable {
  case text
  case code
  case html
  /// Within `(…)` or `<…>`: a destination or title.
  case destination
  /// Within a bare URL in text.
  case url
}

extension Inlines {
  /// - Parameter offset: UTF-8 bytes from the start of the block; a cursor between two nodes
  ///   belongs to the text.
  package func context(at offset: Int) -> InlineContext {
    for i in 0..<count {
      let range = range(i)
      if range.start >= offset { break }
      guard offset < range.end || offset == range.end && kind(i) == .text else { continue }
      switch kind(i) {
      case .code: return .code
      case .html: return .html
      case .link, .image:
        guard let link = link(i) else { continue }
        if link.style == .autolink { return .destination }
        let textEnd = next(i) > i + 1 ? lastEnd(in: i) : range.start + 1
        if offset > textEnd + 1 { return .destination }
      case .text:
        for url in BareURLs.find(in: value(i)) {
          let found = url.shifted(by: range.start - value(i).startIndex)
          if found.start < offset && offset <= found.end { return .url }
        }
      default: break
      }
    }
    return .text
  }

  private func lastEnd(in node: Int) -> Int {
    var last = range(node).start
    var child = node + 1
    while child < next(node) {
      last = max(last, range(child).end)
      child = next(child)
    }
    return last
  }

  /// Every URL that stands bare in text, outside links and code.
  package func bareURLs() -> [ByteRange] {
    var found: [ByteRange] = []
    var i = 0
    while i < count {
      switch kind(i) {
      case .link, .image:
        i = next(i)
        continue
      case .text:
        let value = value(i)
        let start = range(i).start - value.startIndex
        for url in BareURLs.find(in: value) { found.append(url.shifted(by: start)) }
      default: break
      }
      i += 1
    }
    return found
  }
}
