import Archive
import Syntax

extension Rule {
  static let headingJump = Rule(
    body: "heading-jump",
    severity: .info,
    title: Localized("A heading skips a level", "标题跳级"),
    manual: Localized(
      """
      A heading is two or more levels below the one before it, so a level is missing in the outline. Or a
      line is meant as a heading and is none, since no blank of half width follows its `#`.

      Wrong:

      ```markdown
      # Title
      ### Story
      ##Section
      ```

      Right:

      ```markdown
      # Title
      ## Section
      ### Story
      ```
      """,
      """
      标题比上一级标题低了两级以上，中间缺了一级；或者 `#` 后面没有半角空格，整行会当作普通文字显示。

      错误：

      ```markdown
      # 题目
      ### 内容
      ##小节
      ```

      正确：

      ```markdown
      # 题目
      ## 小节
      ### 内容
      ```
      """),
    check: .issueAndBlock(checkHeadingJump, when: .hash, checkHeadingMark))
}

private func checkHeadingJump(_ snapshot: Snapshot, _ reports: inout Reports) {
  let category = snapshot.archive.conventions.shape.category(snapshot.header.category)
  guard category.issues < 5 || category.withJump * 5 < category.issues else { return }
  var level = 0
  for heading in snapshot.facts.headings {
    if level > 0, heading.level > level + 1 {
      reports.report(
        .headingJump, at: heading.range,
        snapshot.language.say(
          "A heading of level \(heading.level) follows one of level \(level)",
          "\(level) 级标题之后直接是 \(heading.level) 级标题"))
    }
    level = heading.level
  }
}

/// Finds `###标题` and its like: lines of a paragraph that are meant as headings.
private func checkHeadingMark(_ context: BlockContext, _ reports: inout Reports) {
  guard case .paragraph = context.block.kind else { return }
  let bytes = context.document.bytes
  let language = context.language
  let content = context.block.contentRange(at: context.start).clamped(to: bytes.count)
  var start = content.start
  var mayBeWithin = false
  // Code or HTML that opened above may go on over a line.
  while start < content.end, !mayBeWithin {
    let end = bytes[start..<content.end].firstIndex(of: 0x0A) ?? content.end
    mayBeWithin = bytes[start..<end].contains { $0 == UInt8(ascii: "`") || $0 == UInt8(ascii: "<") }
    if let mark = HeadingMark(in: bytes[start..<end]) {
      let place = mark.range.shifted(by: -context.start)
      let hashes = String(repeating: "#", count: mark.level)
      reports.report(
        .headingJump, at: place,
        language.say(
          "This heading is shown as text: a blank of half width belongs behind `\(hashes)`",
          "标题没有生效，会原样显示：`\(hashes)` 后面要有一个半角空格"),
        severity: .warning,
        fixes: [
          Fix(
            title: language.say("Write `\(hashes) `", "改为 `\(hashes) `"), isSafe: true,
            edits: [TextEdit(range: place, newText: hashes + " ")])
        ])
    }
    start = end + 1
  }
}

/// The `#` that a line begins with, and the blanks behind them that are of no use there.
private struct HeadingMark {
  let level: Int
  /// UTF-8 bytes of the text.
  let range: ByteRange

  /// - Returns: `nil` unless the line is certainly meant as a heading: `#话题` is none.
  init?(in line: ArraySlice<UInt8>) {
    let text = line.drop { $0 == 0x20 }
    let isWide = text.starts(with: wideHash)
    var rest = text
    while isWide ? rest.starts(with: wideHash) : rest.first == UInt8(ascii: "#") {
      rest = rest.dropFirst(isWide ? 3 : 1)
    }
    let level = (rest.startIndex - text.startIndex) / (isWide ? 3 : 1)
    guard (1...6).contains(level) else { return nil }
    var words = rest
    while let length = Self.blankLength(words) { words = words.dropFirst(length) }
    guard let first = words.first, first != UInt8(ascii: "#"), first != 0x0D else { return nil }
    // A full-width blank is certain even behind a single `#`.
    guard level > 1 || rest.starts(with: wideBlank) else { return nil }
    if words.startIndex == rest.startIndex {
      let isWord =
        first >= 0x80 || first | 0x20 >= 0x61 && first | 0x20 <= 0x7A
        || level > 2 && first >= 0x30 && first <= 0x39
      let isHashtag = words.last == UInt8(ascii: "#") || words.suffix(3).elementsEqual(wideHash)
      guard isWord || first == UInt8(ascii: "[") || first == UInt8(ascii: "*"), !isHashtag
      else { return nil }
    }
    self.level = level
    range = ByteRange(text.startIndex, words.startIndex)
  }

  /// Of a blank, a no-break space or one of full width.
  private static func blankLength(_ text: ArraySlice<UInt8>) -> Int? {
    if text.first == 0x20 { return 1 }
    if text.starts(with: [0xC2, 0xA0]) { return 2 }
    return text.starts(with: wideBlank) ? 3 : nil
  }
}

private let wideHash = Array("＃".utf8)
private let wideBlank = Array("\u{3000}".utf8)
