/// The keys, types and values that issues of a category usually have.
package struct FrontMatterConventions: Sendable {
  package init() {}

  package mutating func update(removing: [IssueRecord], adding: [IssueRecord]) {}
}
