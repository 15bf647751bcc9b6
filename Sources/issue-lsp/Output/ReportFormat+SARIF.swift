import Analysis
import LanguageServerProtocol
import Syntax

// SARIF 2.1.0. Columns are Unicode scalars, and the log says so.
extension ReportFormat {
  private static let schema = "https://json.schemastore.org/sarif-2.1.0.json"

  var sarifOpening: [UInt8] {
    var driver = JSONWriter()
    driver.object { json in
      json.field("name", "issue-lsp")
      json.field("version", version)
      json.key("rules")
      json.array { json in
        for rule in Rule.all { self.rule(rule, &json) }
      }
    }
    return Array("{\"$schema\":\"\(Self.schema)\",\"version\":\"2.1.0\",\"runs\":[{".utf8)
      + Array("\"tool\":{\"driver\":".utf8) + driver.bytes
      + Array("},\"columnKind\":\"unicodeCodePoints\",\"results\":[".utf8)
  }

  var sarifClosing: [UInt8] { Array("\n]}]}\n".utf8) }

  private func rule(_ rule: Rule, _ json: inout JSONWriter) {
    json.object { json in
      json.field("id", rule.code)
      message("shortDescription", rule.title.text(in: language), &json)
      json.key("help")
      json.object { json in
        let manual = rule.manual.text(in: language)
        json.field("text", manual)
        json.field("markdown", manual)
      }
      json.key("defaultConfiguration")
      json.object { json in json.field("level", level(rule.severity)) }
    }
  }

  func sarif(_ diagnostic: Diagnostic, in report: inout FileReport) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.field("ruleId", diagnostic.code)
      json.field("level", level(diagnostic.severity))
      message("message", diagnostic.message, &json)
      json.key("locations")
      json.array { json in
        json.object { json in location(diagnostic.range, in: &report, &json) }
      }
      if !diagnostic.related.isEmpty {
        json.key("relatedLocations")
        json.array { json in
          for related in diagnostic.related {
            json.object { json in
              relatedLocation(related, in: &report, &json)
              message("message", related.message, &json)
            }
          }
        }
      }
      if let fix = diagnostic.fixes.first {
        json.key("fixes")
        json.array { json in self.fix(fix, in: &report, &json) }
      }
    }
    return json.bytes
  }

  private func level(_ severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .info, .hint: "note"
    }
  }

  private func message(_ name: StaticString, _ text: String, _ json: inout JSONWriter) {
    json.key(name)
    json.object { json in json.field("text", text) }
  }

  private func location(
    _ range: ByteRange, in report: inout FileReport, _ json: inout JSONWriter
  ) {
    json.key("physicalLocation")
    json.object { json in
      artifact(report.path, &json)
      json.key("region")
      region(range, in: &report, &json)
    }
  }

  /// Of another file only the line is known without reading it.
  private func relatedLocation(
    _ related: RelatedPlace, in report: inout FileReport, _ json: inout JSONWriter
  ) {
    guard let path = related.path else {
      location(related.range, in: &report, &json)
      return
    }
    json.key("physicalLocation")
    json.object { json in
      artifact(paths.shown(path), &json)
      json.key("region")
      json.object { json in json.field("startLine", related.line + 1) }
    }
  }

  private func artifact(_ path: String, _ json: inout JSONWriter) {
    json.key("artifactLocation")
    json.object { json in json.field("uri", uriReference(path)) }
  }

  private func region(
    _ range: ByteRange, in report: inout FileReport, _ json: inout JSONWriter
  ) {
    let place = report.place(of: range)
    json.object { json in
      json.field("startLine", place.line)
      json.field("startColumn", place.column)
      json.field("endLine", place.endLine)
      json.field("endColumn", place.endColumn)
    }
  }

  private func fix(_ fix: Fix, in report: inout FileReport, _ json: inout JSONWriter) {
    json.object { json in
      message("description", fix.title, &json)
      json.key("artifactChanges")
      json.array { json in
        json.object { json in
          artifact(report.path, &json)
          json.key("replacements")
          json.array { json in
            for edit in fix.edits {
              json.object { json in
                json.key("deletedRegion")
                region(edit.range, in: &report, &json)
                json.key("insertedContent")
                json.object { json in
                  json.key("text")
                  json.string(edit.newText)
                }
              }
            }
          }
        }
      }
    }
  }

  /// A path as a URI: relative ones stay so, absolute ones get `file://`.
  private func uriReference(_ path: String) -> String {
    var uri = path.utf8.first == UInt8(ascii: "/") ? "file://" : ""
    let digits = Array("0123456789ABCDEF".unicodeScalars)
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
        uri.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        uri += "%"
        uri.unicodeScalars.append(digits[Int(byte >> 4)])
        uri.unicodeScalars.append(digits[Int(byte & 15)])
      }
    }
    return uri
  }
}
