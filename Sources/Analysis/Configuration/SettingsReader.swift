import Syntax

extension Configuration {
  /// Lays the keys of `settings` over this configuration and says what is wrong with them; what is
  /// right still counts. A key with no value (`null`) says nothing.
  package mutating func apply(_ settings: SettingsNode, in language: Language) -> [Diagnostic] {
    var reader = SettingsReader(language: language)
    reader.read(settings, into: &self)
    return reader.problems
  }
}

/// Walks a settings tree and collects what does not fit.
struct SettingsReader {
  let language: Language
  var problems: [Diagnostic] = []

  init(language: Language) { self.language = language }

  mutating func read(_ root: SettingsNode, into configuration: inout Configuration) {
    let keys = [
      "archive", "include", "exclude", "names", "rules", "frontMatter", "labels", "outline",
      "codeLens", "completion", "related", "workspaceDiagnostics",
    ]
    for (key, node) in entries(of: root, named: nil, known: keys) {
      switch key {
      case "archive": strings(node, key, into: &configuration.archive)
      case "include": strings(node, key, into: &configuration.include)
      case "exclude": strings(node, key, into: &configuration.exclude)
      case "names": string(node, key).map { configuration.names = $0 }
      case "rules": rules(node, into: &configuration.rules)
      case "frontMatter": frontMatter(node, into: &configuration.frontMatter)
      case "labels": strings(node, key, into: &configuration.labels)
      case "outline": boolean(node, key).map { configuration.outline = $0 }
      case "workspaceDiagnostics":
        boolean(node, key).map { configuration.workspaceDiagnostics = $0 }
      case "codeLens": boolean(node, key).map { configuration.codeLens = $0 }
      case "completion": completion(node, into: &configuration.completion)
      case "related":
        for (key, node) in entries(of: node, named: key, known: ["limit"]) {
          count(node, "related." + key, from: 1).map { configuration.relatedLimit = $0 }
        }
      default: break
      }
    }
  }

  private mutating func rules(_ node: SettingsNode, into levels: inout [String: RuleLevel]) {
    guard case .mapping(let entries) = node.value else {
      wrongType(node, "rules", "a mapping", "映射")
      return
    }
    let known = Rule.codesAndGroups
    for entry in entries where entry.value.value != .null {
      guard known.contains(entry.key) else {
        unknownKey(entry, in: "rules", among: known)
        continue
      }
      if case .string(let name) = entry.value.value, let level = RuleLevel(name: name) {
        levels[entry.key] = level
      } else {
        let list = RuleLevel.names.joined(separator: ", ")
        wrongType(entry.value, entry.key, "one of \(list)", "下列之一：\(list)")
      }
    }
  }

  private mutating func frontMatter(
    _ node: SettingsNode, into settings: inout FrontMatterSettings
  ) {
    for (key, node) in entries(of: node, named: "frontMatter", known: ["required", "fields"]) {
      if key == "required" {
        var required: [String] = []
        if strings(node, "frontMatter.required", into: &required) { settings.required = required }
        continue
      }
      guard case .mapping(let fields) = node.value else {
        wrongType(node, "frontMatter.fields", "a mapping", "映射")
        continue
      }
      for field in fields {
        settings.fields[field.key] = self.field(field.value, named: field.key)
      }
    }
  }

  private mutating func field(
    _ node: SettingsNode, named name: String
  ) -> FrontMatterSettings.Field {
    typealias FieldType = FrontMatterSettings.FieldType
    var field = FrontMatterSettings.Field()
    let path = "frontMatter.fields." + name
    for (key, node) in entries(of: node, named: path, known: ["type", "maxLength"]) {
      if key == "maxLength" {
        field.maxLength = count(node, path + ".maxLength", from: 1)
      } else if case .string(let word) = node.value, let type = FieldType(rawValue: word) {
        field.type = type
      } else {
        let list = FieldType.allCases.map(\.rawValue).joined(separator: ", ")
        wrongType(node, path + ".type", "one of \(list)", "下列之一：\(list)")
      }
    }
    return field
  }

  private mutating func completion(
    _ node: SettingsNode, into settings: inout CompletionSettings
  ) {
    let keys = ["pinyin", "minLatin", "minHan"]
    for (key, node) in entries(of: node, named: "completion", known: keys) {
      let path = "completion." + key
      switch key {
      case "pinyin": boolean(node, path).map { settings.pinyin = $0 }
      case "minLatin": count(node, path, from: 1).map { settings.minLatin = $0 }
      default: count(node, path, from: 1).map { settings.minHan = $0 }
      }
    }
  }
}

// Values: each of these reports what does not fit and then yields nothing.
extension SettingsReader {
  /// The keys that are known, with their values; `null` values are left out.
  mutating func entries(
    of node: SettingsNode, named name: String?, known: [String]
  ) -> [(String, SettingsNode)] {
    guard case .mapping(let entries) = node.value else {
      if node.value != .null { wrongType(node, name, "a mapping", "映射") }
      return []
    }
    return entries.compactMap { entry in
      guard known.contains(entry.key) else {
        unknownKey(entry, in: name, among: known)
        return nil
      }
      return entry.value.value == .null ? nil : (entry.key, entry.value)
    }
  }

  mutating func string(_ node: SettingsNode, _ name: String) -> String? {
    if case .string(let string) = node.value { return string }
    wrongType(node, name, "a text", "文本")
    return nil
  }

  /// One text may stand for a list of one.
  @discardableResult
  mutating func strings(
    _ node: SettingsNode, _ name: String, into strings: inout [String]
  ) -> Bool {
    if case .string(let string) = node.value {
      strings = [string]
      return true
    }
    guard case .list(let items) = node.value else {
      wrongType(node, name, "a list of texts", "文本列表")
      return false
    }
    strings = items.compactMap { string($0, name) }
    return true
  }

  mutating func boolean(_ node: SettingsNode, _ name: String) -> Bool? {
    if case .boolean(let value) = node.value { return value }
    wrongType(node, name, "true or false", "true 或 false")
    return nil
  }

  mutating func count(_ node: SettingsNode, _ name: String, from least: Int) -> Int? {
    if case .integer(let value) = node.value, value >= least { return value }
    wrongType(node, name, "a whole number from \(least)", "不小于 \(least) 的整数")
    return nil
  }

  mutating func wrongType(
    _ node: SettingsNode, _ name: String?, _ english: String, _ chinese: String
  ) {
    let message =
      if let name {
        language.say("“\(name)” must be \(english)", "“\(name)”应为\(chinese)")
      } else {
        language.say("the settings must be \(english)", "设置应为\(chinese)")
      }
    report(.configWrongType, node.range, message)
  }

  mutating func unknownKey(
    _ entry: SettingsNode.Entry, in name: String?, among known: [String]
  ) {
    let suggestion = closestWord(to: entry.key, among: known)
    let place = name.map { language.say(" in “\($0)”", "（位于“\($0)”）") } ?? ""
    var message = language.say(
      "unknown key “\(entry.key)”\(place)", "未知的键“\(entry.key)”\(place)")
    var fixes: [Fix] = []
    if let suggestion {
      message += language.say("; did you mean “\(suggestion)”?", "；是否想写“\(suggestion)”？")
      let edit = TextEdit(range: entry.keyRange, newText: suggestion)
      let title = language.say("Change to “\(suggestion)”", "改为“\(suggestion)”")
      fixes = [Fix(title: title, isSafe: false, edits: [edit])]
    }
    report(.configUnknownKey, entry.keyRange, message, fixes: fixes)
  }

  mutating func report(
    _ rule: Rule, _ range: ByteRange, _ message: String, fixes: [Fix] = []
  ) {
    problems.append(
      Diagnostic(
        range: range, severity: rule.severity, code: rule.code, message: message, fixes: fixes))
  }
}
