import LanguageServerProtocol
import Platform

/// What a writer does in an open issue, as the editor sees it.
extension Suite {
  static let typing = Suite(name: "typing", title: "typing, over pipes, beside a small archive") {
    bench in
    let folders = bench.files.archive(bytes: 4_000_000)
    for size in TypingSize.all {
      let text = bench.files.document(bytes: size.bytes)
      for server in bench.servers {
        guard let client = try? LanguageClient(server),
          client.initialize(
            folder: folders.first, options: .object([.init("issueLsp", .object([]))])) != nil
        else {
          bench.report.skip(server.name, because: "does not start")
          continue
        }
        if !server.isPeer { client.waitForArchive() }
        var session = TypingSession(
          client: client, uri: fileURI("\(folders.first ?? "")/2030-01-01.md"), text: text)
        session.measure(size: size, server: server, into: &bench.report)
        client.stop()
      }
    }
  }
}

/// A document's size and how fast the answers are to be, in seconds.
struct TypingSize {
  let name: String
  let bytes: Int
  let diagnostics: Double
  let symbols: Double

  static let all = [
    TypingSize(name: "10 KB", bytes: 10_000, diagnostics: 0.25e-3, symbols: 0.3e-3),
    TypingSize(name: "200 KB", bytes: 200_000, diagnostics: 0.4e-3, symbols: 1e-3),
    TypingSize(name: "2 MB", bytes: 2_000_000, diagnostics: 1e-3, symbols: 8e-3),
  ]
}

/// An open document and the place in it where the writer types.
private struct TypingSession {
  let client: LanguageClient
  let uri: String
  /// In the middle of the document, amid prose.
  let place: LanguageClient.Place
  /// The next heading of a story.
  private let heading: LanguageClient.Place

  init(client: LanguageClient, uri: String, text: [UInt8]) {
    self.client = client
    self.uri = uri
    let lines = text.split(separator: 0x0A, omittingEmptySubsequences: false)
    let middle = lines.count / 2
    let line =
      lines[middle...].firstIndex { line in
        line.count > 60 && !line.contains { "#<[-*|".utf8.contains($0) }
      } ?? middle
    place = Self.place(in: lines[line], line)
    let heading = lines[line...].firstIndex { $0.starts(with: "### ".utf8) } ?? line
    self.heading = Self.place(in: lines[heading], heading)
    client.open(uri, text)
    _ = client.diagnostics(of: uri, version: 1)
  }

  /// Behind the first words of a line.
  private static func place(in line: ArraySlice<UInt8>, _ number: Int) -> LanguageClient.Place {
    var before = ""
    before.unicodeScalars += String(decoding: line, as: UTF8.self).unicodeScalars.prefix(20)
    return LanguageClient.Place(
      line: number, character: before.utf16.count, offset: line.startIndex + before.utf8.count)
  }

  /// Types a character and takes it back in turn, so that the document stays as it is.
  private func type(_ round: Int, at other: LanguageClient.Place? = nil) -> Int {
    let place = other ?? place
    return round % 2 == 0
      ? client.edit(uri, at: place, removing: "", inserting: "智")
      : client.edit(uri, at: place, removing: "智", inserting: "")
  }

  mutating func measure(size: TypingSize, server: MeasuredServer, into report: inout Report) {
    let isOurs = !server.isPeer
    func name(_ what: String) -> String { isOurs ? what : "\(what), \(server.name)" }
    func peers(_ what: String) -> String { isOurs ? "\(what), rumdl" : "pipe round trip" }

    var samples: [Double] = []
    let rounds = isOurs ? 420 : 60
    for round in 0..<rounds {
      let version = type(round)
      guard let arrival = client.diagnostics(of: uri, version: version) else { break }
      if round >= 20 { samples.append(arrival.seconds) }
    }
    let typed = "typed character → diagnostics"
    report.add(
      name(typed), size: size.name, samples, goal: isOurs ? size.diagnostics : nil,
      against: peers(typed), "pipe round trip")

    samples = []
    for round in 0..<rounds / 2 {
      let version = type(round, at: heading)
      guard let arrival = client.diagnostics(of: uri, version: version) else { break }
      samples.append(arrival.seconds)
    }
    let inHeading = "typed in a heading → diagnostics"
    report.add(
      name(inHeading), size: size.name, samples, against: peers(inHeading), "pipe round trip")

    // The edit and the request are on the way together; the time counts from the edit.
    samples = []
    for round in 0..<rounds / 2 {
      let version = type(round)
      let edited = client.lastSent
      let document = JSON.object([.init("textDocument", .object([.init("uri", .string(uri))]))])
      guard let arrival = client.request("textDocument/documentSymbol", document) else { break }
      samples.append(arrival.seconds(since: edited))
      _ = client.diagnostics(of: uri, version: version)
    }
    report.add(
      name("edit + documentSymbol"), size: size.name, samples, goal: isOurs ? size.symbols : nil,
      against: peers("edit + documentSymbol"), "pipe round trip")

    for method in ["completion", "hover"] {
      samples = []
      for round in 0..<rounds / 2 {
        let version = type(round)
        _ = client.diagnostics(of: uri, version: version)
        let place = client.at(
          uri, place.line, place.character + (round % 2 == 0 ? 1 : 0))
        guard let arrival = client.request("textDocument/\(method)", place) else { break }
        samples.append(arrival.seconds)
      }
      report.add(
        name(method), size: size.name, samples, goal: isOurs ? 0.5e-3 : nil,
        goalIsForTail: true, against: peers(method), "pipe round trip")
    }

    samples = []
    for _ in 0..<rounds / 20 {
      var version = 0
      var first: UInt64 = 0
      for key in 0..<20 {
        version = type(key)
        if key == 0 { first = client.lastSent }
      }
      guard let arrival = client.diagnostics(of: uri, version: version) else { break }
      samples.append(arrival.seconds(since: first))
    }
    report.add(
      name("20 edits at once → diagnostics"), size: size.name, samples,
      goal: isOurs && size.bytes == 200_000 ? 2e-3 : nil,
      against: peers("20 edits at once → diagnostics"), "pipe round trip")
    if isOurs {
      report.add(
        "resident memory", size: size.name, in: .bytes,
        client.residentMemory.map { [Double($0)] } ?? [])
    }
  }
}
