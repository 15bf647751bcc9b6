import Analysis
import LanguageServerProtocol
import Syntax

// What the rules are: `--rules` and `--explain CODE`.
extension Command {
  mutating func rules() -> Int32 {
    let rules = Rule.all
    let language = language
    switch format {
    case .json, .jsonLines:
      writeJSON(rules) { rule, json in
        json.field("code", rule.code)
        json.field("severity", rule.severity.name)
        json.field("title", rule.title.text(in: language))
      }
    case .concise:
      for rule in rules {
        console.write(
          "\(rule.code)\t\(rule.severity.name)\t\(rule.title.text(in: language))\n")
      }
    default:
      let codeWidth = rules.map { $0.code.utf8.count }.max() ?? 0
      for rule in rules {
        let severity = rule.severity.name
        console.write(
          palette.bold(padded(rule.code, to: codeWidth)) + "  "
            + palette.severity(rule.severity, padded(severity, to: 7)) + "  "
            + rule.title.text(in: language) + "\n")
      }
    }
    return ExitStatus.success
  }

  mutating func explain() -> Int32 {
    let code = arguments.operands.first ?? ""
    // A name without its group is enough where only one rule has it.
    let candidates = Rule.all.filter {
      $0.code == code || $0.code.split(separator: "/").last == code[...]
    }
    if candidates.isEmpty, Rule.all.contains(where: { $0.code.hasPrefix("\(code)/") }) {
      let codes = Rule.all.map(\.code).filter { $0.hasPrefix("\(code)/") }
      fail(
        language.say("“\(code)” is a group of rules: ", "“\(code)”是一组规则：")
          + codes.joined(separator: " "))
      return ExitStatus.failure
    }
    guard let rule = Rule.named(code) ?? (candidates.count == 1 ? candidates.first : nil) else {
      fail(Arguments.unknownCode(code, language).message)
      return ExitStatus.failure
    }
    let title = rule.title.text(in: language)
    let manual = rule.manual.text(in: language)
    switch format {
    case .json, .jsonLines:
      writeJSON([rule]) { rule, json in
        json.field("code", rule.code)
        json.field("severity", rule.severity.name)
        json.field("title", title)
        json.field("manual", manual)
      }
    default:
      console.write(palette.bold("# \(rule.code)") + "\n\n")
      console.write("\(title). " + language.say("Severity", "级别") + ": \(rule.severity.name).\n\n")
      console.write(manual + (manual.utf8.last == UInt8(ascii: "\n") ? "" : "\n"))
    }
    return ExitStatus.success
  }

  func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - displayWidth(text.unicodeScalars)))
  }

  /// One object a line, or all in one array, as the format asks.
  mutating func writeJSON<Element>(
    _ elements: some Sequence<Element>, _ body: (Element, inout JSONWriter) -> Void
  ) {
    let isArray = format == .json
    if isArray { console.write("[") }
    var isFirst = true
    for element in elements {
      var json = JSONWriter()
      json.object { body(element, &$0) }
      if isArray { console.write(isFirst ? "\n" : ",\n") }
      console.write(json.bytes)
      if !isArray { console.write("\n") }
      isFirst = false
    }
    if isArray { console.write("\n]\n") }
  }
}
