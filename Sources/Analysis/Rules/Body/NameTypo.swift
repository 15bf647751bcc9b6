import Archive
import Syntax

extension Rule {
  static let nameTypo = Rule(
    body: "name-typo",
    severity: .warning,
    title: Localized("A name is one letter away from a known one", "名称疑似拼写错误"),
    manual: Localized(
      """
      A word that stands nowhere else in the archive differs in one letter from a name that the \
      archive mentions often.

      Wrong: `Antropic` — right: `Anthropic`

      The editor offers the usual spelling; `--fix` leaves the choice to you. A name that is meant \
      so belongs into `names.yaml`.
      """,
      """
      某个词在归档中别处都没有出现，与归档中常见的名称只差一个字母。

      错误：`Antropic`；正确：`Anthropic`

      编辑器会给出常用写法；`--fix` 不会自动修改。如果确实是另一个名称，请写入 `names.yaml`。
      """),
    check: .names(checkNameTypo))
}

private func checkNameTypo(_ context: BlockContext, _ reports: inout Reports) {
  let slips = context.archive.names.misspellings(
    in: context.document.bytes,
    range: context.range)
  context.report(.nameTypo, slips, to: &reports) { slip, written in
    context.language.say(
      "“\(written)” looks like “\(slip.usual)”, which the archive writes \(slip.count) times",
      "“\(written)”疑为“\(slip.usual)”，后者在归档中出现 \(slip.count) 次")
  }
}

extension BlockContext {
  /// Reports what is nearly the usual spelling of a name, and offers that.
  ///
  /// - Parameter message: of a slip and what is written there.
  func report(
    _ rule: Rule, _ slips: [NameSlip], to reports: inout Reports,
    message: (NameSlip, String) -> String
  ) {
    let bytes = document.bytes
    for slip in slips {
      let written = String(decoding: bytes[slip.range.start..<slip.range.end], as: UTF8.self)
      let place = slip.range.shifted(by: -start)
      reports.report(
        rule, at: place, message(slip, written),
        fixes: [
          Fix(
            title: language.say("Write “\(slip.usual)”", "改为“\(slip.usual)”"), isSafe: false,
            edits: [TextEdit(range: place, newText: slip.usual)])
        ])
    }
  }
}
