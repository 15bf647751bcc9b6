import Archive
import Syntax

extension Rule {
  static let frontMatterWrongType: Rule = Rule(
    code: "front-matter/wrong-type",
    severity: .error,
    title: Localized("A value of another kind than usual", "值的类型与往期不同"),
    manual: Localized(
      """
      The value is a text where other issues have a list, a mapping where they have a date, and so on.
      Templates that expect the usual kind then fail or show nothing.

      Wrong:

      ```yaml
      tags: AI
      date: {year: 2026}
      ```

      Right:

      ```yaml
      tags: [AI]
      date: 2026-01-31
      ```

      What a field holds can be set as `frontMatter: {fields: {tags: {type: list}}}` in
      `.issue-lsp.yaml`. To silence it, end the line with
      `# issue-lsp-disable-line front-matter/wrong-type`.
      """,
      """
      其他各期这里是列表，这一期却是文本；或者应是日期，却写成了映射，等等。模板按通常的类型读取，就会出错或显示不出来。

      错误：

      ```yaml
      tags: AI
      date: {year: 2026}
      ```

      正确：

      ```yaml
      tags: [AI]
      date: 2026-01-31
      ```

      字段的类型可在 `.issue-lsp.yaml` 中用 `frontMatter: {fields: {tags: {type: list}}}` 指定。要屏蔽某一行，
      请在行尾加 `# issue-lsp-disable-line front-matter/wrong-type`。
      """),
    check: .frontMatter { context, reports in
      for field in context.fields where !field.isDamaged {
        let usual = context.usualKinds(of: field.key)
        guard let kind = FieldKind(field.shape), let wanted = usual.first else { continue }
        if kind == .list, usual.contains(.list) {
          reportItems(field, context, &reports)
        } else if !usual.contains(kind), isWrong(kind, usual, field, context) {
          report(field, kind, wanted, context, &reports)
        }
      }
    })
}

/// Numbers and truth values for text, and texts for dates, are other rules' business.
private func isWrong(
  _ kind: FieldKind, _ usual: [FieldKind], _ field: FrontMatterContext.Field,
  _ context: FrontMatterContext
) -> Bool {
  switch kind {
  case .list, .mapping: return true
  case .number, .boolean: return !usual.contains(.text) && !usual.contains(.date)
  case .date: return !usual.contains(.text)
  case .text: return !usual.contains(.date) && !isBracketed(field)
  }
}

/// A list with the wrong brackets is a mistake of syntax.
private func isBracketed(_ field: FrontMatterContext.Field) -> Bool {
  guard let text = field.value.scalar?.text, field.value.scalar?.style == .plain else {
    return false
  }
  return ["【", "［", "（", "「", "("].contains { text.hasPrefix($0) }
    || ["】", "］", "）", "」", ")", "]"].contains { text.hasSuffix($0) }
}

private func report(
  _ field: FrontMatterContext.Field, _ kind: FieldKind, _ wanted: FieldKind,
  _ context: FrontMatterContext, _ reports: inout Reports
) {
  let language = context.language
  var fixes: [Fix] = []
  let dashes = wanted == .list ? gluedDashes(field, context) : []
  if !dashes.isEmpty {
    reports.report(
      .frontMatterWrongType, at: context.firstLine(of: field.value.range),
      language.say(
        "a blank is missing after “-”, so the items of “\(field.key)” are one text",
        "“-”后面缺一个空格，“\(field.key)”的各项成了一段文本"),
      fixes: [
        Fix(
          title: language.say("Insert the blanks", "补上空格"), isSafe: true,
          edits: dashes.map { TextEdit(range: ByteRange($0 + 1, $0 + 1), newText: " ") })
      ])
    return
  }
  if wanted == .list, kind == .text, let text = field.value.scalar?.text,
    let items = meantItems(text)
  {
    fixes.append(
      Fix(
        title: language.say("Make it a list", "改为列表"), isSafe: true,
        edits: [
          TextEdit(range: field.value.range, newText: YAMLText.list(items))
        ]))
  } else if wanted == .text || wanted == .date, let items = field.value.items, items.count == 1,
    let only = items.first?.scalar
  {
    fixes.append(
      Fix(
        title: language.say("Take the only item", "取其中唯一的一项"), isSafe: false,
        edits: [TextEdit(range: field.value.range, newText: YAMLText.plain(only.text))]))
  }
  let evidence = context.kindEvidence(wanted, of: field.key)
  reports.report(
    .frontMatterWrongType, at: context.firstLine(of: field.value.range),
    language.say(
      "“\(field.key)” is \(kind.name(in: language)) here, \(wanted.name(in: language)) is expected\(evidence)",
      "“\(field.key)”在这里是\(kind.name(in: language))，应为\(wanted.name(in: language))\(evidence)"),
    fixes: fixes)
}

/// Where the dashes of `-AI` stand, each on a line of its own below the key.
private func gluedDashes(
  _ field: FrontMatterContext.Field, _ context: FrontMatterContext
) -> [Int] {
  guard field.value.scalar?.style == .plain else { return [] }
  let range = field.value.range
  var dashes: [Int] = []
  var start = range.start
  guard context.lines(of: field.keyRange).end <= start else { return [] }
  while start < range.end {
    let line = context.trimmed(ByteRange(start, min(context.lineEnd(of: start), range.end)))
    guard line.length > 1, context.bytes[line.start] == UInt8(ascii: "-"),
      context.bytes[line.start + 1] != UInt8(ascii: "-"), context.bytes[line.start + 1] > 0x20
    else { return [] }
    dashes.append(line.start)
    start = context.lines(of: line).end
  }
  return dashes
}

/// The items of a list that was written as one text; `nil` where marks make that uncertain.
func meantItems(_ text: String) -> [String]? {
  let separators: Set<Character> = [",", "，", "、", ";", "；"]
  let pieces = text.split(whereSeparator: { separators.contains($0) })
    .flatMap { piece in
      piece.trimmedBlanks.first == "#"
        ? piece.split(whereSeparator: \.isWhitespace) : [piece.trimmedBlanks]
    }
  let areHashtags = pieces.allSatisfy { $0.count > 1 && $0.first == "#" }
  let items = pieces.map { piece -> Substring in
    if areHashtags { return piece.dropFirst() }
    guard piece.count > 2, piece.first == "\"", piece.last == "\"" else { return piece }
    return piece.dropFirst().dropLast()
  }
  let isUncertain = items.contains { item in
    item.isEmpty || item.first == "#" || item.contains { "\"“”[]".contains($0) }
  }
  return isUncertain ? nil : items.map(String.init)
}

/// Lists of text hold neither lists nor mappings.
private func reportItems(
  _ field: FrontMatterContext.Field, _ context: FrontMatterContext, _ reports: inout Reports
) {
  let isTextual =
    FrontMatterKeys.lists.contains(field.key) || !context.others.values(of: field.key).isEmpty
  guard isTextual, let item = field.value.items?.first(where: { $0.scalar == nil }) else { return }
  let language = context.language
  let kind: FieldKind = item.entries == nil ? .list : .mapping
  reports.report(
    .frontMatterWrongType, at: context.firstLine(of: item.range),
    language.say(
      "an item of “\(field.key)” is \(kind.name(in: language)), text is expected",
      "“\(field.key)”中有一项是\(kind.name(in: language))，应为文本"),
    fixes: item.entries?.count == 1 ? [context.quoting(item.range)] : [])
}

extension FrontMatterContext {
  /// The part of `range` on its first line.
  func firstLine(of range: ByteRange) -> ByteRange {
    ByteRange(range.start, min(range.end, max(range.start, lineEnd(of: range.start))))
  }

  /// “, as in 118 of 121 other issues”, or nothing.
  func kindEvidence(_ kind: FieldKind, of key: String) -> String {
    for group in [peers, others] where group.count(having: key) > 0 {
      let count = FieldShape.allCases.reduce(0) {
        $0 + (FieldKind($1) == kind ? group.count(key, shaped: $1) : 0)
      }
      let total = group.count(having: key)
      return language.say(
        " (so in \(evidence(count, of: total, in: group)))",
        "（\(evidence(count, of: total, in: group))如此）")
    }
    return ""
  }
}

extension YAMLText {
  /// A list in brackets.
  static func list(_ items: [String]) -> String {
    "[" + items.map(quoted).joined(separator: ", ") + "]"
  }
}

extension Substring {
  /// Without blanks at either end.
  var trimmedBlanks: Substring {
    var text = self
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}
