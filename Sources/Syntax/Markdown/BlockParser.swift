/// Makes blocks of lines, as CommonMark 0.31.2 (appendix, "Phase 1: block structure") tells.
///
/// A stack of frames holds the blocks from the document to the one last begun. The first
/// `openCount` of them can still take lines; those above are closed, and become a `Block` when it
/// is known where the next one begins.
struct BlockParser {
  let bytes: [UInt8]
  var frames: [Frame] = []
  var openCount = 0
  var leaf = Leaf()
  /// Finished children of all frames; each frame knows where its own begin.
  var finished: [Block] = []
  /// Set while a tree is brought up to date with an edit.
  var reuse: Reuse?
  /// Whether a leaf with link reference definitions was made.
  var madeDefinitions = false

  // The line at hand.
  var lineStart = 0
  /// Without line ending.
  var lineEnd = 0
  var nextLine: Int
  /// Where the line before ends, without line ending.
  var previousEnd = 0
  /// Where this line ends for the blocks that it ends: a heading drops its closing sequence.
  var ownEnd = 0
  /// The next byte to look at, and its column.
  var offset = 0
  var column = 0
  var firstNonblank = 0
  var firstNonblankColumn = 0
  /// The byte at `offset` is a tab of which some columns are used up.
  var isInTab = false
  /// No thematic break begins before this offset.
  var noBreakBefore = 0

  /// Containers within containers beyond this are text: bounds recursion and the work per line.
  static let maximumDepth = 200

  init(_ bytes: [UInt8], from start: Int) {
    self.bytes = bytes
    nextLine = start
    previousEnd = start
  }

  static func parse(_ bytes: [UInt8], from start: Int) -> Block {
    var parser = BlockParser(bytes, from: start)
    parser.frames.reserveCapacity(16)
    parser.finished.reserveCapacity(bytes.count / 100)
    parser.frames.append(Frame(kind: .document, start: start, inset: start, firstChild: 0))
    parser.openCount = 1
    while parser.nextLine < bytes.count { parser.readLine() }
    return parser.finish()
  }

  /// Closes all blocks at the end of the text.
  mutating func finish() -> Block {
    close(to: 0)
    while frames.count > 1 { seal(at: bytes.count, followedBy: emptyTail) }
    let tail = emptyTail
    return makeContainer(frames.removeLast(), end: bytes.count, tail: tail)
  }
}

// MARK: - Lines

extension BlockParser {
  @inline(__always)
  func byte(_ i: Int) -> UInt8 { i < lineEnd ? bytes[i] : 0x0A }

  var indent: Int { firstNonblankColumn - column }
  var isBlank: Bool { firstNonblank >= lineEnd }
  var isIndented: Bool { indent >= 4 }

  /// Steps to the next line.
  @inline(__always)
  private mutating func advanceLine() {
    lineStart = nextLine
    var i = ByteSearch.lineEnding(in: bytes, from: lineStart)
    let count = bytes.count
    lineEnd = i
    ownEnd = i
    if i < count {
      i += 1
      if bytes[i - 1] == 0x0D && i < count && bytes[i] == 0x0A { i += 1 }
    }
    nextLine = i
    offset = lineStart
    column = 0
    isInTab = false
    noBreakBefore = lineStart
    findNonblank()
  }

  mutating func findNonblank() {
    var i = offset
    var at = column
    while i < lineEnd {
      let byte = bytes[i]
      if byte == 0x20 { at += 1 } else if byte == 0x09 { at += 4 - at & 3 } else { break }
      i += 1
    }
    firstNonblank = i
    firstNonblankColumn = at
  }

  mutating func advanceToNonblank() {
    offset = firstNonblank
    column = firstNonblankColumn
    isInTab = false
  }

  /// Steps over `count` columns of blanks; a tab may be used up in part.
  mutating func advance(columns count: Int) {
    var rest = count
    while rest > 0 && offset < lineEnd {
      if bytes[offset] == 0x09 {
        let width = 4 - column & 3
        if width > rest {
          column += rest
          isInTab = true
          return
        }
        column += width
        rest -= width
      } else {
        column += 1
        rest -= 1
      }
      isInTab = false
      offset += 1
    }
  }

  /// Steps over `count` bytes, none of them a tab.
  mutating func advance(bytes count: Int) {
    offset += count
    column += count
    isInTab = false
  }

  mutating func readLine() {
    advanceLine()
    let wasOpen = openCount
    guard let matched = matchOpenBlocks() else { return }
    if isBlank && !endsInLiteral(matched) {
      readBlank(matched)
    } else if !openNewBlocks(matched, allMatched: matched == wasOpen) {
      addText(matched)
    }
    previousEnd = ownEnd
  }
}

// MARK: - Step 1: which open blocks go on

extension BlockParser {
  /// How many frames the line continues; `nil` when it was a closing fence.
  private mutating func matchOpenBlocks() -> Int? {
    var matched = 1
    while matched < openCount {
      switch frames[matched].kind {
      case .blockQuote:
        guard !isIndented, byte(firstNonblank) == 0x3E else { return matched }
        skipQuoteMarker()
      case .item(let needed):
        if indent >= needed {
          advance(columns: needed)
        } else if isBlank && hasChildren(matched) {
          advanceToNonblank()
        } else {
          return matched
        }
        findNonblank()
      case .indentedCode:
        if isIndented {
          advance(columns: 4)
        } else if isBlank {
          advanceToNonblank()
        } else {
          return matched
        }
      case .fencedCode(let fence):
        if !isIndented, byte(firstNonblank) == fence.character, closes(fence) {
          closeFence(matched, fence)
          return nil
        }
        skipFenceIndent(fence.indent)
      case .htmlBlock(let start, _):
        if start >= 6 && isBlank { return matched }
      case .paragraph:
        if isBlank { return matched }
      default: break
      }
      matched += 1
    }
    return matched
  }

  mutating func skipQuoteMarker() {
    advanceToNonblank()
    advance(bytes: 1)
    let next = byte(offset)
    if offset < lineEnd && (next == 0x20 || next == 0x09) { advance(columns: 1) }
    findNonblank()
  }

  private func closes(_ fence: CodeFence) -> Bool {
    var i = firstNonblank
    while byte(i) == fence.character { i += 1 }
    return i - firstNonblank >= fence.length && isBlank(from: i)
  }

  private mutating func closeFence(_ index: Int, _ fence: CodeFence) {
    frames[index].kind = .fencedCode(
      CodeFence(
        character: fence.character, length: fence.length, indent: fence.indent, isClosed: true))
    previousEnd = lineEnd
    close(to: index)
  }

  private mutating func skipFenceIndent(_ count: Int) {
    var rest = count
    while rest > 0 && offset < lineEnd && (bytes[offset] == 0x20 || bytes[offset] == 0x09) {
      advance(columns: 1)
      rest -= 1
    }
  }

  func isBlank(from start: Int) -> Bool {
    var i = start
    while i < lineEnd && (bytes[i] == 0x20 || bytes[i] == 0x09) { i += 1 }
    return i >= lineEnd
  }

  /// Whether the innermost matched block takes lines as they are.
  private func endsInLiteral(_ matched: Int) -> Bool {
    switch frames[matched - 1].kind {
    case .indentedCode, .fencedCode, .htmlBlock: true
    default: false
    }
  }
}

// MARK: - Step 3: what the line holds

extension BlockParser {
  private mutating func readBlank(_ matched: Int) {
    let inner = matched - 1
    if matched < frames.count { frames[matched].noteBlankAfter() }
    for i in 0..<inner { frames[i].blanks.lastLine = false }
    if case .item = frames[inner].kind {
      frames[inner].blanks.lastLine = hasChildren(inner) || frames[inner].start != lineStart
    }
    close(to: matched)
  }

  private mutating func addText(_ matched: Int) {
    for i in 0..<matched { frames[i].blanks.lastLine = false }
    let inner = matched - 1
    if matched < openCount, frames[openCount - 1].isParagraph {
      if reuse != nil && meetsOldLeaf() { return }
      // A lazy continuation line. It keeps its indentation, which only code and a backslash at
      // the end of the line above let show.
      continueLeaf()
      return
    }
    close(to: matched)
    if frames[inner].isParagraph { advanceToNonblank() }
    if reuse != nil && inner == openCount - 1 && !frames[inner].kind.isContainer && meetsOldLeaf() {
      return
    }
    switch frames[inner].kind {
    case .paragraph:
      continueLeaf()
    case .indentedCode:
      frames[inner].blanks.after = isBlank
      continueLeaf()
    case .fencedCode:
      continueLeaf()
    case .htmlBlock(let start, _):
      frames[inner].blanks.after = isBlank
      continueLeaf()
      closeHTMLBlock(start)
    default:
      advanceToNonblank()
      guard beginChild(.paragraph, at: offset) else { return }
      beginLeaf()
    }
  }

  /// Closes the HTML block on top when the line meets its end condition.
  mutating func closeHTMLBlock(_ start: Int) {
    guard start <= 5, endsHTMLBlock(start) else { return }
    let index = frames.count - 1
    frames[index].kind = .htmlBlock(start: start, isClosed: true)
    previousEnd = lineEnd
    close(to: index)
  }
}
