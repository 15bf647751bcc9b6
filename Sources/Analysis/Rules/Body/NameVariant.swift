import Archive
import Syntax

extension Rule {
  static let nameVariant = Rule(
    body: "name-variant",
    severity: .info,
    title: Localized("A name is spelt unlike the rest of the archive", "名称写法与归档不一致"),
    manual: Localized(
      """
      The archive nearly always writes a name in one way, and here it is parted, joined or \
      capitalized in another. Versions (`GPT-5`, `GPT 5`), all capitals and no capitals are left \
      alone.

      Wrong: `Open AI` — right, where the archive does so: `OpenAI`
      """,
      """
      归档几乎总是用同一种写法，此处的空格、连字符或大小写不同。版本号（`GPT-5`、`GPT 5`）以及全大写、\
      全小写的写法不报告。

      错误：`Open AI`；归档中的写法：`OpenAI`
      """),
    check: .names(checkNameVariant))
}

private func checkNameVariant(_ context: BlockContext, _ reports: inout Reports) {
  let slips = context.archive.names.variants(
    in: context.document.bytes,
    range: context.range)
  context.report(.nameVariant, slips, to: &reports) { slip, written in
    context.language.say(
      "The archive writes “\(slip.usual)” (\(slip.count) times), not “\(written)”",
      "归档中写作“\(slip.usual)”（\(slip.count) 次），而不是“\(written)”")
  }
}
