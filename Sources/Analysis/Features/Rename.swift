import Archive
package import Syntax

/// The spelling under `offset` that a rename would change; `nil` where no name stands.
package func prepareRename(in snapshot: Snapshot, at offset: Int) -> ByteRange? {
  snapshot.name(at: offset)?.range
}

/// Puts `newName` in place of the spelling under `offset`, wherever this issue spells the name so.
/// Other spellings of the name, and other issues, stay.
///
/// - Returns: `nil` where no name stands, and where the new one would be none or would break the
///   front matter.
package func rename(in snapshot: Snapshot, at offset: Int, to newName: String) -> [TextEdit]? {
  guard let mention = snapshot.name(at: offset), isOneLine(newName) else { return nil }
  let bytes = snapshot.document.bytes
  let spelling = bytes[mention.range.start..<mention.range.end]
  let edits = snapshot.places(of: mention.id)
    .filter { bytes[$0.start..<$0.end].elementsEqual(spelling) }
    .map { TextEdit(range: $0, newText: newName) }
  return keepsFrontMatter(edits, snapshot.document) ? edits : nil
}

/// Whether the front matter says after the edits what it said before, but for their texts.
private func keepsFrontMatter(_ edits: [TextEdit], _ document: Document) -> Bool {
  let content = document.frontMatter.content
  let inner = edits.filter { $0.range.start >= content.start && $0.range.end <= content.end }
  if inner.isEmpty { return true }
  let old = Array(document.bytes[content.start..<content.end])
  let new = applying(
    inner.map {
      TextEdit(range: $0.range.shifted(by: -content.start), newText: $0.newText)
    }, to: old)
  let (before, after) = (YAML.parse(old), YAML.parse(new))
  return after.problems.count <= before.problems.count
    && before.root.map(scalarCount) == after.root.map(scalarCount)
}

private func scalarCount(_ node: YAMLNode) -> Int {
  if let items = node.items { return items.reduce(0) { $0 + scalarCount($1) } }
  guard let entries = node.entries else { return 1 }
  return entries.reduce(0) { $0 + scalarCount($1.key) + scalarCount($1.value) }
}

/// Whether there is something to see in the text, and no control character or end of a line.
package func isOneLine(_ text: String) -> Bool {
  let scalars = text.unicodeScalars
  return !scalars.allSatisfy(\.properties.isWhitespace)
    && !scalars.contains {
      switch $0.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator: true
      default: false
      }
    }
}
