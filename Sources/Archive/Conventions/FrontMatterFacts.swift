package import Syntax

/// What is kept of one issue's front matter.
package struct FrontMatterFacts: Sendable, Equatable {
  package init(_ document: Document) {}
}
