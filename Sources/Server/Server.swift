import LanguageServerProtocol
import Platform

/// Runs the language server until the client ends it.
///
/// - Returns: the exit status: 0 after `shutdown` and `exit`, 1 after `exit` alone or the end of the
///   input, 2 when a file that the options name cannot be opened.
package func runServer(_ options: ServerOptions) -> Int32 {
  ignoreBrokenPipes()
  do throws(SystemError) {
    let log = try Log(file: options.logFile)
    if let file = options.replayFile {
      return replaySession(try readFile(file), options: options, log: log, outlet: sendAsLine)
    }
    let recording = try options.recordFile.map { path throws(SystemError) in
      try AppendingFile(path, truncating: true)
    }
    return serve(options: options, log: log, recording: recording)
  } catch {
    try? write("issue-lsp: \(error)\n", to: .error)
    return 2
  }
}

/// Serves the client at the standard streams.
private func serve(options: ServerOptions, log: Log, recording: AppendingFile?) -> Int32 {
  let mailbox = Mailbox<Event>()
  let session = Session(options: options, outlet: sendFramed, log: log) { work in
    startThread { work(mailbox.put) }
  }
  startThread { readInput(into: mailbox, recording: recording) }
  if let client = options.clientProcessID { watch(client, mailbox) }
  session.watchClient = { watch($0, mailbox) }
  let loop = MainLoop(session: session, mailbox: mailbox)
  return loop.run()
}

/// Cuts standard input into messages until it ends.
private func readInput(into mailbox: Mailbox<Event>, recording: AppendingFile?) {
  var frames = FrameReader()
  var hasExit = false
  while true {
    var bytes: [UInt8] = []
    guard let count = try? readStandardInput(into: &bytes), count > 0 else { break }
    try? recording?.append(bytes)
    frames.append(bytes)
    while let frame = frames.next() {
      let event = Event(frame)
      if case .message(.notification("exit", _)) = event { hasExit = true }
      mailbox.put(event)
    }
  }
  mailbox.put(.inputClosed)
  // What was sent is still answered, as for a session from a file, unless nobody reads.
  while !StandardStream.output.isReaderGone { sleep(milliseconds: 100) }
  // An `exit` in the queue has a status of its own; what stands before it may take a while.
  if hasExit { sleep(milliseconds: 5_000) }
  exitProcess(1)
}

/// Looks twice a second whether the client still lives, since some die without closing the pipe.
private func watch(_ client: Int, _ mailbox: Mailbox<Event>) {
  startThread {
    while processIsAlive(client) { sleep(milliseconds: 500) }
    mailbox.put(.clientGone)
    // Whatever is being worked on, nobody waits for it.
    sleep(milliseconds: 250)
    exitProcess(1)
  }
}

/// Feeds a recorded session, the bytes of a client, to a server of its own.
///
/// It is deterministic: background work is done at once, on one thread, and every message is
/// finished before the next.
package func replaySession(
  _ input: [UInt8], options: ServerOptions, log: Log = Log(), outlet: @escaping Outlet
) -> Int32 {
  var options = options
  options.workers = 1
  let mailbox = Mailbox<Event>()
  let session = Session(options: options, outlet: outlet, log: log) { work in
    work(mailbox.put)
  }
  let loop = MainLoop(session: session, mailbox: mailbox, longestDelay: .max)
  var frames = FrameReader()
  frames.append(input)
  while let frame = frames.next() {
    mailbox.put(Event(frame))
    if let status = loop.finish() { return status }
  }
  mailbox.put(.inputClosed)
  return loop.finish() ?? 1
}
