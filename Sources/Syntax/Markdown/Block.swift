/// A node of the block tree. It knows lengths, never positions.
package final class Block {
  /// UTF-8 bytes, line endings included.
  package let length: Int
  package let children: [Block]
  /// Results that live and die with the block.
  package var attachment: AnyObject?

  package init(length: Int, children: [Block] = []) {
    self.length = length
    self.children = children
  }
}
