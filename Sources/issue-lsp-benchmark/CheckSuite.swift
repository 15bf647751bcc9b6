import Platform

extension Suite {
  static let check = Suite(name: "check", title: "--check of an archive, every rule") { bench in
    let folders = bench.files.archive(
      bytes: bench.options.archiveSize, issueBytes: bench.options.issueSize)
    let size = Unit.bytes.text(Double(bench.files.size(of: folders)))
    bench.addFloor(of: folders, size: size)
    if bench.peer("rumdl", for: "rumdl check") {
      for (name, flags) in [("one rule", ["--enable", "MD001"]), ("all rules", [])] {
        let peer = runs(
          [bench.program("rumdl"), "check", "--no-cache", "--silent"] + flags + folders, atMost: 3)
        bench.report.add("--check, rumdl \(name)", size: size, peer.map(\.wall))
        bench.report.add(
          "--check, processor, rumdl \(name)", size: size, peer.map(\.processor))
      }
    }
    let command = [bench.options.program, "--check", "--format", "concise"] + folders
    let all = runs(command, atMost: 5)
    bench.report.add(
      "--check", size: size, all.map(\.wall), goal: 0.6,
      against: "--check, rumdl all rules", Bench.floor)
    bench.report.add(
      "--check, processor", size: size, all.map(\.processor), goal: 1.1,
      against: "--check, processor, rumdl all rules", Bench.floor)
    bench.report.add(
      "--check, peak memory", size: size, in: .bytes, all.map { Double($0.usage.peakMemory) },
      goal: 64e6)
    let one = runs(command + ["--jobs", "1"], atMost: 3)
    bench.report.add("--check --jobs 1", size: size, one.map(\.wall), against: "--check")
    if let many = all.last, let single = one.last {
      bench.report.add(
        "bytes of output unlike that of --jobs 1", size: size, in: .count,
        [Double(differences(many.output, single.output))], goal: 0)
    }
  }
}

private func differences(_ a: [UInt8], _ b: [UInt8]) -> Int {
  abs(a.count - b.count) + zip(a, b).reduce(0) { $0 + ($1.0 == $1.1 ? 0 : 1) }
}
