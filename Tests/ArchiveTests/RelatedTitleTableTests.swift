import Syntax
import TestSupport
import Testing

@testable import Archive

@Suite struct `A table of headings` {
  private static let words = ["发布", "开源", "模型", "智谱", "GLM", "Gemini", "3.0", "融资", "谷歌", "，"]

  private func title(_ random: inout SeededGenerator) -> String {
    let words = (0..<Int.random(in: 1...9, using: &random)).map { _ in
      Self.words[Int.random(in: 0..<Self.words.count, using: &random)]
    }
    return words.joined()
  }

  private func terms(_ title: String) -> TitleTerms { TitleTerms(Array(title.utf8)) }

  /// A name and no more, which may come back with other news.
  private func saysLittle(_ title: String) -> Bool {
    terms(title).terms.reduce(0) { $0 + TitleTerms.weight(of: $1) } < 2 * TitleTerms.muchShared
  }

  private func issue(_ titles: [String], source: String? = nil) -> IssueRecord {
    let none = Document(bytes: [])
    return IssueRecord(
      path: "/2026-01-01.md", date: nil, title: "",
      stories: StoryRecords(
        titles.map {
          StoryRecord(
            range: ByteRange(0, 0), titleRange: ByteRange(0, 0), line: 0, endLine: 0, title: $0,
            section: nil, url: nil)
        }),
      wording: StoryWording(),
      digest: StoryDigest(
        of: titles.map { _ in source.flatMap { StorySource($0) }.map { [$0] } ?? [] }),
      frontMatterFacts: FrontMatterFacts(none), nameEvidence: NameEvidence(none))
  }

  @Test func `finds in other issues the heading that most says the same`() {
    var random = SeededGenerator(seed: 7)
    var found = 0
    for _ in 0..<2000 {
      // With so few headings no term is frequent among them, and none comes back.
      let others = Array(Set((0..<3).map { _ in title(&random) })).sorted()
      let asked = title(&random)
      let similarities = others.map { terms(asked).similarity(to: terms($0)) }
      let best = similarities.max() ?? 0
      let retelling = TitleTable([terms(asked)]).retellings(
        in: [issue(Array(others.prefix(1))), issue(Array(others.dropFirst()))], sources: [nil])[0]
      guard let retelling else {
        // Headings of the same terms in another order come back.
        let isRecurring = Set(others.map { Set(terms($0).terms) }).count < others.count
        #expect(
          best < TitleTerms.sameStory || isRecurring || saysLittle(asked), "\(asked) in \(others)")
        continue
      }
      found += 1
      let told = retelling.issue.stories[retelling.index].title
      #expect(abs(terms(asked).similarity(to: terms(told)) - best) < 1e-4, "\(asked): \(told)")
    }
    #expect(found > 30)
  }

  @Test func `finds pairs that say the same, the first of them first`() {
    var random = SeededGenerator(seed: 8)
    for _ in 0..<2000 {
      let pair = [title(&random), title(&random)]
      let shared = terms(pair[0]).terms.filter { terms(pair[1]).terms.contains($0) }.count
      let isTwin =
        shared >= 3 && terms(pair[1]).similarity(to: terms(pair[0])) >= TitleTerms.sameStory
      let twins = TitleTable(pair.map(terms)).twins()
      #expect(twins.count == (isTwin ? 1 : 0), "\(pair)")
      #expect(twins.allSatisfy { $0 == (0, 1) })
    }
    let titles = ["智谱发布GLM模型", "谷歌开源Gemini模型", "智谱发布GLM模型"].map(terms)
    #expect(TitleTable(titles).twins().map { [$0.first, $0.second] } == [[0, 2]])
  }

  @Test func `finds the source that few have, and knows what comes back`() {
    let asked = TitleTable([terms("别的说法")])
    let source = "https://a.example/1"
    let hash = StorySource(source)?.hash
    let once = asked.retellings(in: [issue(["旧闻"], source: source)], sources: [hash])
    #expect(once[0]?.sharesSource == true)
    let digest = issue(["甲", "乙", "丙"], source: source)
    #expect(asked.retellings(in: [digest], sources: [hash])[0] == nil)
    let standing = TitleTable([terms("收听语音版AI日报 Podcast 小宇宙")])
    let issues = (0..<2).map { _ in issue(["收听语音版AI日报 Podcast 小宇宙"]) }
    #expect(standing.retellings(in: [issues[0]], sources: [nil])[0] != nil)
    #expect(standing.retellings(in: issues, sources: [nil])[0] == nil)
  }
}
