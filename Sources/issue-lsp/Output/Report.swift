import Analysis
import Syntax

/// The reports about one file, with what the formats need to show them.
struct FileReport {
  /// As the user named the file, or as it lies in the folder that was named.
  let path: String
  let text: Text
  let diagnostics: [Diagnostic]
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
    let end = range.isEmpty ? start : text.position(of: range.end, in: unit)
    line = start.line + 1
    column = start.column + 1
    endLine = end.line + 1
    endColumn = end.column + 1
  }
}
