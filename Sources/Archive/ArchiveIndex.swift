/// All that the archive teaches. A value: its owner updates it in place at the cost of what
/// changed, and every reader keeps the state it was given.
package struct ArchiveIndex: Sendable {
  /// By date, those without one first, then by path.
  package private(set) var issues: [IssueRecord] = []
  private var byPath: [String: IssueRecord] = [:]
  package private(set) var names: NameTable
  /// Past stories by what they share with a story at hand.
  package private(set) var stories = StoryIndex()
  /// What the issues of a category have in common.
  package private(set) var conventions = Conventions()

  /// Tells this state of the archive from all others, by identity.
  package private(set) var state = State()

  package final class State: Sendable {}

  /// Whether it answers questions for related stories: `stories` costs most of all to make.
  package let comparesStories: Bool

  package init() { self.init(records: []) }

  package init(
    records: [IssueRecord], userNames: [UserName] = [], comparesStories: Bool = true
  ) {
    self.comparesStories = comparesStories
    names = NameTable(userNames: userNames)
    update(removing: [], adding: records)
  }

  /// The issue at `path`, if it is in the archive.
  package func issue(at path: String) -> IssueRecord? { byPath[path] }

  /// Takes out the issues at `paths` and those that `records` replace, then puts `records` in.
  ///
  /// - Parameter intake: what took over the wording of `records`, if anything did.
  package mutating func update(
    removing paths: [String], adding records: [IssueRecord], intake: StoryIntake = StoryIntake()
  ) {
    let leaving = Set(paths).union(records.map(\.path))
    let removed = leaving.compactMap { byPath[$0] }
    state = State()
    names.update(removing: removed, adding: records)
    if comparesStories {
      stories.update(removing: removed, adding: records, intake: intake, names: names)
    }
    conventions.update(removing: removed, adding: records)
    for path in leaving { byPath[path] = nil }
    for record in records { byPath[record.path] = record.kept }
    if !removed.isEmpty { issues.removeAll { leaving.contains($0.path) } }
    let added = leaving.compactMap { byPath[$0] }
    if added.count * 8 > issues.count {
      issues = (issues + added).sorted(by: Self.isEarlier)
    } else {
      for issue in added { issues.insert(issue, at: place(of: issue)) }
    }
  }

  private static func isEarlier(_ a: IssueRecord, _ b: IssueRecord) -> Bool {
    (a.date?.number ?? .min, a.path) < (b.date?.number ?? .min, b.path)
  }

  /// Where the issue belongs in `issues`.
  private func place(of issue: IssueRecord) -> Int {
    var low = 0
    var high = issues.count
    while low < high {
      let middle = (low + high) / 2
      if Self.isEarlier(issues[middle], issue) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
