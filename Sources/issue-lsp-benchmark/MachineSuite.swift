import Platform

extension Suite {
  /// What the machine allows: the floor that other numbers are held against.
  static let machine = Suite(name: "machine", title: "what the machine allows, and its noise") {
    bench in
    bench.report.add(
      "fixed loop of additions", repeated(300, by: .wall) { use(sum(of: 4_000_000)) })

    let bytes = [UInt8](repeating: 0x61, count: 64_000_000)
    let copying = repeated(10) {
      var copy = bytes
      copy[0] = 1
      use(copy)
    }
    bench.report.add(
      "copy memory", size: "64 MB", in: .bytesPerSecond, copying.map { 64e6 / $0 })
    let searching = repeated(10) { use(bytes.firstIndex(of: 0x0A)) }
    bench.report.add(
      "search a byte", size: "64 MB", in: .bytesPerSecond, searching.map { 64e6 / $0 })

    if let echo = try? ChildProcess(["cat"]) {
      let ball: [UInt8] = Array("{}".utf8)
      let trips = repeated(2000, warmUp: 100, by: .wall) {
        try? echo.write([ball])
        var answer: [UInt8] = []
        _ = try? echo.read(into: &answer)
      }
      echo.closeInput()
      _ = echo.wait()
      bench.report.add("pipe round trip", trips)
    }
    bench.report.add(
      "process that does nothing",
      repeated(200, by: .wall) { _ = (try? ChildProcess(["true"]))?.wait() })
  }
}

private func sum(of count: Int) -> Int {
  var state = 1
  for number in 0..<count { state = state &* 31 &+ number }
  return state
}
