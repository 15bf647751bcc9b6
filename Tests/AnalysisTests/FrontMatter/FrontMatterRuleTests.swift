import Analysis
import Archive
import Syntax
import Testing

/// Issues of one house, and what is reported for a change to one of them.
struct FrontMatterHouse {
  /// An issue as the house writes it; `day` is that of the file name and of the date.
  static func issue(day: Int, title: String = "谷歌发布新模型") -> String {
    """
    ---
    title: \(title)
    date: 2026-01-\(day < 10 ? "0" : "")\(day)
    category: AI 日报
    tags: ["AI","AI 日报"]
    coverImage: "https://img.example.com/n8n/2026/\(day).png"
    summary: "- 谷歌发布模型\\n- 阿里开源模型"
    ---
    # \(title)

    ## 要闻

    正文。

    """
  }

  static func name(day: Int) -> String { "/archive/2026-01-\(day < 10 ? "0" : "")\(day).md" }

  static let archive = ArchiveIndex(
    records: (1...9).map {
      IssueRecord(path: name(day: $0), document: Document(bytes: Array(issue(day: $0).utf8)))
    })

  static func reports(
    _ text: String, day: Int = 20, path: String? = nil, archive: ArchiveIndex = archive
  ) -> [Diagnostic] {
    var cache = DiagnosticsCache()
    let snapshot = Snapshot(
      document: Document(bytes: Array(text.utf8)), path: path ?? name(day: day), archive: archive,
      today: Day(year: 2026, month: 2, day: 1))
    return diagnostics(of: snapshot, cache: &cache).filter { $0.code.hasPrefix("front-matter/") }
  }

  /// Every report as `code line severity`.
  static func told(
    _ text: String, day: Int = 20, path: String? = nil, archive: ArchiveIndex = archive
  ) -> [String] {
    let lines = Text(Array(text.utf8))
    return reports(text, day: day, path: path, archive: archive).map { report in
      let code = report.code.dropFirst("front-matter/".count)
      return "\(code) \(lines.line(at: report.range.start) + 1) \(report.severity.name)"
    }
  }

  /// What is told when `old` gives way to `new` in the house's issue.
  static func told(_ old: String, _ new: String) -> [String] {
    let text = issue(day: 20)
    #expect(text.contains(old))
    return told(text.replacing(old, with: new, maxReplacements: 1))
  }
}

struct FrontMatterRuleTests {
  private typealias House = FrontMatterHouse

  @Test func `an issue as the house writes it has nothing to report`() {
    #expect(House.told(House.issue(day: 20)) == [])
    #expect(House.told(House.issue(day: 20), archive: ArchiveIndex()) == [])
    #expect(House.told(House.issue(day: 20).replacing("\n", with: "\r\n")) == [])
    #expect(House.told("tags: [\"AI\",\"AI 日报\"]", "tags:\n  - AI\n  - AI 日报") == [])
    #expect(House.told("title: 谷歌发布新模型", "title: \"谷歌发布新模型\"") == [])
    #expect(House.told("date: 2026-01-20", "date: 2026-01-20T08:00:00+08:00 # 发布时间") == [])
    #expect(House.told("tags:", "# 标签\ntags:") == [])
  }

  @Test func `fences are told where they stand`() {
    #expect(House.told("---\ntitle", "——\ntitle") == ["bad-fence 1 error"])
    #expect(House.told("---\ntitle", "\n---\ntitle") == ["bad-fence 1 error"])
    #expect(House.told("---\n# ", "- - -\n# ") == ["bad-fence 8 error"])
    #expect(House.told("---\ntitle", "--- \ntitle") == ["bad-fence 1 hint"])
    #expect(House.told("---\n# ", "...\n# ") == ["bad-fence 8 warning"])
    #expect(House.told("---\n# ", "# ") == ["unclosed 1 error"])
    #expect(House.told("\u{FEFF}" + House.issue(day: 20)) == ["encoding 1 warning"])
    #expect(House.told("# 标题\n\n正文。\n") == ["missing 1 error"])
    #expect(House.told("") == ["missing 1 error"])
    #expect(House.told("# read me\n", path: "/archive/README.md") == [])
  }

  @Test func `one mistake of syntax is one report at its line`() {
    #expect(House.told("title: ", "title:") == ["syntax 2 error"])
    #expect(House.told("category: ", "category：") == ["syntax 4 error"])
    #expect(House.told("[\"AI\",", "[\"AI\"，") == ["syntax 5 error"])
    #expect(House.told("[\"AI\",\"AI 日报\"]", "[“AI”,“AI 日报”]") == ["syntax 5 warning"])
    #expect(House.told("日报\"]", "日报\"") == ["syntax 5 error"])
    #expect(House.told("日报\"]", "日报\"】") == ["syntax 5 error"])
    #expect(House.told("[\"AI\",\"AI 日报\"]", "【\"AI\",\"AI 日报\"】") == ["syntax 5 error"])
    #expect(House.told("20.png\"", "20.png") == ["syntax 6 error"])
    #expect(House.told("coverImage: \"", "coverImage: \"C:\\models\\") == ["syntax 6 error"])
    #expect(House.told("\ncoverImage", "\n coverImage") == ["syntax 6 error"])
    #expect(House.told("\ndate", "\n\tdate") == ["syntax 3 error"])
    #expect(House.told("title: ", "title: @") == ["syntax 2 error"])
    #expect(House.told("title: ", "title: &头条 ") == ["syntax 2 warning"])
    #expect(House.told("title: ", "title: AI 日报: ") == ["syntax 2 error"])
    #expect(House.told("title: 谷歌", "title: #1 谷歌") == ["syntax 2 warning"])
    #expect(House.told("category: AI 日报", "category: AI 日报　") == ["syntax 4 hint"])
    #expect(House.told("title: 谷歌发布新模型", "title: \"谷歌\"发布\"新模型\"") == ["syntax 2 error"])
  }

  @Test func `keys are measured by the archive`() {
    #expect(House.told("category: AI 日报\n", "") == ["missing-key 7 warning"])
    #expect(House.told("title: ", "titel: ") == ["unknown-key 2 warning"])
    #expect(House.told("title: ", "标题: ") == ["unknown-key 2 warning"])
    #expect(House.told("title: ", "draft: false\ntitle: ") == ["unknown-key 2 hint"])
    #expect(House.told("tags:", "date: 2026-01-20\ntags:") == ["duplicate-key 5 error"])
    #expect(
      House.told(
        House.issue(day: 20).replacing("category: AI 日报\n", with: ""), archive: ArchiveIndex())
        == [])
  }

  @Test(arguments: ["m: {a: b c: d}", "m: {a: b\n  c: d}", "m: {a: 1\n  b: 2\n  d: 3}"])
  func `where a comma is missing between pairs nothing is mended by guess`(field: String) {
    let reports = House.reports("---\ntitle: 一\n\(field)\n---\n# 一\n")
      .filter { $0.code == "front-matter/syntax" }
    #expect(reports.map(\.fixes.count) == [0])
  }

  @Test func `a comma that is missing before a Chinese item is shown by the whole character`() {
    let text = "---\ntitle: 一\ntags: [\"a\" 中文]\n---\n# 一\n"
    let ranges = House.reports(text).filter { $0.code == "front-matter/syntax" }.map(\.range.length)
    #expect(ranges == [3])
  }

  @Test func `a merge that was not finished is told as one`() {
    let text = House.issue(day: 20).replacing(
      "title: 谷歌发布新模型", with: "<<<<<<< HEAD\ntitle: 谷歌发布新模型\n=======\ntitle: 一\n>>>>>>> main")
    let merges = House.reports(text).filter { $0.message.contains("a merge was not finished") }
    #expect(merges.map(\.code) == Array(repeating: "front-matter/syntax", count: 3))
  }

  @Test func `values are measured by the archive`() {
    #expect(House.told("tags: [\"AI\",\"AI 日报\"]", "tags: AI") == ["wrong-type 5 error"])
    #expect(House.told("date: 2026-01-20", "date: {year: 2026}") == ["wrong-type 3 error"])
    #expect(House.told("\"AI\",", "\"AI\",2025,") == ["coerced-value 5 warning"])
    #expect(House.told("category: AI 日报", "category: yes") == ["coerced-value 4 warning"])
    #expect(House.told("[\"AI\",\"AI 日报\"]", "[]") == ["empty-value 5 warning"])
    #expect(House.told("title: 谷歌发布新模型", "title:") == ["empty-value 2 warning"])
    #expect(House.told("\"AI\",", "\"AI\",\"AI\",") == ["duplicate-item 5 warning"])
    #expect(House.told("category: AI 日报", "category: AI日报") == ["unknown-category 4 warning"])
    #expect(House.told("https://", "https:/") == ["bad-url 6 error"])
    #expect(
      House.told("\"https://img.example.com", "\"https：//img.example.com") == ["bad-url 6 error"])
    #expect(House.told("模型\\n- ", "模型\n- ") == ["summary-format 7 warning"])
    #expect(House.told("# 谷歌发布新模型", "# 谷歌发布模型") == ["title-mismatch 9 warning"])
  }

  @Test func `a URL may be typed in peace, and an example is none`() {
    let cover = "\"https://img.example.com/n8n/2026/20.png\""
    for begun in ["h", "https:/", "http://", "https://im", "https://img.house.cn"] {
      #expect(House.told(cover, begun) == ["bad-url 6 info"])
    }
    for wrong in ["htps://a.cn/a.png", "https:/a.cn/a.png", "https://example.com/cover.png"] {
      #expect(House.told(cover, wrong) == ["bad-url 6 error"])
    }
  }

  @Test func `a tag that differs in blanks alone is a slip`() {
    #expect(House.told("\"AI 日报\"", "\"AI日报\"") == ["unknown-tag 5 info"])
  }

  @Test func `dates must exist, be written as usual and fit the file name`() {
    for date in ["2026/1/20", "2026-02-30", "26-1-20", "2026年1月20日", "20260120", "今天", "2026"] {
      #expect(House.told("date: 2026-01-20", "date: \(date)") == ["invalid-date 3 error"])
    }
    #expect(House.told("date: 2026-01-20", "date: 2026-01-19") == ["date-conflict 3 warning"])
    #expect(House.told("date: 2026-01-20", "date: 2086-01-20") == ["date-conflict 3 warning"])
    #expect(
      House.told(
        House.issue(day: 20).replacing("2026-01-20", with: "2026-01-19"),
        path: "/archive/some-name.md") == [])
  }

  @Test func `two issues of one day are told where there never are two and files have no dates`() {
    func archive(_ days: [Int]) -> ArchiveIndex {
      ArchiveIndex(
        records: days.enumerated().map { number, day in
          IssueRecord(
            path: "/archive/issue-\(number).md",
            document: Document(bytes: Array(House.issue(day: day).utf8)))
        })
    }
    let path = "/archive/new.md"
    let told = House.told(House.issue(day: 14), path: path, archive: archive([11, 12, 13, 14, 15]))
    #expect(told == ["date-conflict 3 warning"])
    for days in [[11, 12, 13, 15, 16], [11, 12, 13, 13, 14], [13, 14]] {
      #expect(House.told(House.issue(day: 14), path: path, archive: archive(days)) == [])
    }
  }

  @Test func `the day after the file name is right where it is usual`() {
    let late = ArchiveIndex(
      records: (1...9).map {
        IssueRecord(
          path: House.name(day: $0 - ($0 % 2) + 10),
          document: Document(bytes: Array(House.issue(day: $0 + 10).utf8)))
      })
    #expect(House.told(House.issue(day: 21), day: 20, archive: late) == [])
    #expect(House.told(House.issue(day: 25), day: 20, archive: late) == ["date-conflict 3 warning"])
  }

  @Test func `bytes that are no text are told once, and their line is left alone`() {
    var bytes = Array(House.issue(day: 20).utf8)
    let title = bytes.firstRange(of: Array("谷歌".utf8))
    if let title { bytes.replaceSubrange(title, with: [0xB9, 0xC8, 0xB8, 0xE8]) }
    var cache = DiagnosticsCache()
    let snapshot = Snapshot(
      document: Document(bytes: bytes), path: House.name(day: 20), archive: House.archive)
    let codes = diagnostics(of: snapshot, cache: &cache).map(\.code)
    #expect(codes.filter { $0.hasPrefix("front-matter/") } == ["front-matter/encoding"])
  }

  @Test func `messages bring their evidence in both languages`() throws {
    let text = House.issue(day: 20).replacing("category: AI 日报\n", with: "")
    let english = try #require(House.reports(text).first)
    #expect(english.message == "“category” is missing: 9 of 9 other issues have it")
    var cache = DiagnosticsCache()
    let snapshot = Snapshot(
      document: Document(bytes: Array(text.utf8)), path: House.name(day: 20),
      archive: House.archive, language: .chinese)
    let chinese = try #require(diagnostics(of: snapshot, cache: &cache).first)
    #expect(chinese.message == "缺少“category”：其他 9 期中有 9 期有它")
  }

  @Test func `what the configuration says wins over the archive`() {
    var cache = DiagnosticsCache()
    var configuration = Configuration()
    configuration.frontMatter.required = ["author"]
    configuration.frontMatter.fields["title"] = .init(type: .string, maxLength: 3)
    let snapshot = Snapshot(
      document: Document(bytes: Array(House.issue(day: 20).utf8)), path: House.name(day: 20),
      archive: House.archive, configuration: configuration)
    let codes = diagnostics(of: snapshot, cache: &cache).map(\.code)
    #expect(codes.contains("front-matter/title-length"))
    #expect(codes.contains("front-matter/missing-key"))
  }

  @Test func `every rule has a page in both languages`() {
    for rule in Rule.all where rule.group == "front-matter" {
      #expect(rule.manual.english.utf8.count > 200 && rule.manual.chinese.utf8.count > 200)
      #expect(rule.title.english != rule.title.chinese)
      #expect(rule.manual.english.contains(rule.code))
      #expect(rule.manual.chinese.contains(rule.code))
    }
  }
}
