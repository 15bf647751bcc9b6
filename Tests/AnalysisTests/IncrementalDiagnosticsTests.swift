import Archive
import Syntax
import TestSupport
import Testing

@testable import Analysis

/// What is kept from edit to edit must never show.
@Suite struct IncrementalDiagnosticsTests {
  private static let issue = """
    ---
    title: 模型与融资
    date: 2026-02-01
    ---
    # 模型与融资

    ## 产品

    ### [智谱发布 GLM-5 开源模型，支持长文本](https://a.example/x/1)

    智谱在周一发布了这个模型，**深度**可见一斑。

    **深度解读 & 洞察：**
    - 第一点说明了原因
    - 第二点 [链接](https://b.example/) 说明了影响

    ### [谷歌开源 Gemini 工具链](https://a.example/x/1)

    谷歌的工具链随后开放，价格不变。

    **深度解读 & 洞潜：**
    - 只有一点

    ### 1. 智谱发布 GLM-5 开源模型，支持长文本

    另一处再次提到，

    ## 更多动态

    - **模型**：某公司发布新模型，参数量为两千亿
    - **硬件**：某公司推出眼镜，售价两千元
    - [某公司融资两亿美元](https://c.example/y)，由某基金领投

    ## 产品

    最后一段在这里结束。

    """

  private func diagnostics(of bytes: [UInt8]) -> [Diagnostic] {
    var cache = DiagnosticsCache()
    return Analysis.diagnostics(
      of: Snapshot(document: Document(bytes: bytes), path: "/2026-02-01.md"), cache: &cache)
  }

  /// The encoding of the whole text is looked at when the front matter is, not at each edit.
  private func withoutEncoding(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    diagnostics.filter { $0.code != "front-matter/encoding" }
  }

  @Test func `reports after edits are those of the text from scratch`() {
    var edits = RandomEdits(seed: 11)
    let start = Array(Self.issue.utf8)
    #expect(diagnostics(of: start).count >= 3)
    var snapshot = Snapshot(document: Document(bytes: start), path: "/2026-02-01.md")
    var cache = DiagnosticsCache()
    for round in 0..<3000 {
      if round % 12 == 0 {
        snapshot.document = Document(bytes: start)
      } else {
        snapshot.apply(edits.edit(of: snapshot.document.text.bytes))
      }
      let kept = withoutEncoding(Analysis.diagnostics(of: snapshot, cache: &cache))
      let fresh = withoutEncoding(diagnostics(of: snapshot.document.text.bytes))
      guard kept == fresh else {
        Issue.record(
          "\(kept) instead of \(fresh) in \(String(decoding: snapshot.document.bytes, as: UTF8.self))"
        )
        return
      }
    }
  }

  @Test func `typing within a paragraph moves the reports below it`() throws {
    var snapshot = Snapshot(
      document: Document(bytes: Array(Self.issue.utf8)), path: "/2026-02-01.md")
    var cache = DiagnosticsCache()
    let before = Analysis.diagnostics(of: snapshot, cache: &cache)
    let bytes = snapshot.document.text.bytes
    let offset = try #require(
      bytes.indices.first { bytes[$0...].starts(with: "谷歌的工具链".utf8) })
    snapshot.apply(TextEdit(range: ByteRange(offset, offset), newText: "新"))
    let after = Analysis.diagnostics(of: snapshot, cache: &cache)
    #expect(
      after.map(\.range.start) == before.map { $0.range.start + ($0.range.start > offset ? 3 : 0) })
    #expect(after == diagnostics(of: snapshot.document.text.bytes))
  }
}
