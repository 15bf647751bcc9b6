/// Nanoseconds since some fixed moment; never goes back.
package func monotonicNanoseconds() -> UInt64 { System.now(.monotonic) }

/// Nanoseconds that this thread has run, on whatever core: waiting does not count.
package func threadProcessorNanoseconds() -> UInt64 { System.now(.thread) }

/// A moment on the writer's calendar and clock.
package struct LocalTime: Sendable, Equatable {
  package let year: Int
  /// From 1.
  package let month: Int
  /// From 1.
  package let day: Int
  package let hour: Int
  package let minute: Int
  package let second: Int

  package static var now: LocalTime { System.localTime }
}
