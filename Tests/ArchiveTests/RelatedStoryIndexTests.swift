import Syntax
import TestSupport
import Testing

@testable import Archive

/// An issue whose stories are given as heading, text and source.
private func issue(
  _ day: String, _ stories: [(title: String, text: String, source: String?)]
) -> IssueRecord {
  let none = Document(bytes: [])
  return IssueRecord(
    path: "/\(day).md", date: Day(fileName: day), title: day,
    stories: StoryRecords(
      stories.map {
        StoryRecord(
          range: ByteRange(0, 0), titleRange: ByteRange(0, 0), line: 0, endLine: 0,
          title: $0.title, section: nil, url: $0.source)
      }),
    wording: StoryWording(of: stories.map { text(of: $0) }),
    frontMatterFacts: FrontMatterFacts(none), nameEvidence: NameEvidence(none))
}

private func text(of story: (title: String, text: String, source: String?)) -> StoryText {
  StoryText(
    title: Array(story.title.utf8), lead: Array(story.text.utf8),
    sources: story.source.flatMap { StorySource($0) }.map { [$0] } ?? [])
}

private func related(
  _ title: String, _ body: String = "", source: String? = nil, on day: String = "2026-02-01",
  in index: StoryIndex
) -> [RelatedStory] {
  index.related(
    to: StoryQuery(
      text: text(of: (title, body, source)), path: "/\(day).md",
      date: Day(fileName: day)),
    names: NameTable())
}

private let january = [
  issue(
    "2026-01-10",
    [
      ("商汤开源多模态自主推理模型 SenseNova-MARS", "商汤开源了 MARS，支持动态视觉推理。", nil),
      ("人形机器人规模化入驻电池产线", "机器人批量负责高压测试工序。", nil),
      ("清华开源 TurboDiffusion 视频生成提速", "视频生成进入秒级时代。", "https://a.example/1"),
    ]),
  issue(
    "2026-01-20",
    [
      ("语音巨头完成新一轮融资", "公司将扩大团队。", "https://b.example/x"),
      ("纽约州签署法案监管前沿模型", "法案要求披露安全事故。", nil),
    ]),
]

private func index(_ issues: [IssueRecord]) -> StoryIndex {
  var index = StoryIndex()
  index.update(removing: [], adding: issues, names: NameTable())
  return index
}

@Suite struct `The index of stories` {
  @Test func `finds where the same was told before, and says why`() {
    let found = related(
      "商汤开源 MARS 多模态模型", "性能领先，支持动态视觉推理。", in: index(january))
    #expect(found.map(\.story.title) == ["商汤开源多模态自主推理模型 SenseNova-MARS"])
    #expect(found.first?.reasons.first?.kind == .wording)
    #expect(found.first?.reasons.contains { $0.value.contains("动态视觉推理") } == true)
  }

  @Test func `finds a story by its source alone`() {
    let found = related("完全不同的说法", source: "http://www.a.example/1/", in: index(january))
    #expect(found.map(\.story.title) == ["清华开源 TurboDiffusion 视频生成提速"])
    #expect(found.first?.reasons == [RelatedStory.Reason(kind: .source, value: "a.example/1")])
  }

  @Test func `offers nothing where nothing is related`() {
    #expect(related("印度数据中心面临人才短缺", "需求远超供给。", in: index(january)).isEmpty)
    #expect(related("公司发布新模型", "支持更多功能。", in: index(january)).isEmpty)
    #expect(related("", in: index(january)).isEmpty)
  }

  @Test func `holds a story told again against one that only shares common words`() {
    let index = index([
      issue(
        "2026-01-10",
        [
          ("甲公司发布新模型", "公司发布了新的模型，支持更多功能，性能提升。", nil),
          ("乙公司发布 Falcon 模型", "Falcon 支持长文本。Falcon 已经开源。", nil),
        ])
    ])
    let found = related("Falcon 长文本评测", "公司发布的新模型支持更多功能。", in: index)
    #expect(found.first?.story.title == "乙公司发布 Falcon 模型")
    #expect(found.first?.reasons.contains { $0.value == "Falcon" } == true)
  }

  @Test func `puts the fresh story before the old one that says the same`() {
    let stories = [("商汤开源 MARS 多模态模型", "支持动态视觉推理。", nil as String?)]
    let index = index([issue("2025-06-01", stories), issue("2026-01-30", stories)])
    let found = related("商汤 MARS 动态视觉推理", in: index)
    #expect(found.map { $0.issue.title } == ["2026-01-30", "2025-06-01"])
    #expect((found.first?.score ?? 0) > (found.last?.score ?? 1))
  }

  @Test func `looks back only`() {
    let title = "商汤开源 MARS 多模态模型，支持动态视觉推理"
    #expect(related(title, on: "2026-01-11", in: index(january)).count == 1)
    #expect(related(title, on: "2026-01-10", in: index(january)).isEmpty)
    #expect(related(title, on: "2025-12-31", in: index(january)).isEmpty)
  }

  @Test func `forgets what was removed`() {
    var index = index(january)
    index.update(removing: [january[0]], adding: [], names: NameTable())
    #expect(related("商汤开源 MARS 多模态模型，支持动态视觉推理", in: index).isEmpty)
    index.update(removing: [], adding: [january[0]], names: NameTable())
    #expect(related("商汤开源 MARS 多模态模型，支持动态视觉推理", in: index).count == 1)
  }

  @Test func `is the same whether the wording was taken over before or came with the issues`() {
    var intake = StoryIntake()
    let taken = january.map { intake.take($0).rest }
    #expect(taken.allSatisfy { $0.wording.isEmpty })
    var early = StoryIndex()
    early.update(removing: [], adding: taken, intake: intake, names: NameTable())
    let query = "商汤开源 MARS 多模态模型，支持动态视觉推理"
    let found = related(query, in: early)
    #expect(found.map(\.score) == related(query, in: index(january)).map(\.score))
    #expect(found.first?.story.title == "商汤开源多模态自主推理模型 SenseNova-MARS")
  }

  @Test func `tells other words of one topic from words of none`() {
    let index = index([
      issue(
        "2026-01-10",
        [
          ("某银行计划裁员三千", "岗位减少，白领求职更难。", nil),
          ("某银行计划开设分行", "网点增加，客户办事更近。", nil),
        ])
    ])
    let found = related("某银行失业潮：招聘停了", "劳动力市场转冷，计划中的就业岗位没了。", in: index)
    #expect(found.first?.story.title == "某银行计划裁员三千")
    #expect(found.first?.reasons.isEmpty == false)
  }

  @Test func `is the same whether it grew issue by issue or was made at once`() {
    var random = SeededGenerator(seed: 7)
    let words = ["芯片", "机器人", "音乐", "眼镜", "地图", "芯片厂", "诉讼", "GPT-6", "Kimi", "版权"]
    func sentence() -> String {
      (0..<6).map { _ in words[Int.random(in: 0..<words.count, using: &random)] }.joined()
    }
    let issues = (1...28).map { day in
      issue(
        "2026-01-\(day < 10 ? "0" : "")\(day)",
        (0..<9).map { _ in (sentence(), sentence() + sentence(), nil) })
    }
    let whole = index(issues)
    var grown = StoryIndex()
    for issue in issues { grown.update(removing: [], adding: [issue], names: NameTable()) }
    #expect(grown.segments.count < 10)
    for _ in 0..<50 {
      let (title, body) = (sentence(), sentence())
      let one = related(title, body, in: whole)
      let other = related(title, body, in: grown)
      #expect(one.count == other.count)
      for (a, b) in zip(one, other) { #expect(abs(a.score - b.score) < 1e-5) }
    }
  }
}

@Suite struct `What a story makes of a term` {
  @Test func `grows with every place, and most with the heading`() {
    for places in [[true], [false], [false, false], [false, true], [true, false], [true, true]] {
      var emphasis = StoryEmphasis(inTitle: places[0])
      for place in places.dropFirst() {
        let before = emphasis.weight
        emphasis.add(inTitle: place)
        #expect(emphasis.weight > before)
      }
      let isInTitle = places.contains(true)
      let expected: StoryEmphasis =
        isInTitle
        ? (places.count > 1 ? .titleAndText : .title) : places.count > 1 ? .repeated : .once
      #expect(emphasis == expected)
    }
  }
}

@Suite struct `The logarithm` {
  @Test func `is exact enough`() {
    let known: [(Float, Float)] = [
      (1, 0), (2, 0.693147), (10, 2.302585), (0.5, -0.693147), (1.4, 0.336472), (1e6, 13.815511),
      (0.001, -6.907755),
    ]
    for (x, expected) in known { #expect(abs(logarithm(x) - expected) < 1e-4) }
  }
}
