import Analysis
import LanguageServerProtocol
import Syntax

// Reviewdog's Diagnostic Format, one object a line: columns are UTF-8 bytes from 1.
extension ReportFormat {
  func reviewdog(_ diagnostic: Diagnostic, in report: FileReport) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.field("message", diagnostic.message)
      json.key("location")
      location(report.path, diagnostic.range, in: report.text, &json)
      json.field("severity", severity(diagnostic.severity))
      json.key("source")
      json.object { json in json.field("name", "issue-lsp") }
      json.key("code")
      json.object { json in json.field("value", diagnostic.code) }
      if let fix = diagnostic.fixes.first, let edit = merged(fix.edits, in: report.text) {
        json.key("suggestions")
        json.array { json in
          json.object { json in
            json.key("range")
            range(edit.range, in: report.text, &json)
            json.key("text")
            json.string(edit.newText)
          }
        }
      }
    }
    return json.bytes
  }

  private func severity(_ severity: Severity) -> String {
    switch severity {
    case .error: "ERROR"
    case .warning: "WARNING"
    case .info, .hint: "INFO"
    }
  }

  private func location(
    _ path: String, _ range: ByteRange, in text: Text, _ json: inout JSONWriter
  ) {
    json.object { json in
      json.field("path", path)
      json.key("range")
      self.range(range, in: text, &json)
    }
  }

  private func position(
    _ name: StaticString, _ line: Int, _ column: Int, _ json: inout JSONWriter
  ) {
    json.field(
      name,
      object: { json in
        json.field("line", line)
        json.field("column", column)
      })
  }

  private func range(_ range: ByteRange, in text: Text, _ json: inout JSONWriter) {
    let place = Place(range, in: text, unit: .utf8)
    json.object { json in
      position("start", place.line, place.column, &json)
      position("end", place.endLine, place.endColumn, &json)
    }
  }

  /// One edit that does what all of `edits` do: a suggestion has only one range.
  private func merged(_ edits: [TextEdit], in text: Text) -> TextEdit? {
    guard let first = edits.first, let last = edits.last else { return nil }
    let whole = ByteRange(first.range.start, last.range.end).clamped(to: text.bytes.count)
    var newText: [UInt8] = []
    var position = whole.start
    for edit in edits {
      let range = edit.range.clamped(to: text.bytes.count)
      guard range.start >= position else { return nil }
      newText += text.bytes[position..<range.start] + edit.newText
      position = range.end
    }
    return TextEdit(range: whole, newText: newText)
  }
}
