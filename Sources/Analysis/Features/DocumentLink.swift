import Archive
package import Syntax

/// A place that leads somewhere.
///
/// https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#textDocument_documentLink
package struct DocumentLink: Sendable, Equatable {
  /// Where the destination is written, in UTF-8 bytes of the text.
  package var range: ByteRange
  /// As it is written, entities and backslashes resolved; it may be relative to the issue.
  package var target: String
}

/// The links of the body in text order: written out, in pointed brackets, or bare.
package func documentLinks(in snapshot: Snapshot) -> [DocumentLink] {
  var links: [DocumentLink] = []
  let document = snapshot.document
  for leaf in snapshot.facts.leaves where leaf.block.kind.hasInlines {
    guard !leaf.isProse else { continue }
    let inlines = document.inlines(of: leaf.block, at: leaf.start)
    var found: [DocumentLink] = []
    for node in 0..<inlines.count {
      guard let link = inlines.link(node), let range = link.destinationRange,
        !link.target.destination.isEmpty, link.target.destination.first != UInt8(ascii: "#")
      else { continue }
      found.append(
        DocumentLink(
          range: range.shifted(by: leaf.start),
          target: String(decoding: link.target.destination, as: UTF8.self)))
    }
    for range in inlines.bareURLs() {
      let place = range.shifted(by: leaf.start).clamped(to: document.bytes.count)
      let url = String(decoding: document.bytes[place.start..<place.end], as: UTF8.self)
      found.append(DocumentLink(range: place, target: url))
    }
    links += found.sorted { $0.range.start < $1.range.start }
  }
  return links
}
