package import Archive
package import Syntax

/// A story or a name that a query finds.
package struct WorkspaceSymbol: Sendable, Equatable {
  package enum Kind: Sendable, Equatable {
    case story
    case name(NameKind)
  }

  package var kind: Kind
  package var title: String
  /// The issue's title for a story; counts for a name are the client's business.
  package var container: String
  package var path: String
  /// UTF-8 bytes of the file.
  package var range: ByteRange
  /// Higher is better.
  package var score: Int
}

/// Stories and names that hold the letters of `query` in order, best first; the latest stories for
/// an empty query.
package func workspaceSymbols(
  matching query: String, in archive: ArchiveIndex, limit: Int = 200
) -> [WorkspaceSymbol] {
  let pattern = Array(query.lowercased().utf8).filter { $0 != 0x20 }
  var found: [WorkspaceSymbol] = []
  for id in archive.names.ids {
    guard !pattern.isEmpty, let name = archive.names[id],
      let score = ([name.canonical] + name.aliases).compactMap({ fuzzyScore(pattern, $0.utf8) })
        .max(),
      let place = firstPlace(of: id, in: archive)
    else { continue }
    found.append(
      WorkspaceSymbol(
        kind: .name(name.kind), title: name.canonical, container: "", path: place.path,
        range: place.range, score: score + 20))
  }
  for record in archive.issues.reversed() {
    for index in record.stories.indices {
      guard let score = fuzzyScore(pattern, record.stories.title(index)) else { continue }
      let story = record.stories[index]
      found.append(
        WorkspaceSymbol(
          kind: .story, title: story.title, container: record.title, path: record.path,
          range: story.titleRange, score: score))
      if pattern.isEmpty && found.count >= limit { return found }
    }
  }
  // A stable order: later issues come first among equals.
  let order = found.indices.sorted { (found[$1].score, $0) < (found[$0].score, $1) }
  // A short query is in the names of hundreds of versions: they leave room for stories.
  let stories = found.count { $0.kind == .story }
  var names = max(limit / 2, limit - stories)
  var shown: [WorkspaceSymbol] = []
  for index in order where shown.count < limit {
    if found[index].kind != .story {
      if names == 0 { continue }
      names -= 1
    }
    shown.append(found[index])
  }
  return shown
}

private func firstPlace(of id: NameID, in archive: ArchiveIndex) -> (
  path: String, range: ByteRange
)? {
  guard let path = archive.names.issues(mentioning: id).first,
    let range = archive.names.firstMention(of: id, inIssueAt: path)
  else { return nil }
  return (path, range)
}

/// How well `text` holds the bytes of `pattern` in order: runs and beginnings count more, gaps less.
/// `nil` where it does not hold them.
func fuzzyScore(_ pattern: [UInt8], _ text: some Sequence<UInt8>) -> Int? {
  guard !pattern.isEmpty else { return 0 }
  var next = 0
  var score = 0
  var run = 0
  var position = 0
  var previous: UInt8 = 0x20
  for byte in text {
    let lowercase = byte &- 0x41 < 26 ? byte | 0x20 : byte
    if next < pattern.count, lowercase == pattern[next] {
      let startsWord = previous == 0x20 || previous == 0x2D || previous >= 0x80 && byte < 0x80
      run += 1
      score += run * 3 + (position == 0 ? 12 : startsWord ? 6 : 0)
      next += 1
    } else {
      run = 0
    }
    previous = byte
    position += 1
  }
  guard next == pattern.count else { return nil }
  return score * 16 / (pattern.count + 2) - position / 24
}
