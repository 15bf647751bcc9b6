import Platform

/// A language server to be measured.
struct MeasuredServer {
  let name: String
  let command: [String]
  let isPeer: Bool
}

extension Bench {
  /// Peers first, so that the product's rows can be held against theirs.
  var servers: [MeasuredServer] {
    var servers: [MeasuredServer] = []
    if peer("rumdl", for: "rumdl server") {
      servers.append(
        MeasuredServer(name: "rumdl", command: [program("rumdl"), "server"], isPeer: true))
    }
    servers.append(server)
    return servers
  }

  var server: MeasuredServer {
    MeasuredServer(name: "issue-lsp", command: [options.program], isPeer: false)
  }

  /// Whether the peer program is to be run and is there; a row says so when it is not.
  func peer(_ program: String, for what: String) -> Bool {
    guard options.withPeers else { return false }
    if installedPath(of: program) != nil { return true }
    report.skip(what, because: "\(program) is not installed")
    return false
  }

  /// The program itself, not a script that looks for it: version managers put such before it, which
  /// take longer than the program.
  func program(_ name: String) -> String { installedPath(of: name) ?? name }
}

private func installedPath(of program: String) -> String? {
  let candidates = (environmentVariable("PATH") ?? "").split(separator: ":")
    .map { "\($0)/\(program)" }
    .filter { (try? fileStatus($0))?.kind == .file }
  return candidates.first { path in
    guard let head = try? readFile(path, limit: 1 << 28).prefix(2) else { return false }
    return !head.elementsEqual("#!".utf8)
  } ?? candidates.first
}

/// One run of a program to its end.
struct Run {
  /// Seconds.
  let wall: Double
  let usage: ResourceUsage
  let output: [UInt8]

  /// Seconds on all cores.
  var processor: Double { Double(usage.processorTime) / 1e9 }
}

/// Runs a program and reads what it writes.
func run(_ command: [String]) -> Run? {
  forgetPeakMemory()
  let begin = monotonicNanoseconds()
  guard let process = try? ChildProcess(command) else { return nil }
  process.closeInput()
  var output: [UInt8] = []
  while let count = try? process.read(into: &output, limit: 1 << 20), count > 0 {}
  let usage = process.wait().usage
  return Run(
    wall: Double(monotonicNanoseconds() - begin) / 1e9, usage: usage, output: output)
}

/// Many runs, after one that does not count; fewer when they take long.
func runs(_ command: [String], atMost count: Int = 100) -> [Run] {
  guard run(command) != nil else { return [] }
  var all: [Run] = []
  let begin = monotonicNanoseconds()
  while all.count < count, all.isEmpty || monotonicNanoseconds() - begin < 5_000_000_000,
    let next = run(command)
  {
    all.append(next)
  }
  return all
}
