// Flow collections.
extension YAMLParser {
  /// The sequence or mapping in brackets at `at`.
  mutating func flowCollection(parent: Int) -> YAMLNode {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else {
      let start = at
      report(.tooDeep, ByteRange(at, at + 1))
      at = end
      keepQuiet(until: end)
      return .empty(at: start)
    }
    var flow = Flow(open: at, openLineEnd: lineEnd(at), isSequence: byte(at) == UInt8(ascii: "["))
    at += 1
    var items: [YAMLNode] = []
    var entries: [YAMLEntry] = []
    var needsSeparator = false
    while flow.isOpen {
      skipFlowGap(parent: parent, &flow)
      guard flow.isOpen else { break }
      if closes(&flow) { break }
      if needsSeparator {
        needsSeparator = !takeSeparator(parent: parent, &flow)
        if needsSeparator { break }
        continue
      }
      if byte(at) == UInt8(ascii: ",") {
        report(.emptyItem, ByteRange(at, at + 1), subject: ByteRange(flow.open, at + 1))
        at += 1
        continue
      }
      if flow.isSequence {
        items.append(flowItem(parent: parent, &flow))
      } else {
        entries.append(flowEntry(parent: parent, &flow))
      }
      needsSeparator = true
    }
    var node = YAMLNode(
      content: flow.isSequence ? .sequence(items) : .mapping(entries),
      range: ByteRange(flow.open, max(at, flow.open + 1)))
    node.isFlow = true
    return node
  }

  /// One collection while it is read.
  struct Flow {
    let open: Int
    /// Where the line of the opening bracket ends.
    let openLineEnd: Int
    let isSequence: Bool
    var isOpen = true
    var toldIndentation = false
    var toldComma = false

    var closer: UInt8 { isSequence ? UInt8(ascii: "]") : UInt8(ascii: "}") }
  }

  private mutating func closes(_ flow: inout Flow) -> Bool {
    if at >= end {
      recoverUnclosedBracket(&flow, at: end)
      return true
    }
    guard bytes[at] == flow.closer else { return false }
    at += 1
    flow.isOpen = false
    return true
  }

  /// Skips to the next token, unless the lines below show that the closing bracket is missing.
  private mutating func skipFlowGap(parent: Int, _ flow: inout Flow) {
    let lineBefore = lineStart
    let start = at
    let contentBefore = lineContent
    let commentCount = comments.count
    let gap = skipGap()
    if byte(at) == UInt8(ascii: "#"), gap.isEmpty {
      report(.badComment, ByteRange(at, lineEnd(at)))
      skipLine()
      skipFlowGap(parent: parent, &flow)
      return
    }
    guard gap.crossedLine, at < end else { return }
    var spaces = lineStart
    while spaces < at, bytes[spaces] == 0x20 { spaces += 1 }
    guard spaces - lineStart <= parent else { return }
    if isBareKey(at) {
      comments.removeSubrange(commentCount...)
      at = start
      lineStart = lineBefore
      lineContent = contentBefore
      recoverUnclosedBracket(&flow, at: start)
    } else if spaces < at {
      report(.tab, ByteRange(spaces, at), subject: ByteRange(lineStart, lineEnd(at)))
    } else if !flow.toldIndentation, bytes[at] != flow.closer {
      // A closing bracket under its key is so common that it counts as right.
      flow.toldIndentation = true
      report(
        .flowIndentation, ByteRange(at, lineEnd(at)), subject: ByteRange(flow.open, flow.open + 1))
    }
  }

  /// The comma before the next item, or what was typed for it.
  ///
  /// - Returns: whether the collection goes on.
  private mutating func takeSeparator(parent: Int, _ flow: inout Flow) -> Bool {
    if bytes[at] == UInt8(ascii: ",") {
      at += 1
      return true
    }
    return recoverSeparator(&flow)
  }

  // MARK: Items

  private mutating func flowItem(parent: Int, _ flow: inout Flow) -> YAMLNode {
    let start = at
    let line = lineStart
    if byte(at) == UInt8(ascii: "?"), isBlankOrBreak(at + 1) {
      at += 1
      skipFlowGap(parent: parent, &flow)
      return pair(flowPair(parent: parent, &flow), start)
    }
    let key = flowNode(parent: parent)
    let colon = skippingBlanks(at)
    guard lineStart == line, isFlowColon(at: colon, after: key) else { return key }
    at = colon + 1
    let value = flowValue(parent: parent, &flow)
    return pair(YAMLEntry(key: key, value: value, isDamaged: false), start)
  }

  private func pair(_ entry: YAMLEntry, _ start: Int) -> YAMLNode {
    var node = YAMLNode(content: .mapping([entry]), range: ByteRange(start, at))
    node.isFlow = true
    return node
  }

  private mutating func flowEntry(parent: Int, _ flow: inout Flow) -> YAMLEntry {
    if byte(at) == UInt8(ascii: "?"), isBlankOrBreak(at + 1) {
      at += 1
      skipFlowGap(parent: parent, &flow)
    }
    return flowPair(parent: parent, &flow)
  }

  private mutating func flowPair(parent: Int, _ flow: inout Flow) -> YAMLEntry {
    let count = problems.count
    let key = flowNode(parent: parent)
    skipFlowGap(parent: parent, &flow)
    var value = YAMLNode.empty(at: key.range.end)
    if flow.isOpen, isFlowColon(at: at, after: key) {
      at += 1
      value = flowValue(parent: parent, &flow)
    }
    return YAMLEntry(key: key, value: value, isDamaged: problems.count > count)
  }

  private mutating func flowValue(parent: Int, _ flow: inout Flow) -> YAMLNode {
    let start = at
    skipFlowGap(parent: parent, &flow)
    guard flow.isOpen, at < end, byte(at) != UInt8(ascii: ","), byte(at) != flow.closer else {
      return .empty(at: start)
    }
    return flowNode(parent: parent)
  }

  /// Whether the colon at `offset` ends a key: next to a quoted or bracketed key it needs no blank.
  private func isFlowColon(at offset: Int, after key: YAMLNode) -> Bool {
    guard byte(offset) == UInt8(ascii: ":") else { return false }
    if isBlankOrBreak(offset + 1) || isFlowIndicator(offset + 1) { return true }
    guard key.alias == nil else { return false }
    switch key.content {
    case .scalar(let scalar): return scalar.style != .plain
    case .sequence, .mapping: return true
    }
  }

  /// A node within brackets; an empty one before `,`, `:` or a closing bracket.
  private mutating func flowNode(parent: Int) -> YAMLNode {
    var properties = Properties()
    while byte(at) == UInt8(ascii: "&") || byte(at) == UInt8(ascii: "!") {
      guard readProperty(into: &properties, inFlow: true) else { break }
      skipGap()
    }
    let start = at
    switch byte(at) {
    case UInt8(ascii: "["), UInt8(ascii: "{"):
      return finish(flowCollection(parent: parent), properties)
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      return finish(quoted(parent: parent, inFlow: true), properties)
    case UInt8(ascii: "*"): return finish(alias(), properties)
    case UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"):
      return finish(.empty(at: at), properties)
    case UInt8(ascii: ":") where isBlankOrBreak(at + 1) || isFlowIndicator(at + 1):
      return finish(.empty(at: at), properties)
    default: break
    }
    if at >= end { return finish(.empty(at: at), properties) }
    if isReservedStart(inFlow: true) {
      report(
        .reservedStart, ByteRange(at, at + 1),
        subject: ByteRange(at, max(at + 1, plainEnd(from: at, inFlow: true))))
    }
    at = max(plainEnd(from: at, inFlow: true), at + 1)
    let first = YAMLNode(
      content: .scalar(YAMLScalar(text: string(start, at), style: .plain)),
      range: ByteRange(start, at))
    return finish(continuePlain(first, parent: parent, inFlow: true), properties)
  }
}
