import Archive
package import Syntax

/// Where the name under `offset` stands in this issue, in any of its spellings; `nil` where no name
/// stands.
package func documentHighlight(in snapshot: Snapshot, at offset: Int) -> [ByteRange]? {
  snapshot.name(at: offset).map { snapshot.places(of: $0.id) }
}
