/// All that the archive teaches. A value: its owner updates it in place at the cost of what
/// changed, and every reader keeps the state it was given.
package struct ArchiveIndex: Sendable {
  /// By date, those without one first, then by path.
  package private(set) var issues: [IssueRecord] = []
  package private(set) var names = NameTable()
  /// Past stories by what they share with a story at hand.
  package private(set) var stories = StoryIndex()
  /// What the issues of a category have in common.
  package private(set) var conventions = Conventions()

  /// Tells this state of the archive from all others, by identity.
  package private(set) var state = State()

  package final class State: Sendable {}

  package init() {}

  package init(records: [IssueRecord], userNames: [UserName] = []) {
    names = NameTable(userNames: userNames)
    update(removing: [], adding: records)
  }

  /// The issue at `path`, if it is in the archive.
  package func issue(at path: String) -> IssueRecord? {
    issues.first { $0.path == path }
  }

  /// Takes out the issues at `paths` and those that `records` replace, then puts `records` in.
  package mutating func update(removing paths: [String], adding records: [IssueRecord]) {
    let leaving = Set(paths).union(records.map(\.path))
    let (staying, removed) = (
      issues.filter { !leaving.contains($0.path) }, issues.filter { leaving.contains($0.path) }
    )
    state = State()
    names.update(removing: removed, adding: records)
    stories.update(removing: removed, adding: records, names: names)
    conventions.update(removing: removed, adding: records)
    issues = staying + records.map(\.withoutWording)
    issues.sort {
      ($0.date?.number ?? .min, $0.path) < ($1.date?.number ?? .min, $1.path)
    }
  }
}
