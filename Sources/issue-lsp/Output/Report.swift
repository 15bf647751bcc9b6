import Analysis
import Syntax

/// The reports about one file, with what the formats need to show them.
struct FileReport {
  /// As the user named the file, or as it lies in the folder that was named.
  let path: String
  let text: Text
  let diagnostics: [Diagnostic]
  private var walk: PositionWalk

  init(path: String, text: Text, diagnostics: [Diagnostic]) {
    self.path = path
    self.text = text
    self.diagnostics = diagnostics
    walk = PositionWalk(text, in: .utf32)
  }

  /// Where a range is: at little cost where it is near the one that was asked for before.
  mutating func place(of range: ByteRange) -> Place {
    let start = walk.position(of: range.start)
    return Place(from: start, to: range.isEmpty ? start : walk.position(of: range.end))
  }
}

/// A place as people and other programs count it: from 1, the end exclusive.
struct Place {
  let line: Int
  /// In Unicode scalars, or whatever unit was asked for.
  let column: Int
  let endLine: Int
  let endColumn: Int

  init(_ range: ByteRange, in text: Text, unit: ColumnUnit = .utf32) {
    let start = text.position(of: range.start, in: unit)
    self.init(from: start, to: range.isEmpty ? start : text.position(of: range.end, in: unit))
  }

  /// - Parameters: both from 0.
  fileprivate init(from start: TextPosition, to end: TextPosition) {
    line = start.line + 1
    column = start.column + 1
    endLine = end.line + 1
    endColumn = end.column + 1
  }
}
