import Platform
import Syntax

extension Suite {
  static let markdown = Suite(name: "markdown", title: "the parser, within the process") { bench in
    for bytes in [10_000, 200_000, 1_000_000, 10_000_000] {
      let text = bench.files.document(bytes: bytes)
      let size = Unit.bytes.text(Double(bytes))
      parse(text, size, &bench)
      edit(text, size, &bench, MarkdownGoals(bytes: bytes))
    }
    if bench.peer("cmark", for: "cmark") { compareWithCmark(&bench) }
  }
}

private struct MarkdownGoals {
  /// Seconds for one typed character, and for a fence opened at the top.
  let character: Double
  let fence: Double

  init(bytes: Int) {
    character = bytes > 1_000_000 ? 0.5e-3 : 50e-6
    fence = bytes > 1_000_000 ? 35e-3 : bytes > 200_000 ? 3.5e-3 : 0.7e-3
  }
}

/// Bytes a second of each round.
private func rates(_ bytes: Int, _ rounds: Int, _ body: () -> Void) -> [Double] {
  repeated(rounds, limit: 1, body).map { Double(bytes) / $0 }
}

private func parse(_ text: [UInt8], _ size: String, _ bench: inout Bench) {
  let rounds = 50
  bench.report.add(
    "lines found", size: size, in: .bytesPerSecond,
    rates(text.count, rounds) { use(Text(text).lineCount) })
  bench.report.add(
    "blocks parsed", size: size, in: .bytesPerSecond,
    rates(text.count, rounds) { use(BlockTree(parsing: text).root.length) }, goal: 300e6)
  bench.report.add(
    "blocks and inlines parsed", size: size, in: .bytesPerSecond,
    rates(text.count, rounds) { use(inlineCount(BlockTree(parsing: text), text)) })
  var samples: [Double] = []
  for _ in 0..<10 {
    let tree = BlockTree(parsing: text)
    samples.append(Double(text.count) / Stopwatch.processor.time { use(inlineCount(tree, text)) })
  }
  bench.report.add(
    "inlines parsed", size: size, in: .bytesPerSecond, samples, goal: 400e6)
}

private func inlineCount(_ tree: BlockTree, _ text: [UInt8]) -> Int {
  var count = 0
  tree.forEachLeaf { leaf, start in
    if leaf.kind.hasInlines { count += tree.inlines(of: leaf, at: start, in: text).count }
  }
  return count
}

private func edit(_ text: [UInt8], _ size: String, _ bench: inout Bench, _ goals: MarkdownGoals) {
  var document = Document(bytes: text)
  let middle = (text.count / 2..<text.count).first { document.bytes[$0] & 0xC0 != 0x80 } ?? 0
  bench.report.add(
    "one typed character", size: size,
    (0..<200).map { _ in
      let edit = TextEdit(range: ByteRange(middle, middle), newText: "字")
      return Stopwatch.processor.time { document.apply(edit) }
    }, goal: goals.character)

  let top = document.body.start
  var opening: [Double] = []
  var closing: [Double] = []
  for _ in 0..<20 {
    let open = TextEdit(range: ByteRange(top, top), newText: "```\n")
    opening.append(Stopwatch.processor.time { document.apply(open) })
    let close = TextEdit(range: ByteRange(top, top + 4), newText: "")
    closing.append(Stopwatch.processor.time { document.apply(close) })
  }
  bench.report.add("a fence opened at the top", size: size, opening, goal: goals.fence)
  bench.report.add("that fence removed", size: size, closing)
}

/// The program's own time for a text against that for none.
private func compareWithCmark(_ bench: inout Bench) {
  let text = bench.files.document(bytes: 10_000_000)
  let path = bench.files.write("markdown/large.md", text)
  let empty = bench.files.write("markdown/empty.md", [])
  let command = [bench.program("cmark"), "-t", "commonmark"]
  let start = runs(command + [empty], atMost: 20).map(\.wall).min() ?? 0
  bench.report.add(
    "cmark, blocks and inlines", size: Unit.bytes.text(10e6), in: .bytesPerSecond,
    runs(command + [path], atMost: 10).map { Double(text.count) / max($0.wall - start, 1e-9) })
}
