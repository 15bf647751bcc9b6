import Platform
import TestSupport
import Testing

/// Real editors, headless, drive the built server; `Scenarios` holds what is done in each.
///
/// An editor that is not installed is told in the output and counts as passed, except in CI.
@Suite(.serialized) struct EditorTests {
  @Test(arguments: [
    "neovim", "newest-neovim", "vscode", "vscode-types", "emacs", "vim", "kakoune", "kate",
    "pygls",
  ])
  func `a writer gets in each editor what the server knows`(editor: String) throws {
    let scenarios = "\(parentDirectory(of: #filePath))/Scenarios/run"
    let outcome = try BuiltProgram.run(
      "'\(scenarios)' \(editor) 2>&1", in: TemporaryFolder(), language: "C.UTF-8")
    if outcome.output.contains("missing: ") { print(outcome.output) }
    #expect(outcome.status == 0, "\(outcome.output)")
  }
}
