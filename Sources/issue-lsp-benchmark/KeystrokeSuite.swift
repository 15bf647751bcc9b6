import Analysis
import Archive
import Platform
import Syntax

extension Suite {
  /// What the server does for one typed character, without pipes and JSON.
  static let keystroke = Suite(
    name: "keystroke", title: "one typed character, within the process"
  ) { bench in
    let texts = bench.texts(atMost: 1_000_000)
    let records = texts.enumerated().map { number, text in
      IssueRecord(
        path: "/archive/\(IssueGenerator.fileName(number))", document: Document(bytes: text))
    }
    let archive = ArchiveIndex(records: records)
    for size in TypingSize.all {
      let text = bench.files.document(bytes: size.bytes)
      var snapshot = Snapshot(
        document: Document(bytes: text), path: "/archive/2030-01-01.md", archive: archive)
      var cache = DiagnosticsCache()
      let offset = paragraph(in: text)
      var round = 0
      let type = {
        let end = round % 2 == 0 ? offset : offset + 3
        let new: [UInt8] = round % 2 == 0 ? Array("智".utf8) : []
        snapshot.apply(TextEdit(range: ByteRange(offset, end), newText: new))
        round += 1
      }
      let parsing = repeated(200, warmUp: 20) { type() }
      bench.report.add("edit", size: size.name, parsing)
      let checking = repeated(200, warmUp: 20) {
        type()
        use(diagnostics(of: snapshot, cache: &cache))
      }
      bench.report.add("edit and diagnostics", size: size.name, checking)
    }
  }
}

/// A place amid the prose in the middle of the text.
private func paragraph(in text: [UInt8]) -> Int {
  var line = text.count / 2
  while line < text.count {
    let end = text[line...].firstIndex(of: 0x0A) ?? text.count
    let next = text[min(end + 1, text.count)...].prefix(60)
    if next.count == 60, !next.contains(where: { "\n#<[-*|".utf8.contains($0) }) {
      var offset = end + 31
      while offset > end + 1, text[offset] & 0xC0 == 0x80 { offset -= 1 }
      return offset
    }
    line = end + 1
  }
  return text.count
}
