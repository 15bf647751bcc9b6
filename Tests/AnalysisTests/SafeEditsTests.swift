import Analysis
import Archive
import Syntax
import TestSupport
import Testing

@Suite struct SafeEditsTests {
  private typealias House = FrontMatterHouse

  @Test func `all at once lead where round after round does`() {
    var random = SeededGenerator(seed: 17)
    let damages = [
      (": ", "："), ("\"AI\"", "\"AI\",\"AI\",\"AI\""), ("\",\"", "\"，\""), ("]", ""),
      ("title", "\ttitle"), ("20.png\"", "20.png"), ("---\ntitle", "——\ntitle"), ("# ", "#"),
    ]
    for _ in 0..<200 {
      var text = House.issue(day: 20)
      for _ in 0..<3 {
        guard let (right, wrong) = damages.randomElement(using: &random) else { continue }
        text = text.replacing(right, with: wrong, maxReplacements: 1)
      }
      let start = Snapshot(
        document: Document(bytes: Array(text.utf8)), path: House.name(day: 20),
        archive: House.archive)
      let mended = applying(allSafeEdits(of: start), to: start.document.bytes)

      var step = start
      for _ in 0..<10 {
        var cache = DiagnosticsCache()
        let reports = diagnostics(of: step, cache: &cache)
        let edits = safeEdits(of: reports, inTextOf: step.document.text.count).edits
        if edits.isEmpty { break }
        step.document = Document(bytes: applying(edits, to: step.document.bytes))
      }
      #expect(mended == step.document.bytes)
    }
  }
}
