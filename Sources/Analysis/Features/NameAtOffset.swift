package import Archive
import Syntax

extension Snapshot {
  /// The name on whose letters `offset` lies, or whose end it is.
  ///
  /// - Parameter offset: UTF-8 bytes from the start of the issue.
  package func name(at offset: Int) -> NameMention? {
    let touching = mentions(around: offset).filter { $0.range.touches(offset) }
    return touching.first { $0.range.contains(offset) } ?? touching.first
  }

  /// The names of the block or the front matter line that holds `offset`.
  func mentions(around offset: Int) -> [NameMention] {
    guard let range = readableRange(around: offset) else { return [] }
    return archive.names.mentions(in: document.bytes, range: range)
  }

  /// The leaf block or the line of front matter around `offset`, unless nobody reads it.
  func readableRange(around offset: Int) -> ByteRange? {
    if offset < document.frontMatter.bodyStart {
      return document.frontMatter.content.touches(offset)
        ? document.text.lineRange(document.text.line(at: offset)) : nil
    }
    guard let (leaf, start) = document.body.leaf(at: offset) else { return nil }
    switch leaf.kind {
    case .paragraph, .heading, .htmlBlock: return ByteRange(start, start + leaf.length)
    default: return nil
    }
  }

  /// Where the name stands in this issue, in text order.
  func places(of id: NameID) -> [ByteRange] {
    archive.names.mentions(in: document).filter { $0.id == id }.map(\.range)
  }
}
