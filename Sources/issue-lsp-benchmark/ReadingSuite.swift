import Archive
import Platform
import Syntax

extension Suite {
  /// The steps from the bytes of issues to what is kept of them, one thread, each over all issues.
  static let reading = Suite(name: "reading", title: "the steps of reading issues, on one core") {
    bench in
    let texts = bench.texts(atMost: 16_000_000)
    let bytes = Double(texts.reduce(0) { $0 + $1.count })
    func rates(_ body: ([UInt8]) -> Void) -> [Double] {
      repeated(10, limit: 2) { for text in texts { body(text) } }.map { bytes / $0 }
    }
    let size = Unit.bytes.text(bytes)
    bench.report.add("lines", size: size, in: .bytesPerSecond, rates { use(Text($0)) })
    bench.report.add(
      "front matter", size: size, in: .bytesPerSecond, rates { use(FrontMatter($0)) })
    bench.report.add(
      "document", size: size, in: .bytesPerSecond, rates { use(Document(bytes: $0)) })
    bench.report.add(
      "document and inlines", size: size, in: .bytesPerSecond,
      rates { text in
        let document = Document(bytes: text)
        document.body.forEachLeaf { leaf, start in
          if leaf.kind.hasInlines { use(document.inlines(of: leaf, at: start)) }
        }
      })
    bench.report.add(
      "record", size: size, in: .bytesPerSecond,
      rates { use(IssueRecord(path: "/2026-01-01.md", document: Document(bytes: $0))) })
  }
}

extension Bench {
  /// The issues of the archive until there are this many bytes.
  func texts(atMost limit: Int) -> [[UInt8]] {
    var texts: [[UInt8]] = []
    var total = 0
    for path in files.paths(in: files.archive(bytes: limit)) where total < limit {
      guard let text = try? readFile(path) else { continue }
      texts.append(text)
      total += text.count
    }
    return texts
  }
}
