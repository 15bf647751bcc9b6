import Platform
import TestSupport
import Testing

/// `--check --fix`: files are mended, whole, once and for all.
@Suite struct FixTests {
  let folder = TemporaryFolder()
  let wrong = CheckTests.issue("2026-01-06", label: "深度解读 & 洞潜")
  let right = CheckTests.issue("2026-01-06")
  let check = "issue-lsp --check --select body/label-typo"

  init() throws {
    for day in 1...5 {
      try folder.write("pages/2026-01-0\(day).md", CheckTests.issue("2026-01-0\(day)"))
    }
    try folder.write("pages/2026-01-06.md", wrong)
  }

  func run(_ line: String, input: String = "") throws -> BuiltProgram.Outcome {
    try BuiltProgram.run(line, in: folder, input: Array(input.utf8))
  }

  func text(_ name: String) throws -> String {
    String(decoding: try readFile(folder.path(name)), as: UTF8.self)
  }

  @Test func `a safe fix goes in and a second run changes nothing`() throws {
    let first = try run("\(check) --fix pages")
    #expect(first == .init(output: "", notes: "6 files checked, 1 fixed, 0 problems\n", status: 0))
    #expect(try text("pages/2026-01-06.md") == right)
    let status = try fileStatus(folder.path("pages/2026-01-06.md"))
    #expect(try run("\(check) --fix pages").notes == "6 files checked, 0 problems\n")
    // A file that needs nothing is not written.
    #expect(try fileStatus(folder.path("pages/2026-01-06.md")) == status)
  }

  @Test func `what no safe fix mends is still reported`() throws {
    try folder.write("pages/2026-01-07.md", [0x23, 0x20, 0xFF])
    let outcome = try run("issue-lsp --check --fix pages/2026-01-06.md none.md")
    #expect(outcome.status == 2)
    #expect(try text("pages/2026-01-06.md") == right)
  }

  @Test func `the difference is printed and nothing written`() throws {
    let outcome = try run("\(check) --fix --diff pages")
    #expect(
      outcome.output == """
        --- pages/2026-01-06.md
        +++ pages/2026-01-06.md
        @@ -19,4 +19,4 @@
         
         另一家公司在2026-01-06做了不同的事情，也有人谈论。
         
        -**深度解读 & 洞潜：** 这件事对2026-01-06不那么重要。
        +**深度解读 & 洞察：** 这件事对2026-01-06不那么重要。

        """)
    #expect(outcome.status == 1)
    #expect(try text("pages/2026-01-06.md") == wrong)
  }

  @Test func `patch takes the difference where it is installed`() throws {
    guard try run("command -v patch > /dev/null").status == 0 else { return }
    _ = try run("\(check) --fix --diff pages > the.diff; patch -s -p0 < the.diff")
    #expect(try text("pages/2026-01-06.md") == right)
    // Names that are not plain, and bytes that are no text.
    let noise: [UInt8] = [0x23, 0x20, 0xFF, 0x0A]
    for name in ["a b.md", "深\"度\\.md", "new\nline.md"] {
      try folder.write(name, Array(wrong.utf8) + noise)
      _ = try run("\(check) --archive pages --fix --diff . > the.diff; patch -s -p0 < the.diff")
      #expect(try readFile(folder.path(name)) == Array(right.utf8) + noise)
    }
  }

  @Test func `what cannot be written is reported as it is`() throws {
    // The file that takes its place first would have a longer name than there may be.
    let name = "pages/2026-01-06\(String(repeating: "x", count: 240)).md"
    try renameFile(folder.path("pages/2026-01-06.md"), to: folder.path(name))
    let plain = try run("\(check) pages")
    #expect(plain.status == 1)
    let outcome = try run("\(check) --fix pages")
    #expect(try text(name) == wrong)
    #expect(outcome.output == plain.output)
    #expect(outcome.notes.hasSuffix("6 files checked, 1 problem\n"))
    #expect(outcome.status == 2)
  }

  @Test func `standard input is mended to standard output`() throws {
    let line = "\(check) --fix - --stdin-filename pages/2026-01-06.md"
    let outcome = try run(line, input: wrong)
    #expect(outcome.output == right)
    #expect(outcome.status == 0)
    #expect(try run(line, input: right).output == right)
    #expect(try text("pages/2026-01-06.md") == wrong)
  }

  @Test func `mode and links survive`() throws {
    _ = try run("chmod 640 pages/2026-01-06.md; ln -s pages/2026-01-06.md link.md")
    #expect(try run("\(check) --fix --archive pages link.md").status == 0)
    #expect(try text("pages/2026-01-06.md") == right)
    #expect(
      try run("ls -l pages/2026-01-06.md link.md | cut -c1-10").output == "lrwxrwxrwx\n-rw-r-----\n"
    )
  }

  @Test func `a run that is killed leaves every file old or new`() throws {
    let count = 500
    // A mistake that needs no archive to be seen.
    let right = right + "\n公司说“没有这件事”，大家都不信。\n"
    let wrong = self.right + "\n公司说“没有这件事“，大家都不信。\n"
    var random = SeededGenerator(seed: 7)
    var mixtures = 0
    for round in 1...5 {
      _ = try run("rm -rf many")
      for number in 0..<count { try folder.write("many/\(number).md", wrong) }
      let child = try Platform.ChildProcess([
        BuiltProgram.path, "--check", "--quiet", "--fix", "--select", "body/quote-mismatch",
        folder.path("many"),
      ])
      // Once this file is mended, others are being written. The bound only ends a failing test.
      let first = "many/\(Int.random(in: 0..<count, using: &random)).md"
      var patience = 10_000_000
      while patience > 0, try text(first) == wrong { patience -= 1 }
      child.kill()
      _ = child.wait()
      let now = try (0..<count).map { try text("many/\($0).md") }
      #expect(now.allSatisfy { $0 == wrong || $0 == right }, "round \(round)")
      if Set(now).count == 2 { mixtures += 1 }
    }
    #expect(mixtures > 0, "no run was killed while it wrote")
    #expect(
      try run("issue-lsp --check --quiet --fix --select body/quote-mismatch many").status == 0)
    #expect(try (0..<count).allSatisfy { try text("many/\($0).md") == right })
  }
}
