import Platform

/// Measures what the command line asks for. It reports; the exit status is no verdict.
func measure() {
  ignoreBrokenPipes()
  let program = CommandLine.arguments.first ?? ""
  let words = Array(CommandLine.arguments.dropFirst())
  if words.contains("--help") || words.contains("-h") {
    return show(Options.help)
  }
  if words.contains("--list") {
    return show(Suite.all.map { "\($0.name): \($0.title)\n" }.joined())
  }
  let folder = parentDirectory(of: (try? canonicalPath(program)) ?? program)
  guard let options = Options(words, programFolder: folder) else { return show(Options.help) }
  if let folder = options.generated {
    return BenchmarkFiles.writeArchive(
      to: folder, bytes: options.archiveSize, issueBytes: options.issueSize)
  }
  guard let files = try? BenchmarkFiles(given: options.archives) else {
    return note("no folder for temporary files")
  }
  defer { files.remove() }
  var bench = Bench(options: options, report: Report(isJSON: options.isJSON), files: files)
  for suite in Suite.all where options.suites.isEmpty || options.suites.contains(suite.name) {
    bench.report.begin(suite)
    suite.run(&bench)
  }
}

func show(_ text: String) { try? write(text, to: .output) }

measure()
