import Analysis
import LanguageServerProtocol
import Syntax

/// Writes the reports of `--check` in the format asked for.
///
/// The reports of a file are written without knowledge of the others, on any thread; what stands
/// between, before and after them is put in when the pieces are put together.
struct ReportFormat: Sendable {
  let format: OutputFormat
  let language: Language
  let palette: Palette
  let paths: PathDisplay
  /// Columns of the terminal that `full` fits its lines to.
  let width: Int

  /// What stands before all reports.
  var opening: [UInt8] {
    switch format {
    case .json: Array("[".utf8)
    case .sarif: sarifOpening
    default: []
    }
  }

  /// What stands between two files that both have reports.
  var separator: [UInt8] {
    switch format {
    case .json, .sarif: Array(",".utf8)
    default: []
    }
  }

  /// What stands after all reports.
  var closing: [UInt8] {
    switch format {
    case .json: Array("\n]\n".utf8)
    case .sarif: sarifClosing
    default: []
    }
  }

  func write(_ report: FileReport) -> [UInt8] {
    var report = report
    var bytes: [UInt8] = []
    for (number, diagnostic) in report.diagnostics.enumerated() {
      switch format {
      case .concise: bytes += concise(diagnostic, in: &report).utf8
      case .full: bytes += full(diagnostic, in: &report).utf8
      case .github: bytes += github(diagnostic, in: &report).utf8
      case .rdjsonl: bytes += reviewdog(diagnostic, in: report) + "\n".utf8
      case .jsonLines: bytes += json(diagnostic, in: &report) + "\n".utf8
      case .json:
        bytes += number == 0 ? "\n".utf8 : ",\n".utf8
        bytes += json(diagnostic, in: &report)
      case .sarif:
        bytes += number == 0 ? "\n".utf8 : ",\n".utf8
        bytes += sarif(diagnostic, in: &report)
      }
    }
    return bytes
  }

  /// `path:line:column: severity: message [code]`.
  private func concise(_ diagnostic: Diagnostic, in report: inout FileReport) -> String {
    let place = report.place(of: diagnostic.range)
    let position = palette.bold(oneLine(report.path)) + ":\(place.line):\(place.column)"
    let severity = palette.severity(diagnostic.severity, diagnostic.severity.name)
    return "\(position): \(severity): \(oneLine(diagnostic.message)) "
      + palette.dim("[\(diagnostic.code)]") + "\n"
  }

  private func json(_ diagnostic: Diagnostic, in report: inout FileReport) -> [UInt8] {
    let place = report.place(of: diagnostic.range)
    var json = JSONWriter()
    json.object { json in
      json.field("path", report.path)
      json.field("line", place.line)
      json.field("column", place.column)
      json.field("endLine", place.endLine)
      json.field("endColumn", place.endColumn)
      json.field("startByte", diagnostic.range.start)
      json.field("endByte", diagnostic.range.end)
      json.field("severity", diagnostic.severity.name)
      json.field("code", diagnostic.code)
      json.field("message", diagnostic.message)
      json.key("fix")
      guard let fix = diagnostic.fixes.first else {
        json.null()
        return
      }
      json.object { json in
        json.field("title", fix.title)
        json.field("safe", fix.isSafe)
        json.key("edits")
        json.array { json in
          for edit in fix.edits {
            json.object { json in
              json.field("startByte", edit.range.start)
              json.field("endByte", edit.range.end)
              json.key("newText")
              json.string(edit.newText)
            }
          }
        }
      }
    }
    return json.bytes
  }

  /// A workflow command of GitHub Actions. Columns only mean something within one line.
  private func github(_ diagnostic: Diagnostic, in report: inout FileReport) -> String {
    let place = report.place(of: diagnostic.range)
    let command =
      switch diagnostic.severity {
      case .error: "error"
      case .warning: "warning"
      case .info, .hint: "notice"
      }
    var properties = "file=\(escapedProperty(report.path)),line=\(place.line)"
    if place.line == place.endLine {
      properties += ",col=\(place.column),endLine=\(place.endLine),endColumn=\(place.endColumn)"
    } else {
      properties += ",endLine=\(place.endLine)"
    }
    properties += ",title=\(escapedProperty("issue-lsp (\(diagnostic.code))"))"
    let position = "\(report.path):\(place.line):\(place.column)"
    return "::\(command) \(properties)::"
      + escapedData("\(position): \(diagnostic.message) [\(diagnostic.code)]") + "\n"
  }

  private func escapedData(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": escaped += "%25"
      case "\r": escaped += "%0D"
      case "\n": escaped += "%0A"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  private func escapedProperty(_ text: String) -> String {
    var escaped = ""
    for scalar in escapedData(text).unicodeScalars {
      switch scalar {
      case ":": escaped += "%3A"
      case ",": escaped += "%2C"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}

/// `text` without line breaks and other control characters, which would break a line-based format
/// or steer the terminal.
func oneLine(_ text: String) -> String {
  guard text.unicodeScalars.contains(where: isControl) else { return text }
  var line = ""
  for scalar in text.unicodeScalars {
    line.unicodeScalars.append(isControl(scalar) ? " " : scalar)
  }
  return line
}

private func isControl(_ scalar: Unicode.Scalar) -> Bool {
  scalar.value < 0x20 || 0x7F..<0xA0 ~= scalar.value || 0x2028...0x2029 ~= scalar.value
}
