/// A recursive descent over YAML 1.2.2 that reports what does not fit and goes on.
///
/// `at` moves forward only, every loop consumes at least one byte or ends, and nesting is bounded.
struct YAMLParser {
  let bytes: [UInt8]
  /// The content ends here: a document marker or the end of the range.
  var end: Int
  private let limit: Int
  var at: Int
  /// Where the line of `at` begins.
  var lineStart: Int
  /// The first byte of the line of `at` that is no blank, once a gap led there.
  var lineContent = -1
  var problems: [YAMLProblem] = []
  var comments: [ByteRange] = []
  var anchors: [String: YAMLNode] = [:]
  /// What aliases have stood for so far.
  var expandedNodes = 0
  var tagHandles: [String: String] = [:]
  var depth = 0
  /// Problems before this line start are the same mistake as the last one.
  var quietUntil = -1

  /// Collections within collections; front matter has two or three.
  static let deepest = 96
  /// Nodes that aliases may expand to.
  static let heaviest = 20_000

  init(_ bytes: [UInt8], in range: ByteRange) {
    self.bytes = bytes
    limit = range.end
    end = range.end
    at = range.start
    lineStart = range.start
  }

  mutating func parse() -> YAMLDocument {
    if bytes.starts(with: "\u{FEFF}", at: at) {
      at += 3
      lineStart = at
    }
    let startsOnMarkerLine = readPrologue()
    let contentStart = at
    let next = findContentEnd()
    at = contentStart
    var root: YAMLNode?
    if let node = rootNode(isAfterMarker: startsOnMarkerLine) { root = node }
    if let next { readEpilogue(from: next) }
    problems.sort { ($0.range.start, $0.range.end) < ($1.range.start, $1.range.end) }
    return YAMLDocument(root: root, problems: problems, comments: comments)
  }

  // MARK: Problems

  mutating func report(
    _ cause: YAMLProblem.Cause, _ range: ByteRange, subject: ByteRange? = nil,
    isSuspicion: Bool = false
  ) {
    if range.start < quietUntil { return }
    problems.append(
      YAMLProblem(
        cause: cause, range: range, subject: subject ?? range, isSuspicion: isSuspicion))
  }

  /// Takes all problems up to `offset` for consequences of the last one.
  mutating func keepQuiet(until offset: Int) { quietUntil = max(quietUntil, offset) }

  // MARK: Bytes

  /// The byte at `offset`; 0 at the end.
  func byte(_ offset: Int) -> UInt8 { offset >= 0 && offset < end ? bytes[offset] : 0 }

  func isBlank(_ offset: Int) -> Bool {
    let byte = byte(offset)
    return byte == 0x20 || byte == 0x09
  }

  /// A line break or the end.
  func isBreak(_ offset: Int) -> Bool {
    guard offset < end else { return true }
    return bytes[offset] == 0x0A || bytes[offset] == 0x0D
  }

  func isBlankOrBreak(_ offset: Int) -> Bool { isBlank(offset) || isBreak(offset) }

  func isFlowIndicator(_ offset: Int) -> Bool {
    switch byte(offset) {
    case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"),
      UInt8(ascii: "}"):
      true
    default: false
    }
  }

  /// The end of the line of `offset`, without its ending.
  func lineEnd(_ offset: Int) -> Int {
    var i = offset
    while i < end, bytes[i] != 0x0A, bytes[i] != 0x0D { i += 1 }
    return i
  }

  /// The offset after the break at `offset`.
  func afterBreak(_ offset: Int) -> Int {
    guard offset < end else { return end }
    return bytes[offset] == 0x0D && offset + 1 < end && bytes[offset + 1] == 0x0A
      ? offset + 2 : offset + 1
  }

  func skippingBlanks(_ offset: Int) -> Int {
    var i = offset
    while i < end, bytes[i] == 0x20 || bytes[i] == 0x09 { i += 1 }
    return i
  }

  /// The end of `start..<end` without the blanks at its end.
  func trimmingBlanks(_ start: Int, _ end: Int) -> Int {
    var i = end
    while i > start, bytes[i - 1] == 0x20 || bytes[i - 1] == 0x09 { i -= 1 }
    return i
  }

  func string(_ start: Int, _ end: Int) -> String {
    start < end ? String(decoding: bytes[start..<end], as: UTF8.self) : ""
  }

  var column: Int { at - lineStart }

  // MARK: Gaps

  /// What lay between two tokens.
  struct Gap {
    var crossedLine = false
    /// Whether there was any blank or line break.
    var isEmpty = true
    /// Whether a blank of the last line is a tab.
    var hasTab = false
  }

  /// Skips blanks, comments and line breaks.
  @discardableResult
  mutating func skipGap() -> Gap {
    var gap = Gap()
    let beginsLine = at == lineStart
    while at < end {
      let start = at
      while at < end, bytes[at] == 0x20 || bytes[at] == 0x09 {
        if bytes[at] == 0x09 { gap.hasTab = true }
        at += 1
      }
      if at > start { gap.isEmpty = false }
      guard at < end else { break }
      if bytes[at] == UInt8(ascii: "#"), !gap.isEmpty || at == lineStart {
        let stop = lineEnd(at)
        comments.append(ByteRange(at, stop))
        at = stop
      }
      guard at < end, bytes[at] == 0x0A || bytes[at] == 0x0D else { break }
      at = afterBreak(at)
      lineStart = at
      gap = Gap(crossedLine: true, isEmpty: false, hasTab: false)
    }
    if gap.crossedLine || beginsLine { lineContent = at }
    return gap
  }

  /// Whether nothing of the line of `at` has been read yet.
  var isAtLineContent: Bool { at == lineContent }

  mutating func skipLine() { at = lineEnd(at) }

  // MARK: Document

  /// Comments, directives and `---` before the content.
  ///
  /// - Returns: whether the content begins on the line of the marker.
  private mutating func readPrologue() -> Bool {
    let start = at
    var directives: [ByteRange] = []
    while at < end {
      let stop = lineEnd(at)
      if byte(at) == UInt8(ascii: "%") {
        directives.append(ByteRange(at, stop))
      } else if isMarker("---", at: at) {
        readDirectives(directives)
        at += 3
        return true
      } else if isMarker("...", at: at) {
        break
      } else {
        let content = skippingBlanks(at)
        guard isBreak(content) || byte(content) == UInt8(ascii: "#") else { break }
      }
      at = afterBreak(stop)
      lineStart = at
    }
    // What looked like directives is content, and no good one.
    at = start
    lineStart = start
    return false
  }

  private mutating func readDirectives(_ lines: [ByteRange]) {
    var hasVersion = false
    for line in lines {
      let words = string(line.start, line.end).split { $0 == " " || $0 == "\t" }
      let meant = words.prefix { !$0.hasPrefix("#") }
      switch meant.first {
      case "%YAML":
        let version = meant.count == 2 ? meant.dropFirst().first : nil
        let isSound = version.map { $0.split(separator: ".").allSatisfy { Int($0) != nil } }
        if hasVersion || isSound != true { report(.badDirective, line) }
        hasVersion = true
      case "%TAG":
        let parts = Array(meant)
        guard parts.count == 3, parts[1].hasPrefix("!"), parts[1].hasSuffix("!") else {
          report(.badDirective, line)
          continue
        }
        tagHandles[String(parts[1])] = String(parts[2])
      default: break
      }
    }
  }

  private func isMarker(_ marker: StaticString, at offset: Int) -> Bool {
    bytes.starts(with: marker, at: offset) && offset + 3 <= end && isBlankOrBreak(offset + 3)
  }

  /// Moves `end` to the next document marker, and reports the first control character before it.
  ///
  /// - Returns: where the marker stands; `nil` when there is none.
  private mutating func findContentEnd() -> Int? {
    var i = at
    var isSound = true
    if i == lineStart, isMarker("---", at: i) || isMarker("...", at: i) { return endContent(at: i) }
    while i < limit {
      let byte = bytes[i]
      i += 1
      guard byte < 0x20 || byte == 0x7F, byte != 0x09 else { continue }
      if byte == 0x0A || byte == 0x0D {
        guard i < limit, bytes[i] == UInt8(ascii: "-") || bytes[i] == UInt8(ascii: ".") else {
          continue
        }
        if isMarker("---", at: i) || isMarker("...", at: i) { return endContent(at: i) }
      } else if isSound {
        isSound = false
        report(.controlCharacter, ByteRange(i - 1, i))
      }
    }
    return nil
  }

  private mutating func endContent(at offset: Int) -> Int {
    end = offset
    return offset
  }

  /// Nothing but comments may follow the content.
  private mutating func readEpilogue(from marker: Int) {
    end = limit
    at = marker
    lineStart = marker
    quietUntil = -1
    while at < end {
      if isMarker("...", at: at) {
        at += 3
        let rest = skippingBlanks(at)
        if !isBreak(rest), byte(rest) != UInt8(ascii: "#") {
          report(.extraDocument, ByteRange(rest, lineEnd(rest)))
          return
        }
      } else if isMarker("---", at: at) || !isBlankLine(at) {
        report(.extraDocument, ByteRange(at, lineEnd(at)))
        return
      }
      at = afterBreak(lineEnd(at))
    }
  }

  private func isBlankLine(_ offset: Int) -> Bool {
    let content = skippingBlanks(offset)
    return isBreak(content) || byte(content) == UInt8(ascii: "#")
  }

  private mutating func rootNode(isAfterMarker: Bool) -> YAMLNode? {
    if isAfterMarker {
      // What follows on the marker's line is no line of its own.
      lineContent = -1
      let content = skippingBlanks(at)
      if isBreak(content) || byte(content) == UInt8(ascii: "#") { skipGap() }
    } else {
      skipGap()
    }
    guard at < end else { return nil }
    let node = node(parent: -1, role: .root)
    endOfValue()
    skipGap()
    if at < end {
      report(.notAnEntry, ByteRange(at, trimmingBlanks(at, lineEnd(at))))
      at = end
    }
    return node
  }
}
