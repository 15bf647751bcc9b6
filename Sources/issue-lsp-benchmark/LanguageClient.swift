import LanguageServerProtocol
import Platform

/// A client of a language server, over pipes as an editor is, that notes when each answer came.
final class LanguageClient {
  /// A message of the server.
  struct Arrival {
    let json: JSON
    /// When the last message to the server before it was about to be written, and when the last byte
    /// of this one had been read, in nanoseconds. Making and reading the JSON does not count: that is
    /// the client's part.
    let sent: UInt64
    let received: UInt64

    var seconds: Double { seconds(since: sent) }
    func seconds(since start: UInt64) -> Double { Double(received - start) / 1e9 }
  }

  /// A place in a document: line from 0 and UTF-16 units, and the same in UTF-8 bytes.
  struct Place {
    var line: Int
    var character: Int
    var offset: Int
  }

  private let process: ChildProcess
  private var frames = FrameReader()
  private var lastID = 0
  private var versions: [String: Int] = [:]
  private var texts: [String: [UInt8]] = [:]
  private var published: [String: (version: Int, arrival: Arrival)] = [:]
  /// The server takes whole documents only.
  private var sendsWholeText = false
  /// When the last message was about to be written, in nanoseconds.
  private(set) var lastSent: UInt64 = 0
  private var received: UInt64 = 0
  /// When the server first said that work it had reported was done, here the reading of the archive;
  /// nanoseconds.
  private(set) var workDoneTime: UInt64?

  private let isPeer: Bool

  init(_ server: MeasuredServer) throws(SystemError) {
    forgetPeakMemory()
    process = try ChildProcess(server.command)
    isPeer = server.isPeer
  }

  /// Starts the server's session as a client that takes published diagnostics and progress.
  ///
  /// - Returns: when the answer came; `nil` without one.
  func initialize(folder: String?, options: JSON = .null) -> Arrival? {
    let uri = folder.map { JSON.string(fileURI($0)) } ?? .null
    let arrival = request(
      "initialize",
      .object([
        .init("processId", .integer(currentProcessID())),
        .init("rootUri", uri),
        .init(
          "workspaceFolders",
          folder == nil
            ? .null : .array([.object([.init("uri", uri), .init("name", .string("issues"))])])),
        .init("initializationOptions", options),
        .init(
          "capabilities",
          .object([
            .init("general", .object([.init("positionEncodings", .array([.string("utf-16")]))])),
            .init("window", .object([.init("workDoneProgress", .bool(true))])),
            .init(
              "textDocument",
              .object([
                .init("publishDiagnostics", .object([.init("versionSupport", .bool(true))])),
                .init(
                  "documentSymbol",
                  .object([.init("hierarchicalDocumentSymbolSupport", .bool(true))])),
                .init("hover", .object([.init("contentFormat", .array([.string("markdown")]))])),
              ])),
          ])),
      ]))
    notify("initialized", .object([]))
    let sync = arrival?.json["result"]?["capabilities"]?["textDocumentSync"]
    sendsWholeText = (sync?["change"] ?? sync)?.integer == 1
    return arrival
  }

  /// Sends a request and waits for its answer.
  func request(_ method: String, _ params: JSON) -> Arrival? {
    lastID += 1
    let id = lastID
    var members: [JSON.Member] = [
      .init("id", .integer(id)), .init("method", .string(method)),
    ]
    // Some servers refuse the `null` that stands for no parameters.
    if params != .null { members.append(.init("params", params)) }
    send(members)
    return wait { $0["id"]?.integer == id && $0["method"] == nil }
  }

  func notify(_ method: String, _ params: JSON) {
    send([.init("method", .string(method)), .init("params", params)])
  }

  private func send(_ members: [JSON.Member]) {
    let body = JSONWriter.bytes(of: JSON.object([.init("jsonrpc", .string("2.0"))] + members))
    lastSent = monotonicNanoseconds()
    try? process.write([Outgoing.header(for: body), body])
  }

  func open(_ uri: String, _ text: [UInt8]) {
    versions[uri] = 1
    texts[uri] = text
    notify(
      "textDocument/didOpen",
      .object([
        .init(
          "textDocument",
          .object([
            .init("uri", .string(uri)), .init("languageId", .string("markdown")),
            .init("version", .integer(1)), .init("text", .string(text)),
          ]))
      ]))
  }

  /// Replaces a text by another at a place.
  ///
  /// - Returns: the version of the document after it.
  @discardableResult
  func edit(_ uri: String, at place: Place, removing old: String, inserting new: String) -> Int {
    let version = (versions[uri] ?? 0) + 1
    versions[uri] = version
    var change: [JSON.Member] = []
    if sendsWholeText {
      texts[uri]?.replaceSubrange(
        place.offset..<place.offset + old.utf8.count, with: Array(new.utf8))
      change.append(.init("text", .string(texts[uri] ?? [])))
    } else {
      let end = place.character + old.utf16.count
      change.append(
        .init(
          "range",
          .object([
            .init("start", position(place.line, place.character)),
            .init("end", position(place.line, end)),
          ])))
      change.append(.init("text", .string(new)))
    }
    notify(
      "textDocument/didChange",
      .object([
        .init(
          "textDocument",
          .object([.init("uri", .string(uri)), .init("version", .integer(version))])),
        .init("contentChanges", .array([.object(change)])),
      ]))
    return version
  }

  /// Waits for the diagnostics of this version of a document, which may have come already.
  func diagnostics(of uri: String, version: Int) -> Arrival? {
    if let last = published[uri], last.version >= version { return last.arrival }
    _ = wait { _ in (self.published[uri]?.version ?? 0) >= version }
    return published[uri]?.arrival
  }

  /// Waits until the archive has been read.
  func waitForArchive() {
    if workDoneTime == nil { _ = wait { isEndOfWork($0) } }
  }

  private func isEndOfWork(_ json: JSON) -> Bool {
    json["params"]?["value"]?["kind"]?.text == "end"
  }

  func at(_ uri: String, _ line: Int, _ character: Int) -> JSON {
    .object([
      .init("textDocument", .object([.init("uri", .string(uri))])),
      .init("position", position(line, character)),
    ])
  }

  private func position(_ line: Int, _ character: Int) -> JSON {
    .object([.init("line", .integer(line)), .init("character", .integer(character))])
  }

  /// The next message that passes; requests of the server on the way are answered with `null`.
  private func wait(for isWanted: (JSON) -> Bool) -> Arrival? {
    let sent = lastSent
    while true {
      while let frame = frames.next() {
        guard case .message(let body) = frame else { return nil }
        guard let json = try? JSONReader.read(body) else { return nil }
        noteDiagnostics(json, sent: sent)
        if workDoneTime == nil, isEndOfWork(json) { workDoneTime = received }
        if isWanted(json) {
          return Arrival(json: json, sent: sent, received: received)
        }
        if let id = json["id"], json["method"] != nil {
          send([.init("id", id), .init("result", .null)])
        }
      }
      var bytes: [UInt8] = []
      guard let count = try? process.read(into: &bytes, limit: 1 << 20), count > 0 else {
        return nil
      }
      received = monotonicNanoseconds()
      frames.append(bytes)
    }
  }

  private func noteDiagnostics(_ json: JSON, sent: UInt64) {
    guard json["method"]?.text == "textDocument/publishDiagnostics",
      let uri = json["params"]?["uri"]?.text, let version = json["params"]?["version"]?.integer
    else { return }
    published[uri] = (version, Arrival(json: json, sent: sent, received: received))
  }

  var residentMemory: Int? { process.residentMemory }

  /// Ends the session and the process.
  @discardableResult
  func stop() -> ResourceUsage {
    _ = request("shutdown", .null)
    notify("exit", .null)
    process.closeInput()
    // Some run on after `exit`.
    if isPeer { process.kill() }
    return process.wait().usage
  }
}

extension JSON.Member {
  init(_ key: String, _ value: JSON) { self.init(key: Array(key.utf8), value: value) }
}

/// The `file` URI of an absolute path.
func fileURI(_ path: String) -> String {
  let plain = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/".utf8)
  var uri = "file://"
  for byte in path.utf8 {
    if plain.contains(byte) {
      uri.unicodeScalars.append(Unicode.Scalar(byte))
    } else {
      let digits = String(byte, radix: 16, uppercase: true)
      uri += digits.utf8.count == 1 ? "%0\(digits)" : "%\(digits)"
    }
  }
  return uri
}
