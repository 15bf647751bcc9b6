import Analysis
import Archive
import Syntax
import TestSupport
import Testing

/// A daily issue with the given body, dated by its path.
private func issue(_ body: String, title: String = "今日要闻") -> String {
  "---\ntitle: \(title)\ncategory: 日报\n---\n# \(title)\n\n\(body)\n"
}

/// What the ordinary issues tell of, two each.
private let subjects = [
  ("智能眼镜开卖", "湖泊水质好转"), ("扫地机会爬楼", "考古队发现古城"), ("望远镜拍到新星", "面馆推出机器厨师"),
  ("电动卡车跨省试跑", "方言词典上线"), ("语音助手学会唱歌", "港口迎来无人拖船"), ("无人超市关门", "棋手挑战纪录"),
  ("手术台联网", "果园用上采摘臂"), ("跳绳计数器热销", "图书馆延长开放"),
]

/// Eight ordinary issues, as an archive has them.
private let ordinary: [String: String] = Dictionary(
  uniqueKeysWithValues: zip(10...17, subjects).map { day, subject in
    (
      "/a/2026-01-\(day).md",
      issue(
        """
        ## 产品

        ### [\(subject.0)](https://news.example/\(day)/1)

        产品面向所有用户开放，首批覆盖十个城市，后续还会扩大范围。

        **深度解读 & 洞察：**
        - 这是第一点值得注意的变化

        ### [\(subject.1)](https://news.example/\(day)/2)

        研究成果发表在期刊上，同行给出了积极评价，数据也已经公开。

        **深度解读 & 洞察：**
        - 这是第二点值得注意的变化
        """, title: "第\(day)期要闻")
    )
  })

private let archive = ArchiveIndex(
  records: ordinary.sorted { $0.key < $1.key }.map {
    IssueRecord(path: $0.key, document: Document(bytes: Array($0.value.utf8)))
  })

private func check(
  _ text: String, path: String = "/a/2026-01-20.md", archive: ArchiveIndex = archive,
  configuration: Configuration = Configuration()
) -> [Diagnostic] {
  var cache = DiagnosticsCache()
  return diagnostics(
    of: Snapshot(
      document: Document(bytes: Array(text.utf8)), path: path, archive: archive,
      configuration: configuration), cache: &cache)
}

/// What the group `body` reports, as code, line from 1 and the text it points at.
private func reports(
  _ text: String, path: String = "/a/2026-01-20.md", archive: ArchiveIndex = archive
) -> [String] {
  let document = Document(bytes: Array(text.utf8))
  return check(text, path: path, archive: archive)
    .filter { $0.code.hasPrefix("body/") }
    .map { diagnostic in
      let line = document.text.line(at: diagnostic.range.start) + 1
      let place = document.bytes[diagnostic.range.start..<diagnostic.range.end]
      return "\(diagnostic.code.dropFirst(5)) \(line) \(String(decoding: place, as: UTF8.self))"
    }
}

/// The text with the first fix of each report of the rule.
private func fixed(_ text: String, _ code: String) -> String {
  var document = Document(bytes: Array(text.utf8))
  let edits = check(text).filter { $0.code == "body/\(code)" }
    .compactMap { $0.fixes.first }.flatMap(\.edits)
  for edit in edits.sorted(by: { $0.range.start > $1.range.start }) { document.apply(edit) }
  return String(decoding: document.bytes, as: UTF8.self)
}

@Suite struct `Rules about the body` {
  @Test func `report nothing about an ordinary issue`() {
    for (path, text) in ordinary { #expect(reports(text, path: path) == []) }
  }

  @Test func `find a label that is a slip of the usual one, and mend it`() {
    let text = issue("## 产品\n\n### 甲开源乙\n\n正文。\n\n**深度解读 & 洞潜：**\n- 一点变化")
    #expect(reports(text) == ["label-typo 13 深度解读 & 洞潜"])
    #expect(fixed(text, "label-typo").contains("**深度解读 & 洞察：**"))
    #expect(reports(text.replacing("洞潜", with: "洢ight")) == ["label-typo 13 深度解读 & 洢ight"])
  }

  @Test(arguments: ["影响", "核心能力", "深度解读", "深度解读 & 洞察（续）", "深度解读 & 实践建议", "实践建议"])
  func `let labels differ that are meant to`(label: String) {
    #expect(reports(issue("## 产品\n\n### 甲开源乙\n\n正文。\n\n**\(label)：**\n- 一点变化")) == [])
  }

  @Test func `let the writer say which labels are right`() {
    var configuration = Configuration()
    configuration.labels = ["深度解读 & 洞潜："]
    let text = issue("## 产品\n\n### 甲开源乙\n\n正文。\n\n**深度解读 & 洞潜：**\n- 一点变化")
    #expect(check(text, configuration: configuration).allSatisfy { $0.code != "body/label-typo" })
  }

  @Test func `find one source under two stories`() {
    #expect(
      reports(
        issue(
          """
          ## 产品

          ### [甲公司开设门店](https://news.example/7/1)

          正文。

          ### [某大学发表论文](https://www.news.example/7/1/)

          正文。
          """)) == ["duplicate-link 13 [某大学发表论文](https://www.news.example/7/1/)"])
  }

  @Test func `take a page that many stories share for a digest`() {
    let stories = ["甲公司开设门店", "某大学发表论文", "新规下月实施"].map {
      "### [\($0)](https://news.example/digest)\n\n正文。\n"
    }
    #expect(reports(issue("## 产品\n\n" + stories.joined(separator: "\n"))) == [])
  }

  @Test func `find a link to a front page once a site`() {
    let stories = ["甲公司开设门店", "某大学发表论文", "新规下月实施"].map {
      "### [\($0)](https://portal.example/)\n\n正文。\n"
    }
    #expect(
      reports(issue("## 产品\n\n" + stories.joined(separator: "\n"))) == [
        "bare-site-link 9 [甲公司开设门店](https://portal.example/)"
      ])
  }

  @Test func `let a story link to the home page of what it is about`() {
    #expect(
      reports(issue("## 产品\n\n### [编程神器 ZCode 发布](https://zcode-ai.example/)\n\n正文。"))
        == [])
    #expect(
      reports(issue("## 产品\n\n### [PearAI 成为开源之选](https://trypearai.example/)\n\n正文。"))
        == [])
    #expect(
      reports(issue("## 产品\n\n### [新的编辑器](https://windsurf.example/)\n\nWindsurf 更新了。"))
        == [])
  }

  @Test func `find the same story twice`() {
    #expect(
      reports(
        issue(
          """
          ## 产品

          ### [何恺明团队提出“漂移模型”，重做生成](https://news.example/1)

          正文。

          ## 更多动态

          - [何恺明团队提出“漂移模型”](https://other.example/2)，分布在推理时演化
          - [韩国实施人工智能基本法](https://other.example/3)，高风险场景须备案
          """)) == ["duplicate-story 15 何恺明团队提出“漂移模型”"])
  }

  @Test func `tell two products of one maker apart`() {
    #expect(
      reports(
        issue(
          """
          ## 更多动态

          - [字节跳动发布 Seedance 2.0](https://other.example/2)：视频模型，支持音画一体
          - [字节跳动发布 Seedream 5.0](https://other.example/3)：图像模型，支持联网检索
          """)) == [])
  }

  @Test func `tell addresses and versions apart`() {
    #expect(
      reports(
        issue(
          """
          ## 更多动态

          - https://code.example/openai/codex
          - https://code.example/openai/whisper
          - <https://news.example/news/1>
          - <https://news.example/news/2>
          - Claude Code v2.1.1 发布
          - Claude Code v2.1.2 发布
          - https://code.example/openai/codex
          """)) == ["duplicate-story 15 https://code.example/openai/codex"])
  }

  @Test(.timeLimit(.minutes(10))) func `read a paragraph anew but once for all its asterisks`() {
    let text = String(repeating: "这是**“甲”**和", count: 20_000)
    #expect(check(issue(text)).count { $0.code == "body/emphasis-not-rendered" } == 20_000)
  }

  @Test func `take a list of addresses for no stories`() {
    #expect(
      reports(
        issue(
          """
          ## 产品

          ### [甲公司开设门店](https://news.example/7/1)

          正文。

          ## 更多动态

          - https://news.example/7/1
          """)) == [])
  }

  @Test(arguments: [
    "[千问网页版更新](https://chat.qwen.ai/)", "[xAI 招聘](https://x.ai)", "[v0 更新](https://v0.app)",
    "[智谱上线](https://z.ai/)", "[月之暗面上线](https://kimi.com)", "[百川上线](https://baichuan-ai.com)",
    "[海螺上线](https://hailuoai.com)", "[即梦上线](https://jimeng.jianying.com)",
  ])
  func `know the sites of what a story names`(heading: String) {
    #expect(reports(issue("## 产品\n\n### \(heading)\n\n正文。")) == [])
  }

  @Test(arguments: ["https://x.com/", "https://discord.com", "https://ai.hubtoday.app"])
  func `find links to the front pages of news`(url: String) {
    #expect(
      reports(issue("## 产品\n\n### [千问推出 AI 助手](\(url))\n\n正文。"))
        == ["bare-site-link 9 [千问推出 AI 助手](\(url))"])
  }

  @Test(arguments: [
    ("Hugging Face 融资", "阿里千问登顶 Hugging Face 开源榜单", false),
    ("World Labs 迎来首席法务官", "李飞飞 World Labs 完成 10 亿美元融资", false),
    ("Gemini 3.1 Pro 降价", "谷歌 Gemini 3.1 Pro 发布：推理能力翻倍", false),
    ("Gemini 3 Flash 模型正式发布", "谷歌发布 Gemini 3 Flash：免费、极速", true),
    ("Claude Code v2.1.1 正式发布", "Claude Code v2.1.2 正式发布", false),
  ])
  func `ask for more than a name`(title: String, told: String, isCovered: Bool) {
    let earlier = ArchiveIndex(records: [
      IssueRecord(
        path: "/a/2026-01-17.md",
        document: Document(bytes: Array(issue("## 产品\n\n### \(told)\n\n正文。").utf8)))
    ])
    let found = check(
      issue("## 产品\n\n### \(title)\n\n正文。"), path: "/a/2026-01-18.md", archive: earlier)
    #expect(found.contains { $0.code == "body/already-covered" } == isCovered)
  }

  @Test func `take no issue of the same day for an earlier one`() {
    let text = "---\ntitle: 一期\ndate: 2026-01-19\n---\n## 产品\n\n### 跳绳计数器热销全国\n\n正文。\n"
    let told = text.replacing("2026-01-19", with: "2026-01-18")
    func messages(_ path: String) -> [String] {
      let earlier = ArchiveIndex(records: [
        IssueRecord(path: path, document: Document(bytes: Array(told.utf8)))
      ])
      return check(text, path: "/a/2026-01-18.md", archive: earlier)
        .filter { $0.code == "body/already-covered" }.map(\.message)
    }
    #expect(messages("/a/2026-01-18-b.md") == [])
    #expect(messages("/a/2026-01-17.md") == ["The issue of 2026-01-17 told this: `跳绳计数器热销全国`"])
  }

  @Test func `tell where a story was told before`() {
    let text = issue("## 产品\n\n### 跳绳计数器热销全国\n\n正文。")
    let found = check(text, path: "/a/2026-01-18.md").filter { $0.code == "body/already-covered" }
    #expect(found.map(\.severity) == [.info])
    #expect(found.first?.related.first?.path == "/a/2026-01-17.md")
    #expect(check(text, path: "/a/2026-02-18.md").allSatisfy { $0.code != "body/already-covered" })
  }

  @Test func `ask for the one H1 that all others have`() {
    let text = "---\ntitle: 新一期\ncategory: 日报\n---\n## 产品\n\n### 甲开源乙\n\n正文。\n"
    #expect(reports(text) == ["missing-h1 5 ## 产品"])
    #expect(fixed(text, "missing-h1").contains("---\n# 新一期\n\n## 产品"))
    #expect(reports(issue("## 产品\n\n### 甲开源乙\n\n正文。\n\n# 结语\n\n再见。")) == ["multiple-h1 13 # 结语"])
  }

  @Test func `find headings and sections without text`() {
    #expect(
      reports(issue("## 产品\n\n### 甲开源乙\n\n### 丙发布丁\n\n正文。\n\n## 空\n\n## 其他\n\n正文在此处。"))
        == ["empty-heading 9 ### 甲开源乙", "empty-section 15 ## 空"])
    #expect(reports(issue("## 产品\n\n###\n\n正文。")) == ["empty-heading 9 ###"])
  }

  @Test func `find a number that is left out`() {
    let headings = { (numbers: [String]) in
      issue(numbers.map { "## \($0)、小节\n\n正文说了些什么。\n" }.joined(separator: "\n"))
    }
    #expect(reports(headings(["一", "二", "四", "五"])) == ["number-skip 15 四、小节"])
    #expect(reports(headings(["一", "二", "三", "十", "十一"])) == [])
    #expect(reports(headings(["八", "九", "十", "十一", "十二"])) == [])
    #expect(reports(headings(["一", "三"])) == [])
  }

  @Test(arguments: [
    ("###标题", "###", "### 标题"),
    ("###[标题](https://a.example/1)", "###", "### [标题](https://a.example/1)"),
    ("###\u{3000}标题", "###\u{3000}", "### 标题"), ("#\u{3000}标题", "#\u{3000}", "# 标题"),
    ("##\u{A0}标题", "##\u{A0}", "## 标题"), ("＃＃＃ 标题", "＃＃＃ ", "### 标题"),
  ])
  func `find headings that are shown as text`(wrong: String, mark: String, right: String) {
    let text = issue("## 甲\n\n正文。\n\(wrong)")
    #expect(reports(text) == ["heading-jump 10 \(mark)"])
    #expect(fixed(text, "heading-jump").contains("正文。\n\(right)\n"))
  }

  @Test(arguments: ["#话题 和 #1", "##话题##", "#1", "`a\n##b`", "C#语言", "#######七个", "#\u{A0}话题"])
  func `take no hashtag for a heading`(text: String) {
    #expect(reports(issue("## 甲\n\n\(text)")) == [])
  }

  @Test func `let a link in a heading be written`() {
    let found = check(issue("## 产品\n\n### [苹\n\n### [苹果](https:/\n\n### 甲开源乙\n\n正文。"))
    #expect(found.map(\.severity) == [.info, .info])
  }

  @Test func `find a skipped level`() {
    #expect(reports(issue("### 甲开源乙\n\n正文。")) == ["heading-jump 7 ### 甲开源乙"])
  }

  @Test func `find what a template left`() {
    let found = reports(issue("## 产品\n\n### Example Title\n\n正文。"))
    #expect(found == ["placeholder 9 Example Title"])
    #expect(reports(issue("## 产品\n\n### 标题党的终结\n\n正文。")) == [])
  }

  @Test(arguments: [
    "{{title}}", "今日要闻 {{ $json.date }}", "${title}", "undefined", "[object Object]",
  ])
  func `find what a generator did not fill in`(title: String) {
    #expect(
      reports(issue("## 产品\n\n### \(title)\n\n正文。")) == ["placeholder 9 \(title)"])
  }

  @Test(arguments: ["模板里的 {{ }} 怎么用", "JavaScript 的 undefined 之谜", "$5 亿 {融资}"])
  func `take no talk of templates for one`(title: String) {
    #expect(reports(issue("## 产品\n\n### \(title)\n\n正文。")) == [])
  }

  @Test func `find a merge that was not finished`() {
    let found = reports(
      issue("## 产品\n\n### 甲开源乙\n\n正文。\n<<<<<<< HEAD\n一。\n=======\n二。\n>>>>>>> main\n"))
    #expect(found.contains("placeholder 12 <<<<<<< HEAD"))
    #expect(reports(issue("## 产品\n\n### 甲开源乙\n\n用 `<<<<<<< HEAD` 标记。\n\n正文。")) == [])
  }

  @Test func `find that an issue stops too early`() {
    #expect(reports(issue("一句话。")) == ["unfinished 5 # 今日要闻"])
    #expect(
      reports(issue("## 产品\n\n### 甲开源乙\n\n该模型支持文本、图像、")) == ["unfinished 11 、"])
    let sections = "## 产品\n\n### 甲开源乙\n\n正文。\n\n"
    #expect(
      reports(issue(sections + "---\n\n## 结语\n\n今天的要点是，")) == ["unfinished 17 ，"])
    #expect(reports(issue(sections + "---\n\n订阅我们：")) == [])
  }

  @Test(arguments: [
    ("```", "The code block that begins here is never closed"),
    ("<!--", "The comment that begins here is never closed"),
  ])
  func `find what takes in the rest of the issue`(opening: String, message: String) {
    let text = issue("## 产品\n\n正文。\n\n---\n\n\(opening)\n注\n\n---\n\n## 其他\n\n正文。")
    #expect(reports(text) == ["unfinished 13 \(opening)"])
    #expect(check(text).filter { $0.code == "body/unfinished" }.map(\.message) == [message])
    #expect(reports(issue("## 产品\n\n正文。\n\n<!--")) == [])
  }

  @Test(arguments: [
    ("提出**“双向塑形”**方法", "提出 **“双向塑形”** 方法"),
    ("这是**重点（第一）**内容", "这是**重点（第一）** 内容"),
    ("前文**《书名》**", "前文 **《书名》**"),
  ])
  func `find asterisks that readers will see, and set them off`(wrong: String, right: String) {
    #expect(reports(issue("## 甲\n\n\(wrong)。")).map { $0.prefix(21) } == ["emphasis-not-rendered"])
    #expect(fixed(issue("## 甲\n\n\(wrong)。"), "emphasis-not-rendered").contains(right))
    #expect(reports(issue("## 甲\n\n\(right)。")) == [])
  }

  @Test(arguments: [
    ("这是**“甲”**和**“乙”**的对比", "这是 **“甲”** 和 **“乙”** 的对比", 2),
    ("对比：**“甲”**和**“乙”**，", "对比：**“甲”** 和 **“乙”**，", 2),
    (
      "**甲（A）**推出**乙（B）**和**丙（C）**服务", "**甲（A）** 推出**乙（B）** 和**丙（C）** 服务", 3
    ),
    (
      "**“重点”**的、**重点：**文、他说**“好”**，和**《书》**作者",
      "**“重点”** 的、**重点：** 文、他说 **“好”**，和 **《书》** 作者", 4
    ),
    (
      "**AI工具****Cursor**正式，实现**\"意图”的开发**，让人",
      "**AI工具** **Cursor**正式，实现 **\"意图”的开发**，让人", 2
    ),
  ])
  func `pair asterisks as the writer meant them`(wrong: String, right: String, count: Int) {
    let wrong = issue("## 甲\n\n\(wrong)。")
    let right = issue("## 甲\n\n\(right)。")
    #expect(
      reports(wrong).count { $0.hasPrefix("emphasis-not-rendered") } == count)
    #expect(fixed(wrong, "emphasis-not-rendered") == right)
    #expect(!reports(right).contains { $0.hasPrefix("emphasis-not-rendered") })
  }

  @Test func `leave asterisks alone where one is left over`() {
    let wrong = issue("## 甲\n\n这是**“甲”**和**“乙”**的**对比。")
    #expect(fixed(wrong, "emphasis-not-rendered") == wrong)
  }

  @Test(arguments: ["用 `**/*.md` 与 `a**b`", "2**3 等于八，3**2 等于九", "转义 \\*\\*不是\\*\\* 强调"])
  func `let asterisks be shown that are meant to`(text: String) {
    #expect(reports(issue("## 甲\n\n\(text)。")) == [])
  }

  @Test(arguments: [
    "[来源] (https://news.example/1)", "[来源]（https://news.example/1）",
    "【来源】(https://news.example/1)",
  ])
  func `find links that are none, and make them links`(wrong: String) {
    #expect(reports(issue("## 甲\n\n见\(wrong)。")) == ["malformed-link 9 \(wrong)"])
    #expect(
      fixed(issue("## 甲\n\n见\(wrong)。"), "malformed-link").contains(
        "见[来源](https://news.example/1)。"))
  }

  @Test(arguments: [
    ("[标题]()", "[标题]()", nil), ("[标题](URL)", "URL", nil), ("[标题](链接)", "链接", nil),
    ("[标题](www.a.example/1)", "www.a.example/1", "[标题](https://www.a.example/1)"),
    ("[标题](htps://a.example/1)", "htps://a.example/1", "[标题](https://a.example/1)"),
    ("[标题](https：//a.example/1)", "https：//a.example/1", "[标题](https://a.example/1)"),
    (
      "[标题](https://https://a.example/1)", "https://https://a.example/1",
      "[标题](https://a.example/1)"
    ),
    ("[标题](https://a.example/1，标题)", "https://a.example/1，标题", "[标题](https://a.example/1)"),
  ])
  func `find links that lead nowhere`(wrong: String, place: String, right: String?) {
    let text = issue("## 甲\n\n见\(wrong)。")
    #expect(reports(text) == ["malformed-link 9 \(place)"])
    #expect(fixed(text, "malformed-link").contains("见\(right ?? wrong)。"))
  }

  @Test(arguments: [
    "[顶部](#)", "[往期](/posts/1)", "[往期](2026-01-10.md)", "[百科](https://wiki.example/你好，李焕英)",
    "[标题](ht://)", "[标题](https:/)", "[标题](www.a)", "[标题](https://",
  ])
  func `let links lead elsewhere`(text: String) {
    #expect(reports(issue("## 甲\n\n见\(text)")) == [])
  }

  @Test(arguments: [
    ("[甲](https://a.example/1）", "full-width brackets"),
    ("【甲](https://a.example/1)", "full-width brackets"),
    ("[甲](https://a.example/zh/ 257)", "a blank in the URL"),
    ("[甲](https://a.example/zh/", "no `)` after the URL"),
  ])
  func `say why a link is none`(text: String, cause: String) {
    let found = check(issue("## 甲\n\n见\(text)")).filter { $0.code == "body/malformed-link" }
    #expect(found.map(\.message) == ["This is shown as text: \(cause)"])
  }

  @Test(arguments: [("（a]", "]"), ("【a)", ")"), ("「a』", "』"), ("《a」", "」")])
  func `find a bracket that another kind closes`(text: String, mark: String) {
    #expect(reports(issue("## 甲\n\n见\(text)。")) == ["unbalanced-brackets 9 \(mark)"])
  }

  @Test(arguments: ["「你好 :)」", "【1) 甲 2) 乙】", "《书》（甲「乙『丙』」）[丁]", "「甲", "乙』"])
  func `let brackets stand that pair`(text: String) {
    #expect(reports(issue("## 甲\n\n见\(text)。")) == [])
  }

  @Test func `find brackets and quotation marks that do not match`() {
    #expect(reports(issue("## 甲\n\n产品经理（来自博客)说。")) == ["unbalanced-brackets 9 )"])
    #expect(reports(issue("## 甲\n\n称为“双向塑形“的方法。")) == ["quote-mismatch 9 “"])
    #expect(reports(issue("## 甲\n\n称为\"双向塑形”的\"方法\"。")) == ["quote-mismatch 9 \""])
    #expect(reports(issue("## 甲\n\n“称为\"双向”与\"塑形\"的方法”。")) == [])
    #expect(reports(issue("## 甲\n\n“甲说：‘乙（丙）’”，（丁(戊)己），1) 一 2) 二。")) == [])
  }

  @Test func `are silenced in place`() {
    let line = "称为“双向塑形“的方法。"
    let next = "<!-- issue-lsp-disable-next-line body/quote-mismatch -->"
    #expect(reports(issue("## 甲\n\n\(next)\n\n\(line)")) == ["quote-mismatch 11 “"])
    #expect(reports(issue("## 甲\n\n正文。\n\(next)\n\(line)")) == [])
    #expect(reports(issue("## 甲\n\n\(line) <!-- issue-lsp-disable-line body -->")) == [])
    #expect(reports(issue("## 甲\n\n\(line)<!--issue-lsp-disable-line body-->")) == [])
    #expect(
      reports(
        issue(
          "## 甲\n\n<!-- issue-lsp-disable -->\n\n\(line)\n\n<!-- issue-lsp-enable -->\n\n\(line)"))
        == ["quote-mismatch 15 “"])
  }

  @Test func `tell of silencers that silence nothing`() {
    let text = issue("## 甲\n\n正文。 <!-- issue-lsp-disable-line body/label-typo -->")
    let unused = check(text).filter { $0.code == "config/unused-disable" }
    #expect(unused.map(\.severity) == [.hint])
    #expect(check(issue("## 甲\n\n`<!-- issue-lsp-disable -->` 写在代码里。")).isEmpty)
  }

  @Test func `say the same after any edits as from scratch`() {
    var random = SeededGenerator(seed: 11)
    let pieces = [
      "#", "\n\n", "### 甲公司开设门店\n", "**“重", "”**点", "“", "（", ")", "[a](https://b.example/)",
      "```\n", "- ", "**深度解读 & 洞潜：**\n", "\n<!-- issue-lsp-disable -->\n", "文", "\r",
    ]
    let start = ordinary["/a/2026-01-12.md"] ?? ""
    var snapshot = Snapshot(
      document: Document(bytes: Array(start.utf8)), path: "/a/2026-01-20.md", archive: archive)
    var cache = DiagnosticsCache()
    for _ in 0..<150 {
      let count = snapshot.document.text.count
      let bytes = snapshot.document.bytes
      func aligned(_ offset: Int) -> Int {
        var offset = min(offset, count)
        while offset > 0, offset < count, bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
        return offset
      }
      let at = aligned(Int.random(in: 0...count, using: &random))
      let end =
        Bool.random(using: &random) ? at : aligned(at + Int.random(in: 0...9, using: &random))
      let piece = pieces[Int.random(in: 0..<pieces.count, using: &random)]
      snapshot.apply(TextEdit(range: ByteRange(at, end), newText: piece))
      let text = snapshot.document.bytes
      let fresh = Snapshot(
        document: Document(bytes: text), path: snapshot.path, archive: archive)
      var none = DiagnosticsCache()
      #expect(
        diagnostics(of: snapshot, cache: &cache) == diagnostics(of: fresh, cache: &none))
    }
  }

  @Test func `come with a page in both languages`() {
    for rule in Rule.all where rule.group == "body" {
      #expect(rule.manual.english.contains(rule.code) && rule.manual.chinese.contains(rule.code))
      #expect(!rule.title.english.isEmpty && !rule.title.chinese.isEmpty)
    }
  }
}
