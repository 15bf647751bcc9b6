/// Prints a block tree as `cmark -t xml` does: the DTD of CommonMark, element for element.
package struct XMLPrinter {
  private let tree: BlockTree
  private let bytes: [UInt8]
  /// The lines of the body; `nil` when no positions are wanted.
  private let body: Text?
  private var output: [UInt8] = []
  private var indentation = 0
  /// Where the last ATX heading ends: without a closing sequence.
  private var headingEnd = -1

  /// The XML of `tree`, which is that of `bytes`, in UTF-8.
  ///
  /// - Parameter sourcepos: Whether block elements say where they stand: lines and byte columns
  ///   from 1, counted from the start of the body, ends inclusive. They follow the reference
  ///   implementation where it departs from what a reader would expect.
  package static func print(
    _ tree: BlockTree, of bytes: [UInt8], sourcepos: Bool = false
  ) -> [UInt8] {
    var printer = XMLPrinter(tree, bytes, sourcepos)
    printer.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    printer.write("<!DOCTYPE document SYSTEM \"CommonMark.dtd\">\n")
    printer.printBlock(tree.root, at: tree.start)
    return printer.output
  }

  private init(_ tree: BlockTree, _ bytes: [UInt8], _ sourcepos: Bool) {
    self.tree = tree
    self.bytes = bytes
    body = sourcepos ? Text(Array(bytes[tree.start...])) : nil
  }
}

// MARK: - Blocks

extension XMLPrinter {
  // The depth of a tree is bounded by the parser.
  private mutating func printBlock(_ block: Block, at start: Int) {
    switch block.kind {
    case .definitions: return
    case .document:
      open("document", block, start)
      write(" xmlns=\"http://commonmark.org/xml/1.0\"")
      printChildren(of: block, at: start, "document")
    case .blockQuote:
      open("block_quote", block, start)
      printChildren(of: block, at: start, "block_quote")
    case .list(let style):
      open("list", block, start)
      switch style {
      case .bullet: write(" type=\"bullet\"")
      case .ordered(let number, let delimiter):
        write(" type=\"ordered\" start=\"\(number)\"")
        write(" delimiter=\"\(delimiter == 0x2E ? "period" : "paren")\"")
      }
      write(" tight=\"\(block.isTight)\"")
      printChildren(of: block, at: start, "list")
    case .item:
      open("item", block, start)
      printChildren(of: block, at: start, "item")
    case .heading(let level, _):
      open("heading", block, start)
      write(" level=\"\(level)\"")
      printInlines(of: block, at: start, "heading")
    case .paragraph:
      open("paragraph", block, start)
      printInlines(of: block, at: start, "paragraph")
    case .thematicBreak:
      open("thematic_break", block, start)
      write(" />\n")
    case .indentedCode, .fencedCode:
      open("code_block", block, start)
      printInfo(of: block, at: start)
      literal(block.literal(at: start, in: bytes)[...], "code_block")
    case .htmlBlock:
      open("html_block", block, start)
      literal(block.literal(at: start, in: bytes)[...], "html_block")
    }
  }

  /// The attribute is there as soon as anything follows the fence, be it a blank.
  private mutating func printInfo(of block: Block, at start: Int) {
    guard case .fencedCode(let fence) = block.kind else { return }
    let first = start + block.inset + fence.length
    guard first < bytes.count, bytes[first] != 0x0A, bytes[first] != 0x0D,
      let info = block.infoRange(at: start, in: bytes)
    else { return }
    attribute("info", LinkScanner.unescape(bytes, info))
  }

  private mutating func printChildren(of block: Block, at start: Int, _ name: StaticString) {
    guard block.children.contains(where: { $0.kind != .definitions }) else {
      write(" />\n")
      return
    }
    write(">\n")
    indentation += 2
    var childStart = start + block.content.start
    for child in block.children {
      printBlock(child, at: childStart)
      childStart += child.length
    }
    indentation -= 2
    close(name)
  }
}

// MARK: - Inlines

extension XMLPrinter {
  private mutating func printInlines(of leaf: Block, at start: Int, _ name: StaticString) {
    let inlines = tree.inlines(of: leaf, at: start, in: bytes)
    guard !inlines.isEmpty else {
      write(" />\n")
      return
    }
    write(">\n")
    indentation += 2
    // The elements still open, and the node at which each ends.
    var open: [(name: StaticString, end: Int)] = []
    var i = 0
    while i < inlines.count {
      while let last = open.last, last.end == i {
        indentation -= 2
        close(last.name)
        open.removeLast()
      }
      switch inlines.kind(i) {
      case .text, .escape, .entity:
        i = printText(inlines, from: i, to: open.last?.end ?? inlines.count)
        continue
      case .softBreak: element("softbreak")
      case .lineBreak: element("linebreak")
      case .code:
        begin("code")
        literal(inlines.value(i), "code")
      case .html:
        begin("html_inline")
        literal(inlines.value(i), "html_inline")
      case .emphasis: beginParent("emph", inlines, i, &open)
      case .strong: beginParent("strong", inlines, i, &open)
      case .link: beginParent("link", inlines, i, &open)
      case .image: beginParent("image", inlines, i, &open)
      case .delimiter, .bracket, .close: break
      }
      i += 1
    }
    while let last = open.popLast() {
      indentation -= 2
      close(last.name)
    }
    indentation -= 2
    close(name)
  }

  /// Neighbouring texts are one.
  private mutating func printText(_ inlines: Inlines, from first: Int, to end: Int) -> Int {
    var text: [UInt8] = []
    var i = first
    loop: while i < end {
      switch inlines.kind(i) {
      case .text, .escape, .entity: text += inlines.value(i)
      default: break loop
      }
      i += 1
    }
    begin("text")
    literal(text[...], "text")
    return i
  }

  private mutating func beginParent(
    _ name: StaticString, _ inlines: Inlines, _ node: Int,
    _ open: inout [(name: StaticString, end: Int)]
  ) {
    begin(name)
    if let link = inlines.link(node) {
      attribute("destination", link.target.destination)
      if let title = link.target.title { attribute("title", title) }
    }
    if inlines.next(node) == node + 1 {
      write(" />\n")
      return
    }
    write(">\n")
    indentation += 2
    open.append((name, inlines.next(node)))
  }
}

// MARK: - Elements

extension XMLPrinter {
  private mutating func begin(_ name: StaticString) {
    indent()
    output.append(0x3C)
    write(name.description)
  }

  private mutating func open(_ name: StaticString, _ block: Block, _ start: Int) {
    begin(name)
    guard let body else { return }
    let first = body.position(of: start - tree.start, in: .utf8)
    let last = end(of: block, start - tree.start, body)
    if case .heading = block.kind { headingEnd = start - tree.start + block.end }
    write(" sourcepos=\"\(first.line + 1):\(block.kind == .document ? 1 : block.inset + 1)")
    write("-\(last.line + 1):\(last.column)\"")
  }

  /// The last line (from 0) and the column (from 1) of the last byte on it.
  private func end(of block: Block, _ start: Int, _ body: Text) -> TextPosition {
    if body.count == 0 { return TextPosition(line: -1, column: 0) }
    let end = start + block.end
    let line = body.line(at: end)
    if block.kind.isClosedByNextLine, body.lineStart(line + 1) < body.count {
      return TextPosition(line: line + 1, column: body.lineRange(line + 1).length)
    }
    if case .htmlBlock(_, isClosed: true) = block.kind {
      // Closed while its last line is read: the line before counts.
      if line == 0 { return TextPosition(line: -1, column: 0) }
      let before = body.lineRange(line - 1)
      let column = before.touches(headingEnd) ? headingEnd - before.start : before.length
      return TextPosition(line: line - 1, column: column)
    }
    return TextPosition(line: line, column: end - body.lineStart(line))
  }

  /// No deeper than the reference implementation: what is nested ten thousand deep stays small.
  private mutating func indent() {
    output.append(contentsOf: repeatElement(0x20, count: min(indentation, Self.deepestIndent)))
  }

  private static let deepestIndent = 40

  private mutating func element(_ name: StaticString) {
    begin(name)
    write(" />\n")
  }

  private mutating func close(_ name: StaticString) {
    indent()
    write("</\(name)>\n")
  }

  private mutating func literal(_ text: ArraySlice<UInt8>, _ name: StaticString) {
    write(" xml:space=\"preserve\">")
    escape(text)
    write("</\(name)>\n")
  }

  private mutating func attribute(_ name: StaticString, _ value: [UInt8]) {
    write(" \(name)=\"")
    escape(value[...])
    write("\"")
  }

  private mutating func write(_ text: String) { output += Array(text.utf8) }

  /// What XML cannot hold becomes U+FFFD.
  private mutating func escape(_ text: ArraySlice<UInt8>) {
    var i = text.startIndex
    while i < text.endIndex {
      let byte = text[i]
      switch byte {
      case 0x26: write("&amp;")
      case 0x3C: write("&lt;")
      case 0x3E: write("&gt;")
      case 0x22: write("&quot;")
      case 0x09, 0x0A, 0x0D: output.append(byte)
      case 0x00..<0x20: write("\u{FFFD}")
      case 0xEF where text.endIndex - i > 2 && text[i + 1] == 0xBF && text[i + 2] >= 0xBE:
        write("\u{FFFD}")
        i += 2
      default: output.append(byte)
      }
      i += 1
    }
  }
}

extension BlockKind {
  /// Whether the reference implementation takes the line that closes the block for its last.
  fileprivate var isClosedByNextLine: Bool {
    switch self {
    case .heading(_, let isSetext): isSetext
    case .fencedCode(let fence): !fence.isClosed
    default: false
    }
  }
}
