import LanguageServerProtocol
import Platform
import TestSupport
import Testing

/// A client that speaks with the built server over pipes, as an editor does.
///
/// Each message that comes is held against the shape that the specification gives it.
final class ScriptedClient {
  let server: ChildProcess
  private var frames = FrameReader()
  private var input: [UInt8] = []
  /// Messages that came while others were waited for.
  private var waiting: [JSON] = []
  private var requestCount = 0
  /// Methods of our requests, to know the shape of the results.
  private var methods: [RequestID: String] = [:]
  /// What the client answers to the server's requests; `null` to all others.
  var answers: [String: JSON] = [:]
  /// Methods of the server's requests that the test answers itself.
  var unanswered: Set<String> = []
  /// All messages that came, each with the method that it belongs to.
  private(set) var received: [(method: String, message: JSON)] = []
  private var isInputOpen = true

  struct Silence: Error {}

  /// Milliseconds after which a server that stays silent has failed.
  static let patience = 60_000

  /// Starts a server that ends itself when an invariant is broken.
  convenience init(_ arguments: [String] = ["--paranoid"]) throws {
    try self.init(command: [BuiltProgram.path] + arguments)
  }

  init(command: [String]) throws {
    ignoreBrokenPipes()
    server = try ChildProcess(command)
  }

  deinit {
    if !isInputOpen { return }
    server.kill()
    _ = server.wait()
  }

  // MARK: Sending

  func write(_ bytes: [UInt8]) { try? server.write([bytes]) }
  func write(_ text: String) { write(Array(text.utf8)) }

  func send(body: [UInt8]) { write(Outgoing.header(for: body) + body) }
  func send(_ text: String) { send(body: Array(text.utf8)) }
  func send(_ json: JSON) { send(body: JSONWriter.bytes(of: json)) }

  func notify(_ method: String, _ params: JSON) {
    send(["jsonrpc": "2.0", "method": .string(method), "params": params])
  }

  /// Sends a request without waiting for the answer.
  func begin(_ method: String, _ params: JSON) -> RequestID {
    requestCount += 1
    send([
      "jsonrpc": "2.0", "id": .integer(requestCount), "method": .string(method), "params": params,
    ])
    methods[.integer(requestCount)] = method
    return .integer(requestCount)
  }

  // MARK: Receiving

  /// The next message; `nil` at the end of the server's output.
  func next() throws -> JSON? {
    while true {
      if let frame = frames.next() {
        guard case .message(let body) = frame else {
          Issue.record("the server wrote something that is no message: \(frame)")
          throw Silence()
        }
        let message = try JSONReader.read(body)
        note(message)
        return message
      }
      input.removeAll(keepingCapacity: true)
      do {
        if try server.read(into: &input, timeout: Self.patience) == 0 { return nil }
      } catch {
        Issue.record("the server is silent: \(error)")
        throw Silence()
      }
      frames.append(input)
    }
  }

  private func note(_ message: JSON) {
    if case .request(let id, let method, _) = Message(message) {
      received.append((method, message))
      if !unanswered.contains(method) { answer(id, answers[method] ?? .null) }
      expectShape(of: message, method: method, isFromServer: true)
    } else if let method = message["method"]?.text {
      received.append((method, message))
      expectShape(of: message, method: method, isFromServer: true)
    } else {
      let method = message["id"].flatMap { RequestID($0) }.flatMap { methods[$0] }
      received.append((method ?? "", message))
      expectShape(of: message, method: method, isFromServer: false)
    }
    transcript?.add(received[received.count - 1])
  }

  /// Answers a request of the server.
  func answer(_ id: RequestID, _ result: JSON) {
    send(["jsonrpc": "2.0", "id": JSON(id), "result": result])
  }

  /// The next request of this method that the server sends.
  func serverRequest(_ method: String) throws -> RequestID {
    let request = try wait { $0["method"]?.text == method && $0["id"] != nil }
    return try #require(request["id"].flatMap { RequestID($0) })
  }

  /// Waits no longer for messages that came already.
  func forgetWaiting() { waiting = [] }

  /// The next message that fits; those that do not are kept for later.
  func wait(where fits: (JSON) -> Bool) throws -> JSON {
    if let index = waiting.firstIndex(where: fits) { return waiting.remove(at: index) }
    while let message = try next() {
      if fits(message) { return message }
      waiting.append(message)
    }
    Issue.record("the server ended while a message was expected")
    throw Silence()
  }

  /// The whole answer to the request of this id.
  func answer(to id: RequestID) throws -> JSON {
    let id = JSON(id)
    return try wait { $0["id"] == id && $0["method"] == nil }
  }

  /// The parameters of the next notification of this method that fits.
  func notification(_ method: String, where fits: (JSON) -> Bool = { _ in true }) throws -> JSON {
    try wait { $0["method"]?.text == method && fits($0["params"] ?? .null) }["params"] ?? .null
  }

  /// Sends a request and waits for its result.
  func request(_ method: String, _ params: JSON = .null) throws -> JSON {
    let answer = try answer(to: begin(method, params))
    if let error = answer["error"] { Issue.record("\(method): \(error.description)") }
    return answer["result"] ?? .null
  }

  /// The code of the error that a request is answered with; `nil` when it succeeds.
  func errorCode(_ method: String, _ params: JSON = .null) throws -> Int? {
    try answer(to: begin(method, params)).at("error.code")?.integer
  }

  // MARK: Phrases

  /// - Returns: the result of `initialize`.
  @discardableResult
  func initialize(
    _ capabilities: JSON = [:], folder: String? = nil, more: [JSON.Member] = []
  ) throws -> JSON {
    var members: [JSON.Member] = [
      .init(key: Array("processId".utf8), value: .null),
      .init(key: Array("capabilities".utf8), value: capabilities),
      .init(key: Array("rootUri".utf8), value: folder.map { .string(uri($0)) } ?? .null),
    ]
    members += more
    let result = try request("initialize", .object(members))
    notify("initialized", [:])
    return result
  }

  func open(_ uri: String, _ text: String, version: Int = 1) {
    notify(
      "textDocument/didOpen",
      [
        "textDocument": [
          "uri": .string(uri), "languageId": "markdown", "version": .integer(version),
          "text": .string(text),
        ]
      ])
  }

  func change(_ uri: String, version: Int, _ changes: JSON) {
    notify(
      "textDocument/didChange",
      [
        "textDocument": ["uri": .string(uri), "version": .integer(version)],
        "contentChanges": changes,
      ])
  }

  func text(of uri: String) throws -> String {
    try request("issue/documentText", ["uri": .string(uri)])["text"]?.text ?? ""
  }

  /// The diagnostics published for a version of a document.
  func diagnostics(_ uri: String, version: Int) throws -> [JSON] {
    try notification("textDocument/publishDiagnostics") {
      $0["uri"]?.text == uri && $0["version"]?.integer == version
    }["diagnostics"]?.array ?? []
  }

  /// Shuts the server down.
  ///
  /// - Returns: its exit status.
  @discardableResult
  func end() throws -> Int {
    _ = try request("shutdown")
    send(["jsonrpc": "2.0", "method": "exit"])
    return try exitStatus()
  }

  /// Closes both pipes without a word, as a client that crashes does.
  ///
  /// - Returns: the server's exit status.
  func vanish() -> Int {
    isInputOpen = false
    server.closeInput()
    server.closeOutput()
    return server.wait().status
  }

  /// Reads to the end of the output and waits for the end of the process.
  func exitStatus() throws -> Int {
    while try next() != nil {}
    isInputOpen = false
    return server.wait().status
  }
}

/// The URI of a path as most clients spell it.
func uri(_ path: String) -> String {
  var result = "file://"
  for byte in path.utf8 {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x2F, 0x5F, 0x7E:
      result.unicodeScalars.append(Unicode.Scalar(byte))
    default:
      let digits = String(byte, radix: 16, uppercase: true)
      result += digits.utf8.count == 1 ? "%0\(digits)" : "%\(digits)"
    }
  }
  return result
}

func range(_ startLine: Int, _ start: Int, _ endLine: Int, _ end: Int) -> JSON {
  [
    "start": ["line": .integer(startLine), "character": .integer(start)],
    "end": ["line": .integer(endLine), "character": .integer(end)],
  ]
}
