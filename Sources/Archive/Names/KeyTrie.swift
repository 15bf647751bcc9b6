/// The nodes and edges of a trie over keys. It has nodes only where keys part or end: where one form
/// alone goes on, an edge leads straight to that form, whose letters tell the rest. A node holds its
/// first edge itself; the others lie in one hash table.
struct KeyTrie: Sendable {
  /// Where an edge leads: to a node, or to the only form that goes on so. In 24 bits.
  struct Target: Sendable {
    let bits: UInt32

    static let nowhere = Target(bits: 0)

    init(bits: UInt32) { self.bits = bits }
    init(node: Int) { bits = UInt32(truncatingIfNeeded: node) }
    init(form: Int) { bits = UInt32(truncatingIfNeeded: form) | 1 << 23 }

    var isNowhere: Bool { bits == 0 }

    /// Never 0.
    @inline(__always)
    var node: Int? { bits &- 1 < 1 << 23 - 1 ? Int(bits) : nil }

    @inline(__always)
    var form: Int? { bits >> 23 != 0 ? Int(bits & 0x7F_FFFF) : nil }
  }

  private struct Node: Sendable {
    /// The form that ends here plus one; the highest bit: whether there are more edges.
    private var form: UInt32 = 0
    /// The first edge: its byte, and where it leads in the 24 bits above. 0 where there is none.
    private var edge: UInt32 = 0

    var accepts: Int { Int(form & 0x7FFF_FFFF) }
    var branches: Bool { form >> 31 != 0 }
    var isLeaf: Bool { edge == 0 }

    /// Nowhere where that byte is not the first edge's.
    @inline(__always)
    func child(_ byte: UInt8) -> Target {
      UInt8(truncatingIfNeeded: edge) == byte ? Target(bits: edge >> 8) : .nowhere
    }

    mutating func accept(_ form: Int) {
      self.form = self.form & 0x8000_0000 | UInt32(truncatingIfNeeded: form + 1) & 0x7FFF_FFFF
    }

    mutating func branch() { form |= 0x8000_0000 }

    mutating func lead(by byte: UInt8, to target: Target) {
      edge = target.bits << 8 | UInt32(byte)
    }
  }

  /// What the numbers of nodes and forms stay below.
  static let limit = 1 << 23

  /// The one at 0 stands for none.
  private var nodes = [Node()]
  /// All edges but the first of each node. Open addressing; a slot is the edge (node and byte) and
  /// where it leads.
  private var slots: [UInt64]
  private var edgeCount = 0

  /// - Parameter count: how many nodes are to come, as far as is known.
  init(minimumCapacity count: Int) {
    nodes.reserveCapacity(count)
    var edges = 1 << 7
    while edges < count / 2 { edges *= 2 }
    slots = Array(repeating: .max, count: edges)
  }

  var nodeCount: Int { nodes.count }

  mutating func addNode() -> Int {
    nodes.append(Node())
    return nodes.count - 1
  }

  /// The form whose key ends at a node.
  @inline(__always)
  func form(endingAt node: Int) -> Int? {
    let accepts = nodes[node].accepts
    return accepts == 0 ? nil : accepts &- 1
  }

  @inline(__always)
  func child(_ node: Int, _ byte: UInt8) -> Target {
    let parent = nodes[node]
    let first = parent.child(byte)
    if !first.isNowhere || !parent.branches { return first }
    let found = slots[slot(of: UInt64(truncatingIfNeeded: node) << 8 | UInt64(byte))]
    return found == .max ? .nowhere : Target(bits: UInt32(truncatingIfNeeded: found))
  }

  /// Has nothing but a form follow a node by a byte, or the form's key end there.
  mutating func end(_ form: Int, at node: Int, by byte: UInt8?) {
    if let byte {
      lead(node, by: byte, to: Target(form: form))
    } else {
      nodes[node].accept(form)
    }
  }

  /// Has an edge lead to `target`, a new one or one that is there.
  mutating func lead(_ node: Int, by byte: UInt8, to target: Target) {
    if nodes[node].isLeaf || !nodes[node].child(byte).isNowhere {
      return nodes[node].lead(by: byte, to: target)
    }
    nodes[node].branch()
    let edge = UInt64(truncatingIfNeeded: node) << 8 | UInt64(byte)
    let slot = slot(of: edge)
    if slots[slot] == .max { edgeCount += 1 }
    slots[slot] = edge << 32 | UInt64(target.bits)
    if edgeCount * 2 >= slots.count { grow() }
  }

  /// Where the edge stands, or is to stand.
  @inline(__always)
  private func slot(of edge: UInt64) -> Int {
    let mask = slots.count &- 1
    var i = Self.place(edge) & mask
    while slots[i] != .max, slots[i] >> 32 != edge { i = (i &+ 1) & mask }
    return i
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: .max, count: old.count * 2)
    for known in old where known != .max { slots[slot(of: known >> 32)] = known }
  }

  @inline(__always)
  private static func place(_ edge: UInt64) -> Int {
    Int(truncatingIfNeeded: (edge &* 0x9E37_79B9_7F4A_7C15) >> 40)
  }
}
