extension InlineParser {
  /// A run of `*` or `_` that can open or close emphasis.
  struct Delimiter {
    let character: UInt8
    let start: Int
    let count: Int
    let canOpen: Bool
    let canClose: Bool
    /// Neighbours in the list of runs still at hand; -1 for none.
    var previous: Int
    var next: Int
    /// Characters at the start of the run that closed something, and at its end that opened.
    var closed = 0
    var opened = 0
    var closeCount = 0
    /// The outermost of what it opened, in `matches`; -1 for none.
    var firstMatch = -1

    var rest: Int { count - closed - opened }
  }

  private enum Flank {
    case space
    case punctuation
    case other
  }

  mutating func readDelimiters(_ character: UInt8) {
    let start = position
    var after = start
    while byte(after) == character { after += 1 }
    let left = flank(before: start)
    let right = flank(after: after)
    let isLeft = right != .space && (right != .punctuation || left != .other)
    let isRight = left != .space && (left != .punctuation || right != .other)
    var canOpen = isLeft
    var canClose = isRight
    if character == 0x5F {
      canOpen = isLeft && (!isRight || left == .punctuation)
      canClose = isRight && (!isLeft || right == .punctuation)
    }
    position = after
    guard canOpen || canClose else {
      addText(start, after)
      return
    }
    let index = delimiters.count
    delimiters.append(
      Delimiter(
        character: character, start: start, count: after - start, canOpen: canOpen,
        canClose: canClose, previous: lastDelimiter, next: -1))
    if lastDelimiter >= 0 { delimiters[lastDelimiter].next = index }
    lastDelimiter = index
    nodes.append(InlineNode(.delimiter, start, after, detail: index))
    isFlat = false
  }

  private func flank(before offset: Int) -> Flank {
    guard offset > content.start else { return .space }
    let last = bytes[offset - 1]
    if last < 0x80 { return Self.flank(ascii: last) }
    var i = offset - 1
    while i > content.start && bytes[i] & 0xC0 == 0x80 { i -= 1 }
    return flank(of: i, to: offset)
  }

  private func flank(after offset: Int) -> Flank {
    guard offset < end else { return .space }
    let first = bytes[offset]
    if first < 0x80 { return Self.flank(ascii: first) }
    return flank(of: offset, to: min(offset + 4, end))
  }

  private static func flank(ascii byte: UInt8) -> Flank {
    if LinkScanner.isPunctuation(byte) { return .punctuation }
    switch byte {
    case 0x09, 0x0A, 0x0C, 0x0D, 0x20: return .space
    default: return .other
    }
  }

  /// Of the scalar that starts at `start`.
  private func flank(of start: Int, to end: Int) -> Flank {
    // Han and kana, by far the commonest here.
    if bytes[start] >= 0xE4 && bytes[start] <= 0xE9 && end - start >= 3 {
      return bytes[start] == 0xE4 && bytes[start + 1] < 0xB8 ? flankOfScalar(start, end) : .other
    }
    // Full-width marks come next: U+FF01 to U+FF0F and U+FF1A to U+FF20.
    if bytes[start] == 0xEF, end - start >= 3, bytes[start + 1] == 0xBC,
      0x81...0x8F ~= bytes[start + 2] || 0x9A...0xA0 ~= bytes[start + 2]
    {
      return .punctuation
    }
    return flankOfScalar(start, end)
  }

  private func flankOfScalar(_ start: Int, _ end: Int) -> Flank {
    var decoder = UTF8()
    var iterator = bytes[start..<end].makeIterator()
    guard case .scalarValue(let scalar) = decoder.decode(&iterator) else { return .other }
    switch scalar.properties.generalCategory {
    case .spaceSeparator: return .space
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation, .mathSymbol, .currencySymbol,
      .modifierSymbol, .otherSymbol:
      return .punctuation
    default: return .other
    }
  }
}

// MARK: - Matching

extension InlineParser {
  /// Pairs the runs from the one with index `bottom` on, and forgets them.
  mutating func processEmphasis(above bottom: Int) {
    guard lastDelimiter >= bottom else { return }
    var closer = lastDelimiter
    while delimiters[closer].previous >= bottom { closer = delimiters[closer].previous }
    // Where to stop looking for openers, by what the closer is.
    var lowest = SIMD16<Int32>(repeating: Int32(truncatingIfNeeded: bottom))

    while closer >= 0 {
      guard delimiters[closer].canClose else {
        closer = delimiters[closer].next
        continue
      }
      let kind = delimiters[closer]
      let bucket =
        (kind.character == 0x5F ? 0 : 6) + (kind.canOpen ? 3 : 0) + kind.count % 3
      var opener = kind.previous
      while opener >= Int(lowest[bucket]), !opens(opener, closer) {
        opener = delimiters[opener].previous
      }
      if opener >= Int(lowest[bucket]) {
        closer = pair(opener, closer)
      } else {
        lowest[bucket] = Int32(truncatingIfNeeded: closer)
        let next = kind.next
        if !kind.canOpen { remove(closer) }
        closer = next
      }
    }
    while lastDelimiter >= bottom { remove(lastDelimiter) }
  }

  private func opens(_ opener: Int, _ closer: Int) -> Bool {
    let a = delimiters[opener]
    let b = delimiters[closer]
    guard a.canOpen, a.character == b.character else { return false }
    return !(b.canOpen || a.canClose) || b.count % 3 == 0 || (a.count + b.count) % 3 != 0
  }

  /// Makes emphasis between the two; the run to go on with.
  private mutating func pair(_ opener: Int, _ closer: Int) -> Int {
    let width = delimiters[opener].rest >= 2 && delimiters[closer].rest >= 2 ? 2 : 1
    while delimiters[closer].previous > opener { remove(delimiters[closer].previous) }
    delimiters[opener].opened += width
    delimiters[closer].closed += width
    delimiters[closer].closeCount += 1
    matches.append(Match(width: width, next: delimiters[opener].firstMatch))
    delimiters[opener].firstMatch = matches.count - 1
    if delimiters[opener].rest == 0 { remove(opener) }
    guard delimiters[closer].rest == 0 else { return closer }
    let next = delimiters[closer].next
    remove(closer)
    return next
  }

  private mutating func remove(_ index: Int) {
    let delimiter = delimiters[index]
    if delimiter.previous >= 0 { delimiters[delimiter.previous].next = delimiter.next }
    if delimiter.next >= 0 {
      delimiters[delimiter.next].previous = delimiter.previous
    } else {
      lastDelimiter = delimiter.previous
    }
  }
}

// MARK: - The tree

extension InlineParser {
  /// One emphasis, kept with the run that opens it.
  struct Match {
    /// 1 for emphasis, 2 for strong.
    let width: Int
    /// The next one further in.
    let next: Int
  }

  /// Puts the nodes in order: what runs and brackets came to is known only now.
  mutating func assemble(shift: Int32, into finished: inout [InlineNode]) {
    if isFlat {
      for i in nodes.indices { nodes[i].next = Int32(truncatingIfNeeded: i + 1) }
      finished += nodes
    } else {
      // Written where they are wanted.
      swap(&builder.nodes, &finished)
      build()
      swap(&builder.nodes, &finished)
    }
    for i in finished.indices {
      finished[i].start &-= shift
      finished[i].end &-= shift
    }
  }

  private mutating func build() {
    for token in nodes {
      switch token.kind {
      case .delimiter:
        let delimiter = delimiters[Int(token.detail)]
        var at = delimiter.start
        builder.closeEmphasis(delimiter.closeCount, from: at)
        at += delimiter.closed
        if delimiter.rest > 0 { builder.addText(at, at + delimiter.rest) }
        at += delimiter.rest
        var match = delimiter.firstMatch
        while match >= 0 {
          builder.open(InlineNode(matches[match].width == 2 ? .strong : .emphasis, at, at))
          at += matches[match].width
          match = matches[match].next
        }
      case .bracket: builder.addText(Int(token.start), Int(token.end))
      case .link, .image: builder.open(token)
      case .close: builder.close(at: token.end)
      case .text: builder.addText(Int(token.start), Int(token.end))
      default: builder.add(token)
      }
    }
  }
}

/// Writes nodes in text order and notes where each one's descendants end.
struct InlineTreeBuilder {
  fileprivate(set) var nodes: [InlineNode] = []
  private var open: [Int] = []
  /// Whether text may go on where the last node ends.
  private var lastIsText = false

  /// Forgets all, and keeps the storage.
  mutating func removeAll() {
    if !open.isEmpty { open.removeAll(keepingCapacity: true) }
    lastIsText = false
  }

  mutating func add(_ node: InlineNode) {
    nodes.append(node)
    nodes[nodes.count - 1].next = Int32(truncatingIfNeeded: nodes.count)
    lastIsText = node.kind == .text
  }

  mutating func addText(_ start: Int, _ end: Int) {
    if lastIsText, Int(nodes[nodes.count - 1].end) == start {
      nodes[nodes.count - 1].end = Int32(truncatingIfNeeded: end)
    } else {
      add(InlineNode(.text, start, end))
    }
  }

  mutating func open(_ node: InlineNode) {
    open.append(nodes.count)
    add(node)
  }

  mutating func close(at end: Int32) {
    guard let index = open.popLast() else { return }
    nodes[index].end = end
    nodes[index].next = Int32(truncatingIfNeeded: nodes.count)
    lastIsText = false
  }

  mutating func closeEmphasis(_ count: Int, from start: Int) {
    var end = Int32(truncatingIfNeeded: start)
    for _ in 0..<count {
      guard let index = open.last else { return }
      end += nodes[index].kind == .strong ? 2 : 1
      close(at: end)
    }
  }
}
