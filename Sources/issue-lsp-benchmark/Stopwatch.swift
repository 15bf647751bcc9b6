import Platform

/// Seconds that `body` takes.
func seconds(_ body: () -> Void) -> Double {
  let start = monotonicNanoseconds()
  body()
  return Double(monotonicNanoseconds() - start) / 1e9
}

/// Seconds of each round, after rounds that do not count.
///
/// - Parameters:
///   - rounds: how many at most.
///   - limit: seconds after which no further round begins.
func repeated(
  _ rounds: Int, warmUp: Int = 1, limit: Double = 5, _ body: () -> Void
) -> [Double] {
  for _ in 0..<warmUp { body() }
  var samples: [Double] = []
  var total = 0.0
  while samples.count < rounds, total < limit || samples.isEmpty {
    let time = seconds(body)
    samples.append(time)
    total += time
  }
  return samples
}

/// Keeps a result from being optimized away.
@_optimize(none) func use<Value>(_ value: Value) {}
