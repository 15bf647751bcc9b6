import Analysis
import Archive
import Syntax
import Testing

private let index = ArchiveIndex(
  records: (1...9).map { day in
    let text =
      "# 一\n\n" + String(repeating: "Anthropic与OpenAI合作。Mistral AI。Gemini上线。\n\n", count: 4)
    return IssueRecord(
      path: "/issues/2026-01-0\(day).md", document: Document(bytes: Array(text.utf8)))
  })

private func reports(_ text: String) -> [String] {
  let snapshot = Snapshot(
    document: Document(bytes: Array(text.utf8)), path: "/issues/2026-02-01.md", archive: index)
  var cache = DiagnosticsCache()
  return diagnostics(of: snapshot, cache: &cache)
    .filter { $0.code.hasPrefix("body/name-") }
    .map { diagnostic in
      let bytes = Array(text.utf8)[diagnostic.range.start..<diagnostic.range.end]
      let fix = diagnostic.fixes.first?.edits.first.map {
        String(decoding: $0.newText, as: UTF8.self)
      }
      return "\(diagnostic.code) \(String(decoding: bytes, as: UTF8.self)) → \(fix ?? "")"
    }
}

@Suite struct `Rules about names` {
  @Test func `a word one letter from a frequent name is reported`() {
    #expect(reports("# 一\n\n今天Antropic发布") == ["body/name-typo Antropic → Anthropic"])
    #expect(reports("# 一\n\n今天OpenIA发布") == ["body/name-typo OpenIA → OpenAI"])
    #expect(reports("# 一\n\nToday Antrhopic said.") == ["body/name-typo Antrhopic → Anthropic"])
    #expect(reports("# 一\n\n今天OpenAl发布") == ["body/name-typo OpenAl → OpenAI"])
    #expect(reports("# 一\n\n今天Antropic Labs发布") == ["body/name-typo Antropic → Anthropic"])
    #expect(reports("# 一\n\nGemeni 3 Pro 发布") == ["body/name-typo Gemeni → Gemini"])
  }

  @Test(arguments: [
    "今天Anthropics发布", "今天anthropic发布", "今天`Antropic`", "[a](https://antropic.com/Antropic)",
    "今天Mistrals", "今天OpenAX", "Gemeni Pro is here", "The Minstrel sang", "Anthropic-style",
    "Anthropic2", "Ministral",
  ])
  func `plurals, code, addresses and other words are left alone`(text: String) {
    #expect(reports("# 一\n\n" + text).filter { $0.contains("typo") } == [])
  }

  @Test func `a spelling that the archive does not use is mentioned`() {
    #expect(reports("# 一\n\n今天Open AI发布") == ["body/name-variant Open AI → OpenAI"])
    #expect(reports("# 一\n\n今天OpenAI发布") == [])
    #expect(reports("# 一\n\n今天OPENAI发布") == [])
  }
}
