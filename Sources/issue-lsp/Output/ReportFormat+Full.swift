import Analysis
import Syntax

// The format for people: the report, the line it speaks of, and carets under the place.
extension ReportFormat {
  func full(_ diagnostic: Diagnostic, in report: FileReport) -> String {
    let text = report.text
    let place = Place(diagnostic.range, in: text)
    let number = String(place.line)
    let indent = String(repeating: " ", count: number.utf8.count)
    var lines: [String] = []
    lines.append(
      palette.severity(diagnostic.severity, diagnostic.severity.name)
        + palette.bold(": \(oneLine(diagnostic.message))") + " "
        + palette.dim("[\(diagnostic.code)]"))
    lines.append(
      "\(indent)\(palette.cyan("-->")) \(oneLine(report.path)):\(place.line):\(place.column)")
    let excerpt = Excerpt(
      of: diagnostic.range, in: text, width: max(20, width - number.utf8.count - 4))
    let bar = palette.cyan("|")
    lines.append("\(palette.cyan(number)) \(bar) \(excerpt.line)")
    let marks = palette.severity(diagnostic.severity, excerpt.marks)
    lines.append("\(indent) \(bar) \(excerpt.indent)\(marks)")
    if place.endLine > place.line, !diagnostic.range.isEmpty {
      let end = text.position(of: max(diagnostic.range.end - 1, 0), in: .utf32).line + 1
      if end > place.line {
        lines.append("\(indent) \(bar) " + language.say("to line \(end)", "至第 \(end) 行"))
      }
    }
    for related in diagnostic.related {
      let path = related.path.map { "\(oneLine(paths.shown($0))):" } ?? language.say("line ", "第 ")
      let line = related.path == nil ? language.say("", " 行") : ""
      lines.append(
        "\(indent) \(palette.cyan("=")) \(path)\(related.line + 1)\(line): "
          + oneLine(related.message))
    }
    if let fix = diagnostic.fixes.first {
      let sure = fix.isSafe ? " " + palette.dim("[--fix]") : ""
      lines.append(
        "\(indent) \(palette.cyan("=")) " + language.say("fix: ", "修正：") + oneLine(fix.title)
          + sure)
    }
    return lines.joined(separator: "\n") + "\n\n"
  }
}

/// The part of a line around a place, cut to a width, with marks below it.
struct Excerpt {
  /// Safe for a terminal: a tab is four blanks, and control characters are seen.
  private(set) var line = ""
  /// Blanks as wide as what stands before the place.
  private(set) var indent = ""
  private(set) var marks = ""

  /// - Parameter width: columns that `line` may take at most.
  init(of range: ByteRange, in text: Text, width: Int) {
    let whole = text.lineRange(text.line(at: range.start), includingEnding: false)
    let start = min(max(range.start, whole.start), whole.end)
    let end = min(max(range.end, start), whole.end)
    let before = Self.cells(text.bytes[whole.start..<start])
    let marked = Self.cells(text.bytes[start..<end])
    let after = Self.cells(text.bytes[end..<whole.end])

    // The place first, then what follows it and what stands before it in turn.
    let shownMark = Self.fitting(marked[...], width: width)
    var room = width - Self.width(shownMark)
    let shownBefore = Self.fitting(
      before.reversed()[...], width: max(room / 2, room - Self.width(after[...]))
    )
    .reversed()
    room -= Self.width(shownBefore)
    let shownAfter = Self.fitting(after[...], width: room)

    var lead = shownBefore.map(\.text).joined()
    var leadWidth = Self.width(shownBefore)
    if shownBefore.count < before.count {
      lead = "…" + lead
      leadWidth += 1
    }
    let isCut = shownMark.count < marked.count || shownAfter.count < after.count
    line =
      lead + shownMark.map(\.text).joined() + shownAfter.map(\.text).joined()
      + (isCut ? "…" : "")
    indent = String(repeating: " ", count: leadWidth)
    marks = String(repeating: "^", count: max(1, Self.width(shownMark)))
  }

  /// What is drawn in one go: a character with its combining marks.
  private struct Cell {
    var text: String
    var width: Int
  }

  private static func cells(_ bytes: ArraySlice<UInt8>) -> [Cell] {
    String(decoding: bytes, as: UTF8.self).map { character in
      if character == "\t" { return Cell(text: "    ", width: 4) }
      let scalars = character.unicodeScalars
      if let only = scalars.first, scalars.count == 1, only.value < 0x20 || only.value == 0x7F {
        let picture = Unicode.Scalar(only.value == 0x7F ? 0x2421 : 0x2400 + only.value) ?? only
        return Cell(text: String(Character(picture)), width: 1)
      }
      return Cell(text: String(character), width: displayWidth(scalars))
    }
  }

  private static func width(_ cells: some Sequence<Cell>) -> Int {
    cells.reduce(0) { $0 + $1.width }
  }

  private static func fitting(_ cells: some Sequence<Cell>, width: Int) -> [Cell] {
    var room = width
    return Array(
      cells.prefix { cell in
        room -= cell.width
        return room >= 0
      })
  }
}
