import Archive
package import Syntax

/// What "expand selection" goes through from `offset` outwards: emphasis or link, paragraph, list
/// item, story, section, issue. Each range holds the one before it and is larger.
///
/// https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#textDocument_selectionRange
package func selectionRanges(in snapshot: Snapshot, at offset: Int) -> [ByteRange] {
  let document = snapshot.document
  let offset = min(max(offset, 0), document.text.count)
  var ranges: [ByteRange] = []
  if offset < document.frontMatter.bodyStart {
    let line = document.text.line(at: offset)
    ranges = [document.text.lineRange(line), document.frontMatter.content]
    if let opening = document.frontMatter.opening, let closing = document.frontMatter.closing {
      ranges.append(ByteRange(opening.start, closing.end))
    }
  } else {
    for (block, start) in document.body.path(to: offset).reversed() {
      if block.kind.hasInlines {
        ranges += inlineRanges(document.inlines(of: block, at: start), offset - start)
          .map { $0.shifted(by: start) }
      }
      if case .document = block.kind { continue }
      ranges.append(block.range(at: start))
    }
    if let story = snapshot.facts.storyIndex(at: offset) {
      ranges.append(snapshot.facts.stories[story].range)
    }
    for heading in snapshot.facts.headings.reversed()
    where ByteRange(heading.range.start, heading.end).contains(offset) {
      ranges.append(ByteRange(heading.range.start, trimmedEnd(of: heading, in: document.text)))
    }
  }
  ranges.append(ByteRange(0, document.text.count))
  return growing(ranges.filter { $0.touches(offset) })
}

/// The nodes around the offset, the innermost first.
private func inlineRanges(_ inlines: Inlines, _ offset: Int) -> [ByteRange] {
  var ranges: [ByteRange] = []
  for node in 0..<inlines.count {
    let range = inlines.range(node)
    guard range.contains(offset) else { continue }
    switch inlines.kind(node) {
    case .softBreak, .lineBreak, .escape, .entity: break
    default: ranges.append(range)
    }
  }
  return ranges.reversed()
}

private func trimmedEnd(of heading: IssueFacts.Heading, in text: Text) -> Int {
  var end = min(heading.end, text.count)
  while end > heading.range.end, text.bytes[end - 1] <= 0x20 { end -= 1 }
  return end
}

/// Those that hold all before them and more.
private func growing(_ ranges: [ByteRange]) -> [ByteRange] {
  var result: [ByteRange] = []
  for range in ranges.sorted(by: { $0.length < $1.length }) {
    guard let last = result.last else {
      if !range.isEmpty { result.append(range) }
      continue
    }
    if range.contains(last), range != last { result.append(range) }
  }
  return result
}
