import Archive

/// What was found in the leaves of an issue, few of which hold anything: kept over edits, so that
/// only leaves that changed are looked at again.
struct LeafResults<Value> {
  /// In text order.
  private(set) var entries: [(leaf: Int, start: Int, value: Value)] = []
  private var state: IssueFacts.State?
  private var leafCount = 0

  /// Brings the results up to date with the issue.
  ///
  /// - Parameters:
  ///   - move: Moves a value by so many bytes.
  ///   - find: Looks at one leaf; `nil` where there is nothing to be kept. Offsets count from the
  ///     leaf's start.
  mutating func update(
    to facts: IssueFacts, move: (inout Value, Int) -> Void,
    find: (IssueFacts.Leaf) -> Value?
  ) {
    guard facts.state !== state else { return }
    let count = facts.leaves.count
    let changes = state.flatMap { facts.changes(since: $0) } ?? []
    let leading = changes.lazy.map(\.leading).min() ?? 0
    let trailing = changes.lazy.map(\.trailing).min() ?? 0
    let stale = leading..<max(leading, leafCount - trailing)
    let low = entries.partitioningIndex { $0.leaf >= stale.lowerBound }
    let high = entries.partitioningIndex { $0.leaf >= stale.upperBound }
    for index in high..<entries.count { entries[index].leaf += count - leafCount }
    var found: [(leaf: Int, start: Int, value: Value)] = []
    for leaf in leading..<max(leading, count - trailing) {
      if let value = find(facts.leaves[leaf]) { found.append((leaf, 0, value)) }
    }
    if low < high || !found.isEmpty { entries.replaceSubrange(low..<high, with: found) }
    for index in entries.indices {
      let distance = facts.leaves[entries[index].leaf].start - entries[index].start
      guard distance != 0 else { continue }
      entries[index].start += distance
      move(&entries[index].value, distance)
    }
    leafCount = count
    state = facts.state
  }
}
