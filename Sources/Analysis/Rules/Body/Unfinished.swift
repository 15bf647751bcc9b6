import Archive
import Syntax

extension Rule {
  static let unfinished = Rule(
    body: "unfinished",
    severity: .warning,
    title: Localized("The issue seems to stop before its end", "文章似乎没有写完"),
    manual: Localized(
      """
      The issue stops in the middle of a sentence, or is far shorter than the issues of the archive and
      has none of their sections. A generator was perhaps cut off, or the wrong file saved.

      Read the end of the issue and complete it.
      """,
      """
      文章在句子中间结束，或者比以往各期短得多而且没有任何小节。可能生成时被截断，或者存错了文件。

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
    reports.report(
      .unfinished, at: facts.headings.first?.range ?? line,
      language.say(
        "No sections, and \(length) bytes where issues usually have \(category.medianLength)",
        "没有小节，只有 \(length) 字节，以往各期通常有 \(category.medianLength) 字节"))
    return
  }
  guard let last = lastProse(facts), let cause = openEnd(of: last, snapshot) else { return }
  reports.report(
    .unfinished, at: cause.range,
    language.say(
      "The issue stops in the middle of a sentence", "文章在句子中间结束"))
}

/// The last leaf with text; what a rule sets apart at the end is an imprint.
private func lastProse(_ facts: IssueFacts) -> IssueFacts.Leaf? {
  let leaves = facts.leaves
  // A rule high up parts the text itself.
  let end = leaves[((leaves.count * 3 + 3) / 4)...].lastIndex { $0.isRule && $0.isTopLevel }
  return leaves[..<(end ?? leaves.count)].last { leaf in
    switch leaf.block.kind {
    case .htmlBlock, .definitions, .thematicBreak: false
    default: true
    }
  }
}

private func openEnd(
  of leaf: IssueFacts.Leaf, _ snapshot: Snapshot
) -> (range: ByteRange, Void)? {
  switch leaf.block.kind {
  case .fencedCode(let fence) where !fence.isClosed && leaf.isTopLevel:
    return (ByteRange(leaf.start, leaf.start + leaf.block.inset + fence.length), ())
  case .paragraph: break
  default: return nil
  }
  let plain = snapshot.document.inlines(of: leaf.block, at: leaf.start).plainText()
  var end = plain.bytes.count
  while end > 0, plain.bytes[end - 1] <= 0x20 { end -= 1 }
  let text = plain.bytes[..<end]
  // A comma, an opening bracket or an opening quotation mark ends no text.
  for mark in ["，", "、", "（", "“", "《", "「", ",", "("] where text.count > mark.utf8.count {
    if text.suffix(mark.utf8.count).elementsEqual(mark.utf8) {
      let range = plain.source(ByteRange(end - mark.utf8.count, end)).shifted(by: leaf.start)
      return (range, ())
    }
  }
  return nil
}
