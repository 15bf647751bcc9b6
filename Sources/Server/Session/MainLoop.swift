import LanguageServerProtocol
import Platform

/// Takes events in the order they came and hands them to the session, all on one thread: a request
/// sees every edit sent before it and none after.
final class MainLoop {
  private let session: Session
  private let mailbox: Mailbox<Event>
  private var queue: [Event] = []
  private var next = 0
  /// Requests that are not yet begun, and those of them that the client took back.
  private var queued: Set<RequestID> = []
  private var cancelled: Set<RequestID> = []
  private var running: (id: RequestID, isCancelled: Bool)?
  /// When the oldest edit came whose diagnostics are not yet out, in nanoseconds.
  private var firstDelay: UInt64?

  /// Diagnostics wait for the end of a burst of edits, but never longer than this, in nanoseconds.
  private let longestDelay: UInt64
  /// After this time without a message the rest is done that nobody waits for, in milliseconds.
  private static let quietTime = 400

  init(session: Session, mailbox: Mailbox<Event>, longestDelay: UInt64 = 50_000_000) {
    self.session = session
    self.mailbox = mailbox
    self.longestDelay = longestDelay
    session.isCancelled = { [unowned self] in
      enqueue(mailbox.takeAllNow())
      return running?.isCancelled ?? false
    }
  }

  /// Runs until the session ends.
  func run() -> Int32 {
    while true {
      if let status = finish() { return status }
      if session.hasQuietWork {
        enqueue(mailbox.takeAll(waitingAtMost: Self.quietTime))
        if queue.isEmpty { session.doQuietWork() }
      } else {
        enqueue(mailbox.takeAll())
      }
    }
  }

  /// Handles all that has come, and what follows from it.
  ///
  /// - Returns: the exit status once the session has ended.
  func finish() -> Int32? {
    while true {
      enqueue(mailbox.takeAllNow())
      guard next < queue.count else {
        queue.removeAll(keepingCapacity: true)
        next = 0
        session.publishDiagnostics()
        firstDelay = nil
        return session.exitStatus
      }
      let event = queue[next]
      next += 1
      if case .message(.request(let id, _, _)) = event {
        queued.remove(id)
        running = (id, cancelled.remove(id) != nil)
      }
      session.handle(event)
      running = nil
      if let status = session.exitStatus { return status }
      publishIfOverdue()
    }
  }

  private func enqueue(_ events: [Event]) {
    for event in events {
      switch event {
      case .message(.notification("$/cancelRequest", let params)):
        if let id = params["id"].flatMap({ RequestID($0) }) { cancel(id) }
      case .message(.request(let id, _, _)):
        queued.insert(id)
        queue.append(event)
      case .clientGone:
        // Nobody waits for what is queued.
        session.handle(event)
      default:
        queue.append(event)
      }
    }
  }

  private func cancel(_ id: RequestID) {
    if running?.id == id {
      running?.isCancelled = true
    } else if queued.contains(id) {
      cancelled.insert(id)
    } else {
      session.takeBackWaiting(id)
    }
  }

  private func publishIfOverdue() {
    guard session.hasUnpublishedEdits else {
      firstDelay = nil
      return
    }
    let now = monotonicNanoseconds()
    if let first = firstDelay {
      if now &- first > longestDelay {
        session.publishDiagnostics(ofEditsOnly: true)
        firstDelay = nil
      }
    } else {
      firstDelay = now
    }
  }
}
