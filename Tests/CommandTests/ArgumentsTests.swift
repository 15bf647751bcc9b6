import Analysis
import Testing

@testable import issue_lsp

@Suite struct ArgumentsTests {
  func read(_ line: String) -> Result<Arguments, Arguments.Mistake> {
    Result { () throws(Arguments.Mistake) in
      try Arguments(line.split(separator: " ").map(String.init), in: .english)
    }
  }

  func mistake(_ line: String) -> String {
    switch read(line) {
    case .success: "none"
    case .failure(let mistake): mistake.message
    }
  }

  @Test func `no word means the server, which takes what editors add`() throws {
    #expect(try read("").get().mode == .server)
    let arguments = try read("--stdio --clientProcessId=12 --clientProcessId 13").get()
    #expect(arguments.mode == .server)
    #expect(arguments.number("--clientProcessId") == 13)
  }

  @Test func `a value stands behind a blank or an equals sign`() throws {
    for line in [
      "--check --fail-on error a", "--check --fail-on=error a", "a --check --fail-on=error",
    ] {
      let arguments = try read(line).get()
      #expect(arguments.mode == .check)
      #expect(arguments.value("--fail-on") == "error")
      #expect(arguments.operands == ["a"])
    }
    #expect(try read("--outline=a=b.md").get().operands == ["a=b.md"])
  }

  @Test func `two dashes end the options and one is standard input`() throws {
    #expect(try read("--check - -- --fix -x").get().operands == ["-", "--fix", "-x"])
  }

  @Test func `the short name of the format is the same option`() throws {
    #expect(try read("--check --format json-lines").get().format == .jsonLines)
    #expect(try read("--check --format sarif --output-format github").get().format == .github)
  }

  @Test func `what repeats adds up, and lists are cut at commas`() throws {
    let arguments = try read("--check --archive a --archive b --select config,config/syntax").get()
    #expect(arguments.all("--archive") == ["a", "b"])
    #expect(arguments.codes("--select") == ["config", "config/syntax"])
  }

  @Test(arguments: [
    ("--chekc", "unknown option --chekc; did you mean --check?"),
    ("--output-fromat=json", "unknown option --output-fromat; did you mean --output-format?"),
    ("-x", "unknown option -x"),
    (
      "--check --fail-on eror",
      "--fail-on: “eror” is none of error, warning, info, hint, never; did you mean error?"
    ),
    ("--check --jobs 0", "--jobs: “0” is no whole number from 1"),
    ("--check --jobs 1e3", "--jobs: “1e3” is no whole number from 1"),
    (
      "--check --format",
      "--format full|concise|json|json-lines|github|rdjsonl|sarif: the value is missing"
    ),
    ("--check --stdin-filename=", "--stdin-filename NAME: the value is missing"),
    ("--check --archive=", "--archive DIR: the value is missing"),
    ("--check --fix=yes", "--fix takes no value"),
    ("--check --names", "--check and --names cannot be had at once"),
    ("--names --fix", "--fix has no meaning here; it goes with --check"),
    ("--check --diff a", "--diff goes with --fix"),
    ("a.md", "“a.md”: the language server takes no paths; did you mean --check a.md?"),
    ("--outline", "usage: issue-lsp --outline FILE"),
    ("--outline a b", "unexpected “b”; usage: issue-lsp --outline FILE"),
    ("--mentions", "usage: issue-lsp --mentions NAME | --in FILE"),
    ("--mentions x --in y", "usage: issue-lsp --mentions NAME | --in FILE"),
    ("--names --format sarif", "--names has no format sarif"),
    (
      "--check --select config/sintax",
      "no rule is called “config/sintax”; did you mean config/syntax?"
    ),
  ])
  func `a mistake is told with what was meant`(line: String, message: String) {
    #expect(mistake(line) == message)
  }

  @Test func `help is given whatever else is asked`() throws {
    #expect(try read("--check --fix --help").get().mode == .help)
    #expect(try read("-h").get().mode == .help)
    #expect(try read("--version --names").get().mode == .version)
  }
}
