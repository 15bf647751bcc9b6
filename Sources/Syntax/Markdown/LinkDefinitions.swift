/// The link reference definitions of a document. The first one of a label counts.
package struct LinkDefinitions: Sendable, Equatable {
  private var targets: [[UInt8]: LinkTarget] = [:]

  package init() {}

  /// Those of `root` and all below it, in text order.
  init(of root: Block) {
    guard root.definitionLeaves > 0 else { return }
    var pending = [root]
    while let block = pending.popLast() {
      for definition in block.definitions where !definition.key.isEmpty {
        if targets[definition.key] == nil { targets[definition.key] = definition.target }
      }
      for child in block.children.reversed() where child.definitionLeaves > 0 {
        pending.append(child)
      }
    }
  }

  package var isEmpty: Bool { targets.isEmpty }

  subscript(key: [UInt8]) -> LinkTarget? { key.isEmpty ? nil : targets[key] }
}
