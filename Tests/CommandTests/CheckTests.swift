import Platform
import TestSupport
import Testing

/// `--check` on a small archive: five issues that agree on a label, and one with a slip in it.
@Suite struct CheckTests {
  let folder = TemporaryFolder()

  static func issue(_ date: String, label: String = "深度解读 & 洞察", title: String = "今天的新闻") -> String
  {
    """
    ---
    title: \(title)
    date: \(date)
    category: 日报
    tags: [新闻]
    ---

    # \(title)

    ## 要闻

    ### [\(date)的第一件事](https://example.com/a/\(date))

    公司在\(date)说了一件新的事情，大家都在谈论它。

    **深度解读 & 洞察：** 这件事对\(date)很重要。

    ### [\(date)的第二件事](https://example.com/b/\(date))

    另一家公司在\(date)做了不同的事情，也有人谈论。

    **\(label)：** 这件事对\(date)不那么重要。

    """
  }

  init() throws {
    for day in 1...5 {
      for name in ["past", "pages"] {
        try folder.write("\(name)/2026-01-0\(day).md", Self.issue("2026-01-0\(day)"))
      }
    }
    try folder.write("pages/2026-01-06.md", Self.issue("2026-01-06", label: "深度解读 & 洞潜"))
  }

  func run(_ line: String, input: String = "") throws -> BuiltProgram.Outcome {
    try BuiltProgram.run(line, in: folder, input: Array(input.utf8))
  }

  /// Only what the tests plant, whatever other rules come to say.
  let check = "issue-lsp --check --select body/label-typo"

  @Test func `a slip is reported where it stands, and the status says so`() throws {
    let outcome = try run("\(check) pages")
    #expect(outcome.status == 1)
    #expect(outcome.output.hasPrefix("pages/2026-01-06.md:22:3: warning: "))
    #expect(outcome.output.hasSuffix(" [body/label-typo]\n"))
    #expect(outcome.notes == "6 files checked, 1 problem\n")
  }

  @Test(arguments: [("error", 0), ("warning", 1), ("info", 1), ("hint", 1), ("never", 0)])
  func `the status follows the severity asked for`(severity: String, status: Int) throws {
    #expect(try run("\(check) --fail-on \(severity) pages").status == status)
  }

  @Test func `rules are chosen by code and by group`() throws {
    #expect(try run("issue-lsp --check --select config pages").output == "")
    #expect(try run("issue-lsp --check --select body --ignore body pages").output == "")
    #expect(try run("\(check) --ignore body/label-typo pages").status == 0)
    #expect(try run("issue-lsp --check --select body pages").output.contains("label-typo"))
  }

  @Test func `one file is judged by its folder, or by the archive that is named`() throws {
    #expect(try run("\(check) pages/2026-01-06.md").status == 1)
    try folder.write("draft/2026-01-07.md", Self.issue("2026-01-07", label: "深度解读 & 洞潜"))
    #expect(try run("\(check) draft/2026-01-07.md").status == 0)
    #expect(try run("\(check) --archive past draft/2026-01-07.md").status == 1)
    #expect(try run("cd draft && \(check) --archive=../past 2026-01-07.md").status == 1)
    try folder.write(".issue-lsp.yaml", "archive: past")
    #expect(try run("\(check) draft/2026-01-07.md").status == 1)
    #expect(try run("\(check) --no-config draft/2026-01-07.md").status == 0)
  }

  @Test func `standard input stands for the file that is named`() throws {
    let text = Self.issue("2026-01-05", label: "深度解读 & 洞潜")
    let outcome = try run("\(check) - --stdin-filename past/2026-01-05.md", input: text)
    #expect(outcome.output.hasPrefix("past/2026-01-05.md:22:3: warning: "))
    let fine = try run(
      "\(check) - --stdin-filename pages/2026-01-06.md", input: Self.issue("2026-01-06"))
    #expect(fine.status == 0)
  }

  @Test func `reports do not depend on the number of threads or the order of the operands`() throws
  {
    let one = try run("issue-lsp --check --format json --jobs 1 pages")
    #expect(try run("issue-lsp --check --format json --jobs 8 pages") == one)
    #expect(
      try run("issue-lsp --check --format json $(ls -r pages/*.md) pages/2026-01-02.md") == one)
  }

  @Test func `full shows the line with carets under it`() throws {
    let outcome = try run("\(check) --format full pages")
    let lines = outcome.output.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[1] == "  --> pages/2026-01-06.md:22:3")
    #expect(lines[2] == "22 | **深度解读 & 洞潜：** 这件事对2026-01-06不那么重要。")
    #expect(lines[3] == "   |   ^^^^^^^^^^^^^^^")
    let coloured = try run("\(check) --format full --color always pages")
    #expect(coloured.output.contains("\u{1B}[1;33mwarning\u{1B}[0m"))
    #expect(!outcome.output.contains("\u{1B}"))
  }

  @Test func `every machine format tells the same report`() throws {
    let object = try run("\(check) --format json-lines pages").output
    #expect(object.hasPrefix(#"{"path":"pages/2026-01-06.md","line":22,"column":3,"endLine":22,"#))
    #expect(try run("\(check) --format json pages").output == "[\n\(object.dropLast())\n]\n")
    #expect(try run("\(check) --format json pages/2026-01-01.md").output == "[\n]\n")
    let github = try run("\(check) --format github pages").output
    #expect(
      github.hasPrefix(
        "::warning file=pages/2026-01-06.md,line=22,col=3,endLine=22,endColumn=12,"
          + "title=issue-lsp (body/label-typo)::pages/2026-01-06.md:22:3: "))
    let reviewdog = try run("\(check) --format rdjsonl pages").output
    #expect(
      reviewdog.contains(
        #""range":{"start":{"line":22,"column":3},"end":{"line":22,"column":24}}"#))
    let sarif = try run("\(check) --format sarif pages").output
    #expect(sarif.contains(#""columnKind":"unicodeCodePoints""#))
    #expect(sarif.contains(#""startLine":22,"startColumn":3,"endLine":22,"endColumn":12"#))
  }

  @Test func `paths are escaped for workflow commands and in URIs`() throws {
    try folder.write("a, b:c%/深 度.md", Self.issue("2026-01-06", label: "深度解读 & 洞潜"))
    let line = "\(check) --archive past 'a, b:c%'"
    #expect(
      try run("\(line) --format github").output.hasPrefix(
        "::warning file=a%2C b%3Ac%25/深 度.md,line=22,"))
    #expect(
      try run("\(line) --format sarif").output.contains(
        #""uri":"a%2C%20b%3Ac%25/%E6%B7%B1%20%E5%BA%A6.md""#))
  }

  @Test func `mistakes in the configuration are reported with the others and fail the run`() throws
  {
    try folder.write("pages/.issue-lsp.yaml", "exlude: [x]\n")
    let warned = try run("issue-lsp --check --select config pages")
    #expect(
      warned.output
        == "pages/.issue-lsp.yaml:1:1: warning: unknown key “exlude”; did you mean “exclude”? "
        + "[config/unknown-key]\n")
    #expect(warned.status == 1)
    try folder.write("pages/.issue-lsp.yaml", "codeLens: 7\n")
    #expect(try run("\(check) pages").status == 2)
    #expect(try run("issue-lsp --names --archive pages --config pages/.issue-lsp.yaml").status == 2)
    let failed = try run("\(check),config pages")
    #expect(failed.output.contains("[config/wrong-type]\npages/2026-01-06.md:22:3: "))
    #expect(failed.status == 2)
    #expect(try run("\(check) --config none.yaml pages/2026-01-01.md").status == 2)
  }

  @Test func `mistakes in the configuration come in the order they stand in`() throws {
    try folder.write(
      "pages/.issue-lsp.yaml",
      "completion: {pinyin: 1, minLatin: 0, foo: 2}\ncodeLens: 7\na: 1\na: 2\n")
    let lines = try run("issue-lsp --check --select config pages").output.split(separator: "\n")
    let places = lines.map { $0.split(separator: ":")[1...2].compactMap { Int($0) } }
    // The second `a` is unknown like the first, and stands there twice.
    #expect(places.count == 7)
    #expect(places == places.sorted { $0.lexicographicallyPrecedes($1) })
  }

  @Test func `the configuration turns rules off and changes their severity`() throws {
    try folder.write(".issue-lsp.yaml", "rules: {body: error, body/label-typo: info}")
    #expect(try run("\(check) pages").output.contains(": info: "))
    try folder.write(".issue-lsp.yaml", "rules: {body/label-typo: off}")
    #expect(try run("\(check) pages").output == "")
    try folder.write(".issue-lsp.yaml", "exclude: [2026-01-06.md]")
    #expect(try run("\(check) pages").notes == "5 files checked, 0 problems\n")
    #expect(try run("\(check)").notes == "10 files checked, 0 problems\n")
    #expect(try run("\(check) pages/2026-01-06.md").notes == "1 file checked, 1 problem\n")
  }

  @Test func `messages come in the language asked for`() throws {
    let outcome = try run("\(check) --lang zh pages")
    #expect(outcome.notes == "检查了 6 个文件，1 个问题\n")
    #expect(outcome.output.contains(": warning: "))
  }

  @Test func `the folder that is named is one archive, however deep its issues lie`() throws {
    for number in 1...6 {
      let text = try readFile(folder.path("pages/2026-01-0\(number).md"))
      try folder.write("deep/\(number)/2026-01-0\(number).md", text)
    }
    try folder.write("deep/7/2026-01-07.md", [0x23, 0x20, 0xB0, 0xA1])
    let outcome = try run("\(check) deep")
    #expect(outcome.output.hasPrefix("deep/6/2026-01-06.md:22:3: warning: "))
    #expect(outcome.status == 1)
    #expect(outcome.notes == "7 files checked, 1 problem\n")
    // An archive's file in another encoding is told, and no failure of those that are checked.
    let alone = try run("\(check) --archive deep deep/1/2026-01-01.md")
    #expect(alone.notes.hasPrefix("issue-lsp: deep/7/2026-01-07.md: is not encoded in UTF-8\n"))
    #expect(alone.status == 0)
  }

  @Test func `the machine formats are what their specifications say`() throws {
    guard try run("python3 -c 'import jsonschema'").status == 0 else { return }
    let tests = parentDirectory(of: parentDirectory(of: #filePath))
    let seeds = "\(parentDirectory(of: tests))/seeds"
    let script = "\(tests)/Scripts/check_formats.py"
    let outcome = try run("python3 '\(script)' \"$ISSUE_LSP\" '\(seeds)' pages")
    #expect(outcome.status == 0, "\(outcome.notes)")
    #expect(outcome.output.hasSuffix(" reports are well-formed in every format\n"))
  }
}
