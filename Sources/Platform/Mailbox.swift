/// Values on their way from any thread to the one that takes them, first in, first out.
package final class Mailbox<Element: Sendable>: @unchecked Sendable {
  // Sendable by hand: `waiting` is touched only between `lock` and `unlock`.
  private var waiting: [Element] = []
  private let monitor = System.Monitor()

  package init() {}

  package func put(_ element: Element) {
    monitor.lock()
    waiting.append(element)
    monitor.signal()
    monitor.unlock()
  }

  /// Waits until there is something, then takes all of it.
  package func takeAll() -> [Element] {
    monitor.lock()
    while waiting.isEmpty { monitor.wait() }
    return takeAndUnlock()
  }

  /// Waits until there is something or the time is over, then takes all of it.
  package func takeAll(waitingAtMost milliseconds: Int) -> [Element] {
    let end = System.Deadline(milliseconds: milliseconds)
    monitor.lock()
    while waiting.isEmpty, monitor.wait(until: end) {}
    return takeAndUnlock()
  }

  /// Takes what is there without waiting.
  package func takeAllNow() -> [Element] {
    monitor.lock()
    return takeAndUnlock()
  }

  private func takeAndUnlock() -> [Element] {
    let elements = waiting
    waiting = []
    monitor.unlock()
    return elements
  }
}
