import Archive
import Syntax

extension Rule {
  static let frontMatterInvalidDate: Rule = Rule(
    code: "front-matter/invalid-date",
    severity: .error,
    title: Localized("A date that is none, or is written unlike the others", "日期不存在，或写法与往期不同"),
    manual: Localized(
      """
      A date is written `2026-01-31`, with a time as `2026-01-31T08:00:00Z` or `2026-01-31 08:00`, or
      as the other issues of the archive write it. It must exist in the calendar and not lie years
      ahead.

      Wrong:

      ```yaml
      date: 2026/1/31
      date: 2026-02-30
      ```

      Right:

      ```yaml
      date: 2026-01-31
      ```

      To mend it, take the fix, or write the day. To silence it, end the line with
      `# issue-lsp-disable-line front-matter/invalid-date`.
      """,
      """
      日期写作 `2026-01-31`，带时间则写作 `2026-01-31T08:00:00Z` 或 `2026-01-31 08:00`，或与往期的写法一致。日期必须存在，
      也不应在多年以后。

      错误：

      ```yaml
      date: 2026/1/31
      date: 2026-02-30
      ```

      正确：

      ```yaml
      date: 2026-01-31
      ```

      采用所给的修复，或改写日期。要屏蔽某一行，请在行尾加 `# issue-lsp-disable-line front-matter/invalid-date`。
      """),
    check: .frontMatter { context, reports in
      for field in context.fields where !field.isDamaged && context.isDate(field.key) {
        guard let scalar = field.value.scalar, field.shape != .empty,
          let fault = dateFault(scalar.text, key: field.key, context)
        else { continue }
        reports.report(
          .frontMatterInvalidDate, at: context.firstLine(of: field.value.range), fault.message,
          severity: fault.severity,
          fixes: fault.day.map { day in
            [
              Fix(
                title: context.language.say("Write \(day)", "改为 \(day)"), isSafe: fault.isSure,
                edits: [TextEdit(range: field.value.range, newText: day.description)])
            ]
          } ?? [])
      }
    })

  static let frontMatterDateConflict: Rule = Rule(
    code: "front-matter/date-conflict",
    severity: .warning,
    title: Localized("The date is not that of the file name", "日期与文件名不符"),
    manual: Localized(
      """
      The file name gives one day, the front matter another. What is usual is learnt: where the date
      of many issues is the day after the one in the file name, that is no conflict. A date that is
      far in the future is one, too.

      To mend it, correct the date or the file name. To silence it, end the line with
      `# issue-lsp-disable-line front-matter/date-conflict`.
      """,
      """
      文件名是一天，front matter 里是另一天。通常的关系从往期学来：如果许多期的日期都是文件名的后一天，就不算冲突。远在未来
      的日期也会报告。

      改正日期或文件名即可。要屏蔽某一行，请在行尾加 `# issue-lsp-disable-line front-matter/date-conflict`。
      """),
    check: .frontMatter { context, reports in
      guard let field = context.field("date"), !field.isDamaged, context.isDate("date"),
        let scalar = field.value.scalar, let day = Day(iso: Array(scalar.text.utf8)),
        dateFault(scalar.text, key: "date", context) == nil
      else { return }
      let place = context.firstLine(of: field.value.range)
      if let limit = context.latestDay, day > limit {
        return reports.report(
          .frontMatterDateConflict, at: place,
          context.language.say("the date is far in the future", "日期远在未来"),
          fixes: context.fileDay.flatMap { $0 > limit ? nil : $0 }.map {
            [context.dateFix($0, in: field)]
          } ?? [])
      }
      guard let fileDay = context.fileDay else { return }
      let offset = day.distance(from: fileDay)
      let total = context.others.datedCount
      let alike = context.others.count(withOffset: offset)
      guard alike * 50 < max(total, 1) || alike == 0, offset != 0 || total > 0 && alike == 0 else {
        return
      }
      report(offset, fileDay, alike: alike, total: total, field, context, &reports)
    })
}

private func report(
  _ offset: Int, _ fileDay: Day, alike: Int, total: Int, _ field: FrontMatterContext.Field,
  _ context: FrontMatterContext, _ reports: inout Reports
) {
  let language = context.language
  // The day before or after may be a matter of time zones as long as few issues say otherwise.
  let isSure = total >= 3 || abs(offset) > 1
  if offset == 0, total < 5 { return }
  let usual = context.usualOffset
  let meant = fileDay.advanced(by: usual)
  var message = language.say(
    "the file name says \(fileDay)", "文件名中的日期是 \(fileDay)")
  if let relation = context.dateRelation { message += language.say("; ", "；") + relation }
  reports.report(
    .frontMatterDateConflict, at: context.firstLine(of: field.value.range), message,
    severity: offset == 0 ? .hint : isSure ? .warning : .info,
    fixes: [context.dateFix(meant, in: field)])
}

/// “that of the file name” and the like.
func relation(_ offset: Int, in language: Language) -> String {
  switch offset {
  case 0: language.say("that of the file name", "文件名中的日期")
  case 1: language.say("the day after that of the file name", "文件名的后一天")
  case -1: language.say("the day before that of the file name", "文件名的前一天")
  default:
    language.say("\(offset) days off that of the file name", "与文件名相差 \(offset) 天")
  }
}

extension FrontMatterContext {
  /// Days after this one are far in the future; `nil` where nothing tells what day it is.
  var latestDay: Day? {
    let known = [
      snapshot.today,
      snapshot.archive.issues.lazy.reversed().first { $0.path != snapshot.path }?.date,
    ].compactMap { $0 }
    return known.max()?.advanced(by: 366)
  }

  func dateFix(_ day: Day, in field: Field) -> Fix {
    // A time that follows stays.
    let value = field.value
    let quote = value.scalar?.style == .plain ? 0 : 1
    let start = value.range.start + quote
    let length = value.scalar.map { min(10, $0.text.utf8.count) } ?? 10
    return Fix(
      title: language.say("Write \(day)", "改为 \(day)"), isSafe: false,
      edits: [TextEdit(range: ByteRange(start, start + length), newText: day.description)])
  }
}

// MARK: - Forms

private struct DateFault {
  var message: String
  var severity: Severity
  /// The day that was meant.
  var day: Day?
  var isSure = true
}

/// What is wrong with a date as it is written; `nil` when nothing is.
private func dateFault(
  _ text: String, key: String, _ context: FrontMatterContext
) -> DateFault? {
  let language = context.language
  let bytes = Array(text.utf8)
  if let rest = timePart(bytes) {
    guard Day(iso: bytes) != nil else {
      return DateFault(
        message: language.say(
          "there is no such day: \(impossible(bytes, language))",
          "没有这一天：\(impossible(bytes, language))"),
        severity: .error, day: nil)
    }
    if isTime(rest) { return nil }
  }
  if context.others.dateForms(of: key).contains(where: { $0.form == dateForm(of: text) }),
    Day(iso: bytes) != nil
  {
    return nil
  }
  let numbers = numbers(in: text)
  let day = meantDay(numbers)
  return DateFault(
    message: language.say(
      "not a date as sites read it: write year-month-day, such as \(day ?? context.fileDay ?? example)",
      "站点认不出这样的日期：请按“年-月-日”书写，例如 \(day ?? context.fileDay ?? example)"),
    severity: .error, day: day ?? context.fileDay, isSure: day != nil && numbers.first ?? 0 > 999)
}

private let example = Day(number: 20_484)

/// What follows `dddd-dd-dd`; `nil` where a text does not begin so.
private func timePart(_ bytes: [UInt8]) -> ArraySlice<UInt8>? {
  guard bytes.count >= 10 else { return nil }
  let form = bytes.prefix(10).map { (0x30...0x39).contains($0) ? UInt8(ascii: "0") : $0 }
  guard form.elementsEqual("0000-00-00".utf8) else { return nil }
  return bytes[10...]
}

/// Nothing, or a time of day with seconds, fraction and zone as far as they are there.
private func isTime(_ bytes: ArraySlice<UInt8>) -> Bool {
  guard let separator = bytes.first else { return true }
  guard separator == UInt8(ascii: "T") || separator == 0x20 || separator == UInt8(ascii: "t") else {
    return false
  }
  var rest = bytes.dropFirst()
  while rest.first == 0x20 { rest.removeFirst() }
  func number(_ limit: Int) -> Bool {
    guard rest.count >= 1, let digit = rest.first, (0x30...0x39).contains(digit) else {
      return false
    }
    var value = 0
    var count = 0
    while count < 2, let digit = rest.first, (0x30...0x39).contains(digit) {
      value = value * 10 + Int(digit - 0x30)
      count += 1
      rest.removeFirst()
    }
    return value < limit
  }
  func take(_ byte: UInt8) -> Bool {
    guard rest.first == byte else { return false }
    rest.removeFirst()
    return true
  }
  guard number(24), take(UInt8(ascii: ":")), number(60) else { return false }
  if take(UInt8(ascii: ":")) {
    guard number(61) else { return false }
    if take(UInt8(ascii: ".")) {
      while let digit = rest.first, (0x30...0x39).contains(digit) { rest.removeFirst() }
    }
  }
  while rest.first == 0x20 { rest.removeFirst() }
  if rest.isEmpty || rest.elementsEqual("Z".utf8) { return true }
  guard take(UInt8(ascii: "+")) || take(UInt8(ascii: "-")), number(15) else { return false }
  _ = take(UInt8(ascii: ":"))
  return rest.isEmpty || number(60) && rest.isEmpty
}

private func impossible(_ bytes: [UInt8], _ language: Language) -> String {
  let numbers = numbers(in: String(decoding: bytes.prefix(10), as: UTF8.self))
  guard numbers.count == 3 else { return "" }
  if !(1...12).contains(numbers[1]) {
    return language.say("a year has 12 months", "一年只有 12 个月")
  }
  if !(1...31).contains(numbers[2]) {
    return language.say("no month has a day \(numbers[2])", "没有哪个月有 \(numbers[2]) 日")
  }
  return language.say(
    "month \(numbers[1]) of \(numbers[0]) has no day \(numbers[2])",
    "\(numbers[0]) 年 \(numbers[1]) 月没有 \(numbers[2]) 日")
}

/// The numbers in a text, those in full-width digits included.
private func numbers(in text: String) -> [Int] {
  var found: [Int] = []
  var isInside = false
  for scalar in text.unicodeScalars {
    let digit: Int
    switch scalar.value {
    case 0x30...0x39: digit = Int(scalar.value) - 0x30
    case 0xFF10...0xFF19: digit = Int(scalar.value) - 0xFF10
    default:
      isInside = false
      continue
    }
    if isInside, let last = found.last {
      guard last < 100_000_000 else { return [] }
      found[found.count - 1] = last * 10 + digit
    } else {
      found.append(digit)
    }
    isInside = true
  }
  return found
}

private func meantDay(_ numbers: [Int]) -> Day? {
  if let all = numbers.first, numbers.count == 1, all >= 19_000_101 {
    return Day(year: all / 10_000, month: all / 100 % 100, day: all % 100)
  }
  guard numbers.count >= 3 else { return nil }
  let year = numbers[0] < 100 ? 2000 + numbers[0] : numbers[0]
  return year >= 1900 ? Day(year: year, month: numbers[1], day: numbers[2]) : nil
}
