package import Syntax

/// Every name that the issues mention.
package struct NameTable: Sendable {
  package init(userNames: [UserName] = []) {}

  package mutating func update(removing: [IssueRecord], adding: [IssueRecord]) {}

  /// Names in order of their IDs.
  package var ids: [NameID] { [] }

  package subscript(id: NameID) -> Name? { nil }

  /// The name spelt so; upper and lower case and separators (`GPT 5`, `gpt-5`) are equal.
  package func find(_ spelling: String) -> NameID? { nil }

  package func kind(of id: NameID) -> NameKind { .product }

  /// How many issues mention the name: what its rarity is measured by.
  package func issueCount(of id: NameID) -> Int { 0 }

  /// The names that the archive's issue at `path` mentions, in text order.
  package func mentions(inIssueAt path: String) -> [NameMention] { [] }

  /// The names that `document` mentions, in text order; it may be an issue that the table knows,
  /// changed since, or one that it does not know.
  package func mentions(in document: Document) -> [NameMention] { [] }

  /// The paths of the issues that mention the name, latest first.
  package func issues(mentioning id: NameID) -> [String] { [] }
}
