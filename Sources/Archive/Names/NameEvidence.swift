package import Syntax

/// What one issue teaches about names.
package struct NameEvidence: Sendable {
  package init(_ document: Document) {}
}
