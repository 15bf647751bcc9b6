import Analysis

// `--help`, drawn from the tables that the parser reads.
extension Command {
  mutating func help() -> Int32 {
    let say = language
    console.write(
      language.say(
        """
        issue-lsp — a language server and checker for issues of a newsletter

        An issue is a Markdown file with YAML front matter; the archive is the folder of past issues.
        What is usual (keys, labels, names, stories) is learnt from the archive.


        """,
        """
        issue-lsp —— 期刊写作的语言服务器和检查工具

        一期（issue）是带 YAML front matter 的 Markdown 文件，归档（archive）是往期所在的文件夹。
        常用的字段、标签、名称和报道都从归档中学来。


        """))
    heading(say.say("Usage", "用法"))
    console.write("  issue-lsp [MODE] [OPTION…] [--] [OPERAND…]\n\n")
    heading(say.say("Modes", "模式"))
    for mode in Mode.allCases {
      let name = mode == .server ? "" : mode.rawValue
      let usage = [name, mode.operands].filter { !$0.isEmpty }.joined(separator: " ")
      entry(usage.isEmpty ? say.say("(none)", "（无）") : usage, mode.help.text(in: language))
    }
    console.write("\n")
    heading(say.say("Options", "选项"))
    for option in Option.all {
      entry(option.usage, option.help.text(in: language) + served(option))
    }
    console.write("\n")
    console.write(closingSections)
    return ExitStatus.success
  }

  private mutating func heading(_ text: String) { console.write(palette.bold(text) + "\n") }

  /// A term and what it means, the meaning indented and wrapped.
  private mutating func entry(_ term: String, _ meaning: String) {
    console.write("  \(palette.cyan(term))\n")
    for line in wrapped(meaning, to: 72) { console.write("      \(line)\n") }
  }

  private func served(_ option: Option) -> String {
    guard let modes = option.modes else { return "" }
    let names = modes.map { $0 == .server ? language.say("server", "服务器") : $0.rawValue }
    return language.say(" (", "（") + names.joined(separator: language.say(", ", "、"))
      + language.say(")", "）")
  }

  private var closingSections: String {
    language.say(
      """
      \(palette.bold("Which archive"))
        --archive, else `archive` of the configuration, else the folder of the configuration
        file, else the folder of the file that is looked at; for a folder that folder itself, for
        standard input the folder that --stdin-filename names, without operands the current one.
        The issues that are checked count as part of the archive, but none is compared with itself.
        Hidden files and folders, node_modules, symbolic links, and files such as README.md that
        tell about their folder are left out.

      \(palette.bold("Which configuration"))
        .issue-lsp.yaml in the folder of the file or the nearest folder above. The names in
        names.yaml beside it (or in the file that its key `names` tells) win over what is learnt.

      \(palette.bold("Exit status"))
        0  nothing at or above --fail-on
        1  something was; --front-matter: it does not parse
        2  usage, configuration or input and output failed; the other files are still checked
        The server: 0 after `shutdown` and `exit`, else 1.

      \(palette.bold("Output"))
        Results go to standard output, by path and place, all else to standard error. Lines and
        columns count from 1, columns in Unicode scalars; bytes count from 0; ends are exclusive.

      \(palette.bold("Examples"))
        issue-lsp --check posts                     check a folder
        issue-lsp --check --fix posts/2026-02-01.md mend what is sure
        git diff --cached --name-only -z -- '*.md' | xargs -0 issue-lsp --check --
        issue-lsp --check - --stdin-filename posts/2026-02-01.md < draft.md
        issue-lsp --related posts/2026-02-01.md:31  what was told before
        issue-lsp --mentions 智谱 --limit 5
        issue-lsp --explain body/label-typo

      """,
      """
      \(palette.bold("归档在哪里"))
        依次取 --archive、配置中的 `archive`、配置文件所在文件夹、所查文件所在文件夹；给出文件夹时取
        该文件夹，标准输入取 --stdin-filename 所在文件夹，不给操作数时取当前文件夹。
        所查的各期也算归档的一部分，但不会与自己比较。隐藏文件和文件夹、node_modules、符号链接以及
        README.md 之类说明文件不在其中。

      \(palette.bold("配置在哪里"))
        文件所在文件夹或最近的上级文件夹中的 .issue-lsp.yaml。同一文件夹的 names.yaml（或 `names`
        键所指的文件）中的名称优先于学到的名称。

      \(palette.bold("退出码"))
        0  没有达到 --fail-on 级别的问题
        1  有；对 --front-matter：无法解析
        2  用法、配置或读写出错；其他文件仍会检查
        服务器：`shutdown` 后 `exit` 为 0，否则为 1。

      \(palette.bold("输出"))
        结果写到标准输出，按路径和位置排序；其余写到标准错误。行和列从 1 数起，列按 Unicode 字符；
        字节从 0 数起；末尾都不包含在内。

      \(palette.bold("示例"))
        issue-lsp --check posts                     检查一个文件夹
        issue-lsp --check --fix posts/2026-02-01.md 修正有把握的问题
        git diff --cached --name-only -z -- '*.md' | xargs -0 issue-lsp --check --
        issue-lsp --check - --stdin-filename posts/2026-02-01.md < draft.md
        issue-lsp --related posts/2026-02-01.md:31  以前报道过什么
        issue-lsp --mentions 智谱 --limit 5
        issue-lsp --explain body/label-typo

      """)
  }
}

/// Lines of at most `width` columns; Latin words stay whole, Chinese breaks anywhere.
func wrapped(_ text: String, to width: Int) -> [String] {
  var lines: [String] = []
  var line = ""
  var lineWidth = 0
  for word in words(text) {
    let wordWidth = displayWidth(word.unicodeScalars)
    if lineWidth + wordWidth > width, !line.isEmpty {
      lines.append(trimmingEnd(line))
      line = ""
      lineWidth = 0
      if word == " " { continue }
    }
    line += word
    lineWidth += wordWidth
  }
  if !line.isEmpty { lines.append(trimmingEnd(line)) }
  return lines
}

/// Blanks, wide characters, and runs of anything else.
private func words(_ text: String) -> [String] {
  var words: [String] = []
  var run = ""
  for character in text {
    // Closing marks such as ，。） stay with what they close.
    let isMark = "，。、；：）”》".contains(character)
    let standsAlone = character == " " || displayWidth(character.unicodeScalars) == 2
    if isMark {
      run.append(character)
    } else if standsAlone {
      if !run.isEmpty { words.append(run) }
      run = String(character)
      if character == " " {
        words.append(run)
        run = ""
      }
    } else {
      if let last = run.last, displayWidth(last.unicodeScalars) == 2 {
        words.append(run)
        run = ""
      }
      run.append(character)
    }
  }
  if !run.isEmpty { words.append(run) }
  return words
}

private func trimmingEnd(_ line: String) -> String {
  var line = line
  while line.last == " " { line.removeLast() }
  return line
}
