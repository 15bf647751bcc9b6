import LanguageServerProtocol
import Platform

extension Suite {
  /// What a larger archive costs: reading it, and everything that a writer waits for.
  static let growth = Suite(
    name: "growth", title: "1, 10, 100 and 1000 times five issues of 13 KB"
  ) { bench in
    guard !bench.files.areGiven else {
      return bench.report.skip("growth", because: "a given archive has one size")
    }
    let text = bench.files.document(bytes: 13_000)
    for times in [1, 10, 100, 1000] where times <= bench.options.growth {
      guard let folder = bench.files.archive(bytes: 65_000 * times).first,
        let client = try? LanguageClient(bench.server)
      else { continue }
      let size = "× \(times)"
      let begin = monotonicNanoseconds()
      guard client.initialize(folder: folder) != nil else { continue }
      client.waitForArchive()
      let read = Double((client.workDoneTime ?? begin) - begin) / 1e9
      bench.report.add("archive read", size: size, [read])
      bench.report.add(
        "per issue", size: size, [read / Double(times * 5)])
      let uri = fileURI("\(folder)/2040-01-01.md")
      client.open(uri, text)
      _ = client.diagnostics(of: uri, version: 1)
      let headings = lines(of: text, beginningWith: "### ")
      let last = LanguageClient.Place(line: headings.last ?? 0, character: 4, offset: 0)
      var typed: [Double] = []
      for round in 0..<200 {
        let version = client.edit(
          uri, at: last, removing: round % 2 == 0 ? "" : "智", inserting: round % 2 == 0 ? "智" : "")
        guard let answer = client.diagnostics(of: uri, version: version) else { break }
        typed.append(answer.seconds)
      }
      bench.report.add("typed character → diagnostics", size: size, typed)
      for (name, method) in [
        ("hover", "textDocument/hover"), ("related stories", "issue/relatedStories"),
      ] {
        let samples = (0..<200).compactMap { round -> Double? in
          guard !headings.isEmpty else { return nil }
          return client.request(method, client.at(uri, headings[round % headings.count], 8))?
            .seconds
        }
        bench.report.add(name, size: size, samples)
      }
      bench.report.add(
        "resident memory", size: size, in: .bytes,
        client.residentMemory.map { [Double($0)] } ?? [])
      client.stop()
    }
  }
}

/// Numbers from 0 of the lines that begin so.
private func lines(of text: [UInt8], beginningWith start: String) -> [Int] {
  text.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
    .filter { $0.element.starts(with: start.utf8) }.map(\.offset)
}
