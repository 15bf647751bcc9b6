import Synchronization

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Bytes of stack of every thread made here: what a main thread has, so that work may move between them.
private let stackSize = 8 << 20

private final class ThreadBody: Sendable {
  let run: @Sendable () -> Void
  init(_ run: @escaping @Sendable () -> Void) { self.run = run }
}

private func create(_ body: @escaping @Sendable () -> Void) -> pthread_t? {
  #if canImport(Darwin)
    var thread: pthread_t?
  #else
    var thread = pthread_t()
  #endif
  var attributes = pthread_attr_t()
  unsafe pthread_attr_init(&attributes)
  unsafe pthread_attr_setstacksize(&attributes, stackSize)
  defer { unsafe _ = pthread_attr_destroy(&attributes) }
  let box = unsafe Unmanaged.passRetained(ThreadBody(body))
  let result = unsafe pthread_create(
    &thread, &attributes,
    { pointer in
      #if canImport(Darwin)
        unsafe Unmanaged<ThreadBody>.fromOpaque(pointer).takeRetainedValue().run()
      #else
        if let pointer = unsafe pointer {
          unsafe Unmanaged<ThreadBody>.fromOpaque(pointer).takeRetainedValue().run()
        }
      #endif
      return nil
    }, box.toOpaque())
  guard result == 0 else {
    unsafe box.release()
    return nil
  }
  return thread
}

/// Runs `body` on a thread of its own; on this one where the system gives no more threads.
package func startThread(_ body: @escaping @Sendable () -> Void) {
  if let thread = create(body) {
    pthread_detach(thread)
  } else {
    body()
  }
}

/// How many cores the system offers.
package let coreCount: Int = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))

/// Calls `body` once for each number below `count`, on several threads, and waits for all.
///
/// - Parameter workers: how many threads take part, this one among them.
package func parallelFor(
  _ count: Int, workers: Int = coreCount, _ body: @escaping @Sendable (Int) -> Void
) {
  let counter = Counter()
  let work: @Sendable () -> Void = {
    while true {
      let index = counter.next()
      if index >= count { return }
      body(index)
    }
  }
  var threads: [pthread_t] = []
  while threads.count + 1 < min(workers, count), let thread = create(work) {
    threads.append(thread)
  }
  work()
  for thread in threads { pthread_join(thread, nil) }
}

private final class Counter: Sendable {
  private let value = Atomic<Int>(0)
  func next() -> Int { value.wrappingAdd(1, ordering: .relaxed).oldValue }
}

/// Lets this thread rest.
package func sleep(milliseconds: Int) {
  _ = poll(nil, 0, Int32(clamping: milliseconds))
}
