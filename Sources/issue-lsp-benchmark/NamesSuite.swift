import Analysis
import Archive
import Platform
import Syntax

extension Suite {
  /// Names inside the process: scanning, learning, completion and hover with many names.
  static let names = Suite(name: "names", title: "names, within the process") { bench in
    let folders = bench.files.archive(bytes: 4_000_000)
    var documents: [(path: String, document: Document)] = []
    for path in bench.files.paths(in: folders) {
      guard let bytes = try? readFile(path) else { continue }
      documents.append((path, Document(bytes: bytes)))
    }
    let bytes = documents.reduce(0) { $0 + $1.document.bytes.count }
    let size = Unit.bytes.text(Double(bytes))
    var records: [IssueRecord] = []
    var index = ArchiveIndex()
    for count in [5_000, 50_000] {
      let invented = (0..<count).map {
        UserName(name: inventedName($0), kind: $0 % 2 == 0 ? .company : .model)
      }
      let table = NameTable(userNames: invented)
      let rates = (0..<5).map { _ in
        let begin = monotonicNanoseconds()
        var found = 0
        for (_, document) in documents { found += table.mentions(in: document).count }
        return Double(bytes) / (Double(monotonicNanoseconds() - begin) / 1e9)
      }
      bench.report.add(
        "scan for \(count) names and shapes", size: size, in: .bytesPerSecond, rates,
        goal: count == 5_000 ? 120e6 : nil)
    }
    var begin = monotonicNanoseconds()
    records = documents.map { IssueRecord(path: $0.path, document: $0.document) }
    bench.report.add(
      "records of all issues", size: size, [Double(monotonicNanoseconds() - begin) / 1e9])
    begin = monotonicNanoseconds()
    index.update(removing: [], adding: records)
    bench.report.add("index of them", size: size, [Double(monotonicNanoseconds() - begin) / 1e9])
    if let last = records.last {
      let seconds = (0..<50).map { _ in
        let begin = monotonicNanoseconds()
        index.update(removing: [last.path], adding: [last])
        return Double(monotonicNanoseconds() - begin) / 1e9
      }
      bench.report.add("one issue learnt anew", size: "1 issue", seconds)
    }
    many(&bench)
  }

  /// Completion and hover where 50,000 names are known.
  private static func many(_ bench: inout Bench) {
    var text: [UInt8] = Array("# 一\n\n".utf8)
    for number in 0..<50_000 {
      text += Array("\(inventedName(number))公司融资，".utf8)
      if number % 20 == 0 { text += Array("\n\n".utf8) }
    }
    let names = (0..<50_000).map { UserName(name: inventedName($0), kind: .company) }
    let vocabulary = NameVocabulary(userNames: names)
    let record = IssueRecord(
      path: "/many/2026-01-01.md", document: Document(bytes: text), vocabulary: vocabulary)
    let index = ArchiveIndex(records: [record], userNames: names)
    var completions: [Double] = []
    var hovers: [Double] = []
    for number in stride(from: 0, to: 50_000, by: 83) {
      let name = inventedName(number)
      let typed = Array("# 二\n\n今天\(name.unicodeScalars.prefix(number % 4 + 1))".utf8)
      let snapshot = Snapshot(
        document: Document(bytes: typed), path: "/many/2026-01-02.md", archive: index)
      var begin = monotonicNanoseconds()
      _ = completion(in: snapshot, at: typed.count)
      completions.append(Double(monotonicNanoseconds() - begin) / 1e9)
      let whole = Array("# 二\n\n今天\(name)发布。".utf8)
      let hovered = Snapshot(
        document: Document(bytes: whole), path: "/many/2026-01-02.md", archive: index)
      begin = monotonicNanoseconds()
      _ = nameHover(in: hovered, at: 14, text: { _ in nil })
      hovers.append(Double(monotonicNanoseconds() - begin) / 1e9)
    }
    bench.report.add(
      "completion, 50,000 names", completions, goal: 0.5e-3, goalIsForTail: true)
    bench.report.add("hover, 50,000 names", hovers, goal: 0.5e-3, goalIsForTail: true)
  }
}

/// A name that no other number gives.
private func inventedName(_ number: Int) -> String {
  let syllables = [
    "Ba", "Ce", "Di", "Fo", "Gu", "Ha", "Je", "Ki", "Lo", "Mu", "Na", "Pe", "Qi", "Ro", "Su", "Ta",
  ]
  var rest = number
  var name = ""
  for _ in 0..<4 {
    name += syllables[rest % 16]
    rest /= 16
  }
  return name + "\(number % 9 + 1)"
}
