import Syntax
import Testing

@testable import Archive

/// Pieces of text that names begin, end or go on with.
private let pieces = [
  "GPT-", "5.2", "智谱", "可灵", " ", "·", "‑", "V3", "科技", "大学", "Claude ", "AI", "x", ".", "-", "1",
  "公司", "发布", "模型", "Nvidia-backed", "r/", "OpenAI", "open ai", "智能", "质变", "收购", "图像", "大模型",
  "亿", "Pro", "Llama", "M2.1", "τ²", "CEO", "初创公司", "的", "工具", "Real-World", "7B", "、", "国内", "・",
]

private func texts(_ count: Int, seed: UInt64) -> [[UInt8]] {
  var generator = SeededNumbers(seed: seed)
  return (0..<count).map { _ in
    var text: [UInt8] = []
    for _ in 0...generator.next(below: 24) {
      text += Array(pieces[generator.next(below: pieces.count)].utf8)
      if generator.next(below: 30) == 0 { text.removeLast() }
    }
    return text
  }
}

@Suite struct `The scanner of names` {
  private let lexicon = NameVocabulary.builtIn.lexicon

  @Test func `tokens remembered from other texts change nothing`() {
    var kept = NameScanner.Found()
    for text in texts(2000, seed: 11) {
      let all = ByteRange(0, text.count)
      var fresh = NameScanner.Found()
      lexicon.scan(text.span, all, &fresh)
      lexicon.scan(text.span, all, &kept)
      let (a, b) = (fresh.takeSightings(), kept.takeSightings())
      #expect(a.map(\.start) == b.map(\.start) && a.map(\.end) == b.map(\.end))
      #expect(a.map(\.nature) == b.map(\.nature) && a.map(\.votes) == b.map(\.votes))
    }
  }

  @Test func `the first match of a run is that of its first character that has one`() {
    for text in texts(2000, seed: 12) {
      for start in text.indices where text[start] >= 0xE3 && text[start] < 0xEE {
        var place = start
        let match = lexicon.firstMatch(inRunOf: text.span, from: &place, to: text.count)
        var i = start
        while i + 2 < text.count, text[i] >= 0xE3, text[i] < 0xEE {
          if let slow = lexicon.longestMatch(in: text.span, from: i, to: text.count) {
            #expect(match?.form == slow.form && match?.end == slow.end && place == i)
            break
          }
          i += 3
        }
        #expect(match != nil || place == i)
      }
    }
  }

  @Test func `a text's form is that of its key`() {
    for text in texts(2000, seed: 13) {
      for start in stride(from: 0, to: text.count, by: 5) {
        for end in stride(from: start + 1, through: min(start + 24, text.count), by: 3) {
          let form = lexicon.form(of: text.span, start, end)
          #expect(form == lexicon.form(key: NameKey.fold(text[start..<end])))
        }
      }
    }
  }

  @Test func `a lexicon knows the first spelling of each key and nothing else`() {
    for seed in 20..<40 as Range<UInt64> {
      var lexicon = NameLexicon()
      var first: [[UInt8]: Int] = [:]
      for (number, text) in texts(120, seed: seed).enumerated() {
        let key = NameKey.fold(text)
        if !key.isEmpty, text.count < 256, first[key] == nil { first[key] = number }
        lexicon.insert(text, entry: UInt32(number), kind: .model, casing: .any)
        // What is already there is not lost when keys part.
        if number % 10 == 0 {
          for (key, number) in first {
            #expect(lexicon.form(key: key).map { Int(lexicon.forms[$0].entry) } == number)
          }
        }
      }
      for text in texts(400, seed: seed &+ 100) {
        let found = lexicon.form(of: text.span, 0, text.count)
        #expect(found.map { Int(lexicon.forms[$0].entry) } == first[NameKey.fold(text)])
      }
    }
  }

  @Test func `every built-in spelling is found by itself`() {
    for (number, form) in lexicon.forms.enumerated() where form.kind != nil {
      let spelling = Array(lexicon.letters[Int(form.start)..<Int(form.start) + Int(form.length)])
      let match = lexicon.longestMatch(in: spelling.span, from: 0, to: spelling.count)
      #expect(match?.end == spelling.count && match?.form == number)
    }
  }

  @Test func `built-in spellings of one model tell no two versions`() {
    var versions: [UInt32: [UInt8]] = [:]
    for form in lexicon.forms where form.kind == .model {
      let spelling = lexicon.letters[Int(form.start)..<Int(form.start) + Int(form.length)]
      let version = spelling.filter { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }
      guard version.contains(where: { $0 != UInt8(ascii: ".") }) else { continue }
      let known = versions[form.entry, default: Array(version)]
      versions[form.entry] = known
      #expect(known == Array(version), "\(String(decoding: spelling, as: UTF8.self))")
    }
    #expect(versions.count > 50)
  }

  @Test func `a Chinese name that a number follows is passed over`() {
    // A name with Latin letters at its end must go on with a version, or is none.
    #expect(!marked("可灵 Pro1234567890很好", after: ["可灵 Pro 2 上线，可灵 Pro 很好"]).isEmpty)
    var generator = SeededNumbers(seed: 14)
    for text in texts(300, seed: 15) {
      let learnt = NameTable(userNames: [
        UserName(name: "可灵AI", kind: .model), UserName(name: "智谱Pro", kind: .model),
      ])
      let bytes = text + Array("可灵AI1234567890智谱Pro\(generator.next(below: 10))x".utf8)
      #expect(learnt.mentions(in: bytes, range: ByteRange(0, bytes.count)).isEmpty)
    }
  }
}

@Suite struct `The cues of names` {
  @Test func `words are found from their ends wherever they stand`() {
    let cues = NameCues.builtIn
    for word in ["工具", "初创公司", "AI公司", "CEO", "startup", "收购", "大神"] {
      for before in ["", "一", "x ", "，", "的", "工"] {
        let text = Array((before + word).utf8)
        var votes = NameVotes()
        cues.vote(before: text.count, in: text.span, 0, &votes)
        #expect(votes != NameVotes(), "\(before)\(word)")
      }
    }
    for word in ["的", "发布", "可再生", "有"] {
      let text = Array(("某" + word).utf8)
      let endsName = cues.endsName(text.span, text.count)
      #expect(endsName, "\(word)")
    }
    let text = Array("质变".utf8)
    let endsName = cues.endsName(text.span, text.count)
    #expect(!endsName)
  }
}

@Suite struct `Learning anew` {
  @Test func `an issue that replaces itself changes nothing`() {
    let records = ["智谱发布GLM-4.7，智谱开源。OpenAI 回应。", "OpenAI推出GPT-5.2。初创公司Zorblatt获融资。"]
      .enumerated().map { number, text in
        IssueRecord(
          path: "/issues/2026-01-0\(number + 1).md", document: Document(bytes: Array(text.utf8)))
      }
    var table = NameTable()
    table.update(removing: [], adding: records)
    let before = table.ids.compactMap { table[$0] }
    for record in records {
      table.update(removing: [record], adding: [record])
      #expect(table.ids.compactMap { table[$0] } == before)
    }
  }

  @Test func `what an issue was before it was changed is forgotten`() {
    var pieces = pieces + ["混元3D 2.1", "混元3D", "Zorblatt", "Zorblatt 2", "，", "\n", "旗下", "融资"]
    pieces += ["**", "与", "Mini"]
    var generator = SeededNumbers(seed: 31)
    for round in 0..<40 {
      var table = NameTable()
      var last: IssueRecord?
      for _ in 0..<8 {
        var text = ""
        for _ in 0..<generator.next(below: 40) {
          text += pieces[generator.next(below: pieces.count)]
        }
        let record = IssueRecord(
          path: "/issues/2026-01-01.md", document: Document(bytes: Array(text.utf8)))
        table.update(removing: last.map { [$0] } ?? [], adding: [record])
        last = record
      }
      var fresh = NameTable()
      if let last { fresh.update(removing: [], adding: [last]) }
      let (a, b) = (Self.names(of: table), Self.names(of: fresh))
      #expect(a == b, "\(round)")
    }
  }

  private static func names(of table: NameTable) -> Set<String> {
    Set(
      table.ids.compactMap { table[$0] }.map {
        "\($0.kind) \($0.canonical) \($0.aliases) \($0.mentionCount)"
      })
  }
}
