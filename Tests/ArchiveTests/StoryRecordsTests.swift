import Archive
import Syntax
import TestSupport
import Testing

@Suite struct StoryRecordsTests {
  private func random(_ generator: inout SeededGenerator) -> StoryRecord {
    func number(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &generator) }
    func text() -> String {
      String((0..<number(9)).map { _ in "智谱 GLM-5，é🎉".randomElement(using: &generator) ?? "x" })
    }
    let start = number(1_000_000)
    let title = start + number(9)
    let line = number(50_000)
    return StoryRecord(
      range: ByteRange(start, start + number(9_000)),
      titleRange: ByteRange(title, title + number(200)), line: line, endLine: line + number(60),
      title: text(), section: number(3) == 0 ? nil : ["大模型", "", "更多动态"][number(3)],
      url: number(2) == 0 ? nil : "https://news.example/\(number(99))")
  }

  @Test func `packed stories are those that were packed`() {
    var generator = SeededGenerator(seed: 11)
    // The last are more than two bytes can count.
    for count in [0, 1, 2, 40, 9_000] {
      let stories = (0..<count).map { _ in random(&generator) }
      let packed = StoryRecords(stories)
      #expect(Array(packed) == stories)
      for index in stride(from: 0, to: count, by: 1 + count / 100) {
        let story = stories[index]
        #expect(packed.range(index) == story.range)
        #expect(packed.titleRange(index) == story.titleRange)
        #expect(packed.title(index).elementsEqual(story.title.utf8))
        let held = story.range.start
        #expect(packed.last(holding: held) == stories.last { $0.range.contains(held) })
      }
    }
  }
}
