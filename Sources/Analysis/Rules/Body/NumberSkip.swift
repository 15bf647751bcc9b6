import Archive
import Syntax

extension Rule {
  static let numberSkip = Rule(
    body: "number-skip",
    severity: .warning,
    title: Localized("Numbered headings leave out or repeat a number", "编号不连续"),
    manual: Localized(
      """
      The headings of one level are numbered, and a number is left out or comes twice. A section was
      perhaps moved or removed.

      Wrong: `一、` `二、` `四、` — right: `一、` `二、` `三、`
      """,
      """
      同一级标题带有编号，但缺了一个或重复了一个。可能移动或删除过小节。

      错误：`一、` `二、` `四、`；正确：`一、` `二、` `三、`
      """),
    check: .issue(checkNumberSkip))
}

private func checkNumberSkip(_ snapshot: Snapshot, _ reports: inout Reports) {
  let facts = snapshot.facts
  // The numbered headings that stand under the same one, by level and style.
  var rows: [String: [(heading: Int, number: Int)]] = [:]
  for (index, heading) in facts.headings.enumerated() {
    guard let number = HeadingNumber(heading.title) else { continue }
    rows["\(heading.level) \(heading.parent ?? -1) \(number.style)", default: []].append(
      (index, number.value))
  }
  let language = snapshot.language
  for row in rows.values where row.count >= 3 {
    let slips = row.indices.dropFirst().filter {
      row[$0].number != row[$0 - 1].number + 1 && row[$0].number != 1
    }
    // One slip is a mistake, several are another way of counting.
    guard slips.count == 1, let slip = slips.first else { continue }
    let (number, before) = (row[slip].number, row[slip - 1].number)
    guard number == before || number > before && number <= before + 3 else { continue }
    let heading = facts.headings[row[slip].heading]
    reports.report(
      .numberSkip, at: heading.titleRange,
      number == before
        ? language.say("Number \(number) comes twice", "编号 \(number) 重复")
        : language.say(
          "Number \(number) follows \(before)", "编号从 \(before) 跳到 \(number)"),
      related: [
        snapshot.place(
          facts.headings[row[slip - 1].heading].titleRange,
          language.say("The one before", "前一个"))
      ])
  }
}

/// The number that a heading begins with.
private struct HeadingNumber {
  let value: Int
  let style: String

  init?(_ title: String) {
    guard let first = title.unicodeScalars.first, Self.beginnings.contains(first) else {
      return nil
    }
    let scalars = Array(title.unicodeScalars)
    var i = 0
    var prefix = ""
    if scalars.first == "第" || scalars.first == "（" || scalars.first == "(" {
      prefix = String(scalars[0])
      i = 1
    }
    let start = i
    var value = 0
    if let digit = scalars[safe: i], digit.properties.numericType == .decimal, digit.isASCII {
      while let digit = scalars[safe: i], digit.isASCII, ("0"..."9").contains(digit), i < start + 3
      {
        value = value * 10 + Int(digit.value - 48)
        i += 1
      }
    } else {
      guard let (number, length) = chineseNumber(scalars[i...]) else { return nil }
      value = number
      i += length
    }
    guard let after = scalars[safe: i] else { return nil }
    let isHan = scalars[start].value > 0x3000
    switch after {
    case "、", "）", ")", "章", "节", "步", "部":
      break
    case ".", "．":
      // `2.0` and `1.5 倍` are no numbering.
      guard let next = scalars[safe: i + 1], !("0"..."9").contains(next) else { return nil }
    default: return nil
    }
    self.value = value
    style = "\(prefix)\(isHan)\(after)"
  }
}

extension HeadingNumber {
  /// What a number may begin with: nearly all headings begin with something else.
  private static let beginnings = Set("第（(0123456789一二三四五六七八九十".unicodeScalars)
}

/// A number up to 99 in Chinese characters, and how many of them.
private func chineseNumber(_ scalars: ArraySlice<Unicode.Scalar>) -> (Int, Int)? {
  let digits: [Unicode.Scalar: Int] = [
    "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
  ]
  var value = 0
  var length = 0
  for scalar in scalars.prefix(3) {
    if scalar == "十" {
      value = (value == 0 ? 1 : value) * 10
    } else if let digit = digits[scalar], length == 0 || value % 10 == 0 {
      value += digit
    } else {
      break
    }
    length += 1
  }
  return length > 0 ? (value, length) : nil
}

extension Array {
  fileprivate subscript(safe index: Int) -> Element? {
    indices.contains(index) ? self[index] : nil
  }
}
