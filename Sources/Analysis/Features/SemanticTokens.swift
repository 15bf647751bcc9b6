package import Archive
package import Syntax

/// The names of the issue, or of a part of it, in text order: what semantic tokens colour by kind.
package func semanticTokens(
  in snapshot: Snapshot, range: ByteRange? = nil
) -> [(range: ByteRange, kind: NameKind)] {
  let names = snapshot.archive.names
  return names.mentions(in: snapshot.document).compactMap { mention in
    if let range, !range.overlaps(mention.range) { return nil }
    return (mention.range, names.kind(of: mention.id))
  }
}
