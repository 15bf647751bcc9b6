import Analysis

// `--completions SHELL`, drawn from the option table.
extension Command {
  mutating func completions() -> Int32 {
    switch arguments.operands.first ?? "" {
    case "bash": console.write(bashCompletions)
    case "zsh": console.write(zshCompletions)
    case "fish": console.write(fishCompletions)
    case let shell:
      fail(
        language.say(
          "no completions for “\(shell)”; there are bash, zsh and fish",
          "没有“\(shell)”的补全脚本；可选 bash、zsh、fish"))
    }
    return ExitStatus.success
  }

  private var modes: [Mode] { Mode.allCases.filter { $0 != .server } }

  private var bashCompletions: String {
    // One candidate a line: names may hold blanks.
    func complete(_ arguments: String) -> String {
      "COMPREPLY=($(compgen \(arguments) -- \"$current\")); return ;;\n"
    }
    func complete(words: [String]) -> String { complete("-W '\(words.joined(separator: "\n"))'") }
    let codes = complete("-W \"$(issue-lsp --rules --output-format concise | cut -f1)\"")
    var cases = ""
    for option in Option.all {
      let action =
        switch option.value {
        case .choice(let words): complete(words: words)
        case .folder: complete("-d")
        case .file, .text("NAME"): complete("-f")
        case .text("CODES"): codes
        case .text, .number: "return ;;\n"
        case .none: ""
        }
      if !action.isEmpty { cases += "    \(option.name)) \(action)" }
    }
    cases += "    --explain) \(codes)    --completions) \(complete(words: ["bash", "zsh", "fish"]))"
    return """
      # bash completion for issue-lsp: source <(issue-lsp --completions bash)
      _issue_lsp() {
        local IFS=$'\n'
        local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]}
        # bash takes `--option=value` for three words.
        if [[ $current == = ]]; then
          current=
        elif [[ $previous == = ]]; then
          previous=${COMP_WORDS[COMP_CWORD-2]}
        fi
        COMPREPLY=()
        case $previous in
      \(cases)  esac
        case $current in
          -*) \(complete(words: modes.map(\.rawValue) + Option.all.map(\.name)))\
          *) \(complete("-f"))\
        esac
      }
      complete -o filenames -F _issue_lsp issue-lsp

      """
  }

  private var zshCompletions: String {
    var lines: [String] = []
    for mode in modes {
      lines.append("'\(mode.rawValue)[\(zshText(mode.help.text(in: language)))]'")
    }
    for option in Option.all {
      let help = zshText(option.help.text(in: language))
      let name = option.value == .none ? option.name : option.name + "="
      let action =
        switch option.value {
        case .none: ""
        case .text(let word): ":\(word):"
        case .number: ":N:"
        case .choice(let words): ":\(option.name.dropFirst(2)):(\(words.joined(separator: " ")))"
        case .file: ":file:_files"
        case .folder: ":folder:_files -/"
        }
      lines.append("'*\(name)[\(help)]\(action)'")
    }
    return "#compdef issue-lsp\n_arguments -s \\\n  " + lines.joined(separator: " \\\n  ")
      + " \\\n  '*:file:_files'\n"
  }

  /// Within single quotes and square brackets.
  private func zshText(_ text: String) -> String {
    var result = ""
    for character in firstClause(text) {
      switch character {
      case "'": result += "'\\''"
      case "[", "]", ":", "\\": result += "\\\(character)"
      default: result.append(character)
      }
    }
    return result
  }

  private var fishCompletions: String {
    var lines = ["# fish completion for issue-lsp: issue-lsp --completions fish | source"]
    func line(_ name: String, _ help: String, _ more: String) {
      let text = firstClause(help).split(separator: "'", omittingEmptySubsequences: false)
        .joined(separator: "\\'")
      lines.append("complete -c issue-lsp -l \(name.dropFirst(2))\(more) -d '\(text)'")
    }
    for mode in modes {
      let more =
        switch mode {
        case .completions: " -x -a 'bash zsh fish'"
        case .explain: " -x -a '(issue-lsp --rules --output-format concise | cut -f1)'"
        default: ""
        }
      line(mode.rawValue, mode.help.text(in: language), more)
    }
    for option in Option.all {
      let more =
        switch option.value {
        case .none: ""
        case .text, .number: " -x"
        case .choice(let words): " -x -a '\(words.joined(separator: " "))'"
        case .file: " -r"
        case .folder: " -x -a '(__fish_complete_directories)'"
        }
      line(option.name, option.help.text(in: language), more)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func firstClause(_ text: String) -> String {
    String(text.prefix { $0 != ";" && $0 != "；" })
  }
}
