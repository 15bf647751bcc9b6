import Archive
import Syntax
import Testing

private func record(_ day: Int, _ text: String) -> IssueRecord {
  let number = day < 10 ? "0\(day)" : "\(day)"
  return IssueRecord(
    path: "/issues/2026-01-\(number).md", document: Document(bytes: Array(text.utf8)))
}

/// Every name on a line of its own.
private func listing(_ table: NameTable) -> [String] {
  table.ids.compactMap { table[$0] }.map { name in
    let aliases = name.aliases.sorted().joined(separator: "/")
    return "\(name.canonical) \(name.kind.word) \(aliases) \(name.mentionCount) \(name.issueCount)"
      + " \(name.first?.description ?? "-") \(name.last?.description ?? "-") \(name.origin.word)"
  }
  .sorted()
}

private let texts = [
  "智谱发布GLM-4.7，OpenAI回应。Google 的 Gemini 3 Pro 也来了。",
  "谷歌更新 Gemini3Pro，初创公司Zorblatt获融资。MiniMax M2.1 开源，M2.1 很强。",
  "OpenAI推出GPT-5.2。Zorblatt CEO说……开源模型 Quuxel-7B 上线。",
  "DeepSeek-V3.2 与 DeepSeek V3.2 是同一个模型。",
  "没有名称的一期。",
]

@Suite struct `The table of names` {
  @Test func `counts, dates and aliases are those of the issues`() throws {
    var table = NameTable()
    table.update(removing: [], adding: texts.enumerated().map { record($0 + 1, $1) })
    let google = try #require(table.find("Google").flatMap { table[$0] })
    #expect(table.find("谷歌") == google.id)
    #expect(google.mentionCount == 2)
    #expect(google.issueCount == 2)
    #expect(google.first?.description == "2026-01-01")
    #expect(google.last?.description == "2026-01-02")
    #expect(google.kind == .company)
    let deepSeek = try #require(table.find("DeepSeek V3.2").flatMap { table[$0] })
    #expect(deepSeek.mentionCount == 2)
    #expect(deepSeek.kind == .model)
  }

  @Test func `what no issue mentions is unknown`() {
    let table = NameTable()
    #expect(table.find("OpenAI") == nil)
    #expect(table.ids.isEmpty)
  }

  @Test func `issue by issue in any order teaches the same as all at once`() {
    let records = texts.enumerated().map { record($0 + 1, $1) }
    var whole = NameTable()
    whole.update(removing: [], adding: records)
    var generator = SeededNumbers(seed: 3)
    for _ in 0..<20 {
      var table = NameTable()
      var rest = records
      while !rest.isEmpty {
        table.update(
          removing: [], adding: [rest.remove(at: generator.next(below: rest.count))])
      }
      #expect(listing(table) == listing(whole))
    }
  }

  @Test func `taking an issue out undoes putting it in`() {
    let records = texts.enumerated().map { record($0 + 1, $1) }
    for (number, leaving) in records.enumerated() {
      var table = NameTable()
      table.update(removing: [], adding: records)
      table.update(removing: [leaving], adding: [])
      var never = NameTable()
      never.update(
        removing: [], adding: records.enumerated().filter { $0.offset != number }.map(\.element))
      #expect(listing(table) == listing(never))
      #expect(table.mentions(inIssueAt: leaving.path).isEmpty)
    }
  }

  @Test func `an archive of any size can be taken out again`() {
    let text = String(repeating: "OpenAI宣布融资。", count: 1500)
    let records = (0..<40).map { number in
      IssueRecord(path: "/issues/\(number).md", document: Document(bytes: Array(text.utf8)))
    }
    var table = NameTable()
    table.update(removing: [], adding: records)
    #expect(table.find("OpenAI").flatMap { table[$0] }?.mentionCount == 60_000)
    table.update(removing: records, adding: [])
    #expect(listing(table).isEmpty)
    table.update(removing: [], adding: [records[0]])
    var fresh = NameTable()
    fresh.update(removing: [], adding: [records[0]])
    #expect(listing(table) == listing(fresh))
  }

  @Test func `a table knows when most of its names stand nowhere any longer`() {
    let many = (0..<1500).map { "初创公司Zor\(String($0, radix: 5))blatt获融资。" }.joined(
      separator: "\n\n")
    var index = ArchiveIndex(records: [record(1, texts[0]), record(2, many)])
    #expect(!index.names.isMostlyUnused)
    index.update(removing: [], adding: [record(2, texts[1])])
    #expect(index.names.isMostlyUnused)
    let small = ArchiveIndex(records: [record(1, texts[0])])
    #expect(!small.names.isMostlyUnused)
  }

  @Test func `mentions of an issue are where its text has them`() {
    for (number, text) in texts.enumerated() {
      var table = NameTable()
      table.update(removing: [], adding: [record(number + 1, text)])
      let document = Document(bytes: Array(text.utf8))
      let path = "/issues/2026-01-0\(number + 1).md"
      #expect(table.mentions(inIssueAt: path) == table.mentions(in: document))
    }
  }

  @Test func `every mention is spelt as one of its name's spellings`() {
    var table = NameTable()
    table.update(removing: [], adding: texts.enumerated().map { record($0 + 1, $1) })
    for text in texts {
      let bytes = Array(text.utf8)
      for mention in table.mentions(in: Document(bytes: bytes)) {
        let spelling = String(
          decoding: bytes[mention.range.start..<mention.range.end], as: UTF8.self)
        let name = table[mention.id]
        #expect(name?.canonical == spelling || name?.aliases.contains(spelling) == true)
      }
    }
  }

  @Test func `candidates begin with what was typed, warm ones first`() {
    var table = NameTable()
    table.update(
      removing: [],
      adding: [
        record(1, "Gemini 2.5 Pro。Gemini 2.5 Pro。Gemini 2.5 Pro。"), record(30, "Gemini 3.1 Pro。"),
      ])
    func spellings(_ typed: String) -> [String] {
      table.candidates(for: Array(typed.utf8)[...], in: NameSurroundings(), limit: 9).map(
        \.spelling)
    }
    #expect(spellings("Gemini 3.") == ["Gemini 3.1 Pro"])
    #expect(spellings("gem") == ["Gemini 3.1 Pro", "Gemini 2.5 Pro"])
    #expect(spellings("Gemini 2.5 Pro") == ["Gemini 2.5 Pro"])
    #expect(spellings("谷") == [])
  }

  @Test func `a name that is written out stands before longer ones`() {
    var table = NameTable()
    table.update(removing: [], adding: [record(1, "GPT-5。"), record(30, "GPT-5.2。GPT-5.2。")])
    let found = table.candidates(
      for: Array("GPT-5".utf8)[...], in: NameSurroundings(), limit: 9)
    #expect(found.map(\.spelling) == ["GPT-5", "GPT-5.2"])
  }
}
