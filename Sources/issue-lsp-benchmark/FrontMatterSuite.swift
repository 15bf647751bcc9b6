import Platform
import Syntax

extension Suite {
  /// All front matters of 1,400 issues, as they are parsed when an archive is read.
  static let frontMatter = Suite(name: "front-matter", title: "YAML, within the process") { bench in
    var generator = IssueGenerator(seed: 3)
    let generated = bench.files.areGiven ? [] : (0..<1400).map { generator.issue($0, bytes: 2000) }
    let texts = bench.files.areGiven ? bench.texts(atMost: .max) : generated
    // Long enough that both spend their time on YAML, and as PyYAML wants it: one document each.
    let contents = texts.map { text in
      let content = FrontMatter(text).content.clamped(to: text.count)
      return Array(text[content.start..<content.end])
    }
    let bytes = contents.reduce(0) { $0 + $1.count }
    let size = "\(texts.count) issues"
    if bench.peer("python3", for: "front matter, PyYAML") {
      let separator = Array("---\n".utf8)
      let file = bench.files.write("yaml/all.yaml", contents.flatMap { separator + $0 })
      let script = """
        from sys import argv
        from time import process_time
        from yaml import SafeLoader, load
        try: from yaml import CSafeLoader as SafeLoader
        except ImportError: pass
        texts = open(argv[1], encoding="utf-8").read().split("---\n")[1:]
        for _ in range(5):
            start = process_time()
            for text in texts: load(text, Loader=SafeLoader)
            print(process_time() - start)
        """
      let output =
        runs([bench.program("python3"), "-c", script, file], atMost: 1).last?.output ?? []
      let times = String(decoding: output, as: UTF8.self).split(separator: "\n")
        .compactMap { Double($0) }
      if times.isEmpty {
        bench.report.skip("front matter, PyYAML", because: "PyYAML is not installed")
      } else {
        bench.report.add("front matter, PyYAML", size: size, times)
      }
    }
    let times = repeated(20) { for text in texts { use(FrontMatter(text)) } }
    bench.report.add(
      "front matter", size: size, times, goal: 40e-3, against: "front matter, PyYAML")
    bench.report.add(
      "front matter, rate", size: size, in: .bytesPerSecond, times.map { Double(bytes) / $0 })
  }
}
