/// Things measured together.
struct Suite: Sendable {
  /// What the command line selects it by.
  let name: String
  let title: String
  let run: @Sendable (inout Bench) -> Void

  /// In the order in which they run: those that start programs stand first, since Linux counts the
  /// memory of this process in the peak of the programs that it starts.
  static let all: [Suite] = [
    machine, start, check, archive, typing, growth, keystroke, reading, frontMatter, related, names,
    replay, markdown,
  ]
}

/// What every suite works with.
struct Bench {
  let options: Options
  var report: Report
  let files: BenchmarkFiles
}
