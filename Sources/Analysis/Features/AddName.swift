import Archive
package import Syntax

/// The selected text, where it could go into the writer's names file; `nil` where a known name
/// stands, in code and addresses, and for text that is no name.
///
/// - Parameter selection: UTF-8 bytes of the issue.
package func nameToAdd(in snapshot: Snapshot, selection: ByteRange) -> String? {
  let bytes = snapshot.document.bytes
  guard (2...60).contains(selection.length), selection.end <= bytes.count,
    snapshot.readableRange(around: selection.start) != nil
  else { return nil }
  let name = String(decoding: bytes[selection.start..<selection.end], as: UTF8.self)
  let scalars = name.unicodeScalars
  let isName = scalars.allSatisfy {
    $0.properties.isAlphabetic || $0.properties.numericType != nil
      || " -.+&'·".unicodeScalars.contains($0)
  }
  guard isName, scalars.first != " ", scalars.last != " ",
    scalars.contains(where: \.properties.isAlphabetic),
    snapshot.archive.names.find(name) == nil
  else { return nil }
  return name
}
