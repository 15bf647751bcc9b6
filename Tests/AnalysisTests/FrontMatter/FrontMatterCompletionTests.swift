import Analysis
import Archive
import Syntax
import Testing

struct FrontMatterCompletionTests {
  private typealias House = FrontMatterHouse

  /// A snapshot of a text with `‸` where the cursor stands.
  private func snapshot(_ marked: String) -> (snapshot: Snapshot, offset: Int) {
    let parts = marked.split(separator: "‸", maxSplits: 1, omittingEmptySubsequences: false)
    let text = parts.joined()
    return (
      Snapshot(
        document: Document(bytes: Array(text.utf8)), path: House.name(day: 20),
        archive: House.archive, today: Day(year: 2026, month: 2, day: 1)),
      parts.first?.utf8.count ?? 0
    )
  }

  /// The texts that would be inserted, and the text they replace.
  private func offered(_ marked: String) -> (replaced: String, texts: [String])? {
    let (snapshot, offset) = snapshot(marked)
    guard let completion = frontMatterCompletion(in: snapshot, at: offset) else { return nil }
    let range = completion.range
    #expect(range.touches(offset))
    let replaced = String(
      decoding: snapshot.document.text.bytes[range.start..<range.end], as: UTF8.self)
    return (replaced, completion.items.map(\.newText))
  }

  @Test func `keys that are not there yet come in the archive's order`() throws {
    let keys = try #require(offered("---\ntitle: a\nca‸\n---\n# a\n"))
    #expect(keys.replaced == "ca")
    #expect(
      keys.texts == [
        "date: 2026-01-20", "category: AI 日报", "tags: [\"AI\",\"AI 日报\"]", "coverImage: ",
        "summary: \"- 谷歌发布模型\\n- 阿里开源模型\"",
      ])
  }

  @Test func `values come by key`() throws {
    #expect(try #require(offered("---\ntitle: ‸\n---\n# AI: 谷歌\n")).texts == ["\"AI: 谷歌\""])
    #expect(
      try #require(offered("---\ndate: 20‸\n---\n")).texts == ["2026-01-20", "2026-02-01"])
    #expect(try #require(offered("---\ncategory: A‸I\n---\n")) == ("AI", ["AI 日报"]))
    #expect(try #require(offered("---\ntags: [\"AI\", ‸]\n---\n")) == ("", ["AI 日报"]))
    #expect(try #require(offered("---\ntags: [\"AI\",\"A‸\"]\n---\n")) == ("A", ["AI 日报"]))
    #expect(try #require(offered("---\ntags:\n  - AI\n  - ‸\n---\n")) == ("", ["AI 日报"]))
    #expect(
      try #require(offered("---\nsummary: ‸\n---\n# a\n\n## b\n\n### 谷歌\n\nc\n\n### 阿里\n\nd\n"))
        .texts
        .first == "\"- 谷歌\\n- 阿里\"")
  }

  @Test func `an empty file is offered a whole front matter`() throws {
    for text in ["‸", "---‸", "-‸"] {
      let whole = try #require(offered(text))
      #expect(whole.texts.count == 1)
      #expect(whole.texts[0].hasPrefix("---\ntitle: \"\"\ndate: 2026-01-20\ncategory: AI 日报\n"))
      #expect(whole.texts[0].hasSuffix("---"))
    }
    #expect(offered("# a‸\n") == nil)
  }

  @Test func `the first key comes before anything tells front matter from a rule`() throws {
    for text in ["---\n‸", "---\nt‸", "---\n‸\n", "---\n\nt‸\n\n# a\n"] {
      let keys = try #require(offered(text))
      #expect(keys.texts.contains("date: 2026-01-20"))
    }
    #expect(offered("---\n\na\n\nt‸") == nil)
  }

  @Test func `a list is opened with its first value`() throws {
    #expect(
      try #require(offered("---\ntags: ‸\n---\n")) == ("", ["[\"AI\"]", "[\"AI 日报\"]"]))
    #expect(try #require(offered("---\ntags:\n  - ‸")) == ("", ["AI", "AI 日报"]))
  }

  @Test func `the body is offered nothing`() {
    #expect(offered("---\ntitle: a\n---\n# a\n\ntitle‸\n") == nil)
    #expect(offered("---\ntitle: a\n---‸\n") == nil)
  }

  @Test func `any offset of any front matter is answered`() {
    let texts = [
      House.issue(day: 20), "---\ntags: [\n", "---\ntags: [\"a\n---\n", "---\n- \n---\n",
      "---\n:\n---\n",
      "---\na: \"b\"\n  - c\n---\n", "", "---", "---\n\n\n---\n",
    ]
    for text in texts {
      for offset in 0...text.utf8.count {
        let snapshot = Snapshot(
          document: Document(bytes: Array(text.utf8)), path: House.name(day: 20),
          archive: House.archive)
        if let completion = frontMatterCompletion(in: snapshot, at: offset) {
          #expect(completion.range.touches(offset))
        }
        _ = frontMatterHover(in: snapshot, at: offset)
      }
    }
  }

  @Test func `hover tells what is usual for a key`() throws {
    let (snapshot, offset) = snapshot("---\ntitle: a\ncate‸gory: b\n---\n")
    let hover = try #require(frontMatterHover(in: snapshot, at: offset))
    #expect(
      hover.text == """
        **category** · text

        9 of 9 other issues have it

        Most often: AI 日报 (9)
        """)
  }
}

private func == (a: (replaced: String, texts: [String]), b: (String, [String])) -> Bool {
  a.replaced == b.0 && a.texts == b.1
}
