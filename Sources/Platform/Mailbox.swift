#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Values on their way from any thread to the one that takes them, first in, first out.
@safe package final class Mailbox<Element: Sendable>: @unchecked Sendable {
  // Sendable by hand: `waiting` is touched only between `lock` and `unlock`.
  private var waiting: [Element] = []
  private let lock: UnsafeMutablePointer<pthread_mutex_t>
  private let filled: UnsafeMutablePointer<pthread_cond_t>

  package init() {
    unsafe lock = .allocate(capacity: 1)
    unsafe filled = .allocate(capacity: 1)
    unsafe lock.initialize(to: pthread_mutex_t())
    unsafe filled.initialize(to: pthread_cond_t())
    unsafe pthread_mutex_init(lock, nil)
    unsafe pthread_cond_init(filled, nil)
  }

  deinit {
    unsafe pthread_cond_destroy(filled)
    unsafe pthread_mutex_destroy(lock)
    unsafe filled.deallocate()
    unsafe lock.deallocate()
  }

  package func put(_ element: Element) {
    unsafe pthread_mutex_lock(lock)
    waiting.append(element)
    unsafe pthread_cond_signal(filled)
    unsafe pthread_mutex_unlock(lock)
  }

  /// Waits until there is something, then takes all of it.
  package func takeAll() -> [Element] {
    unsafe pthread_mutex_lock(lock)
    while waiting.isEmpty { unsafe pthread_cond_wait(filled, lock) }
    let elements = waiting
    waiting = []
    unsafe pthread_mutex_unlock(lock)
    return elements
  }

  /// Waits until there is something or the time is over, then takes all of it.
  package func takeAll(waitingAtMost milliseconds: Int) -> [Element] {
    var end = timespec()
    _ = unsafe clock_gettime(CLOCK_REALTIME, &end)
    let nanoseconds = Int(end.tv_nsec) + milliseconds % 1000 * 1_000_000
    end.tv_sec += milliseconds / 1000 + nanoseconds / 1_000_000_000
    end.tv_nsec = nanoseconds % 1_000_000_000
    unsafe pthread_mutex_lock(lock)
    while waiting.isEmpty {
      if unsafe pthread_cond_timedwait(filled, lock, &end) == ETIMEDOUT { break }
    }
    let elements = waiting
    waiting = []
    unsafe pthread_mutex_unlock(lock)
    return elements
  }

  /// Takes what is there without waiting.
  package func takeAllNow() -> [Element] {
    unsafe pthread_mutex_lock(lock)
    let elements = waiting
    waiting = []
    unsafe pthread_mutex_unlock(lock)
    return elements
  }
}
