import Platform
import TestSupport
import Testing

/// What a user sees: each test runs the program itself.
@Suite struct TranscriptTests {
  let folder = TemporaryFolder()

  func run(_ line: String, input: String = "") throws -> BuiltProgram.Outcome {
    try BuiltProgram.run(line, in: folder, input: Array(input.utf8))
  }

  @Test func `version, help and rules go to standard output`() throws {
    #expect(try run("issue-lsp --version").output == "issue-lsp 1.0.0\n")
    let help = try run("issue-lsp --help")
    #expect(help.status == 0)
    #expect(help.notes == "")
    for word in ["--check [PATH…]", "--stdin-filename NAME", "Exit status", "names.yaml"] {
      #expect(help.output.contains(word), "\(word)")
    }
    #expect(try run("issue-lsp --help --lang zh").output.contains("退出码"))
    #expect(try run("issue-lsp --rules").output.contains("config/unknown-key\twarning\t"))
    #expect(
      try run("issue-lsp --explain config/unknown-key").output.hasPrefix("# config/unknown-key\n"))
    #expect(try run("issue-lsp --explain unknown-disable").status == 2)
    #expect(
      try run("issue-lsp --explain config/unknown-kye").notes
        == "issue-lsp: no rule is called “config/unknown-kye”; did you mean config/unknown-key?\n")
  }

  @Test func `a usage mistake ends with status 2 and a hint`() throws {
    let outcome = try run("issue-lsp --chek a.md")
    #expect(outcome.status == 2)
    #expect(outcome.output == "")
    #expect(
      outcome.notes
        == "issue-lsp: unknown option --chek; did you mean --check?\nissue-lsp --help tells more\n")
    let chinese = try BuiltProgram.run("issue-lsp --chek", in: folder, language: "zh_CN.UTF-8")
    #expect(chinese.notes.hasPrefix("issue-lsp: 未知选项 --chek；是否想用 --check？\n"))
  }

  @Test func `nothing checked is said aloud, and quiet is quiet`() throws {
    #expect(
      try run("issue-lsp --check")
        == BuiltProgram.Outcome(output: "", notes: "nothing checked\n", status: 0))
    #expect(
      try run("issue-lsp --check --quiet .")
        == BuiltProgram.Outcome(output: "", notes: "", status: 0))
    try folder.write("empty/note.txt", "no issue")
    #expect(try run("issue-lsp --check empty").notes == "nothing checked\n")
  }

  @Test func `what cannot be read is told, and the others are still checked`() throws {
    try folder.write("2026-01-01.md", "text")
    let outcome = try run("issue-lsp --check none.md 2026-01-01.md; echo $?")
    #expect(outcome.output.hasSuffix("\n2\n") || outcome.output == "2\n")
    #expect(outcome.notes.contains("issue-lsp: none.md: no such file or folder\n"))
    #expect(outcome.notes.contains("1 file checked"))
    #expect(try run("issue-lsp --outline none.md").status == 2)
    #expect(try run("issue-lsp --names --archive none").status == 2)
  }

  @Test func `paths with blanks, Chinese and dashes are paths`() throws {
    for name in ["a b/期 刊.md", "-dash.md", "--fix.md", "a\nb.md"] {
      try folder.write(name, "text")
    }
    let outcome = try run(
      "issue-lsp --check --fail-on never -- 'a b' -dash.md --fix.md $'a\\nb.md'; echo $?")
    #expect(outcome.output.hasSuffix("0\n"))
    #expect(outcome.notes.contains("4 files checked"))
  }

  @Test func `links that loop or lead out are left alone, a link that is named is followed`() throws
  {
    let outside = TemporaryFolder()
    try outside.write("secret.md", "text")
    try folder.write("pages/a.md", "text")
    try createSymbolicLink(folder.path("pages/loop"), to: folder.path)
    try createSymbolicLink(folder.path("pages/out"), to: outside.path)
    try createSymbolicLink(folder.path("pages/secret.md"), to: outside.path("secret.md"))
    #expect(try run("issue-lsp --check pages").notes.contains("1 file checked"))
    #expect(try run("issue-lsp --check pages/secret.md").notes.contains("1 file checked"))
  }

  @Test func `standard input is an issue, with or without a place`() throws {
    for line in [
      "issue-lsp --check -", "issue-lsp --check - --stdin-filename none/2026-01-01.md",
      "issue-lsp --check --stdin-filename 2026-01-01.md",
    ] {
      let outcome = try run(line + " --fail-on never", input: "text\n")
      #expect(outcome.status == 0)
      #expect(outcome.notes.contains("1 file checked"), "\(line): \(outcome.notes)")
    }
    // Nothing around it is read when nobody says where it lies.
    try folder.write("secret.md", [0xFF])
    #expect(try !run("issue-lsp --check -", input: "text\n").notes.contains("secret"))
  }

  @Test func `a reader that leaves early is no failure`() throws {
    for number in 1...50 {
      try folder.write("2026-01-\(10 + number).md", "text")
    }
    let outcome = try run("issue-lsp --rules --format json | head -c 1; echo ${PIPESTATUS[0]}")
    #expect(outcome.output == "[0\n")
    #expect(outcome.notes == "")
  }

  @Test func `standard output that cannot be written is a failure`() throws {
    guard (try? fileStatus("/dev/full")) != nil else { return }
    let outcome = try run("issue-lsp --rules > /dev/full; echo $?")
    #expect(outcome.output == "2\n")
    #expect(outcome.notes.contains("No space left"))
  }

  @Test func `a report is one line whatever the file is called`() throws {
    try folder.write("a\n\u{1B}[2Jb.md", "# 智谱\n\n智谱 与 OpenAI\n")
    let file = "$'a\\n\\x1b[2Jb.md'"
    for line in ["--check \(file)", "--mentions --in \(file)", "--mentions OpenAI --archive ."] {
      let outcome = try run("issue-lsp \(line) | grep -v '^[^:]*a  \\[2Jb.md:[0-9]'")
      #expect(outcome.output == "", "\(line)")
    }
  }

  @Test func `a folder that cannot be read is named once`() throws {
    try folder.write("in/2026-01-01.md", "text\n")
    try createSymbolicLink(folder.path("in/gone"), to: "gone")
    let outcome = try run("issue-lsp --check in/gone in/gone --archive in/none --archive in/none")
    #expect(outcome.status == 2)
    let lines = outcome.notes.split(separator: "\n")
    #expect(Set(lines).count == lines.count, "\(outcome.notes)")
  }

  @Test func `a line of standard input can be asked about`() throws {
    try folder.write("2026-01-01.md", "# 新闻\n\n## 要闻\n\n### 智谱发布 GLM-5\n\n智谱发布了 GLM-5。\n")
    let text = "# 新闻\n\n## 要闻\n\n### 智谱开源 GLM-5\n\n智谱开源了 GLM-5。\n"
    let outcome = try run("issue-lsp --related -:5 --archive .", input: text)
    #expect(try run("issue-lsp --related -:5:2 --archive .", input: text).output == outcome.output)
    #expect(outcome.status == 0)
    #expect(outcome.output.hasPrefix("5: ./2026-01-01.md:5: "))
    #expect(
      try run("issue-lsp --related -:0", input: text).notes
        == "issue-lsp: -:0: no story stands there\n")
  }

  @Test func `completions name every option`() throws {
    for shell in ["bash", "zsh", "fish"] {
      let outcome = try run("issue-lsp --completions \(shell)")
      #expect(outcome.status == 0)
      for word in ["check", "stdin-filename", "json-lines", "clientProcessId"] {
        #expect(outcome.output.contains(word), "\(shell) \(word)")
      }
    }
    #expect(try run("issue-lsp --completions bash | bash -n && echo fine").output == "fine\n")
    try folder.write("my issue.md", "")
    for (words, completed) in [
      ("--check --output-format s", "sarif"), ("--check --output-format = s", "sarif"),
      ("--check my", "my issue.md"), ("--check --select body/l", "body/label-typo"),
      ("--check --stdin-filename my", "my issue.md"), ("--comp", "--completions"),
    ] {
      let outcome = try run(
        """
        source <(issue-lsp --completions bash)
        COMP_WORDS=(issue-lsp \(words)); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _issue_lsp
        printf '%s\\n' "${COMPREPLY[@]}"
        """)
      #expect(outcome.output == completed + "\n")
    }
    #expect(try run("issue-lsp --completions tcsh").status == 2)
  }
}
