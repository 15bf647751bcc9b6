import Analysis
import LanguageServerProtocol
import Platform
import Syntax

/// One client and all that the server knows for it. It lives on one thread; only values leave it.
final class Session {
  enum Lifecycle {
    case uninitialized
    case running
    case shutDown
  }

  /// Work for other threads. What it finds out, it puts back as events.
  typealias Work = @Sendable (_ put: @escaping @Sendable (Event) -> Void) -> Void

  let options: ServerOptions
  let log: Log
  private let outlet: Outlet
  let runInBackground: (@escaping Work) -> Void
  private let dispatch = Dispatch()

  var lifecycle = Lifecycle.uninitialized
  /// Set once the session has ended.
  private(set) var exitStatus: Int32?
  /// Told the process that the server should outlive by little.
  var watchClient: ((Int) -> Void)?
  /// Whether the client has taken back the request at hand; to be asked where much is done for one.
  var isCancelled: () -> Bool = { false }

  // What the client said of itself.
  var client = LSP.ClientCapabilities(.null)
  var unit = ColumnUnit.utf16
  var language: Language
  var trace = LSP.TraceValue.off
  var folders: [DocumentURI] = []
  /// The client's settings, which win over the configuration file: the latest that it gave, over
  /// those that came with `initialize`.
  var clientSettings: JSON?
  var initialSettings: JSON?
  /// How often the settings were asked for, and up to which of these times an answer comes too late.
  var configurationPulls = (asked: 0, outdated: 0)

  /// By `DocumentURI.key`.
  var documents: [String: OpenDocument] = [:]
  var libraries: [LibraryID: Library] = [:]
  var texts = FileTexts()

  // In the same order in every process, so that a recorded session gets the same replies again.
  var openDocuments: [OpenDocument] { documents.values.sorted { $0.serial < $1.serial } }
  var allLibraries: [Library] { libraries.values.sorted { $0.id.path < $1.id.path } }

  /// Requests of the client whose answer waits for the archive, oldest first.
  private var waiting: [(id: RequestID, method: String, params: JSON)] = []
  /// Requests to the client that it has not answered.
  private var awaited: [RequestID: (Result<JSON, ResponseError>) -> Void] = [:]
  private var requestCount = 0
  var progressCount = 0
  var readingCount = 0
  var documentCount = 0
  var tokensCount = 0
  /// An archive has changed since the client was asked to ask again.
  var answersAreStale = false
  /// What is wrong with the settings, as it was last told.
  var toldProblems: Set<String> = []
  /// URIs of settings files that show diagnostics.
  var reportedSettings: Set<String> = []

  init(
    options: ServerOptions, outlet: @escaping Outlet, log: Log,
    runInBackground: @escaping (@escaping Work) -> Void
  ) {
    self.options = options
    self.outlet = outlet
    self.log = log
    self.runInBackground = runInBackground
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap(environmentVariable)
      .first { !$0.isEmpty }
    language = options.language ?? Language(locale: locale ?? "")
  }

  // MARK: What comes in

  func handle(_ event: Event) {
    switch event {
    case .message(let message): handle(message)
    case .unreadable(let reason):
      log.write(.warning, "unreadable input: \(reason)")
      send(Outgoing.error(nil, ResponseError(.parseError, reason)))
    case .archiveRead(let id, let generation, let loaded, let milliseconds):
      if lifecycle == .running { archiveRead(id, generation, loaded, milliseconds) }
    case .archiveProgress(let id, let generation, let done, let total):
      if lifecycle == .running { archiveProgress(id, generation, done: done, total: total) }
    case .inputClosed:
      answerAllWaiting()
      end(with: 1)
    case .clientGone: end(with: 1)
    }
  }

  private func handle(_ message: Message) {
    if options.logsMessages || trace != .off { traceArrival(of: message) }
    switch message {
    case .request(let id, let method, let params):
      if lifecycle == .running, asksArchive(method, params) { lookForChanges() }
      if waitsForArchive(method, params), !isCancelled() {
        waiting.append((id, method, params))
      } else {
        if method == "shutdown" { answerAllWaiting() }
        send(reply(to: method, id, params))
      }
    case .notification(let method, let params): notice(method, params)
    case .response(let id, let result):
      let react = id.flatMap { awaited.removeValue(forKey: $0) }
      if lifecycle == .running { react?(result) }
    case .invalid(let id, let reason):
      send(Outgoing.error(id, ResponseError(.invalidRequest, reason)))
    }
  }

  private func reply(to method: String, _ id: RequestID, _ params: JSON) -> [UInt8] {
    switch (lifecycle, method) {
    case (.uninitialized, "initialize"): return initialize(id, params)
    case (.uninitialized, _):
      return Outgoing.error(
        id, ResponseError(.serverNotInitialized, "\(method) came before initialize"))
    case (.running, "initialize"):
      return Outgoing.error(id, ResponseError(.invalidRequest, "initialize came twice"))
    case (.running, "shutdown"):
      lifecycle = .shutDown
      return Outgoing.result(id, JSON.null)
    case (.running, _):
      if isCancelled() { return Self.cancellation(of: id) }
      let answer = dispatch.answer(method, id, params, in: self)
      // What a command did is done.
      return method != "workspace/executeCommand" && isCancelled()
        ? Self.cancellation(of: id) : answer
    case (.shutDown, _):
      return Outgoing.error(id, ResponseError(.invalidRequest, "\(method) came after shutdown"))
    }
  }

  /// Whether the answer is made of the archive, and asked for rarely enough to look first whether
  /// its files have changed, and to wait until they are read.
  private func asksArchive(_ method: String, _ params: JSON) -> Bool {
    switch method {
    case "issue/mentions", "issue/relatedStories", "textDocument/definition",
      "textDocument/references", "workspace/diagnostic", "workspace/symbol":
      true
    case "workspace/executeCommand":
      [Command.mentions, .relatedStories].contains {
        $0.rawValue == params["command"]?.text
      }
    default: false
    }
  }

  /// Looks what others did to the files of the archives.
  private func lookForChanges() {
    refreshStaleSettings()
    for library in allLibraries {
      library.listen()
      if !client.hasDynamicWatchedFiles { library.doubt() }
    }
    refreshStaleArchives()
  }

  private func notice(_ method: String, _ params: JSON) {
    if method == "exit" { return end(with: lifecycle == .shutDown ? 0 : 1) }
    guard lifecycle == .running else {
      return log.write(.warning, "dropped \(method), which came out of time")
    }
    do throws(InvalidParameters) {
      try dispatch.react(to: method, params, in: self)
    } catch {
      // Nothing can be answered, and a change that is lost leaves the texts apart: say so.
      tell(.warning, "\(method) has unusable parameters: \(error)")
    }
  }

  /// Whether a request is better answered once the archive is read: a question about the archive,
  /// and a pull of diagnostics where there is no leave to ask for a refresh, so that what is said
  /// before would stand until the next edit.
  private func waitsForArchive(_ method: String, _ params: JSON) -> Bool {
    guard lifecycle == .running,
      asksArchive(method, params)
        || method == "textDocument/diagnostic" && client.hasPullDiagnostics
          && !client.hasDiagnosticRefresh
    else { return false }
    if let uri = Self.documentURI(of: params) {
      return documents[DocumentURI(uri).key]?.library.state == .reading
    }
    return libraries.values.contains { $0.state == .reading }
  }

  /// The document that a request or the argument of a command speaks of.
  private static func documentURI(of params: JSON) -> String? {
    let params = params["arguments"]?.array?.first ?? params
    return params["textDocument"]?["uri"]?.text
  }

  /// Answers the requests that no longer wait for an archive.
  func answerWaiting() {
    if waiting.isEmpty { return }
    let ready = waiting.filter { !waitsForArchive($0.method, $0.params) }
    waiting.removeAll { !waitsForArchive($0.method, $0.params) }
    for request in ready { send(reply(to: request.method, request.id, request.params)) }
  }

  /// Answers with what is known now.
  private func answerAllWaiting() {
    let all = waiting
    waiting = []
    for request in all { send(reply(to: request.method, request.id, request.params)) }
  }

  /// Answers what is asked about places in the document before they move. Diagnostics have no place.
  func answerWaiting(about document: OpenDocument) {
    if waiting.isEmpty { return }
    func isAbout(_ request: (id: RequestID, method: String, params: JSON)) -> Bool {
      guard request.method != "textDocument/diagnostic",
        let uri = Self.documentURI(of: request.params)
      else { return false }
      return DocumentURI(uri).key == document.uri.key
    }
    let moving = waiting.filter(isAbout)
    waiting.removeAll(where: isAbout)
    for request in moving { send(reply(to: request.method, request.id, request.params)) }
  }

  /// Refuses the request if it waits for the archive.
  func takeBackWaiting(_ id: RequestID) {
    guard let index = waiting.firstIndex(where: { $0.id == id }) else { return }
    waiting.remove(at: index)
    send(Self.cancellation(of: id))
  }

  private static func cancellation(of id: RequestID) -> [UInt8] {
    Outgoing.error(id, .cancelled)
  }

  // MARK: What goes out

  func send(_ message: [UInt8]) {
    if options.logsMessages {
      log.write(.debug, "--> \(String(decoding: message, as: UTF8.self))")
    }
    if !outlet(message) { end(with: 1) }
  }

  func notify(_ method: String, _ params: some JSONEncodable) {
    send(Outgoing.notification(method, params))
  }

  /// Asks the client for something.
  func ask(
    _ method: String, _ params: (some JSONEncodable)?,
    then react: @escaping (Result<JSON, ResponseError>) -> Void = { _ in }
  ) {
    requestCount += 1
    let id = RequestID.integer(requestCount)
    awaited[id] = react
    send(Outgoing.request(id, method, params))
  }

  /// Logs something that those who use the editor may want to know, too.
  func tell(_ level: Log.Level, _ message: String) {
    log.write(level, message)
    let type: LSP.MessageType =
      switch level {
      case .error: .error
      case .warning: .warning
      case .info: .info
      case .debug: .log
      }
    notify("window/logMessage", LSP.MessageParams(type: type, message: message))
  }

  /// Interrupts the writer, who alone can do something about it.
  func show(_ type: LSP.MessageType, _ message: String) {
    log.write(type == .error ? .error : .warning, message)
    notify("window/showMessage", LSP.MessageParams(type: type, message: message))
  }

  /// Something that cannot be has happened. It is logged and survived; under the paranoid switch, as
  /// in tests, it ends the process.
  func bug(_ message: String) {
    tell(.error, "internal error: \(message)")
    if options.isParanoid { end(with: 70) }
  }

  private func end(with status: Int32) {
    if exitStatus == nil { exitStatus = status }
  }

  private func traceArrival(of message: Message) {
    let (title, params): (String, JSON?) =
      switch message {
      case .request(let id, let method, let params):
        ("request \(method) \(String(decoding: JSONWriter.bytes(of: id), as: UTF8.self))", params)
      case .notification(let method, let params): ("notification \(method)", params)
      case .response(let id, .success(let result)):
        ("response \(String(decoding: JSONWriter.bytes(of: id), as: UTF8.self))", result)
      case .response(let id, .failure(let error)):
        (
          "response \(String(decoding: JSONWriter.bytes(of: id), as: UTF8.self)): \(error.message)",
          nil
        )
      case .invalid(_, let reason): ("invalid message: \(reason)", nil)
      }
    let details = params.map { String(decoding: JSONWriter.bytes(of: $0), as: UTF8.self) }
    if options.logsMessages { log.write(.debug, "<-- \(title) \(details ?? "")") }
    if trace != .off {
      notify(
        "$/logTrace",
        LSP.LogTraceParams(message: title, verbose: trace == .verbose ? details : nil))
    }
  }
}
