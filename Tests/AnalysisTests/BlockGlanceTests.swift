import Analysis
import Syntax
import TestSupport
import Testing

/// Rules for single blocks pass over most of them at a glance; no glance may pass over a mistake.
@Suite struct BlockGlanceTests {
  private static let pieces = [
    "字", "模型发布", "a", "12", " ", "，", "**", "*", "（", "）", "(", ")", "“", "”", "\"", "[来源]",
    "[", "]", "【", "】", "(https://a.example/1)", "（https://a.example/2）", "https://a.example/3",
    "[原文](https://a.example/4)", "[原文] (https://a.example/5)", "[原文](https://a.example/6 7)",
    "[空]()", "[址](htps://a.example/8)", "《", "」", "』",
    "**加粗**", "**“加粗”**字", "_", "\\", "<b>", "！", "。",
  ]
  private static let codes: Set<String> = [
    "body/emphasis-not-rendered", "body/malformed-link", "body/unbalanced-brackets",
    "body/quote-mismatch",
  ]
  /// A code span that has every mark: no rule passes over a block that begins with it, and none
  /// looks at code.
  private static let opening = "`\"“”()（）[]】*/wQ` "

  private func reports(_ text: String) -> [Diagnostic] {
    var cache = DiagnosticsCache()
    let snapshot = Snapshot(document: Document(bytes: Array(text.utf8)), path: "/a/2026-01-10.md")
    return diagnostics(of: snapshot, cache: &cache).filter { Self.codes.contains($0.code) }
  }

  @Test func `a block that cannot be passed over is reported alike`() {
    var generator = SeededGenerator(seed: 9)
    let distance = Self.opening.utf8.count
    var found: Set<String> = []
    for round in 0..<1_500 {
      let text =
        "字"
        + (0..<Int.random(in: 1..<9, using: &generator)).map { _ in
          Self.pieces.randomElement(using: &generator) ?? ""
        }.joined()
      let own = reports(text)
      let other = reports(Self.opening + text)
      #expect(
        own.map { "\($0.code) \($0.range.start) \($0.range.end)" }
          == other.map {
            "\($0.code) \($0.range.start - distance) \($0.range.end - distance)"
          }, "round \(round): \(text)")
      found.formUnion(own.map(\.code))
    }
    #expect(found == Self.codes)
  }
}
