import Analysis
import Syntax

/// The command line, read.
struct Arguments: Sendable {
  var mode = Mode.server
  var operands: [String] = []
  private var values: [String: [String]] = [:]

  /// What is wrong with a command line; status 2.
  struct Mistake: Error, Equatable {
    let message: String
  }

  /// - Parameter words: without the name of the program.
  init(_ words: [String], in language: Language) throws(Mistake) {
    var modes: [Mode] = []
    var rest = words[...]
    var optionsEnded = false
    while let word = rest.popFirst() {
      // `-` is standard input, `-:12` its line 12.
      guard !optionsEnded, word.utf8.starts(with: "-".utf8), word != "-",
        !word.utf8.starts(with: "-:".utf8)
      else {
        operands.append(word)
        continue
      }
      if word == "--" {
        optionsEnded = true
        continue
      }
      let name = Self.longName(of: String(word.prefix { $0 != "=" }))
      let attached = word.firstIndex(of: "=").map { String(word[word.index(after: $0)...]) }
      if let mode = Mode(rawValue: name), mode != .server {
        modes.append(mode)
        if let attached { operands.append(attached) }
      } else if let option = Option.all.first(where: { $0.name == name }) {
        try read(option, attached, &rest, language)
      } else {
        throw Self.unknown(name, language)
      }
    }
    // `--check --help` and `--help --check` both ask for help.
    mode = modes.first { $0 == .help || $0 == .version } ?? modes.first ?? .server
    if let other = modes.first(where: { $0 != mode }), mode != .help, mode != .version {
      throw Mistake(
        message: language.say(
          "\(mode.rawValue) and \(other.rawValue) cannot be had at once",
          "\(mode.rawValue) 和 \(other.rawValue) 不能同时使用"))
    }
    try checkUse(language)
  }

  func has(_ name: String) -> Bool { values[name] != nil }
  func value(_ name: String) -> String? { values[name]?.last }
  func number(_ name: String) -> Int? { value(name).flatMap(Int.init) }
  func all(_ name: String) -> [String] { values[name] ?? [] }

  /// The codes of a comma-separated list, blanks aside.
  func codes(_ name: String) -> [String] {
    all(name).flatMap { $0.split(separator: ",") }
      .map { code in String(code.filter { $0 != " " }) }
      .filter { !$0.isEmpty }
  }

  var format: OutputFormat? { value("--output-format").flatMap(OutputFormat.init) }

  private static func longName(of name: String) -> String {
    switch name {
    case "-h", "-help": "--help"
    case "-V", "-v", "-version": "--version"
    case "-q": "--quiet"
    default: name
    }
  }

  private mutating func read(
    _ option: Option, _ attached: String?, _ rest: inout ArraySlice<String>, _ language: Language
  ) throws(Mistake) {
    let name = option.name == "--format" ? "--output-format" : option.name
    guard option.value != .none else {
      guard attached == nil else {
        throw Mistake(
          message: language.say("\(option.name) takes no value", "\(option.name) 不带值"))
      }
      values[name, default: []].append("")
      return
    }
    let missing = Mistake(
      message: language.say("\(option.usage): the value is missing", "\(option.usage)：缺少值"))
    guard let value = attached ?? rest.popFirst() else { throw missing }
    switch option.value {
    case .file where value.isEmpty, .folder where value.isEmpty, .text("NAME") where value.isEmpty:
      throw missing
    case .choice(let words) where !words.contains(value):
      let hint = closestWord(to: value, among: words)
      throw Mistake(
        message: language.say(
          "\(option.name): “\(value)” is none of \(words.joined(separator: ", "))",
          "\(option.name)：“\(value)”不在可选值 \(words.joined(separator: "、")) 之中")
          + Self.suggestion(hint, language))
    case .number(let least) where (Int(value) ?? .min) < least:
      throw Mistake(
        message: language.say(
          "\(option.name): “\(value)” is no whole number from \(least)",
          "\(option.name)：“\(value)”不是不小于 \(least) 的整数"))
    default: values[name, default: []].append(value)
    }
  }

  /// Every option must serve the mode, and the operands be as many as it takes.
  private func checkUse(_ language: Language) throws(Mistake) {
    if mode == .help || mode == .version { return }
    for option in Option.all where values[option.name] != nil {
      guard let modes = option.modes, !modes.contains(mode) else { continue }
      let needed = modes.map { $0 == .server ? language.say("the server", "服务器") : $0.rawValue }
        .joined(separator: ", ")
      throw Mistake(
        message: language.say(
          "\(option.name) has no meaning here; it goes with \(needed)",
          "\(option.name) 在此无意义；它用于 \(needed)"))
    }
    if mode == .server, let word = operands.first {
      throw Mistake(
        message: language.say(
          "“\(word)”: the language server takes no paths; did you mean --check \(word)?",
          "“\(word)”：语言服务器不接受路径；是否想用 --check \(word)？"))
    }
    if operands.count > mode.operandCount.upperBound {
      throw Mistake(
        message: language.say(
          "unexpected “\(operands[mode.operandCount.upperBound])”; usage: issue-lsp "
            + "\(mode.rawValue) \(mode.operands)",
          "多余的“\(operands[mode.operandCount.upperBound])”；用法：issue-lsp "
            + "\(mode.rawValue) \(mode.operands)"))
    }
    let isMissing =
      operands.count < mode.operandCount.lowerBound
      || mode == .mentions && operands.isEmpty != has("--in")
    if isMissing {
      throw Mistake(
        message: language.say(
          "usage: issue-lsp \(mode.rawValue) \(mode.operands)",
          "用法：issue-lsp \(mode.rawValue) \(mode.operands)"))
    }
    if has("--diff") && !has("--fix") {
      throw Mistake(message: language.say("--diff goes with --fix", "--diff 要与 --fix 一起用"))
    }
    if let format, mode != .check, !OutputFormat.general.contains(format) {
      throw Mistake(
        message: language.say(
          "\(mode.rawValue) has no format \(format.rawValue)",
          "\(mode.rawValue) 没有 \(format.rawValue) 格式"))
    }
    for name in ["--select", "--ignore"] {
      for code in codes(name) where !Rule.codesAndGroups.contains(code) {
        throw Self.unknownCode(code, language)
      }
    }
  }

  static func unknownCode(_ code: String, _ language: Language) -> Mistake {
    let hint = closestWord(to: code, among: Rule.codesAndGroups)
    return Mistake(
      message: language.say("no rule is called “\(code)”", "没有名为“\(code)”的规则")
        + suggestion(hint, language))
  }

  private static func unknown(_ name: String, _ language: Language) -> Mistake {
    let known = Option.all.map(\.name) + Mode.allCases.map(\.rawValue)
    let hint = closestWord(to: name, among: known)
    return Mistake(
      message: language.say("unknown option \(name)", "未知选项 \(name)")
        + suggestion(hint, language))
  }

  private static func suggestion(_ word: String?, _ language: Language) -> String {
    guard let word else { return "" }
    return language.say("; did you mean \(word)?", "；是否想用 \(word)？")
  }
}
