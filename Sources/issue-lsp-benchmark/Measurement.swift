/// What the numbers of a row are.
enum Unit: String {
  case seconds
  case bytesPerSecond
  case bytes
  case count

  /// Three significant digits and a unit that suits the size.
  func text(_ value: Double) -> String {
    switch self {
    case .seconds:
      if value < 1e-6 { return "\(digits(value * 1e9)) ns" }
      if value < 1e-3 { return "\(digits(value * 1e6)) µs" }
      if value < 1 { return "\(digits(value * 1e3)) ms" }
      return "\(digits(value)) s"
    case .bytesPerSecond:
      return value < 1e10 ? "\(digits(value / 1e6)) MB/s" : "\(digits(value / 1e9)) GB/s"
    case .bytes:
      if value < 1e3 { return "\(Int(value)) B" }
      return value < 1e6 ? "\(digits(value / 1e3)) KB" : "\(digits(value / 1e6)) MB"
    case .count:
      return value < 1e15 ? digits(value) : "\(value)"
    }
  }

  /// Whether a larger number is a better one.
  var moreIsBetter: Bool { self == .bytesPerSecond }
}

private func digits(_ value: Double) -> String {
  if value >= 99.95 || value == value.rounded() { return "\(Int(value.rounded()))" }
  let factor: Double = value >= 9.995 ? 10 : 100
  let scaled = Int((value * factor).rounded())
  let divisor = Int(factor)
  let fraction = "\(scaled % divisor)"
  let zeros = String(repeating: "0", count: (factor == 10 ? 1 : 2) - fraction.utf8.count)
  return "\(scaled / divisor).\(zeros)\(fraction)"
}

/// One line of the table: something measured several times.
struct Row {
  var suite: String
  var what: String
  var size: String
  var unit: Unit
  /// Best first.
  private(set) var samples: [Double]
  /// The largest, or for rates the smallest, number that is good enough; held against the median,
  /// or against the 99th percentile when `goalIsForTail`.
  var goal: Double?
  var goalIsForTail = false
  /// What the median is compared with.
  var reference: (what: String, median: Double)?

  init(
    suite: String, what: String, size: String, unit: Unit, samples: [Double], goal: Double? = nil,
    goalIsForTail: Bool = false, reference: (what: String, median: Double)? = nil
  ) {
    self.suite = suite
    self.what = what
    self.size = size
    self.unit = unit
    self.samples = unit.moreIsBetter ? samples.sorted(by: >) : samples.sorted()
    self.goal = goal
    self.goalIsForTail = goalIsForTail
    self.reference = reference
  }

  /// The best sample.
  var best: Double { quantile(0) }
  var median: Double { quantile(0.5) }
  /// 99 of 100 samples are at least as good.
  var tail: Double { quantile(0.99) }

  private func quantile(_ part: Double) -> Double {
    guard !samples.isEmpty else { return .nan }
    let rank = Int((Double(samples.count) * part).rounded(.up)) - 1
    return samples[min(max(rank, 0), samples.count - 1)]
  }

  var meetsGoal: Bool? {
    guard let goal else { return nil }
    let value = goalIsForTail ? tail : median
    return unit.moreIsBetter ? value >= goal : value <= goal
  }

  /// How many times the reference's median this one's is.
  var ratio: Double? { reference.map { median / $0.median } }
}
