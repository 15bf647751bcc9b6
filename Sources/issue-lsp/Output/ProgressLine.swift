import Platform

/// One line on a terminal that tells how far a long task is; nothing for a short one.
final class ProgressLine: Sendable {
  private struct State: Sendable {
    var lastShown: UInt64
    var isVisible = false
  }

  private let isOn: Bool
  private let label: String
  private let state: Guarded<State>

  private static let patience: UInt64 = 500_000_000
  private static let interval: UInt64 = 100_000_000

  init(isOn: Bool, label: String) {
    self.isOn = isOn
    self.label = label
    // The first line comes when patience is at its end.
    state = Guarded(State(lastShown: isOn ? monotonicNanoseconds() &+ Self.patience : 0))
  }

  func show(_ done: Int, of total: Int) {
    guard isOn else { return }
    let now = monotonicNanoseconds()
    state.withLock { state in
      guard now > state.lastShown, now - state.lastShown > Self.interval else { return }
      state.lastShown = now
      state.isVisible = true
      try? Platform.write("\r\u{1B}[K\(label) \(done)/\(total)", to: .error)
    }
  }

  func clear() {
    state.withLock { state in
      guard state.isVisible else { return }
      state.isVisible = false
      try? Platform.write("\r\u{1B}[K", to: .error)
    }
  }
}
