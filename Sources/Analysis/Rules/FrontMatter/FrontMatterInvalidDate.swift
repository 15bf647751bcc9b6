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
}
