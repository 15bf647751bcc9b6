/// The natural logarithm of a positive number, to five digits: enough to weigh terms, and the same
/// on every platform.
func logarithm(_ x: Float) -> Float {
  guard x > 0 else { return -.infinity }
  // x = m · 2^e with m near 1, then ln m = 2 artanh((m - 1) / (m + 1)).
  var exponent = Float(x.exponent)
  var significand = x.significand
  if significand > 1.4142135 {
    significand /= 2
    exponent += 1
  }
  let t = (significand - 1) / (significand + 1)
  let square = t * t
  let series: Float = 1 + square * (1 / 3 + square * (1 / 5 + square * (1 / 7)))
  return exponent * 0.6931472 + 2 * t * series
}
