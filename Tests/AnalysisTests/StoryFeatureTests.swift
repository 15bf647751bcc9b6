import Analysis
import Archive
import Syntax
import Testing

private func snapshot(
  _ text: String, path: String = "/a/2026-02-01.md", archive: [String: String] = [:]
) -> Snapshot {
  Snapshot(
    document: Document(bytes: Array(text.utf8)), path: path,
    archive: ArchiveIndex(
      records: archive.map {
        IssueRecord(path: "/a/\($0.key).md", document: Document(bytes: Array($0.value.utf8)))
      }), today: nil)
}

private let past = [
  "2026-01-31": """
  # 昨天

  ## 产品

  ### [商汤开源多模态推理模型 SenseNova-MARS](https://a.example/mars)

  商汤开源了 MARS，支持动态视觉推理。它超过了别的模型。

  ### 电池产线用上人形机器人

  机器人负责高压测试。
  """
]

private let today = """
  # 今天

  ## 产品

  ### 商汤开源 MARS 多模态模型

  性能领先，支持动态视觉推理。

  ### 印度数据中心缺人

  需求远超供给。
  """

@Suite struct `Related stories` {
  @Test func `of the story at a place are told with where they stand`() throws {
    let snapshot = snapshot(today, archive: past)
    let place = Array(today.utf8).count / 2
    let found = try #require(relatedStories(in: snapshot, at: place, limit: 10))
    #expect(found.story.title == "商汤开源 MARS 多模态模型")
    let first = try #require(found.related.first)
    #expect(found.related.count == 1)
    #expect(first.story.title == "商汤开源多模态推理模型 SenseNova-MARS")
    #expect(first.story.section == "产品")
    #expect(first.story.url == "https://a.example/mars")
    #expect(first.story.line == 4)
    #expect(first.issue.title == "昨天")
    #expect(
      excerpt(of: first) { _ in Array((past["2026-01-31"] ?? "").utf8) }
        == "商汤开源了 MARS，支持动态视觉推理。它超过了别的模型。")
    #expect(excerpt(of: first) { _ in nil } == "")
    #expect(excerpt(of: first) { _ in Array("# 别的\n".utf8) } == "")
  }

  @Test func `of a heading whose bullets are stories are those of all that stands below it`() throws
  {
    let text = """
      # 今天

      ## 产品

      ### 更多动态

      - [商汤开源 MARS 多模态模型](https://b.example/1)，支持动态视觉推理，性能领先。
      - [印度数据中心缺人](https://b.example/2)，需求远超供给，招聘周期变长。
      - [无人超市关门](https://b.example/3)，只开了三个月，顾客没有习惯。
      """
    let snapshot = snapshot(text, archive: past)
    #expect(relatedStories(in: snapshot, limit: 10).count == 3)
    let heading = try #require(snapshot.facts.headings.last)
    let found = try #require(
      relatedStories(in: snapshot, at: heading.range.start, limit: 10))
    #expect(found.story.title == "更多动态")
    #expect(found.story.range.end == text.utf8.count)
    #expect(found.related.map(\.story.title) == ["商汤开源多模态推理模型 SenseNova-MARS"])
  }

  @Test func `are none between stories`() {
    #expect(relatedStories(in: snapshot(today, archive: past), at: 0, limit: 10) == nil)
    #expect(relatedStories(in: snapshot("", archive: past), at: 0, limit: 10) == nil)
  }

  @Test func `follow the text as it is typed`() throws {
    var snapshot = snapshot(today, archive: past)
    let stories = relatedStories(in: snapshot, limit: 10)
    #expect(stories.map(\.related.count) == [1, 0])
    let heading = try #require(stories.last).story.titleRange
    snapshot.apply(TextEdit(range: heading, newText: "电池产线的人形机器人"))
    #expect(relatedStories(in: snapshot, limit: 10).map(\.related.count) == [1, 1])
  }

  @Test func `keep no leaf alive that the text has lost`() throws {
    weak var leaf: Block?
    do {
      let snapshot = snapshot(today, archive: past)
      #expect(relatedStories(in: snapshot, limit: 10).count == 2)
      leaf = snapshot.facts.leaves.last?.block
      #expect(leaf != nil)
    }
    #expect(leaf == nil)
  }

  @Test func `are counted above each story`() {
    let lenses = storyLenses(in: snapshot(today, archive: past))
    #expect(lenses.map { $0.title(in: .english) } == ["1 past story · last 2026-01-31"])
    #expect(lenses.map { $0.title(in: .chinese) } == ["1 条往期内容 · 最近 2026-01-31"])
  }

  @Test func `are told in hover on a heading`() throws {
    let snapshot = snapshot(today, archive: past)
    let title = try #require(storyLenses(in: snapshot).first).range
    let hover = try #require(storyHover(in: snapshot, at: title.start + 3))
    #expect(
      markdown(of: hover.related, in: .english) { "\($0):\($1)" }.contains(
        "- 2026-01-31 [商汤开源多模态推理模型 SenseNova-MARS](/a/2026-01-31.md:4)"))
    #expect(storyHover(in: snapshot, at: title.end + 20) == nil)
  }
}

@Suite struct `Folding` {
  @Test func `goes from a heading to the next of its level`() {
    let text = "---\ntitle: x\n---\n# A\n\n## B\n\n- one\n  two\n\n## C\n\n```\ncode\n```\n"
    #expect(
      foldingRanges(in: snapshot(text)).map { [$0.startLine, $0.endLine] } == [
        [0, 2], [3, 14], [5, 8], [7, 8], [10, 14], [12, 14],
      ])
  }
}

@Suite struct `Expanding a selection` {
  @Test func `goes outwards, and always grows`() {
    let text = "# A\n\n## B\n\n- one **two** [three](https://a.example)\n- four\n"
    let snapshot = snapshot(text)
    let bytes = Array(text.utf8)
    for offset in 0...bytes.count {
      let ranges = selectionRanges(in: snapshot, at: offset)
      #expect(ranges.last == ByteRange(0, bytes.count))
      for (inner, outer) in zip(ranges, ranges.dropFirst()) {
        #expect(outer.contains(inner) && outer != inner)
      }
    }
    let words = selectionRanges(in: snapshot, at: 20).map {
      String(decoding: bytes[$0.start..<$0.end], as: UTF8.self)
    }
    #expect(words.starts(with: ["two", "**two**", "one **two** [three](https://a.example)"]))
  }
}

@Suite struct `Document links` {
  @Test func `are where destinations are written`() {
    let text = "[a](https://a.example/x) <https://b.example> https://c.example/d 。`https://e`\n"
    let bytes = Array(text.utf8)
    let links = documentLinks(in: snapshot(text))
    #expect(
      links.map(\.target) == [
        "https://a.example/x", "https://b.example", "https://c.example/d",
      ])
    #expect(
      links.map { String(decoding: bytes[$0.range.start..<$0.range.end], as: UTF8.self) }
        == links.map(\.target))
  }
}
