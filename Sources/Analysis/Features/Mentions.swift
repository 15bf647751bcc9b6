package import Archive
package import Syntax

/// A place where a name stands, in whatever issue.
package struct NamePlace: Sendable, Equatable {
  package var path: String
  /// UTF-8 bytes of the file.
  package var range: ByteRange
  package var date: Day?
  /// The title of the story that holds it, else that of the issue.
  package var story: String
}

/// Every mention of the name in the archive, latest issue first, within an issue in text order.
package func mentions(of id: NameID, in archive: ArchiveIndex, limit: Int = .max) -> [NamePlace] {
  var places: [NamePlace] = []
  for path in archive.names.issues(mentioning: id) {
    guard places.count < limit else { break }
    guard let record = archive.issue(at: path) else { continue }
    for mention in archive.names.mentions(inIssueAt: path) where mention.id == id {
      let story = record.stories.last(holding: mention.range.start)
      places.append(
        NamePlace(
          path: path, range: mention.range, date: record.date,
          story: story?.title ?? record.title))
    }
  }
  return Array(places.prefix(limit))
}

/// Every mention of the name under `offset`: those of the open issue as it is now, then those of
/// the others, latest first. `nil` where no name stands.
package func references(in snapshot: Snapshot, at offset: Int) -> [NamePlace]? {
  guard let id = snapshot.name(at: offset)?.id else { return nil }
  let record = snapshot.archive.issue(at: snapshot.path)
  let own = snapshot.places(of: id).map {
    NamePlace(
      path: snapshot.path, range: $0, date: record?.date, story: record?.title ?? "")
  }
  return own
    + mentions(of: id, in: snapshot.archive).filter { $0.path != snapshot.path }
}

/// The sentence at a place, read from the text that the issue has now; `nil` where the text has
/// changed so that the name no longer stands there.
package func excerpt(
  of place: NamePlace, id: NameID, names: NameTable, in bytes: [UInt8]
) -> String? {
  guard place.range.end <= bytes.count,
    names.find(String(decoding: bytes[place.range.start..<place.range.end], as: UTF8.self)) == id
  else { return nil }
  return sentence(in: bytes, around: place.range)
}
