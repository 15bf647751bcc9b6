import Archive
import Syntax

extension Rule {
  static let malformedLink = Rule(
    body: "malformed-link",
    severity: .warning,
    title: Localized("A link that is shown as text", "链接写法有误，会原样显示"),
    manual: Localized(
      """
      This looks like a link and is none: full-width brackets, a blank between `]` and `(`, a blank in
      the URL, or a bracket that is missing. Readers see the brackets and the URL. Or it is a link, and
      its URL is missing or cannot be right: `[Source]()`, `(htps://…)`, `(https：//…)`.

      Wrong:

      ```markdown
      [Source] (https://news.example/1001)
      [来源]（https://news.example/1001）
      ```

      Right:

      ```markdown
      [Source](https://news.example/1001)
      ```
      """,
      """
      看起来是链接，其实不是：用了全角括号，`]` 和 `(` 之间有空格，网址里有空格，或少了一个括号。读者会看到括号和网址。
      或者链接本身没问题，网址却是空的或写错了：`[来源]()`、`(htps://…)`、`(https：//…)`。

      错误：

      ```markdown
      [来源] (https://news.example/1001)
      [来源]（https://news.example/1001）
      ```

      正确：

      ```markdown
      [来源](https://news.example/1001)
      ```
      """),
    check: .block(when: .closingBracket, checkMalformedLink))
}

private func checkMalformedLink(_ context: BlockContext, _ reports: inout Reports) {
  guard context.mayHoldMalformedLink else { return }
  let inlines = context.inlines
  checkDestinations(of: inlines, context, &reports)
  let plain = inlines.plainText(includingCode: false)
  let bytes = plain.bytes
  var i = 0
  var end = 0
  while i < bytes.count {
    guard let close = closingBracket(in: bytes, at: i) else {
      i += 1
      continue
    }
    defer { i = close.end }
    var next = close.end
    while next < bytes.count, bytes[next] == 0x20 { next += 1 }
    guard let open = openingParenthesis(in: bytes, at: next),
      bytes[open.end...].starts(with: "http".utf8),
      let start = openingBracket(in: bytes, before: close.start)
    else { continue }
    // Of URLs that run into each other the end is looked for once.
    if end < open.end {
      end =
        bytes[open.end...].firstIndex { $0 <= 0x20 || $0 >= 0x80 || $0 == 0x29 } ?? bytes.count
    }
    // A URL that has no more than the beginning of a host is just being written.
    if end == bytes.count, end - open.end < 64,
      !bytes[open.end..<end].contains(UInt8(ascii: "."))
    {
      continue
    }
    report(
      context, plain, bytes, opening: start, closing: close, parenthesis: open, urlEnd: end,
      &reports)
  }
}

private func report(
  _ context: BlockContext, _ plain: PlainText, _ bytes: [UInt8], opening: ByteRange,
  closing: ByteRange, parenthesis: ByteRange, urlEnd: Int, _ reports: inout Reports
) {
  let language = context.language
  let hasBlank = parenthesis.start > closing.end
  let end: ByteRange? =
    urlEnd < bytes.count && bytes[urlEnd] == UInt8(ascii: ")")
    ? ByteRange(urlEnd, urlEnd + 1)
    : bytes[urlEnd...].starts(with: wideClose) ? ByteRange(urlEnd, urlEnd + 3) : nil
  let isWide = [opening, closing, parenthesis, end].contains { $0?.length == 3 }
  let cause =
    isWide
    ? language.say("full-width brackets", "用了全角括号")
    : hasBlank
      ? language.say("a blank between `]` and `(`", "`]` 和 `(` 之间有空格")
      : end != nil
        ? language.say("its brackets do not pair", "括号没有配成对")
        : hasBlankWithin(bytes[urlEnd...])
          ? language.say("a blank in the URL", "网址里有空格")
          : language.say("no `)` after the URL", "网址后面没有 `)`")
  var fixes: [Fix] = []
  if let end, isWide || hasBlank {
    let edits = [
      (opening, "["), (ByteRange(closing.start, parenthesis.end), "]("), (end, ")"),
    ].map { TextEdit(range: plain.source($0.0), newText: $0.1) }
    fixes.append(
      Fix(title: language.say("Write it as a link", "改成链接"), isSafe: true, edits: edits))
  }
  reports.report(
    .malformedLink, at: plain.source(ByteRange(opening.start, end?.end ?? urlEnd)),
    language.say("This is shown as text: \(cause)", "不会显示为链接：\(cause)"), fixes: fixes)
}

private let wideClose = Array("）".utf8)

/// Whether a URL goes on behind a blank, up to a `)`.
private func hasBlankWithin(_ rest: ArraySlice<UInt8>) -> Bool {
  guard rest.first == 0x20,
    let next = rest.first(where: { $0 != 0x20 }), next != UInt8(ascii: "\""),
    next != UInt8(ascii: "'"), next != UInt8(ascii: "(")
  else { return false }
  return rest.first {
    $0 == UInt8(ascii: ")") || $0 == UInt8(ascii: "(") || $0 < 0x20 || $0 >= 0x80
  } == UInt8(ascii: ")")
}

/// `]`, `】` or `］`.
private func closingBracket(in bytes: [UInt8], at i: Int) -> ByteRange? {
  if bytes[i] == UInt8(ascii: "]") { return ByteRange(i, i + 1) }
  guard bytes[i] == 0xE3 || bytes[i] == 0xEF else { return nil }
  for mark in ["】", "］"] where bytes[i...].starts(with: mark.utf8) { return ByteRange(i, i + 3) }
  return nil
}

private func openingParenthesis(in bytes: [UInt8], at i: Int) -> ByteRange? {
  guard i < bytes.count else { return nil }
  if bytes[i] == UInt8(ascii: "(") { return ByteRange(i, i + 1) }
  return bytes[i...].starts(with: "（".utf8) ? ByteRange(i, i + 3) : nil
}

private func openingBracket(in bytes: [UInt8], before end: Int) -> ByteRange? {
  var i = end - 1
  while i >= 0, bytes[i] != 0x0A {
    if bytes[i] == UInt8(ascii: "[") { return ByteRange(i, i + 1) }
    for mark in ["【", "［"] where bytes[i...].starts(with: mark.utf8) { return ByteRange(i, i + 3) }
    i -= 1
  }
  return nil
}

extension BlockContext {
  /// The bytes of the leaf with their markers.
  fileprivate var source: ArraySlice<UInt8> {
    let bytes = document.text.bytes
    let range = block.contentRange(at: start).clamped(to: bytes.count)
    return bytes[range.start..<range.end]
  }

  /// Whether a closing bracket is anything but that of `](destination)`.
  fileprivate var mayHoldMalformedLink: Bool {
    let bytes = source
    var open = 0
    var i = bytes.startIndex
    while i < bytes.endIndex {
      switch bytes[i] {
      case UInt8(ascii: "["):
        open += 1
        i += 1
      case UInt8(ascii: "]"):
        guard open == 1, let end = plainDestinationEnd(bytes, i + 1) else { return true }
        open = 0
        i = end
      // Each of these may be text or not.
      case UInt8(ascii: "`"), UInt8(ascii: "\\"), UInt8(ascii: "<"): return true
      case 0xE3, 0xEF:
        if closingBracket(in: document.text.bytes, at: i) != nil { return true }
        i += 3
      default: i += bytes[i] >= 0xE0 ? 3 : 1
      }
    }
    return false
  }

  /// The end of `(destination)`, a URL of ASCII without blanks and brackets; `nil` where there is none
  /// at `start`.
  private func plainDestinationEnd(_ bytes: ArraySlice<UInt8>, _ start: Int) -> Int? {
    guard start < bytes.endIndex, bytes[start] == UInt8(ascii: "("),
      DestinationFault.afterScheme(bytes[(start + 1)...]) != nil
    else { return nil }
    var i = start + 1
    while i < bytes.endIndex {
      switch bytes[i] {
      case UInt8(ascii: ")"): return i + 1
      case ...0x20, 0x80..., UInt8(ascii: "("), UInt8(ascii: "<"), UInt8(ascii: "["),
        UInt8(ascii: "\\"):
        return nil
      default: i += 1
      }
    }
    return nil
  }
}

// MARK: - Links that lead nowhere

private func checkDestinations(
  of inlines: Inlines, _ context: BlockContext, _ reports: inout Reports
) {
  let language = context.language
  let bytes = context.document.bytes
  for node in 0..<inlines.count where inlines.kind(node) == .link {
    guard let link = inlines.link(node), link.style == .inline, let range = link.destinationRange
    else { continue }
    let place = range.shifted(by: context.start).clamped(to: bytes.count)
    let destination = bytes[place.start..<place.end]
    // Elsewhere `#` may lead back to the top.
    let isHeading = context.block.kind.headingLevel != nil
    if destination.isEmpty || isHeading && destination.elementsEqual("#".utf8) {
      reports.report(
        .malformedLink, at: inlines.range(node),
        language.say("The link has no URL", "链接没有网址"))
      continue
    }
    guard let fault = DestinationFault(of: destination) else { continue }
    let text = String(decoding: destination, as: UTF8.self)
    var fixes: [Fix] = []
    if let mended = fault.mended {
      let newText = String(decoding: mended, as: UTF8.self)
      fixes.append(
        Fix(
          title: language.say("Write `\(newText)`", "改为 `\(newText)`"), isSafe: fault.isCertain,
          edits: [TextEdit(range: range, newText: newText)]))
    }
    reports.report(
      .malformedLink, at: range,
      language.say("`\(text)` is no URL that leads anywhere", "`\(text)` 不是能打开的网址"),
      fixes: fixes)
  }
}

/// Why a destination that is meant as a URL leads nowhere.
private struct DestinationFault {
  let mended: [UInt8]?
  /// Whether what is mended is certainly what was meant.
  let isCertain: Bool

  private static let words = ["URL", "url", "链接", "网址"].map { Array($0.utf8) }

  /// - Returns: `nil` unless it certainly does: a path within the site is a destination as well.
  init?(of destination: ArraySlice<UInt8>) {
    if Self.words.contains(Array(destination)) {
      self.init(mended: nil, isCertain: false)
    } else if destination.starts(with: "www.".utf8) {
      guard destination.dropFirst(4).contains(UInt8(ascii: ".")) else { return nil }
      self.init(mended: Array("https://".utf8) + destination, isCertain: false)
    } else if let rest = Self.afterScheme(destination) {
      guard let end = Self.endBeforeText(rest) else { return nil }
      self.init(mended: Array(destination[..<end]), isCertain: false)
    } else {
      guard let mended = Self.withScheme(destination) else { return nil }
      self.init(mended: mended, isCertain: true)
    }
  }

  private init(mended: [UInt8]?, isCertain: Bool) {
    self.mended = mended
    self.isCertain = isCertain
  }

  /// What stands behind `http://` or `https://`, unless that is another one.
  static func afterScheme(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    for scheme in ["https://", "http://"] where text.starts(with: scheme.utf8) {
      let rest = text.dropFirst(scheme.utf8.count)
      return rest.starts(with: "http://".utf8) || rest.starts(with: "https://".utf8) ? nil : rest
    }
    return nil
  }

  /// Where a Chinese mark ends an ASCII URL, and text follows.
  private static func endBeforeText(_ url: ArraySlice<UInt8>) -> Int? {
    guard let end = url.firstIndex(where: { $0 >= 0x80 }), end > url.startIndex else { return nil }
    let rest = url[end...]
    return ["，", "。", "、", "；"].contains { rest.starts(with: $0.utf8) } ? end : nil
  }

  /// With the scheme that was meant: `htps://`, `https：//`, `https:/`, `https://https://`.
  private static func withScheme(_ text: ArraySlice<UInt8>) -> [UInt8]? {
    let letters = text.prefix { "htps".utf8.contains($0) }
    guard (3...7).contains(letters.count), letters.contains(UInt8(ascii: "t")),
      letters.contains(UInt8(ascii: "p"))
    else { return nil }
    let rest = text[letters.endIndex...]
    let scheme = letters.contains(UInt8(ascii: "s")) ? "https://" : "http://"
    let isSpeltRight = scheme.utf8.dropLast(3).elementsEqual(letters)
    if isSpeltRight, rest.starts(with: "://".utf8) {
      let address = rest.dropFirst(3)
      return afterScheme(address) == nil ? nil : Array(address)
    }
    for mark in ["://", "：//", ":/", "//"] where rest.starts(with: mark.utf8) {
      let address = rest.dropFirst(mark.utf8.count)
      guard let first = address.first, first >= 0x30, first != UInt8(ascii: ":") else { return nil }
      return Array(scheme.utf8) + address
    }
    return nil
  }
}
