/// A value that several threads use, one at a time.
package final class Guarded<Value: Sendable>: @unchecked Sendable {
  // Sendable by hand: `value` is touched only between `lock` and `unlock`.
  private var value: Value
  private let monitor = System.Monitor()

  package init(_ value: Value) { self.value = value }

  package func withLock<Result>(_ body: (inout Value) -> Result) -> Result {
    monitor.lock()
    defer { monitor.unlock() }
    return body(&value)
  }
}
