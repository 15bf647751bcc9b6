import Archive
package import Syntax

/// The spelling under `offset` that a rename would change; `nil` where no name stands.
package func prepareRename(in snapshot: Snapshot, at offset: Int) -> ByteRange? {
  snapshot.name(at: offset)?.range
}

/// Puts `newName` in place of the spelling under `offset`, wherever this issue spells the name so.
/// Other spellings of the name, other issues, and the labels of reference links stay.
///
/// - Returns: `nil` where no name stands, and where the new one would be none or would break the
///   front matter or the Markdown around it.
package func rename(in snapshot: Snapshot, at offset: Int, to newName: String) -> [TextEdit]? {
  guard let mention = snapshot.name(at: offset), isOneLine(newName) else { return nil }
  let document = snapshot.document
  let bytes = document.bytes
  let spelling = bytes[mention.range.start..<mention.range.end]
  let structure = structure(of: document)
  func keepsStructure(_ places: [ByteRange], _ name: String) -> Bool {
    structure
      == Analysis.structure(
        of: Document(
          bytes: applying(places.map { TextEdit(range: $0, newText: name) }, to: bytes)))
  }
  /// Without those where any name would break something, by halves: few are.
  func free(_ places: [ByteRange]) -> [ByteRange] {
    if places.isEmpty || keepsStructure(places, "x") { return places }
    if places.count == 1 { return [] }
    let half = places.count / 2
    return free(Array(places[..<half])) + free(Array(places[half...]))
  }
  let places = free(
    snapshot.places(of: mention.id).filter { bytes[$0.start..<$0.end].elementsEqual(spelling) })
  let edits = places.map { TextEdit(range: $0, newText: newName) }
  guard !edits.isEmpty, keepsFrontMatter(edits, document), keepsStructure(places, newName) else {
    return nil
  }
  return edits
}

/// The elements of the body with all that is not text.
private func structure(of document: Document) -> [ArraySlice<UInt8>] {
  let xml = XMLPrinter.print(document.body, of: document.bytes)
  var isHTML = false
  return xml.split(separator: UInt8(ascii: "\n")).filter { line in
    let element = line.drop { $0 == 0x20 }
    if element.starts(with: "<html_block".utf8) { isHTML = true }
    defer { if element.reversed().starts(with: "</html_block>".utf8.reversed()) { isHTML = false } }
    return !isHTML && !element.starts(with: "<text".utf8)
  }
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
  return !scalars.allSatisfy {
    $0.properties.isWhitespace || $0.properties.generalCategory == .format
  }
    && !scalars.contains {
      switch $0.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator: true
      default: false
      }
    }
}
