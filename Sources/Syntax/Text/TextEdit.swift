/// One replacement: the bytes of `range` give way to `newText`.
package struct TextEdit: Sendable, Equatable {
  /// UTF-8 bytes of the text before the edit.
  package var range: ByteRange
  /// UTF-8.
  package var newText: [UInt8]

  package init(range: ByteRange, newText: [UInt8]) {
    self.range = range
    self.newText = newText
  }

  package init(range: ByteRange, newText: String) {
    self.init(range: range, newText: Array(newText.utf8))
  }
}
