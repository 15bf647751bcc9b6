import Analysis
import Syntax

// The format for people: the report, the line it speaks of, and carets under the place.
extension ReportFormat {
  func full(_ diagnostic: Diagnostic, in report: inout FileReport) -> String {
    let text = report.text
    let place = report.place(of: diagnostic.range)
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
    // What may fit, of a line that may be as long as the text.
    let limit = width * 64
    let first = text.scalarStart(max(whole.start, start - limit))
    let markedEnd = text.scalarStart(min(end, start + limit))
    let last = max(end, text.scalarStart(min(whole.end, end + limit)))
    func string(_ from: Int, _ to: Int) -> String {
      String(decoding: text.bytes[from..<to], as: UTF8.self)
    }

    // The place first, then what follows it and what stands before it in turn.
    let marked = Row(string(start, markedEnd), width: width)
    let room = width - marked.width
    let following = string(end, last)
    let widthAfter = Row(following, width: room).width
    let before = Row(string(first, start).reversed(), width: max(room / 2, room - widthAfter))
    let after = Row(following, width: room - before.width)

    let isWholeBefore = before.isWhole && first == whole.start
    let isWholeAfter = marked.isWhole && markedEnd == end && after.isWhole && last == whole.end
    line =
      (isWholeBefore ? "" : "…") + before.cells.reversed().joined() + marked.cells.joined()
      + after.cells.joined() + (isWholeAfter ? "" : "…")
    indent = String(repeating: " ", count: before.width + (isWholeBefore ? 0 : 1))
    marks = String(repeating: "^", count: max(1, marked.width))
  }

  /// As many characters as fit.
  private struct Row {
    /// What is drawn in one go: a character with its combining marks.
    private(set) var cells: [String] = []
    private(set) var width = 0
    private(set) var isWhole = true

    init(_ characters: some Sequence<Character>, width limit: Int) {
      for character in characters {
        let (cell, cellWidth) = Self.cell(character)
        guard width + cellWidth <= limit else {
          isWhole = false
          return
        }
        cells.append(cell)
        width += cellWidth
      }
    }

    private static func cell(_ character: Character) -> (text: String, width: Int) {
      if character == "\t" { return ("    ", 4) }
      let scalars = character.unicodeScalars
      if let only = scalars.first, scalars.count == 1, only.value < 0x20 || only.value == 0x7F {
        let picture = Unicode.Scalar(only.value == 0x7F ? 0x2421 : 0x2400 + only.value) ?? only
        return (String(Character(picture)), 1)
      }
      return (String(character), displayWidth(scalars))
    }
  }
}
