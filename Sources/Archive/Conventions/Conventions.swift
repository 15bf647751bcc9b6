/// What the issues of an archive have in common, by category.
package struct Conventions: Sendable {
  package private(set) var frontMatter = FrontMatterConventions()
  package private(set) var labels = LabelConventions()
  package private(set) var shape = ShapeConventions()

  package init() {}

  package mutating func update(removing: [IssueRecord], adding: [IssueRecord]) {
    frontMatter.update(removing: removing, adding: adding)
    labels.update(removing: removing, adding: adding)
    shape.update(removing: removing, adding: adding)
  }
}
