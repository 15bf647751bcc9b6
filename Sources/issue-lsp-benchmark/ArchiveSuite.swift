import LanguageServerProtocol
import Platform

extension Suite {
  static let archive = Suite(name: "archive", title: "the server reads an archive, cold") { bench in
    let small = bench.files.archive(bytes: 4_000_000)
    let large = bench.files.archive(
      bytes: bench.options.archiveSize, issueBytes: bench.options.issueSize)
    let sizes: [(folders: [String], goal: Double, memory: Double)] =
      small == large
      ? [(large, 0.9, 64e6)] : [(small, 60e-3, 20e6), (large, 0.9, 64e6)]
    for (folders, goal, memory) in sizes {
      let bytes = bench.files.size(of: folders)
      let size = Unit.bytes.text(Double(bytes))
      bench.addFloor(of: folders, size: size)
      for server in bench.servers {
        let isOurs = !server.isPeer
        func name(_ what: String) -> String { isOurs ? what : "\(what), \(server.name)" }
        let sessions = (0..<(isOurs ? 5 : 1)).compactMap { _ in read(folders, with: server) }
        bench.report.add(
          name("start → archive read"), size: size, sessions.map(\.indexed),
          goal: isOurs ? goal : nil, against: "start → archive read, rumdl",
          Bench.floor)
        bench.report.add(
          name("processor time of it"), size: size, sessions.map(\.processor),
          against: "processor time of it, rumdl", Bench.floor)
        if isOurs {
          bench.report.add(
            "hover while reading, slowest", size: size, sessions.map(\.slowestAnswer))
        }
        bench.report.add(
          name("resident memory after it"), size: size, in: .bytes, sessions.map(\.resident),
          goal: isOurs ? memory : nil, against: "resident memory after it, rumdl")
        bench.report.add(name("peak memory"), size: size, in: .bytes, sessions.map(\.peak))
      }
    }
  }
}

extension Bench {
  static let floor = "files read by wc -l"

  /// What it takes to read the files at all.
  mutating func addFloor(of folders: [String], size: String) {
    guard !report.rows.contains(where: { $0.what == Self.floor && $0.size == size }) else { return }
    report.add(
      Self.floor, size: size, runs(["wc", "-l"] + files.paths(in: folders), atMost: 5).map(\.wall))
  }
}

private struct ReadingSession {
  var indexed = 0.0
  var processor = 0.0
  var slowestAnswer = 0.0
  var resident = 0.0
  var peak = 0.0
}

/// Starts the server in a folder, asks ours things while it reads, and waits until it has read.
private func read(_ folders: [String], with server: MeasuredServer) -> ReadingSession? {
  guard let folder = folders.first else { return nil }
  var session = ReadingSession()
  let begin = monotonicNanoseconds()
  guard let client = try? LanguageClient(server),
    client.initialize(folder: folder) != nil
  else { return nil }
  if server.isPeer { client.waitForArchive() }
  let uri = "untitled:one.md"
  client.open(uri, Array("# 一\n\n## 二\n\n智谱发布 GLM。\n".utf8))
  while client.workDoneTime == nil {
    guard let answer = client.request("textDocument/hover", client.at(uri, 4, 1)) else {
      return nil
    }
    session.slowestAnswer = max(session.slowestAnswer, answer.seconds)
    // Two cores are to read, not to answer without pause.
    sleep(milliseconds: 2)
  }
  session.indexed = Double((client.workDoneTime ?? begin) - begin) / 1e9
  session.resident = client.residentMemory.map { Double($0) } ?? .nan
  let usage = client.stop()
  session.processor = Double(usage.processorTime) / 1e9
  session.peak = Double(usage.peakMemory)
  return session
}
