import Archive
import Syntax

extension Rule {
  static let frontMatterDateConflict: Rule = Rule(
    code: "front-matter/date-conflict",
    severity: .warning,
    title: Localized(
      "The date is not that of the file name, or another issue has it", "日期与文件名不符，或与另一期重复"),
    manual: Localized(
      """
      The file name gives one day, the front matter another. What is usual is learnt: where the date
      of many issues is the day after the one in the file name, that is no conflict. A date that is
      far in the future is one, too. Where file names tell no day and no two issues share a date, an
      issue that takes the date of another is reported.

      To mend it, correct the date or the file name. To silence it, end the line with
      `# issue-lsp-disable-line front-matter/date-conflict`.
      """,
      """
      文件名是一天，front matter 里是另一天。通常的关系从往期学来：如果许多期的日期都是文件名的后一天，就不算冲突。远在未来
      的日期也会报告。如果文件名不含日期，而往期从不同日，那么与另一期日期相同也会报告。

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
      guard let fileDay = context.fileDay else {
        return reportTwin(of: day, at: place, context, &reports)
      }
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

/// Tells that another issue has the same date, where no two others have.
private func reportTwin(
  of day: Day, at place: ByteRange, _ context: FrontMatterContext, _ reports: inout Reports
) {
  let (snapshot, language) = (context.snapshot, context.language)
  let category = snapshot.header.category
  let others = snapshot.archive.issues.filter {
    $0.date != nil && $0.fileDate == nil && $0.category == category && $0.path != snapshot.path
  }
  guard let twin = others.first(where: { $0.date == day }), others.count >= 5,
    Set(others.map(\.date)).count == others.count
  else { return }
  reports.report(
    .frontMatterDateConflict, at: place,
    language.say(
      "the issue “\(twin.title)” has this date, too; no two of \(others.count) other issues share one",
      "《\(twin.title)》也是这个日期；其余 \(others.count) 期没有两期同日"),
    related: [
      RelatedPlace(
        path: twin.path, range: ByteRange(0, 0), line: 0,
        message: language.say("The other issue of \(day)", "\(day) 的另一期"))
    ])
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
