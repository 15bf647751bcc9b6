import Analysis

/// One word of the command line that begins with `--`. The table of all of them serves the parser,
/// `--help` and the shell completions alike.
struct Option: Sendable {
  enum Value: Sendable, Equatable {
    case none
    /// The word that `--help` writes for it.
    case text(String)
    case number(least: Int)
    case choice([String])
    case file
    case folder
  }

  let name: String
  var value: Value = .none
  /// The modes that it serves; `nil` for all.
  var modes: [Mode]?
  let help: Localized

  /// The long name in `--help`: `--limit N`.
  var usage: String {
    switch value {
    case .none: name
    case .text(let word): "\(name) \(word)"
    case .number: "\(name) N"
    case .choice(let words): "\(name) \(words.joined(separator: "|"))"
    case .file: "\(name) FILE"
    case .folder: "\(name) DIR"
    }
  }
}

/// What the program is to do. Each but `server` is an option of that name.
enum Mode: String, Sendable, CaseIterable {
  case server
  case check = "--check"
  case outline = "--outline"
  case names = "--names"
  case mentions = "--mentions"
  case related = "--related"
  case tree = "--tree"
  case frontMatter = "--front-matter"
  case rules = "--rules"
  case explain = "--explain"
  case completions = "--completions"
  case version = "--version"
  case help = "--help"

  /// The operands, as `--help` writes them.
  var operands: String {
    switch self {
    case .check: "[PATH…]"
    case .outline, .tree, .frontMatter: "FILE"
    case .mentions: "NAME | --in FILE"
    case .related: "FILE[:LINE]"
    case .explain: "CODE"
    case .completions: "bash|zsh|fish"
    case .server, .names, .rules, .version, .help: ""
    }
  }

  /// How many operands it takes.
  var operandCount: ClosedRange<Int> {
    switch self {
    case .check: 0...Int.max
    case .outline, .tree, .frontMatter, .related, .explain, .completions: 1...1
    case .mentions: 0...1
    case .server, .names, .rules, .version, .help: 0...0
    }
  }

  var help: Localized {
    switch self {
    case .server:
      Localized("the language server on standard input and output", "在标准输入输出上运行语言服务器")
    case .check:
      Localized(
        "check issues: files, folders (with all below), `-` = standard input; without PATH the archive",
        "检查期刊：文件、文件夹（含子文件夹），`-` 表示标准输入；不给 PATH 则检查整个归档")
    case .outline: Localized("sections, stories and labels of an issue", "一期的栏目、报道和标签")
    case .names: Localized("every known name of the archive", "归档中所有已知名称")
    case .mentions:
      Localized(
        "where the archive mentions a name, newest first; with --in every name of FILE, in text order",
        "归档中提到某名称之处，新的在前；配合 --in 则按文中顺序列出 FILE 里的所有名称")
    case .related:
      Localized(
        "past stories related to the story at LINE, or to each story of FILE",
        "与 LINE 处（或 FILE 中每篇）报道相关的往期报道")
    case .tree:
      Localized("the CommonMark tree of the body as XML", "正文的 CommonMark 语法树（XML）")
    case .frontMatter:
      Localized(
        "the front matter as a JSON object; exit status 1 when it does not parse",
        "以 JSON 输出 front matter；无法解析时退出码为 1")
    case .rules: Localized("the table of rules", "规则一览")
    case .explain: Localized("the manual page of a rule", "某条规则的说明")
    case .completions: Localized("a completion script for a shell", "生成 shell 补全脚本")
    case .version: Localized("the version", "版本")
    case .help: Localized("this text", "本说明")
    }
  }
}

extension Option {
  private static let readers: [Mode] = [
    .check, .outline, .names, .mentions, .related, .tree, .frontMatter,
  ]
  private static let listers: [Mode] = [
    .check, .outline, .names, .mentions, .related, .rules, .explain,
  ]

  static let all: [Option] = [
    Option(
      name: "--archive", value: .folder, modes: [.server, .check, .names, .mentions, .related],
      help: Localized(
        "a folder of past issues; may be given again. Default: `archive` of the configuration, else "
          + "the folder of the configuration file, else the folder of the file (or the folder "
          + "itself) that is looked at",
        "往期文件夹，可多次给出。默认依次取：配置中的 `archive`、配置文件所在文件夹、所查文件所在的（或所给的）文件夹")),
    Option(
      name: "--config", value: .file, modes: [.server] + readers,
      help: Localized(
        "the configuration, instead of the nearest `.issue-lsp.yaml` in the folder of the file or above",
        "指定配置文件，而不是文件所在或上级文件夹中最近的 `.issue-lsp.yaml`")),
    Option(
      name: "--no-config", modes: [.server] + readers,
      help: Localized("no configuration file and no names file", "不读取配置文件和名称文件")),
    Option(
      name: "--output-format", value: .choice(OutputFormat.allCases.map(\.rawValue)),
      modes: listers,
      help: Localized(
        "how results are written; default `full` on a terminal, else `concise`; modes other than "
          + "--check have full, concise, json and json-lines",
        "输出格式；默认在终端为 `full`，否则为 `concise`；--check 之外的模式有 full、concise、json、json-lines")),
    Option(
      name: "--format", value: .choice(OutputFormat.allCases.map(\.rawValue)), modes: listers,
      help: Localized("short for --output-format", "--output-format 的简写")),
    Option(
      name: "--fail-on", value: .choice(["error", "warning", "info", "hint", "never"]),
      modes: [.check],
      help: Localized(
        "the least severity that makes the exit status 1; default `warning`",
        "达到此级别则退出码为 1；默认 `warning`")),
    Option(
      name: "--select", value: .text("CODES"), modes: [.check],
      help: Localized(
        "only these codes or groups, comma-separated (`body/label-typo,front-matter`)",
        "只报告这些规则或规则组，以逗号分隔（`body/label-typo,front-matter`）")),
    Option(
      name: "--ignore", value: .text("CODES"), modes: [.check],
      help: Localized("all but these codes or groups", "不报告这些规则或规则组")),
    Option(
      name: "--fix", modes: [.check],
      help: Localized(
        "mend what can be mended safely; with `-` the mended text goes to standard output",
        "安全地修正能修正的；对 `-` 则将修正后的文本写到标准输出")),
    Option(
      name: "--diff", modes: [.check],
      help: Localized(
        "with --fix: print the patch and write nothing", "配合 --fix：只打印补丁，不写文件")),
    Option(
      name: "--stdin-filename", value: .text("NAME"), modes: [.check],
      help: Localized("the name and place of standard input", "标准输入所代表的文件名和位置")),
    Option(
      name: "--in", value: .file, modes: [.mentions],
      help: Localized("list the names of FILE instead", "改为列出 FILE 中的名称")),
    Option(
      name: "--limit", value: .number(least: 1), modes: [.names, .mentions, .related],
      help: Localized(
        "at most N results (for --related: N a story; default 10)",
        "最多 N 条结果（--related 为每篇 N 条，默认 10）")),
    Option(
      name: "--kind",
      value: .choice(["company", "model", "product", "person", "organization"]),
      modes: [.names, .mentions],
      help: Localized("names of this kind only", "只要这一类名称")),
    Option(
      name: "--sourcepos", modes: [.tree],
      help: Localized("with the positions of block elements", "附上块级元素的位置")),
    Option(
      name: "--lang", value: .choice(["en", "zh"]),
      help: Localized(
        "the language of messages; default from LC_ALL, LC_MESSAGES or LANG",
        "消息的语言；默认取自 LC_ALL、LC_MESSAGES 或 LANG")),
    Option(
      name: "--color", value: .choice(["auto", "always", "never"]), modes: listers,
      help: Localized(
        "colours; default `auto`: on a terminal, unless NO_COLOR is set",
        "颜色；默认 `auto`：在终端上且未设 NO_COLOR 时使用")),
    Option(
      name: "--quiet", modes: listers,
      help: Localized("no closing line and no progress", "不显示结尾统计和进度")),
    Option(
      name: "--jobs", value: .number(least: 1), modes: [.server] + readers,
      help: Localized("threads that read and check; default: one a core", "读取和检查的线程数；默认每核一个")),
    Option(
      name: "--stdio", modes: [.server],
      help: Localized("accepted and ignored", "接受但忽略")),
    Option(
      name: "--clientProcessId", value: .number(least: 0), modes: [.server],
      help: Localized("end when that process is gone", "该进程结束时一并结束")),
    Option(
      name: "--log", value: .file, modes: [.server],
      help: Localized("write a log of the server to FILE", "将服务器日志写入 FILE")),
    Option(
      name: "--trace", modes: [.server],
      help: Localized("log every message too", "日志中包括每条消息")),
    Option(
      name: "--record", value: .file, modes: [.server],
      help: Localized("record the session in FILE", "将会话录制到 FILE")),
    Option(
      name: "--replay", value: .file, modes: [.server],
      help: Localized(
        "feed a recorded session to the server and print its replies", "重放录制的会话并打印答复")),
    Option(
      name: "--paranoid", modes: [.server],
      help: Localized(
        "compare every incremental parse with a full one", "每次增量解析都与完整解析比对")),
  ]
}

/// How results are written.
enum OutputFormat: String, Sendable, CaseIterable {
  case full
  case concise
  case json
  case jsonLines = "json-lines"
  case github
  case rdjsonl
  case sarif

  /// Those that modes other than `--check` have.
  static let general: [OutputFormat] = [.full, .concise, .json, .jsonLines]
}
