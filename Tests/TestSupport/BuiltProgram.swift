package import Platform

/// The program as the build made it, run as a user would.
package enum BuiltProgram {
  /// Absolute; it lies beside the tests.
  package static let path: String = {
    let tests = absolutePath(CommandLine.arguments.first ?? "", relativeTo: currentDirectory())
    var folder = parentDirectory(of: tests)
    // On macOS the tests are in a bundle, three folders down.
    for _ in 0..<4 {
      if (try? fileStatus("\(folder)/issue-lsp"))?.kind == .file { return "\(folder)/issue-lsp" }
      folder = parentDirectory(of: folder)
    }
    return "issue-lsp"
  }()

  package struct Outcome: Sendable, Equatable {
    package var output: String
    /// What went to standard error.
    package var notes: String
    package var status: Int

    package init(output: String, notes: String, status: Int) {
      self.output = output
      self.notes = notes
      self.status = status
    }
  }

  /// Runs a line of shell in which `issue-lsp` is the program, without colours and in English.
  ///
  /// - Parameter folder: where it runs.
  package static func run(
    _ line: String, in folder: TemporaryFolder, input: [UInt8] = [],
    language: String = "en_US.UTF-8"
  ) throws(SystemError) -> Outcome {
    ignoreBrokenPipes()
    let notes = TemporaryFolder()
    let script = """
      cd "$1" && unset LC_ALL LC_MESSAGES NO_COLOR && LANG="$2"; export LANG
      issue-lsp() { "$ISSUE_LSP" "$@"; }
      { \(line)
      } 2> "$3"
      """
    let child = try Platform.ChildProcess([
      "/usr/bin/env", "ISSUE_LSP=\(path)", "bash", "-c", script, "bash", folder.path, language,
      notes.path("notes"),
    ])
    // A program that does not read its input closes the pipe.
    try? child.write([input])
    child.closeInput()
    var output: [UInt8] = []
    while try child.read(into: &output) > 0 {}
    let (status, _) = child.wait()
    let written = (try? readFile(notes.path("notes"))) ?? []
    return Outcome(
      output: String(decoding: output, as: UTF8.self),
      notes: String(decoding: written, as: UTF8.self), status: status)
  }
}
