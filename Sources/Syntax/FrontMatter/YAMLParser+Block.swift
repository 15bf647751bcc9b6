// Block collections, and the nodes in them.
extension YAMLParser {
  /// What a node is to the one that holds it.
  enum Role {
    case root
    /// Of a sequence; a collection may begin on the same line.
    case item
    /// Of an explicit `?` or `:`; a collection may begin on the same line, too, and a sequence may
    /// stand at its column.
    case explicit
    /// Of an implicit key; a collection begins on a line of its own.
    case value
  }

  /// The node after an indicator, wherever it stands; an empty one where there is none.
  ///
  /// - Parameter parent: the column of the collection that holds the node; -1 at the root.
  mutating func node(parent: Int, role: Role) -> YAMLNode {
    let start = at
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else {
      report(.tooDeep, ByteRange(at, lineEnd(at)))
      at = end
      keepQuiet(until: end)
      return .empty(at: start)
    }

    var gap = skipGap()
    var outer = Properties()
    var inner = Properties()
    while true {
      guard at < end, belongs(to: parent, role) else {
        if !outer.merge(inner) { report(.badProperty, inner.range) }
        return finish(.empty(at: start), outer)
      }
      guard byte(at) == UInt8(ascii: "&") || byte(at) == UInt8(ascii: "!") else { break }
      let isFollowed = readProperty(into: &inner, inFlow: false)
      guard isFollowed else { break }
      gap = skipGap()
      if gap.crossedLine {
        if !outer.merge(inner) { report(.badProperty, inner.range) }
        inner = Properties()
      }
    }
    let isOwnLine = lineContent == (inner.start ?? at)
    let isCompact = role == .item || role == .explicit
    let holdsBlock = isOwnLine || isCompact && !gap.hasTab
    if isOwnLine { checkTabs(parent: parent) }
    let content = content(
      parent: parent, role: role, inner: inner, holdsBlock: holdsBlock, hasTab: gap.hasTab,
      isOwnLine: isOwnLine)
    return finish(content, outer)
  }

  /// Whether the line of `at` is indented enough to belong to a collection at column `parent`.
  private func belongs(to parent: Int, _ role: Role) -> Bool {
    if !isAtLineContent || column > parent { return true }
    return (role == .value || role == .explicit) && column == parent
      && isIndicator(UInt8(ascii: "-"))
  }

  /// Whether `at` has this indicator and a blank after it.
  func isIndicator(_ indicator: UInt8) -> Bool {
    byte(at) == indicator && isBlankOrBreak(at + 1)
  }

  private mutating func content(
    parent: Int, role: Role, inner: Properties, holdsBlock: Bool, hasTab: Bool, isOwnLine: Bool
  ) -> YAMLNode {
    let isCollection =
      isIndicator(UInt8(ascii: "-")) || isIndicator(UInt8(ascii: "?"))
      || isIndicator(UInt8(ascii: ":"))
    if isCollection, inner.start == nil || isIndicator(UInt8(ascii: ":")) {
      if !holdsBlock, role == .value || role == .root {
        return recoverInlineCollection()
      }
      if !holdsBlock { report(.tab, blanks(before: at)) }
      if isIndicator(UInt8(ascii: "-")) { return blockSequence(parent: parent) }
      return blockMapping(
        parent: parent, column: column(of: inner.start ?? at), first: nil, properties: inner)
    }
    if isCollection {
      report(.badProperty, inner.range)
      return isIndicator(UInt8(ascii: "-"))
        ? blockSequence(parent: parent)
        : blockMapping(parent: parent, column: column, first: nil, properties: Properties())
    }
    let first = byte(at)
    if first == UInt8(ascii: "|") || first == UInt8(ascii: ">") {
      return finish(blockScalar(parent: parent), inner)
    }

    let start = at
    let startLine = lineStart
    let atom = atom(parent: parent, properties: inner)
    if isKeyColon() {
      let keyStart = inner.start ?? start
      if lineStart != startLine {
        report(.multilineKey, ByteRange(start, at))
      } else if !holdsBlock {
        if role == .value || role == .root { return recoverColonInValue(from: start) }
        report(.tab, blanks(before: keyStart))
      }
      return blockMapping(
        parent: parent, column: keyStart - startLine, first: atom, properties: inner)
    }
    if atom.scalar?.style == .plain, atom.alias == nil {
      if isOwnLine, startsBrokenMapping(start, column: start - startLine, isRoot: role == .root) {
        at = start
        return blockMapping(
          parent: parent, column: start - startLine, first: nil, properties: Properties())
      }
      return finish(continuePlain(atom, parent: parent, inFlow: false), inner)
    }
    return finish(recoverTail(of: atom, from: start), inner)
  }

  /// A colon that ends an implicit key; blanks may stand before it.
  private mutating func isKeyColon() -> Bool {
    let colon = skippingBlanks(at)
    return byte(colon) == UInt8(ascii: ":") && isBlankOrBreak(colon + 1)
  }

  func column(of offset: Int) -> Int { offset - lineStart }

  func blanks(before offset: Int) -> ByteRange {
    var i = offset
    while i > lineStart, bytes[i - 1] == 0x20 || bytes[i - 1] == 0x09 { i -= 1 }
    return ByteRange(i, offset)
  }

  /// Tabs before a key or an item are indentation; before other content only as far as spaces are
  /// lacking.
  private mutating func checkTabs(parent: Int) {
    var i = lineStart
    while i < lineContent, bytes[i] == 0x20 { i += 1 }
    guard i < lineContent else { return }
    let isStructure =
      isIndicator(UInt8(ascii: "-")) || isIndicator(UInt8(ascii: "?")) || isKeyLine(lineContent)
    guard isStructure || i - lineStart <= parent else { return }
    reportTab(ByteRange(i, lineContent))
  }

  /// Reports the tabs of a line, and those of the lines below with the same tabs along with them.
  private mutating func reportTab(_ range: ByteRange) {
    let subject = ByteRange(lineStart, lineEnd(at))
    if let last = problems.last, last.cause == .tab, last.subject.end <= lineStart,
      afterBreak(last.subject.end) == lineStart
    {
      problems[problems.count - 1] = YAMLProblem(
        cause: .tab, range: last.range, subject: ByteRange(last.subject.start, subject.end),
        isSuspicion: false)
      return
    }
    report(.tab, range, subject: subject)
  }

  // MARK: Sequences

  private mutating func blockSequence(parent: Int) -> YAMLNode {
    let start = at
    let column = column
    var items: [YAMLNode] = []
    var stop = at
    while at < end, isIndicator(UInt8(ascii: "-")) {
      at += 1
      items.append(node(parent: column, role: .item))
      stop = max(stop, items.last?.range.end ?? at)
      endOfValue()
      skipGap()
      guard at < end else { break }
      if self.column == column { continue }
      // An item that stands between its neighbours and their key, or too deep.
      guard isIndicator(UInt8(ascii: "-")), self.column > parent,
        self.column > column || parent >= 0
      else {
        break
      }
      checkTabs(parent: parent)
      report(
        .indentation, ByteRange(lineStart, at), subject: ByteRange(lineStart, lineEnd(at)))
    }
    return YAMLNode(content: .sequence(items), range: ByteRange(start, stop))
  }

  // MARK: Mappings

  /// - Parameters:
  ///   - first: the first key, already read; `nil` when `at` is before it.
  ///   - properties: those of the first key.
  private mutating func blockMapping(
    parent: Int, column: Int, first: YAMLNode?, properties: Properties
  ) -> YAMLNode {
    var column = column
    let start = properties.start ?? first?.range.start ?? at
    var entries: [YAMLEntry] = []
    var pending = first.map { finish($0, properties) }
    var properties = first == nil ? properties : Properties()
    var oddColumn: Int?
    var stop = at
    while at < end {
      let count = problems.count
      if let key = pending {
        pending = nil
        at = skippingBlanks(at) + 1
        let value = node(parent: column, role: .value)
        entries.append(YAMLEntry(key: key, value: value, isDamaged: false))
      } else {
        entry(column: column, properties: properties, into: &entries)
        properties = Properties()
      }
      endOfValue()
      if problems.count > count, !entries.isEmpty { entries[entries.count - 1].isDamaged = true }
      stop = max(stop, entries.last?.value.range.end ?? stop)
      skipGap()
      guard at < end else { break }
      if self.column == column {
        oddColumn = nil
        if lineContent == at { checkTabs(parent: parent) }
        continue
      }
      guard self.column > parent else { break }
      if self.column > column, takesItems(entries), isIndicator(UInt8(ascii: "-")) {
        appendItems(to: &entries, parent: column)
        skipGap()
        if at >= end || self.column <= parent { break }
        if self.column == column { continue }
      }
      align(&column, oddColumn: &oddColumn, entries: &entries)
    }
    return YAMLNode(content: .mapping(entries), range: ByteRange(start, stop))
  }

  /// Reports a line that is indented unlike the entries above it, and reads on as if it were not.
  private mutating func align(
    _ column: inout Int, oddColumn: inout Int?, entries: inout [YAMLEntry]
  ) {
    defer { oddColumn = self.column }
    if oddColumn == self.column { return }
    let hasTab = bytes[lineStart..<at].contains(0x09)
    if hasTab {
      reportTab(ByteRange(lineStart, at))
    } else if self.column < column, entries.count == 1, let key = entries.first?.key {
      // The first key stands too deep, not all the others too far left.
      let line = key.range.start - column
      report(
        .indentation, ByteRange(line, key.range.start),
        subject: ByteRange(line, lineEnd(key.range.start)))
      entries[0].isDamaged = true
      column = self.column
    } else {
      report(
        .indentation, ByteRange(lineStart, at), subject: ByteRange(lineStart, lineEnd(at)))
    }
  }

  private func takesItems(_ entries: [YAMLEntry]) -> Bool {
    guard let value = entries.last?.value else { return false }
    return value.items != nil && !value.isFlow
  }

  /// Takes items that stand askew below a sequence for its own.
  private mutating func appendItems(to entries: inout [YAMLEntry], parent: Int) {
    report(.indentation, ByteRange(lineStart, at), subject: ByteRange(lineStart, lineEnd(at)))
    let more = blockSequence(parent: parent)
    guard let last = entries.last, let items = last.value.items, let new = more.items else {
      return
    }
    var value = last.value
    value.content = .sequence(items + new)
    value.range = ByteRange(value.range.start, more.range.end)
    entries[entries.count - 1] = YAMLEntry(key: last.key, value: value, isDamaged: true)
  }

  private mutating func entry(
    column: Int, properties: Properties, into entries: inout [YAMLEntry]
  ) {
    if isIndicator(UInt8(ascii: "?")) {
      at += 1
      let key = node(parent: column, role: .explicit)
      endOfValue()
      skipGap()
      var value = YAMLNode.empty(at: key.range.end)
      if at < end, self.column == column, isIndicator(UInt8(ascii: ":")) {
        at += 1
        value = node(parent: column, role: .explicit)
      }
      entries.append(YAMLEntry(key: key, value: value, isDamaged: false))
      return
    }
    if isIndicator(UInt8(ascii: ":")) {
      let key = finish(.empty(at: at), properties)
      at += 1
      let value = node(parent: column, role: .value)
      entries.append(YAMLEntry(key: key, value: value, isDamaged: false))
      return
    }
    let start = at
    if isIndicator(UInt8(ascii: "-")) {
      recoverEntry(column: column, into: &entries)
      return
    }
    var properties = Properties()
    while byte(at) == UInt8(ascii: "&") || byte(at) == UInt8(ascii: "!") {
      guard readProperty(into: &properties, inFlow: false), !isBreak(skippingBlanks(at)) else {
        break
      }
      at = skippingBlanks(at)
    }
    // An implicit key ends on its line.
    let (contentEnd, problemCount, commentCount) = (end, problems.count, comments.count)
    let wasQuietUntil = quietUntil
    end = lineEnd(at)
    let key =
      isIndicator(UInt8(ascii: ":")) ? .empty(at: at) : atom(parent: column, properties: properties)
    end = contentEnd
    guard isKeyColon() else {
      // What went wrong within is told by the line as a whole.
      problems.removeSubrange(problemCount...)
      comments.removeSubrange(commentCount...)
      quietUntil = wasQuietUntil
      at = start
      recoverEntry(column: column, into: &entries)
      return
    }
    at = skippingBlanks(at) + 1
    let finished = finish(key, properties)
    let value = node(parent: column, role: .value)
    entries.append(YAMLEntry(key: finished, value: value, isDamaged: false))
  }
}
