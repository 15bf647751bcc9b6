package import Syntax

/// The edits of the first fix of each diagnostic, where that one is safe and touches nothing that an
/// earlier one changes.
///
/// - Parameter count: UTF-8 bytes of the text.
/// - Returns: the edits in text order, and how many fixes they carry out.
package func safeEdits(
  of diagnostics: [Diagnostic], inTextOf count: Int
) -> (edits: [TextEdit], fixCount: Int) {
  var edits: [TextEdit] = []
  var fixCount = 0
  for diagnostic in diagnostics {
    guard let fix = diagnostic.fixes.first, fix.isSafe, !fix.edits.isEmpty else { continue }
    // Two insertions at one place would have no order, so touching counts as overlap.
    let isFree = fix.edits.allSatisfy { edit in
      edit.range.end <= count
        && !edits.contains { $0.range.start <= edit.range.end && edit.range.start <= $0.range.end }
    }
    guard isFree else { continue }
    edits += fix.edits
    fixCount += 1
  }
  return (edits.sorted { $0.range.start < $1.range.start }, fixCount)
}

/// The text after all edits at once. One that overlaps the one before, or leaves the text, is left out.
///
/// - Parameter edits: in text order.
package func applying(_ edits: [TextEdit], to bytes: [UInt8]) -> [UInt8] {
  var text: [UInt8] = []
  text.reserveCapacity(bytes.count)
  var position = 0
  for edit in edits {
    guard edit.range.start >= position, edit.range.end <= bytes.count else { continue }
    text += bytes[position..<edit.range.start]
    text += edit.newText
    position = edit.range.end
  }
  text += bytes[position...]
  return text
}

/// Bounds fixes that would never settle.
private let rounds = 10

/// The edits that mend all that is safe to mend, with what only the mended text lets be mended.
///
/// - Returns: edits of the snapshot's text, in text order.
package func allSafeEdits(of snapshot: Snapshot) -> [TextEdit] {
  var snapshot = snapshot
  let count = snapshot.document.text.count
  var pieces = [Piece.kept(ByteRange(0, count))]
  for _ in 0..<rounds {
    var cache = DiagnosticsCache()
    let bytes = snapshot.document.bytes
    let round = safeEdits(of: diagnostics(of: snapshot, cache: &cache), inTextOf: bytes.count)
    if round.fixCount == 0 { break }
    pieces = replacing(round.edits, in: pieces)
    snapshot.document = Document(bytes: applying(round.edits, to: bytes))
  }
  return edits(leadingTo: pieces, from: count)
}

/// A part of a text that came of another one by edits.
private enum Piece {
  /// Bytes of the first text.
  case kept(ByteRange)
  case new([UInt8])

  var count: Int {
    switch self {
    case .kept(let range): range.length
    case .new(let bytes): bytes.count
    }
  }

  func part(_ start: Int, _ end: Int) -> Piece {
    switch self {
    case .kept(let range): .kept(ByteRange(range.start + start, range.start + end))
    case .new(let bytes): .new(Array(bytes[start..<end]))
    }
  }
}

/// - Parameter edits: of the text that the pieces make up, in text order.
private func replacing(_ edits: [TextEdit], in pieces: [Piece]) -> [Piece] {
  var result: [Piece] = []
  var index = 0
  var (position, offset) = (0, 0)
  func advance(to end: Int, isKept: Bool) {
    while position < end, index < pieces.count {
      let length = min(pieces[index].count - offset, end - position)
      if isKept { result.append(pieces[index].part(offset, offset + length)) }
      position += length
      offset += length
      if offset == pieces[index].count { (index, offset) = (index + 1, 0) }
    }
  }
  for edit in edits {
    advance(to: edit.range.start, isKept: true)
    advance(to: edit.range.end, isKept: false)
    result.append(.new(edit.newText))
  }
  advance(to: .max, isKept: true)
  return result
}

/// - Parameter count: bytes of the first text.
private func edits(leadingTo pieces: [Piece], from count: Int) -> [TextEdit] {
  var edits: [TextEdit] = []
  var end = 0
  var text: [UInt8] = []
  func close(at start: Int) {
    if start > end || !text.isEmpty {
      edits.append(TextEdit(range: ByteRange(end, start), newText: text))
    }
    text = []
  }
  for piece in pieces {
    switch piece {
    case .new(let bytes): text += bytes
    case .kept(let range):
      close(at: range.start)
      end = range.end
    }
  }
  close(at: count)
  return edits
}
