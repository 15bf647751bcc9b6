import LanguageServerProtocol
import Platform

extension Suite {
  static let start = Suite(name: "start", title: "a process from nothing to its answer") { bench in
    for server in bench.servers {
      bench.report.add(
        "start → initialize, \(server.name)", starts(of: server),
        goal: server.isPeer ? nil : 3e-3, against: "process that does nothing")
    }
    if let file = bench.options.staticProgram, let status = try? fileStatus(file) {
      bench.report.add("stripped static binary", in: .bytes, [Double(status.size)], goal: 10e6)
      let server = MeasuredServer(name: "static", command: [file], isPeer: false)
      bench.report.add(
        "start → initialize, static build", starts(of: server), goal: 3e-3,
        against: "process that does nothing")
    }
    for (name, bytes, goal) in [("13 KB", 13_000, 4e-3), ("200 KB", 200_000, 8e-3)] {
      let file = bench.files.write("start/2026-01-01.md", bench.files.document(bytes: bytes))
      if bench.peer("rumdl", for: "rumdl check") {
        bench.report.add(
          "--check of one file, rumdl", size: name,
          runs([bench.program("rumdl"), "check", "--no-cache", file]).map(\.wall))
      }
      bench.report.add(
        "--check of one file", size: name,
        runs([bench.options.program, "--check", file]).map(\.wall),
        goal: goal, against: "process that does nothing")
    }
  }
}

/// Seconds from before the process is started to the answer of `initialize`, without a folder.
private func starts(of server: MeasuredServer) -> [Double] {
  var samples: [Double] = []
  for _ in 0..<210 {
    let begin = monotonicNanoseconds()
    guard let client = try? LanguageClient(server), client.initialize(folder: nil) != nil else {
      return []
    }
    samples.append(Double(monotonicNanoseconds() - begin) / 1e9)
    client.stop()
  }
  return Array(samples.dropFirst(10))
}
