import Platform
import TestSupport

/// Edits and asks for long while the archive changes, and holds the server's memory at the end
/// against what it was after the first tenth: Soak SERVER [EDITS [REQUESTS [SEED]]]
func soak() throws -> Int32 {
  let words = CommandLine.arguments.dropFirst()
  guard let server = words.first else {
    try write("usage: Soak SERVER [EDITS [REQUESTS [SEED]]]\n", to: .error)
    return 2
  }
  let numbers = words.dropFirst().compactMap { Int($0) }
  let edits = numbers.first ?? 1_000_000
  let requests = numbers.dropFirst().first ?? 100_000
  let soak = try Soak([server], seed: UInt64(clamping: numbers.dropFirst(2).first ?? 1))
  let start = monotonicNanoseconds()
  var memory: [Int] = []
  for part in 1...100 {
    try soak.run(edits: edits / 100, requests: requests / 100)
    memory.append(soak.memory ?? 0)
    if part % 5 == 0 {
      let seconds = (monotonicNanoseconds() - start) / 1_000_000_000
      let megabytes = Double(memory[part - 1] / 10_000) / 100
      try write("\(soak.editCount) edits, \(seconds) s, \(megabytes) MB\n", to: .output)
    }
  }
  let status = try soak.end()
  // Five samples each, since a single one may fall on a moment of much work.
  let early = memory[8..<13].reduce(0, +) / 5
  let late = memory[95..<100].reduce(0, +) / 5
  let growth = Double(late * 1000 / max(early, 1) - 1000) / 10
  try write("memory after the first tenth and at the end: \(growth) % more\n", to: .output)
  return status == 0 && growth <= 10 ? 0 : 1
}

do {
  exitProcess(try soak())
} catch {
  try? write("Soak: \(error)\n", to: .error)
  exitProcess(1)
}
