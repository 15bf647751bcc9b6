import Platform

/// What several threads work out, each result at its own number.
package final class Results<Element: Sendable>: Sendable {
  private struct State: Sendable {
    var elements: [Element?]
    var done = 0
    var isStopped = false
  }

  private let state: Guarded<State>

  package init(count: Int) {
    state = Guarded(State(elements: Array(repeating: nil, count: count)))
  }

  /// - Returns: how many results there are now.
  @discardableResult
  package func set(_ number: Int, _ element: Element) -> Int {
    state.withLock { state in
      guard state.elements.indices.contains(number) else { return state.done }
      state.elements[number] = element
      state.done += 1
      return state.done
    }
  }

  /// Asks those who have not begun to leave it.
  package func stop() { state.withLock { $0.isStopped = true } }
  package var isStopped: Bool { state.withLock { $0.isStopped } }

  /// By number; `nil` where nothing was worked out.
  package var all: [Element?] { state.withLock { $0.elements } }
}
