import Archive
import Syntax

extension Rule {
  static let unbalancedBrackets = Rule(
    body: "unbalanced-brackets",
    severity: .warning,
    title: Localized("A bracket is closed by another kind of bracket", "括号不配对"),
    manual: Localized(
      """
      A full-width bracket is closed by a half-width one, the other way round, or one kind of bracket by
      another.

      Wrong: `命名来自产品经理（来源: 官方博客)`, `《书名」` — right: `命名来自产品经理（来源: 官方博客）`, `《书名》`

      The fix writes the closing bracket like the opening one.
      """,
      """
      全角括号用半角括号结尾，或者相反；或者用了另一种括号结尾。

      错误：`命名来自产品经理（来源: 官方博客)`、`《书名」`；正确：`命名来自产品经理（来源: 官方博客）`、`《书名》`

      自动修复会把后括号改成与前括号一致。
      """),
    check: .block(when: .wideBracket, checkUnbalancedBrackets))
}

private func checkUnbalancedBrackets(_ context: BlockContext, _ reports: inout Reports) {
  guard context.mayMismatchBrackets else { return }
  let plain = context.inlines.plainText(includingCode: false)
  let marks = bracketMarks(in: plain.bytes)
  for (opening, closing) in mismatchedParentheses(marks.filter(\.isParenthesis)) {
    report(opening, closing, plain, isSafe: true, context.language, &reports)
  }
  for (opening, closing) in mismatchedKinds(marks, in: plain.bytes) {
    report(opening, closing, plain, isSafe: false, context.language, &reports)
  }
}

private func report(
  _ opening: BracketMark, _ closing: BracketMark, _ plain: PlainText, isSafe: Bool,
  _ language: Language, _ reports: inout Reports
) {
  let (left, right) = (bracketPairs[opening.kind].opening, bracketPairs[opening.kind].closing)
  let wrong = bracketPairs[closing.kind].closing
  let range = plain.source(closing.range)
  // The two look much alike.
  let width =
    !isSafe
    ? nil : left == "(" ? Localized("A half-width ", "半角 ") : Localized("A full-width ", "全角 ")
  reports.report(
    .unbalancedBrackets, at: range,
    language.say(
      "\(width?.english ?? "")`\(left)` is closed by `\(wrong)`",
      "\(width?.chinese ?? "")`\(left)` 用 `\(wrong)` 结尾"),
    fixes: [
      Fix(
        title: language.say("Write `\(right)`", "改为 `\(right)`"), isSafe: isSafe,
        edits: [TextEdit(range: range, newText: right)])
    ])
}

/// Pairs of a full-width and a half-width parenthesis.
private func mismatchedParentheses(_ marks: [BracketMark]) -> [(BracketMark, BracketMark)] {
  var found: [(BracketMark, BracketMark)] = []
  var open: [BracketMark] = []
  // How many of each kind are open.
  var counts = [Int](repeating: 0, count: bracketPairs.count)
  for mark in marks {
    if mark.isOpening {
      open.append(mark)
      counts[mark.kind] += 1
      continue
    }
    guard let last = open.popLast() else { continue }
    counts[last.kind] -= 1
    // Another one of the right kind may be waiting: then this one closes nothing.
    if last.kind != mark.kind, counts[mark.kind] == 0 { found.append((last, mark)) }
  }
  return found
}

/// Further apart two brackets are no pair.
private let longestInBrackets = 180

/// Full-width brackets closed by another kind, where nothing stands between the two and nothing after
/// them closes either.
private func mismatchedKinds(
  _ marks: [BracketMark], in bytes: [UInt8]
) -> [(BracketMark, BracketMark)] {
  var found: [(BracketMark, BracketMark)] = []
  var depth = 0
  for (index, mark) in marks.enumerated() {
    defer { depth = max(0, depth + (mark.isOpening ? 1 : -1)) }
    guard depth == 0, mark.isOpening, mark.range.length == 3, index + 1 < marks.count else {
      continue
    }
    let closing = marks[index + 1]
    guard !closing.isOpening, closing.kind != mark.kind,
      !(closing.isParenthesis && mark.isParenthesis),
      closing.range.start - mark.range.end <= longestInBrackets,
      index + 2 == marks.count || marks[index + 2].isOpening,
      !beginsDestination(bytes[closing.range.end...])
    else { continue }
    found.append((mark, closing))
  }
  return found
}

/// `【来源](…)` is a link that went wrong, which another rule tells of.
private func beginsDestination(_ bytes: ArraySlice<UInt8>) -> Bool {
  let bytes = bytes.drop { $0 == 0x20 }
  return bytes.first == UInt8(ascii: "(") || bytes.starts(with: "（".utf8)
}

private let bracketPairs: [(opening: String, closing: String)] = [
  ("(", ")"), ("（", "）"), ("[", "]"), ("【", "】"), ("《", "》"), ("「", "」"), ("『", "』"),
]

private struct BracketMark {
  /// Index in `bracketPairs`.
  let kind: Int
  let isOpening: Bool
  let range: ByteRange

  var isParenthesis: Bool { kind < 2 }

  /// The bracket at `i`.
  init?(in bytes: [UInt8], at i: Int, to end: Int) {
    let (kind, isOpening, length): (Int, Bool, Int)
    switch bytes[i] {
    case UInt8(ascii: "("), UInt8(ascii: ")"):
      (kind, isOpening, length) = (0, bytes[i] == UInt8(ascii: "("), 1)
    case UInt8(ascii: "["), UInt8(ascii: "]"):
      (kind, isOpening, length) = (2, bytes[i] == UInt8(ascii: "["), 1)
    case 0xEF where i + 2 < end && bytes[i + 1] == 0xBC && bytes[i + 2] | 1 == 0x89:
      (kind, isOpening, length) = (1, bytes[i + 2] == 0x88, 3)
    case 0xE3 where i + 2 < end && bytes[i + 1] == 0x80 && (0x8A...0x91).contains(bytes[i + 2]):
      // 《》「」『』【】 follow each other.
      let number = Int(bytes[i + 2] - 0x8A)
      (kind, isOpening, length) = ([4, 5, 6, 3][number / 2], number % 2 == 0, 3)
    default: return nil
    }
    self.kind = kind
    self.isOpening = isOpening
    range = ByteRange(i, i + length)
  }
}

private func bracketMarks(in bytes: [UInt8]) -> [BracketMark] {
  var found: [BracketMark] = []
  var i = 0
  while i < bytes.count {
    if let mark = BracketMark(in: bytes, at: i, to: bytes.count) { found.append(mark) }
    i += 1
  }
  return found
}

extension BlockContext {
  /// Whether the brackets are anything but pairs, markup included.
  fileprivate var mayMismatchBrackets: Bool {
    let bytes = document.bytes
    let content = block.contentRange(at: start).clamped(to: bytes.count)
    var open: [Int] = []
    var i = content.start
    while i < content.end {
      switch bytes[i] {
      // Each of these may hide a bracket.
      case UInt8(ascii: "`"), UInt8(ascii: "\\"), UInt8(ascii: "<"), UInt8(ascii: "&"): return true
      default: break
      }
      if let mark = BracketMark(in: bytes, at: i, to: content.end) {
        if mark.isOpening {
          open.append(mark.kind)
        } else if open.popLast() != mark.kind {
          return true
        }
      }
      i += bytes[i] >= 0xE0 ? 3 : 1
    }
    // What is left open is closed by nothing.
    return false
  }
}
