import Archive
package import Syntax

/// The spelling under `offset` that a rename would change; `nil` where no name stands.
package func prepareRename(in snapshot: Snapshot, at offset: Int) -> ByteRange? {
  snapshot.name(at: offset)?.range
}

/// Puts `newName` in place of the spelling under `offset`, wherever this issue spells the name so.
/// Other spellings of the name, and other issues, stay.
package func rename(in snapshot: Snapshot, at offset: Int, to newName: String) -> [TextEdit]? {
  guard let mention = snapshot.name(at: offset), isOneLine(newName) else { return nil }
  let bytes = snapshot.document.bytes
  let spelling = bytes[mention.range.start..<mention.range.end]
  return snapshot.places(of: mention.id)
    .filter { bytes[$0.start..<$0.end].elementsEqual(spelling) }
    .map { TextEdit(range: $0, newText: newName) }
}

/// Whether there is something to see in the text, and no control character or end of a line.
private func isOneLine(_ text: String) -> Bool {
  let scalars = text.unicodeScalars
  return !scalars.allSatisfy(\.properties.isWhitespace)
    && !scalars.contains {
      switch $0.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator: true
      default: false
      }
    }
}
