package import Syntax

/// Every name the archive knows.
package struct NameTable: Sendable {
  package init() {}

  package mutating func update(removing: [IssueRecord], adding: [IssueRecord]) {}
}

/// What one issue teaches about names.
package struct NameEvidence: Sendable {
  package init(_ document: Document) {}
}
