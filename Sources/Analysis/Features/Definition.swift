import Archive
import Syntax

/// The first mention of the name under `offset` in the archive, the oldest issue's.
package func definition(in snapshot: Snapshot, at offset: Int) -> NamePlace? {
  guard let mention = snapshot.name(at: offset) else { return nil }
  let names = snapshot.archive.names
  for path in names.issues(mentioning: mention.id).reversed() {
    guard let record = snapshot.archive.issue(at: path) else { continue }
    if path == snapshot.path {
      guard let first = snapshot.places(of: mention.id).first else { continue }
      return NamePlace(path: path, range: first, date: record.date, story: record.title)
    }
    if let first = names.firstMention(
      of: mention.id, inIssueAt: path, from: record.firstStoryStart)
    {
      let story = record.stories.last(holding: first.start)
      return NamePlace(
        path: path, range: first, date: record.date, story: story?.title ?? record.title)
    }
  }
  return nil
}
