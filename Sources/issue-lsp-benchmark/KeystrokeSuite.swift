import AllocationCounter
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
      let prose = Keystrokes(in: text, at: paragraph(in: text), archive)
      bench.report.add("edit", size: size.name, repeated(200, warmUp: 20) { prose.type() })
      for (name, keys) in [
        ("edit and check", prose),
        ("heading edit and check", Keystrokes(in: text, at: heading(in: text), archive)),
      ] {
        bench.report.add(
          name, size: size.name, repeated(200, warmUp: 20) { keys.typeAndCheck() })
        guard allocationCount() >= 0 else { continue }
        let counts = (0..<200).map { _ in
          let before = allocationCount()
          keys.typeAndCheck()
          return Double(allocationCount() - before)
        }
        bench.report.add("\(name), allocations", size: size.name, in: .count, counts)
      }
    }
  }
}

/// Types a character and takes it back in turn.
private final class Keystrokes {
  private var snapshot: Snapshot
  private var cache = DiagnosticsCache()
  private let place: Int
  private let character = Array("智".utf8)
  private var isTyped = false

  init(in text: [UInt8], at place: Int, _ archive: ArchiveIndex) {
    snapshot = Snapshot(
      document: Document(bytes: text), path: "/archive/2030-01-01.md", archive: archive)
    self.place = place
  }

  func type() {
    snapshot.apply(
      TextEdit(
        range: ByteRange(place, isTyped ? place + character.count : place),
        newText: isTyped ? [] : character))
    isTyped.toggle()
  }

  func typeAndCheck() {
    type()
    use(diagnostics(of: snapshot, cache: &cache))
  }
}

/// The end of a story's heading in the middle of the text.
private func heading(in text: [UInt8]) -> Int {
  let mark = Array("\n### ".utf8)
  let start = (text.count / 2..<text.count).first { text[$0...].starts(with: mark) } ?? 0
  return text[(start + 1)...].firstIndex(of: 0x0A) ?? text.count
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
