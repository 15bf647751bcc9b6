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
