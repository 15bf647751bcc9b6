import Syntax
import TestSupport
import Testing

@testable import Archive

/// An issue that went along with edits is the one read from its text.
@Suite struct IssueFactsUpdateTests {
  private static let issue = """
    ---
    title: 模型与融资
    date: 2026-02-01
    ---
    # 模型与融资

    开头的一段。

    ## 产品

    ### [智谱发布 GLM-5 开源模型，支持长文本](https://a.example/x/1)

    智谱在周一发布了这个模型，**深度**可见一斑。

    **深度解读 & 洞察：**
    - 第一点说明了原因
    - 第二点 [链接](https://b.example/) 说明了影响

    #### 细节

    更多的说明。

    ### 要点

    - [某公司融资两亿美元](https://c.example/y)，由某基金领投

    ## 更多动态

    - **模型**：某公司发布新模型，参数量为两千亿
    - **硬件**：某公司推出眼镜，售价两千元

      第二段 <!-- issue-lsp-disable-line -->
    - [某公司融资两亿美元](https://c.example/y)，由某基金领投

    ### 要点

    1. 某公司发布新模型，参数量为两千亿，价格不变，上线时间待定
    2. 某公司推出眼镜，售价两千元，首批在国内发售，随后在海外发售

    ***

    <!-- 结尾 -->

    最后一段在这里结束 [a]。

    [a]: https://d.example/

    """

  /// What differs between the facts and those of the same text from scratch.
  private func difference(_ kept: IssueFacts) -> String? {
    let fresh = IssueFacts(of: Document(bytes: kept.document.bytes))
    if kept.header != fresh.header { return "header" }
    if kept.headings != fresh.headings { return "headings" }
    if kept.stories != fresh.stories { return "stories" }
    if kept.hasTopSections != fresh.hasTopSections { return "top sections" }
    guard kept.blocks.map(\.start) == fresh.blocks.map(\.start),
      kept.blocks.map(\.firstLeaf) == fresh.blocks.map(\.firstLeaf),
      kept.blocks.map(\.block.kind) == fresh.blocks.map(\.block.kind),
      kept.blocks.map(\.block.length) == fresh.blocks.map(\.block.length)
    else { return "blocks" }
    guard kept.leaves.count == fresh.leaves.count else { return "number of leaves" }
    for (ours, theirs) in zip(kept.leaves, fresh.leaves) {
      guard ours.start == theirs.start, ours.isTopLevel == theirs.isTopLevel,
        ours.isRule == theirs.isRule, ours.block.kind == theirs.block.kind,
        ours.facts.isEqual(to: theirs.facts), ours.facts.textRange == theirs.facts.textRange
      else { return "leaf at \(theirs.start)" }
    }
    return IssueOutline(of: kept) == IssueOutline(of: fresh) ? nil : "outline"
  }

  @Test(arguments: 0..<6) func `facts after edits are those of the text from scratch`(seed: Int) {
    var edits = RandomEdits(seed: UInt64(seed))
    var facts = IssueFacts(of: Document(bytes: Array(Self.issue.utf8)))
    for round in 0..<1500 {
      if round % 15 == 0 {
        let text = round % 30 == 0 ? Array(Self.issue.utf8) : edits.text()
        facts = IssueFacts(of: Document(bytes: text))
      }
      let before = facts.document.bytes
      let edit = edits.edit(of: before)
      facts.apply(edit)
      if let difference = difference(facts) {
        Issue.record(
          """
          other \(difference)
          text \(String(decoding: before, as: UTF8.self).debugDescription)
          edit \(edit.range) \(String(decoding: edit.newText, as: UTF8.self).debugDescription)
          """)
        return
      }
    }
  }

  @Test func `leaves that a change leaves alone are the same objects, and facts tell a wording`() {
    var edits = RandomEdits(seed: 5)
    var facts = IssueFacts(of: Document(bytes: Array(Self.issue.utf8)))
    var wordings = 0
    for round in 0..<2000 {
      if round % 10 == 0 { facts = IssueFacts(of: Document(bytes: Array(Self.issue.utf8))) }
      let before = facts
      facts.apply(edits.edit(of: facts.document.bytes))
      guard let change = facts.changes(since: before.state)?.first else {
        Issue.record("a change is forgotten at once")
        return
      }
      #expect(
        before.leaves.prefix(change.leading).elementsEqual(
          facts.leaves.prefix(change.leading), by: { $0.block === $1.block }))
      #expect(
        before.leaves.suffix(change.trailing).elementsEqual(
          facts.leaves.suffix(change.trailing), by: { $0.block === $1.block }))
      guard change.isWording else { continue }
      wordings += 1
      #expect(before.headings.map(\.role) == facts.headings.map(\.role))
      #expect(before.stories.map(\.leaves) == facts.stories.map(\.leaves))
      #expect(
        zip(before.leaves, facts.leaves).allSatisfy { $0.facts.isEqual(to: $1.facts) })
      #expect(before.document.text.lineCount == facts.document.text.lineCount)
    }
    #expect(wordings > 100)
  }

  @Test func `a state that is too old or another issue's is not known`() {
    let bytes = Array(Self.issue.utf8)
    var facts = IssueFacts(of: Document(bytes: bytes))
    let first = facts.state
    for _ in 0..<1000 {
      facts.apply(TextEdit(range: ByteRange(bytes.count, bytes.count), newText: "x"))
    }
    #expect(facts.changes(since: first) == nil)
    #expect(facts.changes(since: IssueFacts(of: facts.document).state) == nil)
    #expect(facts.changes(since: facts.state)?.isEmpty == true)
  }
}
