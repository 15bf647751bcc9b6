import LanguageServerProtocol
import Syntax

extension LSP.PositionEncoding {
  var unit: ColumnUnit {
    switch self {
    case .utf8: .utf8
    case .utf16: .utf16
    case .utf32: .utf32
    }
  }

  /// The encoding to use with a client that offers `offered`, best first; UTF-16, which all must
  /// know, where it offers none that we have.
  init(offered: [String]) {
    let order: [LSP.PositionEncoding] = [.utf8, .utf16, .utf32]
    self = order.first { offered.contains($0.rawValue) } ?? .utf16
  }
}

extension Text {
  func lspPosition(of offset: Int, _ unit: ColumnUnit, near line: Int? = nil) -> LSP.Position {
    let position = position(of: offset, in: unit, near: line)
    return LSP.Position(line: position.line, character: position.column)
  }

  /// - Parameter line: one that is perhaps near.
  func lspRange(of range: ByteRange, _ unit: ColumnUnit, near line: Int? = nil) -> LSP.Range {
    let start = lspPosition(of: range.start, unit, near: line)
    return LSP.Range(start: start, end: lspPosition(of: range.end, unit, near: start.line))
  }

  func lspEdit(_ edit: Syntax.TextEdit, _ unit: ColumnUnit) -> LSP.TextEdit {
    LSP.TextEdit(
      range: lspRange(of: edit.range, unit),
      newText: String(decoding: edit.newText, as: UTF8.self))
  }

  /// The nearest offset at or before the position, which may lie anywhere.
  func offset(of position: LSP.Position, _ unit: ColumnUnit) -> Int {
    offset(of: TextPosition(line: position.line, column: position.character), in: unit)
  }

  /// The bytes between two positions, whichever stands first.
  func byteRange(of range: LSP.Range, _ unit: ColumnUnit) -> ByteRange {
    let start = offset(of: range.start, unit)
    let end = offset(of: range.end, unit)
    return ByteRange(min(start, end), max(start, end))
  }
}

extension PositionWalk {
  mutating func lspPosition(of offset: Int) -> LSP.Position {
    let position = position(of: offset)
    return LSP.Position(line: position.line, character: position.column)
  }

  mutating func lspRange(of range: ByteRange) -> LSP.Range {
    let start = lspPosition(of: range.start)
    return LSP.Range(start: start, end: lspPosition(of: range.end))
  }
}
