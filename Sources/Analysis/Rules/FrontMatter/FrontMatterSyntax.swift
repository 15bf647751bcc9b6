import Archive
import Syntax

extension Rule {
  static let frontMatterSyntax: Rule = Rule(
    code: "front-matter/syntax",
    severity: .error,
    title: Localized("The front matter is not the YAML that was meant", "front matter 的 YAML 写法有误"),
    manual: Localized(
      """
      The front matter breaks the rules of YAML, or keeps them and says something else than its
      writer meant. The site then fails to build, or shows a cut or garbled value. The message names
      the cause: a full-width `：`, `，` or `“”`, a missing blank after `:`, a tab, a quote or bracket
      that is not closed, a bad escape, wrong indentation, `: ` or ` #` in a value without quotes, a
      value that begins with `@`, `*`, `&` or a backquote.

      Wrong:

      ```yaml
      title：AI: 本周要闻
      tags: ["AI"，"日报"]
      ```

      Right:

      ```yaml
      title: "AI: 本周要闻"
      tags: ["AI", "日报"]
      ```

      To mend it, take the offered fix, or put the value in double quotes. To silence it on one line,
      end the line with `# issue-lsp-disable-line front-matter/syntax`.
      """,
      """
      front matter 违反了 YAML 语法，或者语法没错、意思却不是作者想写的。站点会因此构建失败，或显示被截断、错乱的
      内容。提示会说明原因：全角的 `：`、`，`、`“”`，`:` 后缺空格，制表符，引号或括号没有闭合，错误的转义，缩进不对，
      没加引号的值里有 `: ` 或 ` #`，值以 `@`、`*`、`&` 或反引号开头。

      错误：

      ```yaml
      title：AI: 本周要闻
      tags: ["AI"，"日报"]
      ```

      正确：

      ```yaml
      title: "AI: 本周要闻"
      tags: ["AI", "日报"]
      ```

      可采用所给的修复，或给值加上双引号。要在某一行屏蔽本规则，请在行尾加
      `# issue-lsp-disable-line front-matter/syntax`。
      """),
    check: .frontMatter { context, reports in
      guard context.matter.isPresent else { return }
      let told = reportProblems(context, &reports)
      reportRoot(context, &reports)
      for field in context.fields
      where !field.entry.isDamaged && (!field.isDamaged || field.isStolen) {
        reportSuspicion(field, context, &reports)
      }
      for swallowed in context.swallowedKeys {
        reports.report(
          .frontMatterSyntax, at: swallowed.range,
          context.language.say(
            "“\(swallowed.key)” is indented, so it is part of the text above",
            "“\(swallowed.key)”有缩进，成了上面文本的一部分"),
          fixes: [
            Fix(
              title: context.language.say("Remove the indentation", "删除缩进"), isSafe: true,
              edits: [TextEdit(range: swallowed.range, newText: "")])
          ])
      }
      reportTrailingBlanks(context, told: told, &reports)
    })
}

/// Reports what the parser found, one report a line.
///
/// - Returns: the lines with a report.
private func reportProblems(
  _ context: FrontMatterContext, _ reports: inout Reports
) -> Set<Int> {
  var told: Set<Int> = []
  var trial = SyntaxTrial(context)
  let text = context.snapshot.document.text
  for problem in context.matter.yaml.problems {
    let line = text.line(at: problem.range.start)
    guard !told.contains(line), !context.isUnreadable(at: problem.range.start),
      problem.cause != .quotedIndentation, !problem.isSuspicion || context.unreadable.isEmpty
    else { continue }
    if problem.cause == .controlCharacter, context.bytes[problem.range.start] == 0 { continue }
    told.insert(line)
    let severity: Severity =
      problem.cause.isTolerated ? .info : problem.isSuspicion ? .warning : .error
    reports.report(
      .frontMatterSyntax, at: problem.range, problem.message(in: context), severity: severity,
      fixes: problem.fixes(in: context).filter { trial.mends(problem, $0) })
  }
  return told
}

/// Tries fixes out: one that leaves its mistake where it was would be made again and again.
private struct SyntaxTrial {
  private let content: ByteRange
  private let bytes: [UInt8]
  private let problemCount: Int
  /// Bytes that may still be parsed: a front matter may be nothing but mistakes.
  private var budget = 1 << 20

  init(_ context: FrontMatterContext) {
    content = context.matter.content
    bytes = Array(context.bytes[content.start..<content.end])
    problemCount = context.matter.yaml.problems.count
  }

  mutating func mends(_ problem: YAMLProblem, _ fix: Fix) -> Bool {
    budget -= bytes.count
    guard budget >= 0 else { return false }
    let edits = fix.edits.map {
      TextEdit(range: $0.range.shifted(by: -content.start), newText: $0.newText)
    }
    guard edits.allSatisfy({ $0.range.start >= 0 && $0.range.end <= bytes.count }) else {
      return true
    }
    let place = edits.reduce(problem.range.start - content.start) {
      $1.range.end <= problem.range.start - content.start
        ? $0 + $1.newText.count - $1.range.length : $0
    }
    let mended = applying(edits, to: bytes)
    let left = YAML.parse(mended, in: ByteRange(0, mended.count)).problems
    return left.count <= problemCount
      && !left.contains { $0.cause == problem.cause && $0.range.start == place }
  }
}

/// Front matter is a mapping, or it is of no use.
private func reportRoot(_ context: FrontMatterContext, _ reports: inout Reports) {
  guard let root = context.matter.yaml.root, root.entries == nil,
    context.matter.yaml.problems.isEmpty
  else { return }
  reports.report(
    .frontMatterSyntax, at: root.range,
    context.language.say(
      "front matter consists of lines such as “title: …”, and this is none",
      "front matter 应由“title: …”这样的行组成，这里不是"))
}

// MARK: - Valid, but not what was meant

private func reportSuspicion(
  _ field: FrontMatterContext.Field, _ context: FrontMatterContext, _ reports: inout Reports
) {
  if let glued = gluedKey(field, context) {
    return reports.report(
      .frontMatterSyntax, at: glued.mark,
      context.language.say(
        "“\(glued.name)” must be followed by “:” and a blank; as it stands, all up to the next colon is the key",
        "“\(glued.name)”后面应是“: ”（半角冒号加空格），现在到下一个冒号为止都成了键"),
      fixes: [
        Fix(
          title: context.language.say("Write “: ”", "改为“: ”"), isSafe: true,
          edits: [TextEdit(range: glued.mark, newText: ": ")])
      ])
  }
  if reportSwallowedComment(field, context, &reports) { return }
  if reportStolenStart(field, context, &reports) { return }
  reportWideMarks(field, context, &reports)
}

/// `title:AI: more` has the key `title:AI`.
private func gluedKey(
  _ field: FrontMatterContext.Field, _ context: FrontMatterContext
) -> (name: String, mark: ByteRange)? {
  guard field.entry.key.scalar?.style == .plain else { return nil }
  let key = Array(field.key.utf8)
  guard let end = key.firstIndex(where: { !($0.isASCIILetter || $0 == UInt8(ascii: "_")) }), end > 0
  else { return nil }
  let length =
    key[end] == UInt8(ascii: ":") ? 1 : key[end...].starts(with: "：".utf8) ? 3 : 0
  guard length > 0 else { return nil }
  let name = String(decoding: key[..<end], as: UTF8.self)
  guard FrontMatterKeys.common.contains(name) || context.others.count(having: name) > 0 else {
    return nil
  }
  let start = field.keyRange.start + end
  return (name, ByteRange(start, start + length))
}

/// ` #` cuts a value without quotes short.
private func reportSwallowedComment(
  _ field: FrontMatterContext.Field, _ context: FrontMatterContext, _ reports: inout Reports
) -> Bool {
  let nodes = field.value.items ?? [field.value]
  for node in nodes where node.alias == nil {
    guard let scalar = node.scalar, scalar.style == .plain, !node.isFlow,
      let comment = context.comment(after: node, of: field),
      isSwallowed(comment, by: scalar.text, field, context)
    else { continue }
    let start = node.range.isEmpty ? comment.start : node.range.start
    let whole = ByteRange(start, context.trimmed(comment).end)
    reports.report(
      .frontMatterSyntax, at: comment,
      context.language.say(
        "“ #” begins a comment, so the value ends before it: put the value in quotes",
        "“ #”之后成了注释，值在它前面就结束了：请给值加上引号"),
      severity: .warning,
      fixes: [context.quoting(whole)])
    return true
  }
  return false
}

private func isSwallowed(
  _ comment: ByteRange, by value: String, _ field: FrontMatterContext.Field,
  _ context: FrontMatterContext
) -> Bool {
  let text = context.text(context.trimmed(comment))
  if text.utf8.starts(with: "# issue-lsp-".utf8) || text.utf8.starts(with: "#issue-lsp-".utf8) {
    return false
  }
  guard context.usualKinds(of: field.key).contains(where: { $0 == .text || $0 == .list }) else {
    return false
  }
  if field.key == "title", let heading = context.heading {
    if heading.isTitle(value.isEmpty ? text : value + " " + text) { return true }
    if heading.isTitle(value) { return false }
  }
  // `#1` and `#AI` are no comments in the eyes of a writer, `# note` is one.
  let second = text.utf8.dropFirst().first
  return second.map { $0 != 0x20 && $0 != 0x09 && $0 != UInt8(ascii: "#") } ?? false
}

/// `&name` and `!name` at the start of a value take a word away from it.
private func reportStolenStart(
  _ field: FrontMatterContext.Field, _ context: FrontMatterContext, _ reports: inout Reports
) -> Bool {
  guard field.isStolen else { return false }
  let isTag = field.value.tag != nil
  let line = context.trimmed(
    ByteRange(context.afterColon(field), context.lineEnd(of: field.keyRange.end)))
  reports.report(
    .frontMatterSyntax, at: ByteRange(line.start, min(line.start + 1, line.end)),
    isTag
      ? context.language.say(
        "“!” at the start of a value makes a tag of the first word: put the value in quotes",
        "值以“!”开头，第一个词会被当成标签：请给值加上引号")
      : context.language.say(
        "“&” at the start of a value makes an anchor of the first word: put the value in quotes",
        "值以“&”开头，第一个词会被当成锚点：请给值加上引号"),
    severity: .warning, fixes: [context.quoting(line)])
  return true
}

/// Full-width quotes, brackets and commas are text to YAML.
private func reportWideMarks(
  _ field: FrontMatterContext.Field, _ context: FrontMatterContext, _ reports: inout Reports
) {
  if let items = field.value.items {
    var edits: [TextEdit] = []
    var place: ByteRange?
    var isComma = false
    for item in items where item.scalar?.style == .plain && item.alias == nil {
      let marks = context.wideMarks(in: item.range, isItem: true, isFlow: field.value.isFlow)
      guard !marks.isEmpty, !context.isUsualItem(item, of: field.key) else { continue }
      place = place ?? item.range
      isComma = isComma || marks.contains { $0.newText == Array(", ".utf8) }
      edits += marks
    }
    guard let place else { return }
    reports.report(
      .frontMatterSyntax, at: place,
      isComma
        ? context.language.say(
          "a full-width comma does not separate items: write “,”", "全角逗号不能分隔各项：请用半角“,”")
        : context.language.say(
          "full-width quotes are no quotes to YAML, they become part of the item: write “\"”",
          "YAML 不认全角引号，它们会成为内容的一部分：请用半角“\"”"),
      severity: .warning,
      fixes: [
        Fix(
          title: context.language.say("Use half-width marks", "改用半角符号"), isSafe: true, edits: edits)
      ])
    return
  }
  guard let scalar = field.value.scalar, scalar.style == .plain, field.value.alias == nil,
    !field.value.range.isEmpty
  else { return }
  reportWideBrackets(field, context, &reports)
  let marks = context.wideMarks(in: field.value.range, isItem: false, isFlow: false)
  guard marks.count == 2, !isTitleOfHeading(field, context) else { return }
  reports.report(
    .frontMatterSyntax, at: field.value.range,
    context.language.say(
      "full-width quotes are no quotes to YAML, they become part of the value: write “\"”",
      "YAML 不认全角引号，它们会成为值的一部分：请用半角“\"”"),
    severity: .warning,
    fixes: [
      Fix(
        title: context.language.say("Use half-width quotes", "改用半角引号"), isSafe: true, edits: marks)
    ])
}

/// A title may stand in Chinese quotes as a whole: then its heading does, too.
private func isTitleOfHeading(
  _ field: FrontMatterContext.Field, _ context: FrontMatterContext
) -> Bool {
  guard field.key == "title" else { return false }
  guard let heading = context.heading, let text = field.value.scalar?.text else { return true }
  return heading.isTitle(text)
}

/// `tags: 【"AI","日报"】` is one text.
private func reportWideBrackets(
  _ field: FrontMatterContext.Field, _ context: FrontMatterContext, _ reports: inout Reports
) {
  guard context.usualKinds(of: field.key) == [.list], let text = field.value.scalar?.text else {
    return
  }
  let opens = ["【", "［", "（", "「", "("].first { text.hasPrefix($0) }
  let closes = ["】", "］", "）", "」", ")", "]"].first { text.hasSuffix($0) }
  guard opens != nil || closes != nil else { return }
  var edits: [TextEdit] = []
  let range = field.value.range
  if let opens {
    edits.append(
      TextEdit(range: ByteRange(range.start, range.start + opens.utf8.count), newText: "["))
  } else {
    edits.append(TextEdit(range: ByteRange(range.start, range.start), newText: "["))
  }
  if let closes, closes != "]" {
    edits.append(TextEdit(range: ByteRange(range.end - closes.utf8.count, range.end), newText: "]"))
  } else if closes == nil {
    edits.append(TextEdit(range: ByteRange(range.end, range.end), newText: "]"))
  }
  reports.report(
    .frontMatterSyntax, at: range,
    context.language.say(
      "a list stands in “[” and “]”; as it is, the whole is one text",
      "列表应写在半角“[”和“]”中，现在整体成了一段文本"),
    fixes: [
      Fix(
        title: context.language.say("Use “[” and “]”", "改用“[”和“]”"), isSafe: true, edits: edits)
    ])
}

// MARK: - Blanks at the end

private func reportTrailingBlanks(
  _ context: FrontMatterContext, told: Set<Int>, _ reports: inout Reports
) {
  let text = context.snapshot.document.text
  let content = context.matter.content
  guard !content.isEmpty else { return }
  let first = text.line(at: content.start)
  let last = text.line(at: max(content.start, content.end - 1))
  for line in first...max(first, last) where !told.contains(line) {
    let range = text.lineRange(line)
    let stop = context.trimmed(range).end
    guard stop < range.end, stop > range.start, !context.isInBlockScalar(stop),
      context.bytes[stop - 1] != UInt8(ascii: ":")
    else { continue }
    let blanks = ByteRange(stop, range.end)
    reports.report(
      .frontMatterSyntax, at: blanks,
      context.language.say("blanks at the end of the line", "行尾有多余的空白"), severity: .hint,
      fixes: [
        Fix(
          title: context.language.say("Remove them", "删除"), isSafe: true,
          edits: [TextEdit(range: blanks, newText: "")])
      ])
  }
  for field in context.fields where !field.isDamaged {
    guard let scalar = field.value.scalar, scalar.style != .plain, scalar.style != .literal,
      scalar.style != .folded, field.key == "title", scalar.text.last?.isWhitespace == true
    else { continue }
    let inside = ByteRange(field.value.range.start + 1, field.value.range.end - 1)
    let blanks = ByteRange(context.trimmed(inside).end, inside.end)
    reports.report(
      .frontMatterSyntax, at: blanks,
      context.language.say("the title ends in blanks", "标题末尾有空白"), severity: .hint,
      fixes: [
        Fix(
          title: context.language.say("Remove them", "删除"), isSafe: true,
          edits: [TextEdit(range: blanks, newText: "")])
      ])
  }
}
