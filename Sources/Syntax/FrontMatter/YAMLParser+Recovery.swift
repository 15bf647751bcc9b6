// What the writer meant where the grammar does not fit, and how to go on from there.
extension YAMLParser {
  // MARK: Lines

  /// Whether the line with content at `offset` is an implicit key.
  func isKeyLine(_ offset: Int) -> Bool {
    var i = offset
    let first = byte(i)
    if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") {
      i += 1
      while i < end, !isBreak(i), bytes[i] != first {
        i += bytes[i] == UInt8(ascii: "\\") ? 2 : 1
      }
      guard byte(i) == first else { return false }
      i += 1
    } else {
      guard !isBreak(i), first != UInt8(ascii: "#") else { return false }
      i = plainEnd(from: i, inFlow: false)
    }
    let colon = skippingBlanks(i)
    return colon > offset && byte(colon) == UInt8(ascii: ":") && isBlankOrBreak(colon + 1)
  }

  /// Whether the line with content at `offset` begins like a key of front matter, be it damaged.
  func isBareKey(_ offset: Int) -> Bool {
    FrontMatterLine(text: ByteRange(offset, lineEnd(offset)), next: offset).isKey(in: bytes)
  }

  /// Whether a line of plain text is the first of a mapping whose key is damaged.
  func startsBrokenMapping(_ start: Int, column: Int, isRoot: Bool) -> Bool {
    if isRoot, isBareKey(start) { return true }
    var i = lineEnd(start)
    var lines = 0
    while i < end, lines < 4 {
      let line = afterBreak(i)
      let content = skippingBlanks(line)
      i = lineEnd(content)
      if isBreak(content) || bytes[content] == UInt8(ascii: "#") { continue }
      if content - line == column, isKeyLine(content) { return true }
      lines += 1
    }
    return false
  }

  /// The rest of the line as the text it was probably meant to be.
  private mutating func restOfLine(from start: Int) -> YAMLNode {
    let stop = trimmingBlanks(start, lineEnd(start))
    at = max(at, stop)
    return YAMLNode(
      content: .scalar(YAMLScalar(text: string(start, stop), style: .plain)),
      range: ByteRange(start, stop))
  }

  // MARK: Values

  /// What may follow a complete value on its line: a comment. All else is reported.
  mutating func endOfValue() {
    guard !isAtLineContent else { return }
    let rest = skippingBlanks(at)
    guard !isBreak(rest) else { return }
    if byte(rest) == UInt8(ascii: "#") {
      let comment = ByteRange(rest, lineEnd(rest))
      comments.append(comment)
      if rest == at { report(.badComment, comment) }
    } else {
      report(.textAfterValue, ByteRange(rest, trimmingBlanks(rest, lineEnd(rest))))
    }
    at = lineEnd(rest)
  }

  /// `title: - text`, `title: ? text`.
  mutating func recoverInlineCollection() -> YAMLNode {
    let start = at
    let node = restOfLine(from: at)
    let last = node.range.end - 1
    if last > start, bytes[last] == UInt8(ascii: "\"") {
      report(.missingOpeningQuote, ByteRange(last, last + 1), subject: node.range)
    } else {
      let cause: YAMLProblem.Cause =
        bytes[start] == UInt8(ascii: "-") ? .itemAfterKey : .reservedStart
      report(cause, ByteRange(start, start + 1), subject: node.range)
    }
    return node
  }

  /// `title: @text`.
  mutating func recoverReservedStart() -> YAMLNode {
    let start = at
    let node = restOfLine(from: at)
    report(.reservedStart, ByteRange(start, start + 1), subject: node.range)
    at = max(at, min(start + 1, lineEnd(start)))
    return node
  }

  /// `title: AI: text`.
  mutating func recoverColonInValue(from start: Int) -> YAMLNode {
    let colon = skippingBlanks(at)
    let node = restOfLine(from: start)
    report(.colonInValue, ByteRange(colon, colon + 1), subject: node.range)
    return node
  }

  /// Looks at what follows a quoted or bracketed value on its line, and takes it in if it was meant
  /// to be part of it.
  mutating func recoverTail(of atom: YAMLNode, from start: Int) -> YAMLNode {
    let rest = skippingBlanks(at)
    if isBreak(rest) || rest > at && byte(rest) == UInt8(ascii: "#") { return atom }
    if lineContent == at { return atom }
    if byte(rest) == UInt8(ascii: "#") {
      report(.badComment, ByteRange(rest, lineEnd(rest)))
      at = lineEnd(rest)
      return atom
    }
    let stop = trimmingBlanks(rest, lineEnd(rest))
    let all = ByteRange(start, stop)
    at = lineEnd(rest)
    if bytes.skippingBlanks(from: rest, to: at) == at {
      report(.wideBlank, ByteRange(rest, at), subject: all)
      return atom
    }
    guard let scalar = atom.scalar, scalar.style != .plain else {
      report(.textAfterValue, ByteRange(rest, stop), subject: all)
      return atom
    }
    let last = bytes[stop - 1]
    if last == UInt8(ascii: "]"), byte(rest) == UInt8(ascii: ",") {
      report(.missingOpeningBracket, ByteRange(start, start + 1), subject: all)
      return atom
    }
    if last == bytes[start] || bytes.endsWithWideQuote(at: stop) {
      report(.unescapedQuote, ByteRange(atom.range.end - 1, atom.range.end), subject: all)
      let text = string(start + 1, max(start + 1, stop - 1))
      return YAMLNode(
        content: .scalar(YAMLScalar(text: text, style: scalar.style)), range: all)
    }
    report(.textAfterValue, ByteRange(rest, stop), subject: all)
    return YAMLNode(
      content: .scalar(YAMLScalar(text: string(start, stop), style: .plain)), range: all)
  }

  /// A quote that opens and is not closed where it should be: the text ends with its line.
  mutating func recoverUnclosedQuote(
    _ open: Int, line: Int, badEscape: ByteRange?, inFlow: Bool
  ) -> YAMLNode {
    var stop = trimmingBlanks(open + 1, lineEnd(open))
    at = lineEnd(open)
    lineStart = line
    let all = ByteRange(open, stop)
    if let badEscape, badEscape.start < stop {
      report(.badEscape, badEscape, subject: all)
    } else if stop > open + 2, bytes[stop - 1] == bytes[open], bytes[stop - 2] == UInt8(ascii: "\\")
    {
      report(.badEscape, ByteRange(stop - 2, stop), subject: all)
    } else {
      report(.unclosedQuote, ByteRange(open, open + 1), subject: all)
    }
    if bytes.endsWithWideQuote(at: stop) {
      stop -= 3
    } else if stop > open + 1, bytes[stop - 1] == bytes[open] {
      stop -= 1
    } else if inFlow, stop > open + 1,
      bytes[stop - 1] == UInt8(ascii: "]") || bytes[stop - 1] == UInt8(ascii: "}")
    {
      // The bracket was meant to close the list, not to be part of the text.
      stop -= 1
      at = stop
    }
    let isDouble = bytes[open] == UInt8(ascii: "\"")
    let text = decodeQuoted(open + 1, max(stop, open + 1), isDouble: isDouble)
    return YAMLNode(
      content: .scalar(YAMLScalar(text: text, style: isDouble ? .doubleQuoted : .singleQuoted)),
      range: ByteRange(open, stop))
  }

  // MARK: Brackets

  /// The lines below belong to another key, or there are none.
  mutating func recoverUnclosedBracket(_ flow: inout Flow, at offset: Int) {
    flow.isOpen = false
    let stop = trimmingBlanks(flow.open, flow.openLineEnd)
    report(
      .unclosedBracket, ByteRange(flow.open, flow.open + 1), subject: ByteRange(flow.open, stop))
    keepQuiet(until: offset)
  }

  /// Something else than a comma or the closing bracket follows an item.
  ///
  /// - Returns: whether the collection goes on.
  mutating func recoverSeparator(_ flow: inout Flow) -> Bool {
    if let comma = bytes.lengthOfWideComma(at: at) {
      if !flow.toldComma {
        report(.wrongComma, ByteRange(at, at + comma), subject: ByteRange(flow.open, lineEnd(at)))
      }
      flow.toldComma = true
      at += comma
      return true
    }
    let stop = trimmingBlanks(at, lineEnd(at))
    let subject = ByteRange(flow.open, stop)
    if let bracket = bytes.lengthOfWrongCloser(at: at), at + bracket == stop {
      report(.unclosedBracket, ByteRange(at, at + bracket), subject: subject)
      flow.isOpen = false
      at = stop
      return false
    }
    let before = at > 0 ? bytes[at - 1] : 0
    let isQuote = byte(at) == UInt8(ascii: "\"") || byte(at) == UInt8(ascii: "'")
    if before == UInt8(ascii: "\"") || before == UInt8(ascii: "'"), !isQuote {
      let quote = at - 1
      let endsWithComma = bytes[max(quote - 1, 0)] == UInt8(ascii: ",")
      report(
        endsWithComma ? .unclosedQuote : .unescapedQuote, ByteRange(quote, at), subject: subject)
    } else {
      var end = at + 1
      while end < stop, bytes[end] & 0xC0 == 0x80 { end += 1 }
      report(.missingComma, ByteRange(at, end), subject: subject)
      if isQuote { return true }
    }
    // What the items were meant to be is anyone's guess: go on behind the collection, of which what
    // is indented may be a part.
    flow.isOpen = false
    var rest = lineEnd(at)
    while rest < end, isBlank(afterBreak(rest)) { rest = lineEnd(afterBreak(rest)) }
    keepQuiet(until: rest)
    at = stop
    return false
  }
}

// MARK: - Entries

extension YAMLParser {
  /// A line of a mapping that is no entry as it stands.
  mutating func recoverEntry(column: Int, into entries: inout [YAMLEntry]) {
    let start = at
    let stop = trimmingBlanks(start, lineEnd(start))
    let line = ByteRange(start, stop)
    if let broken = brokenKey(start, stop) {
      report(broken.cause, broken.mark, subject: line)
      at = broken.mark.end
      let value = node(parent: column, role: .value)
      let key = YAMLNode(
        content: .scalar(YAMLScalar(text: string(broken.key.start, broken.key.end), style: .plain)),
        range: broken.key)
      entries.append(YAMLEntry(key: key, value: value, isDamaged: true))
      return
    }
    if let last = entries.last, isHeirOfMistake(last) {
      // The line is left over from the mistake in the entry above.
    } else if let last = entries.last?.value, let style = last.scalar?.style,
      style == .literal || style == .folded, last.scalar?.text.isEmpty == true
    {
      report(.blockIndentation, line, subject: last.range)
    } else {
      report(.notAnEntry, line)
    }
    skipStrayLines(column: column)
    if !entries.isEmpty { entries[entries.count - 1].isDamaged = true }
  }

  /// Whether `entry` has a mistake and ends on the line above.
  private func isHeirOfMistake(_ entry: YAMLEntry) -> Bool {
    guard let problem = problems.last(where: { !$0.isSuspicion }),
      problem.range.start >= entry.key.range.start
    else { return false }
    return afterBreak(lineEnd(max(entry.value.range.end, entry.key.range.end))) >= lineStart
  }

  /// Skips this line and those below up to the next key: they are one mistake.
  private mutating func skipStrayLines(column: Int) {
    at = lineEnd(at)
    while at < end {
      let line = afterBreak(at)
      let content = skippingBlanks(line)
      if isBreak(content), content >= end { return }
      if !isBreak(content), content - line <= column || isKeyLine(content) {
        guard content - line == column, !isKeyLine(content), !isBareKey(content) else { return }
      }
      at = lineEnd(content)
      lineStart = line
    }
  }

  private struct BrokenKey {
    var cause: YAMLProblem.Cause
    var key: ByteRange
    /// What stands where a colon and a blank should.
    var mark: ByteRange
  }

  /// A key whose colon is missing, glued to the value, or another mark.
  private func brokenKey(_ start: Int, _ stop: Int) -> BrokenKey? {
    var i = start
    let quote = byte(i) == UInt8(ascii: "\"") || byte(i) == UInt8(ascii: "'") ? byte(i) : nil
    if quote != nil { i += 1 }
    let nameStart = i
    while i < stop, bytes[i].isNameByte { i += 1 }
    let key = ByteRange(nameStart, i)
    guard key.length > 0, !bytes[key.start].isDigit, bytes[key.start] != UInt8(ascii: "-") else {
      return nil
    }
    if let quote, byte(i) == quote { i += 1 }
    let afterName = i
    i = bytes.skippingBlanks(from: i, to: stop)
    guard i < stop else { return nil }
    let isColon = bytes[i] == UInt8(ascii: ":")
    let length = isColon ? 1 : bytes.lengthOfWrongColon(at: i)
    if length > 0 {
      if isColon, bytes.starts(with: "//", at: i + 1) { return nil }
      let after = bytes.skippingBlanks(from: i + length, to: stop)
      return BrokenKey(
        cause: isColon ? .missingSpace : .wrongColon, key: key, mark: ByteRange(afterName, after))
    }
    let line = FrontMatterLine(text: ByteRange(start, stop), next: stop)
    guard i > afterName, line.startsWithCommonName(key, in: bytes) else { return nil }
    return BrokenKey(cause: .missingColon, key: key, mark: ByteRange(afterName, i))
  }
}

// MARK: - Marks that are typed for others

extension UInt8 {
  /// A byte of an ASCII key.
  fileprivate var isNameByte: Bool {
    self < 0x80 && isWordByte || self == UInt8(ascii: "_") || self == UInt8(ascii: "-")
      || self == UInt8(ascii: ".")
  }
}

extension [UInt8] {
  /// Whether a Chinese or typographic quote ends at `offset`.
  package func endsWithWideQuote(at offset: Int) -> Bool {
    ["”", "“", "’", "‘", "」", "』", "＂"].contains { quote in
      offset >= 3 && quote.utf8.elementsEqual(self[(offset - 3)..<offset])
    }
  }

  fileprivate func lengthOfWideComma(at offset: Int) -> Int? {
    if offset < count, self[offset] == UInt8(ascii: ";") { return 1 }
    let isComma =
      starts(with: "，", at: offset) || starts(with: "、", at: offset)
      || starts(with: "；", at: offset) || starts(with: "﹐", at: offset)
    return isComma ? 3 : nil
  }

  fileprivate func lengthOfWrongCloser(at offset: Int) -> Int? {
    guard offset < count else { return nil }
    switch self[offset] {
    case UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: ")"), UInt8(ascii: ">"): return 1
    default: break
    }
    let isCloser =
      starts(with: "】", at: offset) || starts(with: "）", at: offset)
      || starts(with: "］", at: offset) || starts(with: "」", at: offset)
      || starts(with: "｝", at: offset) || starts(with: "》", at: offset)
      || starts(with: "〕", at: offset) || starts(with: "』", at: offset)
    return isCloser ? 3 : nil
  }

  fileprivate func lengthOfWrongColon(at offset: Int) -> Int {
    guard offset < count else { return 0 }
    switch self[offset] {
    case UInt8(ascii: "="), UInt8(ascii: ";"): return 1
    default: break
    }
    let isColon =
      starts(with: "：", at: offset) || starts(with: "∶", at: offset)
      || starts(with: "﹕", at: offset) || starts(with: "︰", at: offset)
      || starts(with: "；", at: offset) || starts(with: "＝", at: offset)
    return isColon ? 3 : 0
  }
}
