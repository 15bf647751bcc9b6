/// What a column counts.
package enum ColumnUnit: Sendable, Equatable {
  /// UTF-8 bytes.
  case utf8
  /// UTF-16 code units.
  case utf16
  /// Unicode scalars.
  case utf32
}

/// A place in a text as line and column, both from 0.
package struct TextPosition: Sendable, Hashable, Comparable {
  package var line: Int
  /// In the `ColumnUnit` that goes with the position.
  package var column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  package static func < (a: TextPosition, b: TextPosition) -> Bool {
    (a.line, a.column) < (b.line, b.column)
  }
}
