/// What the issues of an archive have in common, by category.
package struct Conventions: Sendable {
  package private(set) var frontMatter = FrontMatterConventions()

  package init() {}

  package mutating func update(removing: [IssueRecord], adding: [IssueRecord]) {
    frontMatter.update(removing: removing, adding: adding)
  }
}
