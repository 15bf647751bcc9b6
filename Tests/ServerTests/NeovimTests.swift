import Platform
import TestSupport
import Testing

/// One real editor: Neovim, headless, from `NVIM` or `PATH`.
@Suite struct NeovimTests {
  @Test func `Neovim edits an issue and the server follows`() throws {
    guard let editor = Self.editor else {
      // Where the checks before a merge run, the editor must be there.
      #expect(environmentVariable("CI") == nil, "Neovim is missing: install it or set NVIM")
      print("left out: no Neovim in NVIM or PATH")
      return
    }
    let folder = TemporaryFolder()
    let seeds = "\(Self.packageDirectory)/seeds"
    for entry in try listDirectory(seeds) {
      try folder.write(entry.name, try readFile("\(seeds)/\(entry.name)") + [0x0A])
    }
    let script = "\(Self.packageDirectory)/Tests/ServerTests/Neovim/scenario.lua"
    let child = try ChildProcess([
      "/usr/bin/env", "ISSUE_LSP=\(BuiltProgram.path)", "FOLDER=\(folder.path)",
      "ISSUE=\(folder.path("2025-12-27.md"))", editor, "--headless", "--clean", "-n",
      "-c", "luafile \(script)", "-c", "cquit 9",
    ])
    var output: [UInt8] = []
    while try child.read(into: &output, timeout: 120_000) > 0 {}
    let lines = String(decoding: output, as: UTF8.self).split(separator: "\n")
    for line in lines where !line.hasPrefix("ok ") { Issue.record("\(line)") }
    #expect(child.wait().status == 0)
    #expect(lines.contains("ok done"))
  }

  private static let packageDirectory =
    parentDirectory(of: parentDirectory(of: parentDirectory(of: #filePath)))

  /// The editor that `NVIM` names, else the one in `PATH`.
  private static var editor: String? {
    if let named = environmentVariable("NVIM"), !named.isEmpty { return named }
    let folders = environmentVariable("PATH")?.split(separator: ":") ?? []
    return folders.map { "\($0)/nvim" }.first { (try? fileStatus($0))?.kind == .file }
  }
}
