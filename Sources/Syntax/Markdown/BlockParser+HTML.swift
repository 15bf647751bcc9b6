/// HTML blocks, CommonMark 0.31.2 §4.6.
extension BlockParser {
  /// The start condition, 1 … 7, that the line meets.
  ///
  /// - Parameter interrupting: whether the line could go on with a paragraph, which the seventh
  ///   cannot interrupt.
  func htmlBlockStart(interrupting: Bool) -> Int? {
    let scanner = HTMLScanner(bytes: bytes, end: lineEnd)
    let i = firstNonblank + 1
    switch byte(i) {
    case 0x21:  // !
      if scanner.matches(HTMLScanner.commentStart, at: i + 1) { return 2 }
      if HTMLScanner.isLetter(byte(i + 1)) { return 4 }
      return scanner.matches(HTMLScanner.dataStart, at: i + 1) ? 5 : nil
    case 0x3F: return 3  // ?
    case 0x2F: break  // /
    case let first where HTMLScanner.isLetter(first):
      if let name = tagName(at: i), Self.literalNames.contains(name.text) {
        let after = byte(name.end)
        if HTMLScanner.isSpace(after) || after == 0x3E { return 1 }
      }
    default: return nil
    }
    let isClosing = byte(i) == 0x2F
    guard let name = tagName(at: isClosing ? i + 1 : i) else { return nil }
    if Self.blockNames.contains(name.text) {
      let after = byte(name.end)
      if HTMLScanner.isSpace(after) || after == 0x3E { return 6 }
      if after == 0x2F && byte(name.end + 1) == 0x3E { return 6 }
    }
    if interrupting { return nil }
    guard let end = isClosing ? scanner.closingTag(i + 1) : scanner.openTag(i) else { return nil }
    var rest = end
    while rest < lineEnd && HTMLScanner.isSpace(bytes[rest]) { rest += 1 }
    return rest >= lineEnd ? 7 : nil
  }

  /// Whether the line meets the end condition that goes with `start`.
  func endsHTMLBlock(_ start: Int) -> Bool {
    let scanner = HTMLScanner(bytes: bytes, end: lineEnd)
    let from = firstNonblank
    switch start {
    case 1:
      var i = from
      while let tag = scanner.find(HTMLScanner.closing, from: i) {
        if let name = tagName(at: tag + 2), Self.literalNames.contains(name.text),
          byte(name.end) == 0x3E
        {
          return true
        }
        i = tag + 2
      }
      return false
    case 2: return scanner.find(HTMLScanner.commentEnd, from: from) != nil
    case 3: return scanner.find(HTMLScanner.instructionEnd, from: from) != nil
    case 4: return scanner.find(HTMLScanner.declarationEnd, from: from) != nil
    case 5: return scanner.find(HTMLScanner.dataEnd, from: from) != nil
    default: return false
    }
  }

  /// The name in lower case, and where it ends. No known name is longer than ten letters.
  private func tagName(at start: Int) -> (text: String, end: Int)? {
    var i = start
    var name = ""
    while HTMLScanner.isLetter(byte(i)) || HTMLScanner.isDigit(byte(i)) || byte(i) == 0x2D {
      guard i - start < 10 else { return ("", start) }
      let lower = byte(i) >= 0x41 && byte(i) <= 0x5A ? byte(i) | 0x20 : byte(i)
      name.unicodeScalars.append(Unicode.Scalar(lower))
      i += 1
    }
    return i > start ? (name, i) : nil
  }

  private static let literalNames: Set<String> = ["script", "pre", "style", "textarea"]

  private static let blockNames: Set<String> = [
    "address", "article", "aside", "base", "basefont", "blockquote", "body", "caption", "center",
    "col", "colgroup", "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset",
    "figcaption", "figure", "footer", "form", "frame", "frameset", "h1", "h2", "h3", "h4", "h5",
    "h6", "head", "header", "hr", "html", "iframe", "legend", "li", "link", "main", "menu",
    "menuitem", "nav", "noframes", "ol", "optgroup", "option", "p", "param", "search", "section",
    "summary", "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr", "track", "ul",
  ]
}
