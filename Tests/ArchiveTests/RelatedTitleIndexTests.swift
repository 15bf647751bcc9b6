import TestSupport
import Testing

@testable import Archive

@Suite struct RelatedTitleIndexTests {
  private static let words = ["发布", "开源", "模型", "智谱", "GLM", "Gemini", "3.0", "融资", "谷歌", "，"]

  private func title(_ random: inout SeededGenerator) -> TitleTerms {
    let words = (0..<Int.random(in: 1...9, using: &random)).map { _ in
      Self.words[Int.random(in: 0..<Self.words.count, using: &random)]
    }
    return TitleTerms(Array(words.joined().utf8))
  }

  @Test func `the index says of each heading what the two headings say`() {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<2000 {
      // With so few headings no term is frequent among them.
      let titles = (0..<3).map { _ in title(&random) }
      let asked = title(&random)
      var found: [Int: Float] = [:]
      TitleIndex(titles).forEach(like: asked, sharing: 1) { found[$0] = $1 }
      for (index, title) in titles.enumerated() {
        let expected = asked.similarity(to: title)
        #expect(
          abs((found[index] ?? 0) - expected) < 1e-4, "\(asked.terms) and \(title.terms)")
      }
    }
  }

  @Test func `an index can be asked again and again, and only for headings before one`() {
    let titles = ["智谱发布GLM模型", "谷歌开源Gemini模型", "智谱发布GLM模型"].map {
      TitleTerms(Array($0.utf8))
    }
    let index = TitleIndex(titles)
    for _ in 0..<3 {
      var found: [Int] = []
      index.forEach(like: titles[2], sharing: 3, before: 2) { number, similarity in
        if similarity > 0.9 { found.append(number) }
      }
      #expect(found == [0])
    }
  }
}
