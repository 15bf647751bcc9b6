import Archive
import Syntax

/// Lines that can be folded into the first of them. Lines count from 0; the last one is folded too.
///
/// https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#textDocument_foldingRange
package struct FoldingRange: Sendable, Equatable {
  package enum Kind: Sendable, Equatable {
    case region
    case comment
  }

  package var startLine: Int
  package var endLine: Int
  package var kind: Kind

  package init(startLine: Int, endLine: Int, kind: Kind) {
    self.startLine = startLine
    self.endLine = endLine
    self.kind = kind
  }
}

/// The front matter, what stands below each heading, and blocks of several lines; by start.
package func foldingRanges(in snapshot: Snapshot) -> [FoldingRange] {
  let document = snapshot.document
  let text = document.text
  var ranges: [FoldingRange] = []
  func fold(from start: Int, to end: Int, _ kind: FoldingRange.Kind = .region) {
    var end = min(end, text.count)
    while end > start, text.bytes[end - 1] <= 0x20 { end -= 1 }
    guard end > start else { return }
    let (first, last) = (text.line(at: start), text.line(at: end - 1))
    if last > first { ranges.append(FoldingRange(startLine: first, endLine: last, kind: kind)) }
  }
  if let opening = document.frontMatter.opening, let closing = document.frontMatter.closing {
    fold(from: opening.start, to: closing.end)
  }
  for heading in snapshot.facts.headings { fold(from: heading.range.start, to: heading.end) }
  document.body.forEachBlock { block, start, _ in
    let range = block.range(at: start)
    switch block.kind {
    case .item, .blockQuote, .fencedCode, .indentedCode: fold(from: range.start, to: range.end)
    case .htmlBlock(let condition, _):
      fold(from: range.start, to: range.end, condition == 2 ? .comment : .region)
    default: break
    }
    return true
  }
  return ranges.sorted { ($0.startLine, $1.endLine) < ($1.startLine, $0.endLine) }
}
