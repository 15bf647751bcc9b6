/// Finds the fences of a front matter, and the ones that were meant.
struct FenceScanner {
  private let bytes: [UInt8]
  private var problems: [FenceProblem] = []
  /// The furthest byte looked at.
  private var seen = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Text lines allowed above an opening fence that does not stand at the start.
  private static let linesBeforeOpening = 12
  /// Bytes searched for the closing fence of front matter that does not start with a key.
  private static let longestOddContent = 8192

  mutating func scan() -> FrontMatter {
    let start = bytes.starts(with: Self.byteOrderMark) ? 3 : 0
    guard let opening = findOpening(from: start) else {
      return FrontMatter(absentIn: bytes, bodyStart: start, lookaheadEnd: max(seen, 3))
    }
    if start > 0 { report(.byteOrderMark, opening: true, ByteRange(0, start), first: true) }

    var result = FrontMatter(absentIn: bytes, bodyStart: start, lookaheadEnd: 0)
    result.isPresent = true
    result.opening = opening.range
    let end = findEnd(from: opening.contentStart)
    if end.closing == nil {
      let place = opening.range ?? ByteRange(opening.contentStart, opening.contentStart)
      report(.unclosed, opening: false, place)
    }
    result.content = ByteRange(end.contentStart, end.contentEnd)
    result.closing = end.closing
    result.bodyStart = end.bodyStart
    result.lookaheadEnd = max(seen, end.bodyStart)
    result.fenceProblems = problems
    return result
  }

  static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  private mutating func report(
    _ kind: FenceProblem.Kind, opening: Bool, _ range: ByteRange, first: Bool = false
  ) {
    let problem = FenceProblem(kind: kind, isOpening: opening, range: range)
    if first { problems.insert(problem, at: 0) } else { problems.append(problem) }
  }

  private mutating func line(at offset: Int) -> FrontMatterLine? {
    guard let line = FrontMatterLine(in: bytes, at: offset) else {
      seen = bytes.count + 1
      return nil
    }
    seen = max(seen, line.next)
    if line.next == bytes.count { seen = bytes.count + 1 }
    return line
  }
}

// MARK: - Opening

extension FenceScanner {
  private struct Opening {
    var range: ByteRange?
    var contentStart: Int
  }

  private mutating func findOpening(from start: Int) -> Opening? {
    var at = start
    var blanks = false
    while let line = line(at: at), line.isBlank(in: bytes) {
      blanks = true
      at = line.next
    }
    guard let first = line(at: at) else { return nil }

    if let fence = first.fence(in: bytes), let opening = accept(fence, of: first, isFirst: !blanks)
    {
      if blanks {
        report(.blankBeforeOpening, opening: true, ByteRange(start, first.start), first: true)
      }
      return opening
    }
    if let opening = openingBelowText(from: at) { return opening }
    guard hasBareKeys(from: at) else { return nil }
    report(.missingOpening, opening: true, first.text)
    return Opening(range: nil, contentStart: at)
  }

  /// A fence opens front matter when keys follow; `---` on the first line also when it is closed.
  private mutating func accept(
    _ fence: FrontMatterLine.Fence, of line: FrontMatterLine, isFirst: Bool
  )
    -> Opening?
  {
    if fence.rest.isEmpty {
      let keyFollows = keyFollows(below: line)
      let isExact = isFirst && fence.shape == .exact && fence.marks.start == line.start
      guard keyFollows || isExact && closes(from: line.next) else { return nil }
    } else {
      guard FrontMatterLine(text: fence.rest, next: line.next).isKey(in: bytes) else { return nil }
      report(.textOnFence, opening: true, fence.rest)
      return Opening(range: fence.marks, contentStart: fence.rest.start)
    }
    reportShape(of: fence, line, isOpening: true)
    return Opening(range: fence.marks, contentStart: line.next)
  }

  /// A key on the next line, or a usual one right below comments.
  private mutating func keyFollows(below line: FrontMatterLine) -> Bool {
    var at = line.next
    while let next = self.line(at: at) {
      if !next.isHeading(in: bytes) {
        let isFirst = at == line.next
        return isFirst ? next.isKey(in: bytes) : next.startsWithCommonKey(in: bytes)
      }
      at = next.next
    }
    return false
  }

  private mutating func reportShape(
    of fence: FrontMatterLine.Fence, _ line: FrontMatterLine, isOpening: Bool
  ) {
    if fence.marks.start > line.start {
      report(.indented, opening: isOpening, ByteRange(line.start, fence.marks.start))
    }
    switch fence.shape {
    case .exact: break
    case .damaged: report(.damaged, opening: isOpening, fence.marks)
    case .documentEnd: report(.documentEnd, opening: isOpening, fence.marks)
    }
    if fence.rest.isEmpty, fence.marks.end < line.end {
      report(.trailingSpace, opening: isOpening, ByteRange(fence.marks.end, line.end))
    }
  }

  /// Whether a closing `---` comes before text that is evidently the body.
  private mutating func closes(from start: Int) -> Bool {
    var at = start
    var keys = 0
    var isLoose = false
    while at - start < Self.longestOddContent, let line = line(at: at) {
      if let fence = line.fence(in: bytes), fence.shape == .exact {
        return keys > 0 || !isLoose
      }
      if line.isKey(in: bytes) { keys += 1 }
      if line.isHeading(in: bytes) || line.isBlank(in: bytes) { isLoose = true }
      if isLoose, keys == 0, line.isProse(in: bytes) { return false }
      at = line.next
    }
    return false
  }

  /// `---` some lines down, followed by keys up to another `---`.
  private mutating func openingBelowText(from start: Int) -> Opening? {
    var at = start
    var lines = 0
    while lines < Self.linesBeforeOpening, let line = line(at: at) {
      if lines > 0, let fence = line.fence(in: bytes), fence.shape == .exact,
        fence.rest.isEmpty, hasKeysUpToFence(line.next)
      {
        report(.textBeforeOpening, opening: true, ByteRange(start, line.start))
        return Opening(range: fence.marks, contentStart: line.next)
      }
      lines += 1
      at = line.next
    }
    return nil
  }

  /// Two keys at once, then nothing but YAML until a fence.
  private mutating func hasKeysUpToFence(_ start: Int) -> Bool {
    var at = start
    var keys = 0
    while let line = line(at: at) {
      if line.fence(in: bytes) != nil { return keys >= 2 }
      if line.isKey(in: bytes) {
        keys += 1
      } else if keys < 2 || line.isProse(in: bytes) {
        return false
      }
      at = line.next
    }
    return false
  }

  /// Keys from the first line on, `title` or `date` among them.
  private mutating func hasBareKeys(from start: Int) -> Bool {
    var at = start
    var keys = 0
    var isKnown = false
    while let line = line(at: at), line.isKey(in: bytes) {
      keys += 1
      isKnown = isKnown || line.startsWithCommonKey(in: bytes)
      at = line.next
    }
    return keys >= 2 && isKnown
  }
}

// MARK: - End

extension FenceScanner {
  private struct End {
    var closing: ByteRange?
    var contentStart: Int
    var contentEnd: Int
    var bodyStart: Int
  }

  /// What the lines since the first sign of a body amount to.
  private struct BodySign {
    var start: Int
    var headings = 0
    var prose = 0
    var keys = 0
    var blanks = 0

    /// More text than keys, or several headings: a `---` below is a thematic break of the body.
    var isBody: Bool {
      prose > 0 && prose + headings > keys || headings > 1 && keys == 0 && blanks > 0
    }
    var isBeyondDoubt: Bool { prose > 3 && prose > 2 * keys }
  }

  private mutating func findEnd(from start: Int) -> End {
    var at = start
    var contentStart = start
    var lastText = start
    var afterBlank = false
    var hasKeys = false
    var state = OpenState()
    var sign: BodySign?
    while let line = line(at: at) {
      if let fence = line.fence(in: bytes), sign?.isBody != true,
        let end = close(with: fence, of: line, contentStart: &contentStart, isInside: state.isOpen)
      {
        return end
      }
      let isBlank = line.isBlank(in: bytes)
      if isBlank {
        sign?.blanks += 1
      } else if !state.isInside(line, in: bytes) {
        classify(
          line, afterBlank: afterBlank, hasKeys: hasKeys, endOfContent: lastText, into: &sign)
        if !hasKeys { hasKeys = line.isKey(in: bytes) }
      }
      if sign?.isBeyondDoubt == true { break }
      if !isBlank && sign == nil { lastText = line.next }
      afterBlank = isBlank
      at = line.next
    }
    let end = sign.map { $0.isBody || $0.keys == 0 ? $0.start : bytes.count } ?? bytes.count
    return End(closing: nil, contentStart: contentStart, contentEnd: end, bodyStart: end)
  }

  private func classify(
    _ line: FrontMatterLine, afterBlank: Bool, hasKeys: Bool, endOfContent: Int,
    into sign: inout BodySign?
  ) {
    if line.isHeading(in: bytes) {
      // Before the first key it is a comment.
      if sign == nil, hasKeys { sign = BodySign(start: endOfContent) }
      sign?.headings += 1
    } else if sign == nil {
      if afterBlank, line.isProse(in: bytes) {
        sign = BodySign(start: endOfContent)
        sign?.prose = 1
      }
    } else if line.isProse(in: bytes) {
      sign?.prose += 1
    } else if line.isKey(in: bytes) {
      sign?.keys += 1
    }
  }

  private mutating func close(
    with fence: FrontMatterLine.Fence, of line: FrontMatterLine, contentStart: inout Int,
    isInside: Bool
  ) -> End? {
    let follower = followingText(from: line.next)
    let keyFollows = follower?.isKey(in: bytes) ?? false
    let isExact = fence.shape == .exact && fence.marks.start == line.start && fence.rest.isEmpty
    if isExact {
      if line.start == contentStart, keyFollows {
        report(.repeated, opening: true, fence.marks)
        contentStart = line.next
        return nil
      }
    } else if !fence.rest.isEmpty {
      guard bytes[fence.rest.start] == UInt8(ascii: "#") else { return nil }
      report(.textOnFence, opening: false, fence.rest)
      return End(
        closing: fence.marks, contentStart: contentStart, contentEnd: line.start,
        bodyStart: fence.rest.start)
    } else {
      guard isMeant(fence, follower: follower, isInside: isInside) else { return nil }
    }
    reportShape(of: fence, line, isOpening: false)
    return End(
      closing: fence.marks, contentStart: contentStart, contentEnd: line.start, bodyStart: line.next
    )
  }

  /// Whether a damaged fence was meant to close: the body follows, as far as one line shows.
  private func isMeant(
    _ fence: FrontMatterLine.Fence, follower: FrontMatterLine?, isInside: Bool
  ) -> Bool {
    guard let follower else { return fence.count > 1 }
    if follower.isHeading(in: bytes) { return true }
    guard fence.count > 1, !isInside else { return false }
    return follower.isProse(in: bytes) || fence.count > 2 && follower.isItem(in: bytes)
  }

  private mutating func followingText(from start: Int) -> FrontMatterLine? {
    var at = start
    var lines = 0
    while lines < 4, let line = line(at: at) {
      if !line.isBlank(in: bytes) { return line }
      lines += 1
      at = line.next
    }
    return nil
  }
}

/// Whether a line continues a quoted scalar or a flow collection that an earlier line opened.
private struct OpenState {
  private(set) var quote: UInt8?
  private var brackets = 0

  var isOpen: Bool { quote != nil || brackets > 0 }

  /// Takes in one line and says whether it began inside.
  mutating func isInside(_ line: FrontMatterLine, in bytes: [UInt8]) -> Bool {
    let wasOpen = isOpen
    if let value = line.valueStart(in: bytes) {
      let isQuotedText = quote != nil && !line.startsWithCommonKey(in: bytes)
      if !isQuotedText {
        quote = nil
        brackets = 0
        scanValue(value, line.end, in: bytes)
        return false
      }
    }
    if wasOpen { scan(line.start, line.end, in: bytes) }
    return wasOpen
  }

  private mutating func scanValue(_ start: Int, _ end: Int, in bytes: [UInt8]) {
    guard start < end else { return }
    switch bytes[start] {
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "["), UInt8(ascii: "{"):
      scan(start, end, in: bytes)
    default: break
    }
  }

  private mutating func scan(_ start: Int, _ end: Int, in bytes: [UInt8]) {
    var i = start
    while i < end {
      let byte = bytes[i]
      if let open = quote {
        if byte == UInt8(ascii: "\\"), open == UInt8(ascii: "\"") {
          i += 1
        } else if byte == open {
          quote = nil
        }
      } else {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
          if i == start || !bytes[i - 1].isWordByte { quote = byte }
        case UInt8(ascii: "["), UInt8(ascii: "{"): brackets += 1
        case UInt8(ascii: "]"), UInt8(ascii: "}"): brackets -= brackets > 0 ? 1 : 0
        default: break
        }
      }
      i += 1
    }
  }
}
