import Analysis
import Archive
import Syntax
import TestSupport
import Testing

struct FrontMatterFixTests {
  private typealias House = FrontMatterHouse

  /// The text after the first fix of the first report.
  private func fixed(_ text: String, safeOnly: Bool = true) -> String {
    guard let fix = House.reports(text).first?.fixes.first, fix.isSafe || !safeOnly else {
      return text
    }
    var bytes = Array(text.utf8)
    for edit in fix.edits.reversed() {
      bytes.replaceSubrange(edit.range.start..<edit.range.end, with: edit.newText)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Damages the house's issue, and expects the fix to bring it back byte for byte.
  private func expectRestored(
    _ old: String, _ new: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let right = House.issue(day: 20)
    let wrong = right.replacing(old, with: new, maxReplacements: 1)
    #expect(wrong != right, sourceLocation: sourceLocation)
    #expect(fixed(wrong) == right, sourceLocation: sourceLocation)
  }

  @Test func `fences come back`() {
    for mark in ["——", "--", "----", "- - -", "－－－", "***"] {
      expectRestored("---\ntitle", "\(mark)\ntitle")
      expectRestored("---\n# ", "\(mark)\n# ")
    }
    for before in ["\n", "\n\n", " ", "　", "\u{FEFF}"] {
      expectRestored("---\ntitle", "\(before)---\ntitle")
    }
    expectRestored("---\ntitle", "---\n---\ntitle")
    expectRestored("---\ntitle", "---  \ntitle")
    expectRestored("---\ntitle", "title")
    expectRestored("---\n# ", "# ")
    expectRestored("---\n# ", "---# ")
    expectRestored("---\n# ", "...\n# ")
  }

  @Test func `punctuation of full width comes back to half width`() {
    expectRestored("category: ", "category：")
    expectRestored("category: ", "category： ")
    expectRestored("category: ", "category:　")
    expectRestored("category: ", "category:")
    expectRestored("category: ", "category = ")
    expectRestored("\"AI\",\"", "\"AI\"，\"")
    expectRestored("\"AI\",\"", "\"AI\"、\"")
    expectRestored("日报\"]", "日报\"】")
    expectRestored("日报\"]", "日报\"）")
    expectRestored("[\"AI\",\"AI 日报\"]", "[“AI”,“AI 日报”]")
    expectRestored("\"- 谷歌发布模型\\n- 阿里开源模型\"", "“- 谷歌发布模型\\n- 阿里开源模型”")
  }

  @Test func `quotes and brackets close again`() {
    expectRestored("20.png\"", "20.png")
    expectRestored("20.png\"", "20.png”")
    expectRestored("\"- 谷歌", "- 谷歌")
    expectRestored("\"AI 日报\"]", "\"AI 日报]")
    expectRestored("日报\"]", "日报\"")
    expectRestored("日报\"]", "日报\"}")
    expectRestored("[\"AI\"", "[[\"AI\"")
  }

  @Test(arguments: [
    ("\n  -AI\n  -AI 日报", "\n  - AI\n  - AI 日报"), (" \"AI\",\"AI 日报\"", " [\"AI\", \"AI 日报\"]"),
    (" [\"AI\",\"AI 日报”]", " [\"AI\",\"AI 日报\"]"), (" [“AI\",\"AI 日报\"]", " [\"AI\",\"AI 日报\"]"),
    (" “AI\",AI 日报", " “AI\",AI 日报"),
  ])
  func `a list comes back where it is plain what was meant`(wrong: String, right: String) {
    let text = House.issue(day: 20)
    let usual = " [\"AI\",\"AI 日报\"]"
    #expect(
      fixed(text.replacing(usual, with: wrong)) == text.replacing(usual, with: right))
  }

  @Test func `a list closes before its comment, or not at all`() {
    let usual = "[\"AI\",\"AI 日报\"]"
    let text = House.issue(day: 20)
    #expect(
      fixed(text.replacing(usual, with: "[\"AI\",\"AI 日报\" # 标签"))
        == text.replacing(usual, with: usual + " # 标签"))
    // A bracket at the end would be part of the text.
    let wrong = text.replacing(usual, with: "[\"AI\"# 标签")
    #expect(fixed(wrong) == wrong)
  }

  @Test(arguments: ["*重磅* OpenAI", "**OpenAI** 发布", "*OpenAI 发布"])
  func `a value that begins with an asterisk is quoted as a whole`(title: String) {
    let text = "---\ntitle: \(title)\ndate: 2026-01-20\n---\n"
    #expect(fixed(text).contains("title: \"\(title)\"\n"))
  }

  @Test func `indentation and blanks come back`() {
    expectRestored("\ncoverImage", "\n  coverImage")
    expectRestored("\ncoverImage", "\n\tcoverImage")
    expectRestored("---\ntitle", "---\n title")
    expectRestored("AI 日报\n", "AI 日报  \n")
    expectRestored("AI 日报\n", "AI 日报　\n")
    expectRestored("2026-01-20\n", "2026-01-20\r\n")
  }

  @Test func `keys and values come back`() {
    expectRestored("title: ", "titel: ")
    expectRestored("coverImage: ", "cover_image: ")
    expectRestored("category: AI 日报\n", "")
    expectRestored("title: 谷歌发布新模型\n", "")
    expectRestored("title: 谷歌发布新模型", "title:")
    expectRestored("date: 2026-01-20", "date: 2026/1/20")
    expectRestored("date: 2026-01-20", "date: 2026年1月20日")
    expectRestored("tags:", "date: 2026-01-20\ntags:")
    expectRestored("\"AI 日报\"]", "\"AI 日报\",\"AI\"]")
    expectRestored("category: AI 日报", "category: AI日报")
    expectRestored("模型\\n- ", "模型\n- ")
  }

  @Test func `a value that needs quotes gets them and keeps its text`() {
    for value in ["@谷歌", "`谷歌` 发布", "AI: 谷歌", "- 谷歌", "谷歌 #1", "\"谷歌\" 发布", "[AI] 谷歌", "%1"] {
      let text = House.issue(day: 20, title: value)
      let document = Document(bytes: Array(fixed(text).utf8))
      #expect(document.frontMatter.yaml.root?["title"]?.scalar?.text == value)
      #expect(House.told(fixed(text)) == [])
    }
  }

  @Test func `front matter that is missing comes with what is usual`() {
    let text = "# 谷歌发布新模型\n\n正文。\n"
    let expected = """
      ---
      title: 谷歌发布新模型
      date: 2026-01-20
      category: AI 日报
      tags: ["AI","AI 日报"]
      coverImage: ""
      summary: "- 谷歌发布模型\\n- 阿里开源模型"
      ---

      """
    #expect(fixed(text, safeOnly: false).hasPrefix(expected.prefix(60)))
    #expect(fixed(text) == text)
  }

  @Test func `edits of a fix are in order and within the text, whatever the text`() {
    let pieces = [
      "---\n", "title: ", "date: 2026-01-20\n", "tags: [", "]", "\"", "'", "“", "”", "，", "：", "\n",
      "  ", "\t", "- ", "category: AI日报\n", "&a ", "!t ", "@", "#", "# AI\n", "\\", "https:/", "　",
      "\r\n", "——\n", "yes", "2025", "summary: |\n",
    ]
    var random = SeededGenerator(seed: 7)
    for _ in 0..<3000 {
      var text = Bool.random(using: &random) ? "---\n" : ""
      for _ in 0..<Int.random(in: 0...14, using: &random) {
        text += pieces.randomElement(using: &random) ?? ""
      }
      let count = text.utf8.count
      for report in House.reports(text) {
        #expect(report.range.end <= count)
        for fix in report.fixes {
          var end = 0
          for edit in fix.edits {
            #expect(edit.range.start >= end && edit.range.end <= count, "\(text) \(fix)")
            end = edit.range.end
          }
        }
      }
    }
  }
}
