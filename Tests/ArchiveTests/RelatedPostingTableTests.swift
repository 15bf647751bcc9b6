import TestSupport
import Testing

@testable import Archive

@Suite struct `A table of postings` {
  private typealias Entry = PostingTable.Entry

  /// Terms with their stories and emphases, some in very many stories.
  private func entries(_ random: inout SeededGenerator, stories: Int) -> [Entry] {
    var entries: [Entry] = []
    for story in 0..<stories {
      for term in Set((0..<8).map { _ in UInt32.random(in: 0..<40, using: &random) }) {
        let hash = term &* 0x9E37_79B9 >> 2
        entries.append(
          Entry(hash, story: story, emphasis: UInt8.random(in: 0..<4, using: &random)))
      }
    }
    return entries
  }

  private func contents(of hash: UInt32, in table: PostingTable) -> [[Int]] {
    var found: [[Int]] = []
    table.forEach(in: table.postings(of: hash)) { found.append([$0, Int($1)]) }
    return found
  }

  private func expected(of hash: UInt32, in entries: [Entry]) -> [[Int]] {
    entries.filter { $0.hash == hash }.map { [Int($0.story), Int($0.bits & 3)] }
  }

  @Test func `gives back what it was made of`() {
    var random = SeededGenerator(seed: 3)
    for stories in [0, 1, 2, 7, 8, 9, 300, 3000] {
      let entries = entries(&random, stories: stories)
      let table = PostingTable(entries)
      for term in 0..<48 as Range<UInt32> {
        let hash = term &* 0x9E37_79B9 >> 2
        let expected = expected(of: hash, in: entries)
        #expect(contents(of: hash, in: table) == expected)
        #expect(table.postings(of: hash).count == expected.count)
        var sums = [Float](repeating: 0, count: stories)
        table.add([1, 2, 3, 4], toThoseIn: table.postings(of: hash), &sums)
        for (story, emphasis) in expected.map({ ($0[0], $0[1]) }) {
          #expect(sums[story] == Float(emphasis + 1))
        }
      }
    }
  }

  @Test func `merges with another one, stories renumbered`() {
    var random = SeededGenerator(seed: 4)
    for _ in 0..<20 {
      let (older, newer) = (entries(&random, stories: 30), entries(&random, stories: 20))
      var next: Int32 = 0
      func numbers(_ count: Int) -> [Int32] {
        (0..<count).map { _ in
          if Bool.random(using: &random) { return -1 }
          next += 1
          return next - 1
        }
      }
      let (olderNumbers, newerNumbers) = (numbers(30), numbers(20))
      let merged = PostingTable(
        merging: PostingTable(older), olderNumbers, with: PostingTable(newer), newerNumbers)
      let whole =
        older.map { ($0, olderNumbers[Int($0.story)]) }
        + newer.map { ($0, newerNumbers[Int($0.story)]) }
      let renumbered = whole.filter { $0.1 >= 0 }.map {
        Entry($0.0.hash, story: Int($0.1), emphasis: UInt8($0.0.bits & 3))
      }
      for hash in Set(whole.map(\.0.hash)) {
        #expect(contents(of: hash, in: merged) == expected(of: hash, in: renumbered))
      }
    }
  }
}

@Suite struct `The topics of stories` {
  private func topics(_ text: String) -> Set<Int> {
    var found: Set<Int> = []
    StoryTerms.forEach(in: Array(text.utf8).span) { hash, _, _, _ in
      StoryTopics.forEach(in: StoryTopics.numbers(of: hash)) { found.insert($0) }
      return true
    }
    return found
  }

  @Test func `are the same for words that tell the same`() {
    for (one, other) in [
      ("裁员", "失业"), ("自动驾驶", "Robotaxi"), ("起诉", "copyright"), ("谷歌", "Gemini"),
    ] {
      #expect(!topics(one).isDisjoint(with: topics(other)), "\(one) \(other)")
    }
    #expect(topics("裁员").isDisjoint(with: topics("芯片")))
    #expect(topics("数据").isEmpty)
    #expect(topics("").isEmpty)
  }

  @Test func `tell makers from what is made`() {
    #expect(topics("芯片").allSatisfy { !StoryTopics.isMaker($0) })
    #expect(topics("智谱").contains { StoryTopics.isMaker($0) })
    #expect((1..<255).contains(StoryTopics.count))
    for topic in 0..<StoryTopics.count {
      #expect((0.0001...0.5).contains(StoryTopics.share(of: topic)))
    }
  }

  @Test func `show the whole word`() throws {
    let text = Array("新的自动驾驶出租车".utf8)
    let topic = try #require(topics("自动驾驶").first)
    #expect(StoryTopics.start(of: topic, endingAt: 18, in: text) == 6)
    #expect(StoryTopics.start(of: topic, endingAt: 3, in: text) == nil)
  }
}
