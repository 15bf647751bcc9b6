import Syntax

extension Rule {
  static let frontMatterEncoding: Rule = Rule(
    code: "front-matter/encoding",
    severity: .error,
    title: Localized("The file is not clean UTF-8 text", "文件不是规范的 UTF-8 文本"),
    manual: Localized(
      """
      An issue is UTF-8 text without a byte order mark and with one kind of line ending. Bytes of
      another encoding (GBK, UTF-16) show as garbage or stop the build; a byte order mark hides the
      opening `---` from many site generators; mixed line endings confuse diffs and scripts.

      To mend it, save the file as “UTF-8” (not “UTF-8 with BOM”), or take the fix that converts the
      line endings. To silence it, set `front-matter/encoding: off` under `rules` in
      `.issue-lsp.yaml`.
      """,
      """
      一期内容应是不带 BOM 的 UTF-8 文本，并且只用一种换行符。其他编码（GBK、UTF-16）的字节会显示为乱码，甚至使构建失败；
      BOM 会让许多站点生成器认不出开头的 `---`；混用换行符会干扰 diff 和脚本。

      请把文件另存为“UTF-8”（不是“带 BOM 的 UTF-8”），或采用转换换行符的修复。要关闭本规则，请在
      `.issue-lsp.yaml` 的 `rules` 下设置 `front-matter/encoding: off`。
      """),
    check: .frontMatter { context, reports in
      if reportForeignEncoding(context, &reports) { return }
      reportByteOrderMark(context, &reports)
      reportNull(context, &reports)
      reportLineEndings(context, &reports)
    })
}

/// - Returns: whether there is nothing else to say.
private func reportForeignEncoding(
  _ context: FrontMatterContext, _ reports: inout Reports
) -> Bool {
  let bytes = context.bytes
  if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
    reports.report(
      .frontMatterEncoding, at: ByteRange(0, 2),
      context.language.say(
        "this file is UTF-16: save it as UTF-8", "文件是 UTF-16 编码：请另存为 UTF-8"))
    return true
  }
  let whole = ByteRange(0, bytes.count)
  let unreadable = context.unreadable.first { bytes[$0.start] != 0 }
  guard let first = unreadable ?? invalidUTF8(in: bytes, whole).first else {
    return false
  }
  let isChinese = looksLikeGBK(bytes, first.start)
  reports.report(
    .frontMatterEncoding, at: first,
    isChinese
      ? context.language.say(
        "these bytes are no UTF-8, but probably GBK: save the file as UTF-8",
        "这里的字节不是 UTF-8，可能是 GBK：请将文件另存为 UTF-8")
      : context.language.say(
        "this byte is no UTF-8: save the file as UTF-8", "这个字节不是 UTF-8：请将文件另存为 UTF-8"))
  return false
}

/// Pairs of bytes in the range of GBK, several in a row.
private func looksLikeGBK(_ bytes: [UInt8], _ start: Int) -> Bool {
  var i = start
  var pairs = 0
  while i + 1 < bytes.count, (0x81...0xFE).contains(bytes[i]),
    (0x40...0xFE).contains(bytes[i + 1])
  {
    pairs += 1
    i += 2
  }
  return pairs >= 2
}

private func reportByteOrderMark(_ context: FrontMatterContext, _ reports: inout Reports) {
  guard context.bytes.starts(with: [0xEF, 0xBB, 0xBF]) else { return }
  let mark = ByteRange(0, 3)
  reports.report(
    .frontMatterEncoding, at: mark,
    context.language.say(
      "a byte order mark stands before the text: many site generators do not see the front matter then",
      "文件开头有 BOM：许多站点生成器会因此认不出 front matter"),
    severity: .warning,
    fixes: [
      Fix(
        title: context.language.say("Remove the byte order mark", "删除 BOM"), isSafe: true,
        edits: [TextEdit(range: mark, newText: "")])
    ])
}

private func reportNull(_ context: FrontMatterContext, _ reports: inout Reports) {
  guard let place = context.unreadable.first(where: { context.bytes[$0.start] == 0 }) else {
    return
  }
  reports.report(
    .frontMatterEncoding, at: place,
    context.language.say("a NUL character", "NUL 字符"),
    fixes: [
      Fix(
        title: context.language.say("Remove it", "删除"), isSafe: true,
        edits: [TextEdit(range: place, newText: "")])
    ])
}

/// One report for all line endings of the rarer kinds, from the start to the first line of the body.
private func reportLineEndings(_ context: FrontMatterContext, _ reports: inout Reports) {
  let bytes = context.bytes
  let limit = min(bytes.count, max(context.matter.lookaheadEnd, context.matter.bodyStart))
  var endings: [(range: ByteRange, kind: Int)] = []
  var i = 0
  while i < limit {
    if bytes[i] == 0x0D {
      let isPair = i + 1 < bytes.count && bytes[i + 1] == 0x0A
      endings.append((ByteRange(i, i + (isPair ? 2 : 1)), isPair ? 1 : 2))
      i += isPair ? 2 : 1
    } else {
      if bytes[i] == 0x0A { endings.append((ByteRange(i, i + 1), 0)) }
      i += 1
    }
  }
  var counts = [0, 0, 0]
  for ending in endings { counts[ending.kind] += 1 }
  // Of two kinds that are level, that of the body is the file's.
  let bodyKind = endings.last?.kind ?? 0
  let usual =
    counts.indices.max {
      (counts[$0], $0 == bodyKind ? 1 : 0) < (counts[$1], $1 == bodyKind ? 1 : 0)
    } ?? 0
  let odd = endings.filter { $0.kind != usual }
  guard let first = odd.first else { return }
  let names = ["LF", "CRLF", "CR"]
  let line = [[UInt8(0x0A)], [0x0D, 0x0A], [0x0D]][usual]
  let text = context.snapshot.document.text
  reports.report(
    .frontMatterEncoding,
    at: ByteRange(text.lineStart(text.line(at: first.range.start)), first.range.end),
    context.language.say(
      "the line ends with \(names[first.kind]), \(counts[usual]) others with \(names[usual])",
      "这一行以 \(names[first.kind]) 结尾，其他 \(counts[usual]) 行以 \(names[usual]) 结尾"),
    severity: .warning,
    fixes: [
      Fix(
        title: context.language.say("End all lines with \(names[usual])", "统一为 \(names[usual])"),
        isSafe: true, edits: odd.map { TextEdit(range: $0.range, newText: line) })
    ])
}

/// NUL characters, runs of them joined.
func nulls(in bytes: [UInt8], _ range: ByteRange) -> [ByteRange] {
  var found: [ByteRange] = []
  for i in range.start..<range.end where bytes[i] == 0 {
    if let last = found.last, last.end == i {
      found[found.count - 1] = ByteRange(last.start, i + 1)
    } else {
      found.append(ByteRange(i, i + 1))
    }
  }
  return found
}

/// The stretches of `range` that are no UTF-8, nearby ones joined.
func invalidUTF8(in bytes: [UInt8], _ range: ByteRange) -> [ByteRange] {
  let range = range.clamped(to: bytes.count)
  guard var i = firstInvalidUTF8(in: bytes, range) else { return [] }
  var found: [ByteRange] = []
  while i < range.end {
    let length = scalarLength(at: i, in: bytes, to: range.end)
    if length == 0 {
      if let last = found.last, i - last.end <= 2 {
        found[found.count - 1] = ByteRange(last.start, i + 1)
      } else {
        found.append(ByteRange(i, i + 1))
      }
    }
    i += max(length, 1)
  }
  return found
}
