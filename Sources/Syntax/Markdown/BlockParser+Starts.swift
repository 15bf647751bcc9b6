// MARK: - Step 2: which new blocks begin

extension BlockParser {
  /// Begins the blocks that begin on this line; `false` when there are none.
  ///
  /// - Parameter matched: how many open blocks the line continues.
  mutating func openNewBlocks(_ matched: Int, allMatched: Bool) -> Bool {
    if frames[matched - 1].isLiteral { return false }
    var container = matched
    var opened = false
    var mayBeLazy = frames[openCount - 1].isParagraph

    while firstNonblank < lineEnd {
      let first = bytes[firstNonblank]
      if isIndented {
        guard !mayBeLazy else { break }
        advance(columns: 4)
        guard begin(.indentedCode, &container, &opened, at: offset) else { return true }
        beginLeaf()
        return true
      }
      // Letters, digits without a delimiter and all that is not ASCII begin no block.
      if first >= 0x80 { break }
      switch first {
      case 0x3E where container < Self.maximumDepth:  // >
        let inset = firstNonblank
        guard begin(.blockQuote, &container, &opened, at: inset) else { return true }
        skipQuoteMarker()
        mayBeLazy = false
        continue
      case 0x23:  // #
        if let level = headingLevel() {
          beginHeading(level, &container, &opened)
          return true
        }
      case 0x60, 0x7E:  // ` ~
        if let length = openingFence(first) {
          let fence = CodeFence(
            character: first, length: length, indent: firstNonblank - offset, isClosed: false)
          if begin(.fencedCode(fence), &container, &opened, at: firstNonblank) {
            leaf = Leaf(emptyAt: nextLine)
          }
          return true
        }
      case 0x3C:  // <
        let inParagraph = !opened && frames[container - 1].isParagraph
        if let start = htmlBlockStart(interrupting: inParagraph || mayBeLazy) {
          let kind = BlockKind.htmlBlock(start: start, isClosed: false)
          if begin(kind, &container, &opened, at: firstNonblank) {
            beginLeaf()
            closeHTMLBlock(start)
          }
          return true
        }
      case 0x3D where !opened && frames[container - 1].isParagraph:  // =
        if let level = setextLevel(first) { return underline(level, container) }
      case 0x2D, 0x2A, 0x5F, 0x2B, 0x30...0x39:  // - * _ + digits
        let inParagraph = !opened && frames[container - 1].isParagraph
        if first == 0x2D, inParagraph, let level = setextLevel(first) {
          return underline(level, container)
        }
        if isThematicBreak(first) {
          if begin(.thematicBreak, &container, &opened, at: firstNonblank) { closeLine() }
          return true
        }
        guard container + 1 < Self.maximumDepth,
          let marker = listMarker(interrupting: inParagraph)
        else { break }
        guard beginItem(marker, &container, &opened) else { return true }
        mayBeLazy = false
        continue
      default: break
      }
      break
    }
    guard opened else { return false }
    if firstNonblank < lineEnd {
      advanceToNonblank()
      if begin(.paragraph, &container, &opened, at: offset) { beginLeaf() }
    }
    return true
  }

  /// Begins a block within the innermost of `container` frames, and closes what cannot go on.
  private mutating func begin(
    _ kind: BlockKind, _ container: inout Int, _ opened: inout Bool, at inset: Int
  ) -> Bool {
    if !opened {
      close(to: container)
      for i in 0..<container { frames[i].blanks.lastLine = false }
      opened = true
    }
    guard beginChild(kind, at: inset) else { return false }
    container = openCount
    return true
  }

  /// Marks the leaf that was just begun as ended with this line.
  private mutating func closeLine() {
    previousEnd = ownEnd
    close(to: openCount - 1)
  }
}

// MARK: - Headings and thematic breaks

extension BlockParser {
  private func headingLevel() -> Int? {
    var i = firstNonblank
    while byte(i) == 0x23 { i += 1 }
    let level = i - firstNonblank
    guard level <= 6, i >= lineEnd || bytes[i] == 0x20 || bytes[i] == 0x09 else { return nil }
    return level
  }

  private mutating func beginHeading(_ level: Int, _ container: inout Int, _ opened: inout Bool) {
    let kind = BlockKind.heading(level: level, isSetext: false)
    guard begin(kind, &container, &opened, at: firstNonblank) else { return }
    let marker = firstNonblank + level
    // Without trailing blanks, and without a closing sequence that stands apart.
    var end = trimmed(lineEnd)
    var hashes = end
    while hashes > lineStart && bytes[hashes - 1] == 0x23 { hashes -= 1 }
    if hashes < end && hashes > lineStart
      && (bytes[hashes - 1] == 0x20 || bytes[hashes - 1] == 0x09)
    {
      end = trimmed(hashes)
    }
    // As in the reference implementation, a lone marker counts for a closing sequence.
    if marker == lineEnd || !isBlank(from: marker) { ownEnd = end }
    var start = marker
    while start < end && (bytes[start] == 0x20 || bytes[start] == 0x09) { start += 1 }
    end = max(end, start)
    leaf = Leaf(start: start, end: end, next: nextLine)
    closeLine()
  }

  private func trimmed(_ end: Int) -> Int {
    var i = end
    while i > lineStart && Self.isSpace(bytes[i - 1]) { i -= 1 }
    return i
  }

  private func setextLevel(_ character: UInt8) -> Int? {
    var i = firstNonblank
    while byte(i) == character { i += 1 }
    guard isBlank(from: i) else { return nil }
    return character == 0x3D ? 1 : 2
  }

  /// Makes a heading of the paragraph on top, unless it holds nothing but definitions.
  private mutating func underline(_ level: Int, _ container: Int) -> Bool {
    guard resolveDefinitions() else { return false }
    for i in 0..<container { frames[i].blanks.lastLine = false }
    frames[container - 1].kind = .heading(level: level, isSetext: true)
    closeLine()
    return true
  }

  private mutating func isThematicBreak(_ character: UInt8) -> Bool {
    guard character == 0x2D || character == 0x2A || character == 0x5F,
      firstNonblank >= noBreakBefore
    else { return false }
    var count = 0
    var i = firstNonblank
    while i < lineEnd {
      let byte = bytes[i]
      if byte == character {
        count += 1
      } else if byte != 0x20 && byte != 0x09 {
        noBreakBefore = i
        return false
      }
      i += 1
    }
    if count < 3 { noBreakBefore = lineEnd }
    return count >= 3
  }

  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte >= 0x09 && byte <= 0x0D }
}

// MARK: - Code fences

extension BlockParser {
  private func openingFence(_ character: UInt8) -> Int? {
    var i = firstNonblank
    while byte(i) == character { i += 1 }
    let length = i - firstNonblank
    guard length >= 3 else { return nil }
    if character == 0x60 {
      while i < lineEnd {
        if bytes[i] == 0x60 { return nil }
        i += 1
      }
    }
    return length
  }
}

// MARK: - Lists

extension BlockParser {
  private struct Marker {
    var style: ListStyle
    /// Bytes.
    var width: Int
  }

  /// - Parameter interrupting: whether the line could go on with a paragraph.
  private func listMarker(interrupting: Bool) -> Marker? {
    var i = firstNonblank
    let first = bytes[i]
    let style: ListStyle
    if first == 0x2D || first == 0x2A || first == 0x2B {
      style = .bullet(first)
    } else {
      guard first >= 0x30 && first <= 0x39 else { return nil }
      var number = 0
      var digits = 0
      while digits < 9, byte(i) >= 0x30 && byte(i) <= 0x39 {
        number = number * 10 + Int(byte(i) - 0x30)
        digits += 1
        i += 1
      }
      if interrupting && number != 1 { return nil }
      let delimiter = byte(i)
      guard delimiter == 0x2E || delimiter == 0x29 else { return nil }
      style = .ordered(start: number, delimiter: delimiter)
    }
    i += 1
    guard Self.isSpace(byte(i)) else { return nil }
    if interrupting && isBlank(from: i) { return nil }
    return Marker(style: style, width: i - firstNonblank)
  }

  private mutating func beginItem(
    _ marker: Marker, _ container: inout Int, _ opened: inout Bool
  ) -> Bool {
    let inset = firstNonblank
    let markerIndent = indent
    advanceToNonblank()
    advance(bytes: marker.width)
    let saved = (offset, column, isInTab)
    while column - saved.1 <= 5, offset < lineEnd,
      bytes[offset] == 0x20 || bytes[offset] == 0x09
    {
      advance(columns: 1)
    }
    let blanks = column - saved.1
    var padding = marker.width + blanks
    if blanks >= 5 || blanks < 1 || offset >= lineEnd {
      // Content that begins with indented code, or no content.
      padding = marker.width + 1
      (offset, column, isInTab) = saved
      if blanks > 0 { advance(columns: 1) }
    }
    if !continuesList(container, marker.style) {
      guard begin(.list(marker.style), &container, &opened, at: inset) else { return false }
    }
    let item = BlockKind.item(indent: markerIndent + padding)
    guard begin(item, &container, &opened, at: inset) else { return false }
    findNonblank()
    return true
  }

  private func continuesList(_ container: Int, _ style: ListStyle) -> Bool {
    if case .list(let open) = frames[container - 1].kind { return open.continues(with: style) }
    return false
  }
}
