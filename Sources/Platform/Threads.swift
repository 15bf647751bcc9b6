import Synchronization

/// Bytes of stack of every thread made here: what a main thread has, so that work may move between them.
private let stackSize = 8 << 20

/// Runs `body` on a thread of its own; on this one where the system gives no more threads.
package func startThread(_ body: @escaping @Sendable () -> Void) {
  if let thread = System.startThread(stackSize: stackSize, body) {
    thread.detach()
  } else {
    body()
  }
}

/// How many cores the system offers.
package let coreCount: Int = System.coreCount

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
  var threads: [System.Thread] = []
  while threads.count + 1 < min(workers, count),
    let thread = System.startThread(stackSize: stackSize, work)
  {
    threads.append(thread)
  }
  work()
  for thread in threads { thread.join() }
}

private final class Counter: Sendable {
  private let value = Atomic<Int>(0)
  func next() -> Int { value.wrappingAdd(1, ordering: .relaxed).oldValue }
}

/// Lets this thread rest.
package func sleep(milliseconds: Int) { System.rest(milliseconds: milliseconds) }
