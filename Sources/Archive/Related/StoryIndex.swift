/// Past stories by the sources, names and words they hold.
package struct StoryIndex: Sendable {
  package init() {}

  package mutating func update(removing: [IssueRecord], adding: [IssueRecord]) {}
}
