import Platform

/// What time is taken by.
enum Stopwatch {
  case wall
  /// The work of this thread: what others do with the machine meanwhile hardly counts.
  case processor

  private var now: UInt64 {
    switch self {
    case .wall: monotonicNanoseconds()
    case .processor: threadProcessorNanoseconds()
    }
  }

  /// Seconds that `body` takes.
  func time(_ body: () -> Void) -> Double {
    let start = now
    body()
    return Double(now - start) / 1e9
  }
}

/// Seconds of each round, after rounds that do not count.
///
/// - Parameters:
///   - rounds: how many at most.
///   - limit: seconds after which no further round begins.
func repeated(
  _ rounds: Int, warmUp: Int = 1, limit: Double = 5, by watch: Stopwatch = .processor,
  _ body: () -> Void
) -> [Double] {
  for _ in 0..<warmUp { body() }
  var samples: [Double] = []
  var total = 0.0
  while samples.count < rounds, total < limit || samples.isEmpty {
    let time = watch.time(body)
    samples.append(time)
    total += time
  }
  return samples
}

/// Keeps a result from being optimized away.
@_optimize(none) func use<Value>(_ value: Value) {}
