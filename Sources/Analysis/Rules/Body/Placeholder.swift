import Archive
import Syntax

extension Rule {
  static let placeholder = Rule(
    body: "placeholder",
    severity: .error,
    title: Localized("Text of a template that was never filled in", "模板文字没有替换"),
    manual: Localized(
      """
      Here stands a text that templates and generators leave to be replaced, such as `Example Title`,
      `Report Title`, `lorem ipsum`, `此处填写标题`, `{{title}}` or `undefined`. Such issues were
      published and taken down again. The marks of a merge that was not finished (`<<<<<<< HEAD`) are
      reported, too.

      Write what belongs there, or do not publish the issue.
      """,
      """
      这里还是模板或生成程序留下的占位文字，例如 `Example Title`、`Report Title`、`lorem ipsum`、`此处填写标题`、
      `{{title}}`、`undefined`。这样的文章曾经被发布，之后又撤下。没有处理完的合并冲突（`<<<<<<< HEAD`）也会报告。

      换成真正的内容，或者不要发布。
      """),
    check: .issueAndBlock(checkPlaceholder, when: .lessThan, checkConflictMark))
}

private func checkPlaceholder(_ snapshot: Snapshot, _ reports: inout Reports) {
  let language = snapshot.language
  func report(_ text: String, at range: ByteRange) {
    reports.report(
      .placeholder, at: range,
      language.say(
        "`\(text)` is a text of a template", "`\(text)` 是模板里的占位文字"))
  }
  for heading in snapshot.facts.headings where isPlaceholder(heading.title) {
    report(heading.title, at: heading.titleRange)
  }
  if let title = snapshot.header.title, isPlaceholder(title),
    let range = snapshot.header.titleRange
  {
    report(title, at: range)
  }
  // Of paragraphs only the first could be a draft's whole text.
  for leaf in snapshot.facts.leaves.prefix(IssueReports.openingLeaves) {
    guard case .paragraph = leaf.block.kind, leaf.block.content.length <= 120 else { continue }
    let plain = snapshot.document.inlines(of: leaf.block, at: leaf.start).plainText().bytes
    let text = String(decoding: plain, as: UTF8.self)
    if isPlaceholder(text) { report(text, at: leaf.block.contentRange(at: leaf.start)) }
  }
}

/// `<<<<<<< HEAD` at the beginning of a line.
private func checkConflictMark(_ context: BlockContext, _ reports: inout Reports) {
  let bytes = context.document.text.bytes
  let mark = Array("<<<<<<< ".utf8)
  var start = context.block.contentRange(at: 0).start
  while start < context.block.length {
    let line = bytes[(context.start + start)..<(context.start + context.block.length)]
      .prefix { $0 != 0x0A && $0 != 0x0D }
    if line.starts(with: mark) {
      reports.report(
        .placeholder, at: ByteRange(start, start + line.count),
        context.language.say(
          "A merge was not finished here: keep one of the two versions", "合并冲突没有处理完：保留其中一个版本"))
    }
    start += line.count + 1
  }
}

private let placeholders: Set<String> = [
  "example title", "report title", "your title", "your title here", "title here", "untitled",
  "sample title", "article title", "post title", "page title", "section title", "story title",
  "heading", "placeholder", "todo", "tbd", "to be done", "lorem ipsum", "example", "test title",
  "this is a summary of the report", "this is a summary", "summary of the report",
  "insert title here", "insert text here", "your text here", "your content here",
  "system diagnostic report", "system status: normal. all checks passed", "标题", "示例标题",
  "标题示例", "文章标题", "报告标题", "日报标题", "未命名", "无标题", "占位符", "占位文字", "待补充", "待完善",
  "待填写", "此处填写标题", "此处填写内容", "在此输入标题", "请输入标题", "请输入内容", "这里是标题", "这里是内容",
  "示例内容", "测试标题", "undefined", "null", "nan", "object object",
]

/// In UTF-8 bytes, with marks around them.
private let longestChinese = 36
private let longest = 120

private func isPlaceholder(_ text: String) -> Bool {
  let length = text.utf8.count
  // Nearly all Chinese headings are longer.
  guard length <= longest, length <= longestChinese || text.utf8.allSatisfy({ $0 < 0x80 }) else {
    return text.utf8.contains(0x7B) && holdsVariable(text)
  }
  var core = text.unicodeScalars[...]
  while let first = core.first, marks.contains(first) { core.removeFirst() }
  while let last = core.last, marks.contains(last) { core.removeLast() }
  let plain = String(core).lowercased()
  return placeholders.contains(plain) || plain.hasPrefix("lorem ipsum") || holdsVariable(text)
}

/// Whether a template's variable stands there: `{{title}}`, `{{ $json.title }}`, `${title}`.
private func holdsVariable(_ text: String) -> Bool {
  let bytes = Array(text.utf8)
  for (opening, closing) in [(Array("{{".utf8), Array("}}".utf8)), (Array("${".utf8), [0x7D])] {
    for start in bytes.indices where bytes[start...].starts(with: opening) {
      let name = bytes[(start + opening.count)...].prefix { $0 < 0x80 && $0 != 0x7B && $0 != 0x7D }
      if name.contains(where: { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A }),
        bytes[name.endIndex...].starts(with: closing)
      {
        return true
      }
    }
  }
  return false
}

private let marks = Set(" \n.。!！?？[]【】（）()<>《》「」“”\"'".unicodeScalars)
