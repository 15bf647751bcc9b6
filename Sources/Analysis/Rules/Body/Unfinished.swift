import Archive
import Syntax

extension Rule {
  static let unfinished = Rule(
    body: "unfinished",
    severity: .warning,
    title: Localized("The issue seems to stop before its end", "文章似乎没有写完"),
    manual: Localized(
      """
      The issue stops in the middle of a sentence, or in a code block or comment that is never closed and
      takes in all that follows. Or it is far shorter than the issues of the archive and
      has none of their sections. A generator was perhaps cut off, or the wrong file saved.

      Read the end of the issue and complete it.
      """,
      """
      文章在句子中间结束；或者代码块、注释没有结束标记，后面的内容都被吞掉；或者文章比以往各期短得多而且没有任何小节。可能生成时被截断，或者存错了文件。

      请检查文章结尾并补全。
      """),
    check: .text(checkUnfinished))
}

private func checkUnfinished(_ snapshot: Snapshot, _ reports: inout Reports) {
  let facts = snapshot.facts
  let language = snapshot.language
  let category = snapshot.archive.conventions.shape.category(snapshot.header.category)
  let length = snapshot.document.text.count - snapshot.document.body.start
  if snapshot.isNews, category.issues >= 5, category.withSections * 10 >= category.issues * 9,
    !facts.headings.contains(where: { $0.level == 2 || $0.level == 3 }),
    length * 4 < category.medianLength, length > 0
  {
    let start = snapshot.document.body.start
    let line = snapshot.document.text.lineRange(snapshot.document.text.line(at: start))
    let share = max(1, length * 100 / category.medianLength)
    reports.report(
      .unfinished, at: facts.headings.first?.range ?? line,
      language.say(
        "No sections, and only \(share) % as long as issues usually are",
        "没有小节，篇幅只有以往各期的 \(share)%"))
    return
  }
  guard let end = unclosed(in: snapshot) ?? openEnd(of: snapshot) else { return }
  reports.report(.unfinished, at: end.range, end.message)
}

/// Where a code block or comment opens that takes in the rest of the issue.
private func unclosed(in snapshot: Snapshot) -> (range: ByteRange, message: String)? {
  guard let last = snapshot.facts.leaves.last, last.isTopLevel else { return nil }
  let language = snapshot.language
  let bytes = snapshot.document.bytes
  let start = last.start + last.block.inset
  switch last.block.kind {
  case .fencedCode(let fence) where !fence.isClosed:
    return (
      ByteRange(start, start + fence.length),
      language.say("The code block that begins here is never closed", "这里开始的代码块没有结束")
    )
  case .htmlBlock(start: 2, isClosed: false):
    let content = last.block.contentRange(at: last.start).clamped(to: bytes.count)
    // Nothing is hidden yet where it has just been opened.
    guard bytes[content.start..<content.end].split(whereSeparator: { $0 <= 0x20 }).count > 1
    else { return nil }
    return (
      ByteRange(start, start + 4),
      language.say("The comment that begins here is never closed", "这里开始的注释没有结束")
    )
  default: return nil
  }
}

/// The last leaf with text; what a rule sets apart at the end is an imprint, unless it has a heading.
private func lastProse(_ facts: IssueFacts) -> IssueFacts.Leaf? {
  let leaves = facts.leaves
  // A rule high up parts the text itself.
  let rule = leaves[((leaves.count * 3 + 3) / 4)...].lastIndex { $0.isRule && $0.isTopLevel }
  let end = rule.flatMap { rule in
    leaves[rule...].contains { $0.block.kind.headingLevel != nil } ? nil : rule
  }
  return leaves[..<(end ?? leaves.count)].last { leaf in
    switch leaf.block.kind {
    case .htmlBlock, .definitions, .thematicBreak: false
    default: true
    }
  }
}

private func openEnd(of snapshot: Snapshot) -> (range: ByteRange, message: String)? {
  guard let leaf = lastProse(snapshot.facts), case .paragraph = leaf.block.kind else { return nil }
  let plain = snapshot.document.inlines(of: leaf.block, at: leaf.start).plainText()
  var end = plain.bytes.count
  while end > 0, plain.bytes[end - 1] <= 0x20 { end -= 1 }
  let text = plain.bytes[..<end]
  // A comma, an opening bracket or an opening quotation mark ends no text.
  for mark in ["，", "、", "（", "“", "《", "「", ",", "("] where text.count > mark.utf8.count {
    if text.suffix(mark.utf8.count).elementsEqual(mark.utf8) {
      let range = plain.source(ByteRange(end - mark.utf8.count, end)).shifted(by: leaf.start)
      return (
        range,
        snapshot.language.say("The issue stops in the middle of a sentence", "文章在句子中间结束")
      )
    }
  }
  return nil
}
