import Analysis
import Archive
import Syntax
import Testing

private let past = [
  "# 一\n\n## 二\n\n### 智谱发布GLM-4.7\n\n智谱今天开源GLM-4.7，OpenAI回应。\n",
  "# 一\n\n## 二\n\n### OpenAI推出GPT-5.2\n\nOpenAI说，GPT-5.2比GLM-4.7强。Google 的 Claude Opus 4.5 对手。\n",
]

private let index = ArchiveIndex(
  records: past.enumerated().map { number, text in
    IssueRecord(
      path: "/issues/2026-01-0\(number + 1).md", document: Document(bytes: Array(text.utf8)))
  })

/// A state of an issue whose text has a cursor, `‸`, in it.
private func state(_ marked: String) -> (Snapshot, Int) {
  let cursor = Array("‸".utf8)
  let bytes = Array(marked.utf8)
  let offset = bytes.indices.first { bytes[$0...].starts(with: cursor) } ?? bytes.count
  var text = bytes
  if offset < bytes.count { text.removeSubrange(offset..<offset + cursor.count) }
  let document = Document(bytes: text)
  return (Snapshot(document: document, path: "/issues/2026-01-03.md", archive: index), offset)
}

/// The labels offered, and the fragment that they replace.
private func offered(_ marked: String) -> String {
  let (snapshot, offset) = state(marked)
  guard let list = completion(in: snapshot, at: offset) else { return "" }
  let bytes = snapshot.document.bytes[list.range.start..<list.range.end]
  return "\(String(decoding: bytes, as: UTF8.self)) → "
    + list.items.map { $0.label + ($0.filterText.map { "(\($0))" } ?? "") }.joined(separator: ", ")
}

@Suite struct `Completion of names` {
  @Test func `the fragment is the longest tail that begins a name`() {
    #expect(offered("# 一\n\n今天智‸") == "智 → 智谱")
    #expect(offered("# 一\n\n用GPT-5‸") == "GPT-5 → GPT-5.2")
    #expect(offered("# 一\n\nClaude Op‸") == "Claude Op → Claude Opus 4.5")
    #expect(offered("# 一\n\n## Open‸") == "Open → OpenAI")
  }

  @Test(arguments: [
    "1 < 2，Open‸", "[x](https://a.com/b)，Open‸", "https://a.com/b 上的Open‸", "a: /Open‸",
  ])
  func `what only stands behind an address takes names`(text: String) {
    #expect(offered("# 一\n\n" + text) == "Open → OpenAI")
  }

  @Test func `a label that does not begin with the fragment is found by it`() {
    #expect(offered("# 一\n\ngpt5‸") == "gpt5 → GPT-5.2(gpt5)")
    #expect(offered("# 一\n\ngpt‸") == "gpt → GPT-5.2")
  }

  @Test(arguments: [
    "# 一\n\n`Open‸`", "# 一\n\n```\nOpen‸\n```", "# 一\n\n[x](https://Open‸)", "# 一\n\n@Open‸",
    "# 一\n\nxOpen‸", "# 一\n\nOpen‸AI", "# 一\n\n智‸谱", "# 一\n\nClaude ‸", "‸", "# 一\n\n喂‸",
    "# 一\n\nhttps://x.com/Open‸", "# 一\n\n<a href=\"Open‸\">", "# 一\n\n[x](https://a.com/Open‸",
    "# 一\n\n[x](Open‸", "# 一\n\nhttps://Open‸", "# 一\n\n<a href=\"Open‸",
  ])
  func `nothing is offered in code, addresses, blanks and finished names`(text: String) {
    #expect(offered(text) == "")
  }

  @Test func `pinyin finds Chinese names where the writer wants it`() {
    var (snapshot, offset) = state("# 一\n\nzhip‸")
    #expect(completion(in: snapshot, at: offset) == nil)
    snapshot.configuration.completion.pinyin = true
    let list = completion(in: snapshot, at: offset)
    #expect(list?.items.map(\.label) == ["智谱"])
    #expect(list?.items.first?.filterText == "zhip")
    (snapshot, offset) = state("# 一\n\nzp‸")
    snapshot.configuration.completion.pinyin = true
    #expect(completion(in: snapshot, at: offset)?.items.map(\.label) == ["智谱"])
  }

  @Test func `names of the story come first`() {
    #expect(offered("# 一\n\n## 二\n\nGLM-4.7与G‸").hasPrefix("G → GLM-4.7"))
    #expect(offered("# 一\n\n## 二\n\nGPT-5.2与G‸").hasPrefix("G → GPT-5.2"))
  }
}

@Suite struct `What is told of a name` {
  private func told(_ text: String) -> NameCard? {
    let (snapshot, offset) = state(text)
    return nameHover(in: snapshot, at: offset) { path in
      index.issues.firstIndex { $0.path == path }.map { Array(past[$0].utf8) }
    }?.card
  }

  @Test func `hover shows counts, dates and the latest stories`() throws {
    let card = try #require(told("# 一\n\nGLM-‸4.7又降价"))
    #expect(
      card.plainText(in: .chinese) == """
        GLM-4.7 · 模型
        2 期中提及 3 次 · 2026-01-01 – 2026-01-02
        ···········█ 最近 12 个月
        2026-01-02 OpenAI推出GPT-5.2
          OpenAI说，GPT-5.2比GLM-4.7强。
        2026-01-01 智谱发布GLM-4.7
        """)
  }

  @Test(arguments: [
    "A[x](y)<b>", "[a](command:evil)", "![i](http://t/p.png)", "<img src=x onerror=y>", "`a`",
    "https://evil.example/z", "WWW.evil.example", "a@evil.example", "<https://e.v>", "&lt;b&gt;",
    "\\[y](z)", "$(zap) | a | b |", "- a", "1. a", "---", "=== ", "> q", "# h", "```\nx\n```",
    "a\n\n[x]: command:evil\n\n[x]", "**b** _c_ ~~d~~", "+ a", "2) a",
  ])
  func `markup in an issue does not reach the card`(text: String) throws {
    let card = NameCard(
      name: Name(
        id: NameID(number: 1), canonical: "a" + text, kind: .company, aliases: [text],
        mentionCount: 1, issueCount: 1, first: nil, last: nil, origin: .archive),
      months: [],
      stories: [
        NameCard.Story(path: "p.md", line: 7, date: nil, title: text, sentence: text + text)
      ])
    let markdown = card.markdown(in: .english) { path, line in "\(path)#\(line)" }
    let document = Document(bytes: Array(markdown.utf8))
    var leaves: [String] = []
    var links: [String] = []
    document.body.root.forEachLeaf(from: 0) { leaf, start in
      leaves.append("\(leaf.kind)")
      let inlines = document.inlines(of: leaf, at: start)
      #expect(inlines.bareURLs().isEmpty, "\(markdown)")
      for node in 0..<inlines.count {
        switch inlines.kind(node) {
        case .link:
          let destination = inlines.link(node)?.target.destination ?? []
          links.append(String(decoding: destination, as: UTF8.self))
        case .image, .html, .code, .emphasis:
          Issue.record("\(inlines.kind(node)) in \(markdown)")
        default: break
        }
      }
    }
    #expect(leaves.allSatisfy { $0 == "paragraph" }, "\(leaves) in \(markdown)")
    #expect(links == ["p.md#7"], "\(markdown)")
    #expect(!markdown.lowercased().contains("www."))
  }

  @Test func `no name, no card`() {
    #expect(told("# 一\n\n没有‸名称") == nil)
    #expect(told("# 一\n\n`Open‸AI`") == nil)
  }
}

@Suite struct `Places of a name` {
  @Test func `the definition is the first mention in a story`() throws {
    let (snapshot, offset) = state("# 一\n\nOpen‸AI")
    let place = try #require(definition(in: snapshot, at: offset))
    #expect(place.path == "/issues/2026-01-01.md")
    let text = Array(past[0].utf8)[place.range.start..<place.range.end]
    #expect(String(decoding: text, as: UTF8.self) == "OpenAI")
  }

  @Test func `references are those of the open issue and of all others`() throws {
    let (snapshot, offset) = state("# 一\n\nOpen‸AI与OpenAI")
    let places = try #require(references(in: snapshot, at: offset))
    #expect(
      places.map(\.path) == [
        "/issues/2026-01-03.md", "/issues/2026-01-03.md", "/issues/2026-01-02.md",
        "/issues/2026-01-02.md", "/issues/2026-01-01.md",
      ])
    let id = try #require(index.names.find("OpenAI"))
    for place in places.dropFirst(2) {
      let number = place.path.contains("01-01") ? 0 : 1
      let sentence = excerpt(
        of: place, id: id, names: index.names,
        in: Array(past[number].utf8))
      #expect(sentence?.contains("OpenAI") == true)
    }
  }

  @Test func `no rename breaks the front matter`() throws {
    let text = "---\ntitle: OpenAI 与微软\ntags: [\"AI\", OpenAI]\n---\n\n# OpenAI 与微软\n"
    let snapshot = Snapshot(
      document: Document(bytes: Array(text.utf8)), path: "/a/2026-01-02.md", archive: index)
    let offset = try #require(text.utf8.firstRange(of: "OpenAI".utf8)?.lowerBound)
    let place = text.utf8.distance(from: text.startIndex, to: offset)
    #expect(rename(in: snapshot, at: place, to: "开放AI")?.count == 3)
    for name in ["甲: 乙", "[x", "*x", "a, b", "@ai", "#x"] {
      #expect(rename(in: snapshot, at: place, to: name) == nil, "\(name)")
    }
  }

  @Test func `a rename leaves the labels of references alone`() throws {
    let (snapshot, offset) = state(
      "# 一\n\n**Ope‸nAI**、[x][OpenAI]、[OpenAI] 与 OpenAI。\n\n[OpenAI]: https://a.example/\n")
    let edits = try #require(rename(in: snapshot, at: offset, to: "开放AI"))
    var document = snapshot.document
    for edit in edits.reversed() { document.apply(edit) }
    #expect(
      String(decoding: document.bytes, as: UTF8.self)
        == "# 一\n\n**开放AI**、[x][OpenAI]、[OpenAI] 与 开放AI。\n\n[OpenAI]: https://a.example/\n")
  }

  @Test(arguments: ["<x>", "_x_", "`x`", "*x*", "[x](y)", "\u{FEFF}", " "])
  func `no rename breaks the Markdown around a name`(newName: String) {
    let (snapshot, offset) = state("# 一\n\n**Ope‸nAI** 回应。")
    #expect(rename(in: snapshot, at: offset, to: newName) == nil)
  }

  @Test func `a name is renamed within HTML too`() {
    let (snapshot, offset) = state("# 一\n\nOpe‸nAI\n\n<div>\nOpenAI\n</div>\n")
    #expect(rename(in: snapshot, at: offset, to: "甲")?.count == 2)
  }

  @Test func `a rename changes one spelling within the issue`() throws {
    let (snapshot, offset) = state("# 一\n\nGo‸ogle、谷歌、Google。`Google`")
    let edits = try #require(rename(in: snapshot, at: offset, to: "谷歌"))
    #expect(edits.count == 2)
    var document = snapshot.document
    for edit in edits.reversed() { document.apply(edit) }
    #expect(String(decoding: document.bytes, as: UTF8.self) == "# 一\n\n谷歌、谷歌、谷歌。`Google`")
    #expect(documentHighlight(in: snapshot, at: offset)?.count == 3)
  }

  @Test func `tokens carry the kind`() {
    let (snapshot, _) = state("# 一\n\n智谱发布GLM-4.7")
    #expect(semanticTokens(in: snapshot).map(\.kind) == [.company, .model])
  }

  @Test func `symbols are found by letters in order`() {
    let names = workspaceSymbols(matching: "glm47", in: index)
    #expect(names.first?.title == "GLM-4.7")
    #expect(workspaceSymbols(matching: "推出", in: index).map(\.title) == ["OpenAI推出GPT-5.2"])
    #expect(workspaceSymbols(matching: "qqqq", in: index).isEmpty)
    #expect(!workspaceSymbols(matching: "", in: index).isEmpty)
  }

  @Test func `names leave room for stories in what a search finds`() {
    let versions = (1...90).map { "OpenAI发布GPT-5.\($0)。" }.joined()
    let text = "# 一\n\n## 产品\n\n### OpenAI推出GPT-5.2\n\n\(versions)\n"
    let index = ArchiveIndex(records: [
      IssueRecord(path: "/a/2026-01-01.md", document: Document(bytes: Array(text.utf8)))
    ])
    for limit in [200, 40] {
      let found = workspaceSymbols(matching: "gpt", in: index, limit: limit)
      #expect(found.contains { $0.kind == .story })
      #expect(found.count == min(limit, 91))
    }
  }
}

@Suite struct `Names to add` {
  /// What could be added of the text between the brackets `⟦` and `⟧`.
  private func name(in marked: String) -> String? {
    let parts = marked.split(separator: "⟦").flatMap { $0.split(separator: "⟧") }.map(String.init)
    let start = parts[0].utf8.count
    let document = Document(bytes: Array(parts.joined().utf8))
    return nameToAdd(
      in: Snapshot(document: document, path: "/issues/2026-01-03.md", archive: index),
      selection: ByteRange(start, start + parts[1].utf8.count))
  }

  @Test func `selected text that no issue knows can become a name`() {
    #expect(name(in: "# 一\n\n今天⟦月球实验室⟧成立") == "月球实验室")
    #expect(name(in: "# 一\n\n⟦Moon Labs⟧ launched") == "Moon Labs")
  }

  @Test(arguments: [
    "# 一\n\n今天⟦智谱⟧开源", "# 一\n\n今天⟦一，二⟧开源", "# 一\n\n今天⟦ 月球⟧开源",
    "# 一\n\n今天⟦42⟧开源", "# 一\n\n今⟦\n\n⟧天",
  ])
  func `known names, marks, numbers and lines cannot`(text: String) {
    #expect(name(in: text) == nil)
  }
}
