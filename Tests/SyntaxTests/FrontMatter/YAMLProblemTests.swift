import Syntax
import TestSupport
import Testing

struct YAMLProblemTests {
  /// Every problem as `cause line`, then the value.
  private func problems(_ text: String) -> String {
    let bytes = Array(text.utf8)
    let document = YAML.parse(bytes)
    let causes = document.problems.map { problem in
      let line = bytes[..<problem.range.start].reduce(1) { $0 + ($1 == 0x0A ? 1 : 0) }
      return "\(problem.cause) \(line)"
    }
    let json = document.root.map { String(decoding: $0.json, as: UTF8.self) } ?? "nothing"
    return (causes + [json]).joined(separator: ", ")
  }

  @Test func `a damaged colon is told as such, and the value survives`() {
    let right = #"{"title":"AI","date":"x"}"#
    #expect(problems("title:AI\ndate: x\n") == "missingSpace 1, \(right)")
    #expect(problems("title:　AI\ndate: x\n") == "missingSpace 1, \(right)")
    #expect(problems("title：AI\ndate: x\n") == "wrongColon 1, \(right)")
    #expect(problems("title： AI\ndate: x\n") == "wrongColon 1, \(right)")
    #expect(problems("title = AI\ndate: x\n") == "wrongColon 1, \(right)")
    #expect(problems("title AI\ndate: x\n") == "missingColon 1, \(right)")
    #expect(
      problems("a: b\ntags:[c, d]\ne: f\n")
        == #"missingSpace 2, {"a":"b","tags":["c","d"],"e":"f"}"#)
    #expect(
      problems("title: AI: more\ndate: x\n") == #"colonInValue 1, {"title":"AI: more","date":"x"}"#)
  }

  @Test func `an unclosed quote is told where it opens`() {
    #expect(problems("a: \"b\nc: \"d\"\n") == #"unclosedQuote 1, {"a":"b","c":"d"}"#)
    #expect(problems("a: \"b”\nc: d\n") == #"unclosedQuote 1, {"a":"b","c":"d"}"#)
    #expect(problems("a: 'b\nc: 'd'\n") == #"unclosedQuote 1, {"a":"b","c":"d"}"#)
    #expect(problems("a: \"b\n") == #"unclosedQuote 1, {"a":"b"}"#)
    #expect(problems("a: [\"b\",\"c]\nd: e\n") == #"unclosedQuote 1, {"a":["b","c"],"d":"e"}"#)
    #expect(
      problems("a: - b\\n- c\"\nd: e\n") == #"missingOpeningQuote 1, {"a":"- b\\n- c\"","d":"e"}"#)
    #expect(problems("a: b\"\n") == #"missingOpeningQuote 1, {"a":"b\""}"#)
    #expect(problems("a: \"b \"c\" d\"\ne: f\n") == #"unescapedQuote 1, {"a":"b \"c\" d","e":"f"}"#)
    #expect(problems("a: \"C:\\m\\\"\nb: c\n") == #"badEscape 1, {"a":"C:\\m\\","b":"c"}"#)
  }

  @Test func `brackets and commas are told where they are missing`() {
    #expect(problems("a: [b, c\nd: e\n") == #"unclosedBracket 1, {"a":["b","c"],"d":"e"}"#)
    #expect(problems("a: [\"b\",\"c\"】\nd: e\n") == #"unclosedBracket 1, {"a":["b","c"],"d":"e"}"#)
    #expect(problems("a: [\"b\"}\nd: e\n") == #"unclosedBracket 1, {"a":["b"],"d":"e"}"#)
    #expect(problems("a: [\"b\"，\"c\"、\"d\"]\n") == #"wrongComma 1, {"a":["b","c","d"]}"#)
    #expect(problems("a: [\"b\" \"c\"]\n") == #"missingComma 1, {"a":["b","c"]}"#)
    #expect(problems("a: [b, , c]\n") == #"emptyItem 1, {"a":["b","c"]}"#)
    #expect(problems("a: \"b\",\"c\"]\nd: e\n") == #"missingOpeningBracket 1, {"a":"b","d":"e"}"#)
  }

  @Test func `indentation is told at the line that stands wrong`() {
    let right = #"{"a":"b","c":"d","e":"f"}"#
    #expect(problems("a: b\n c: d\ne: f\n") == "indentation 2, \(right)")
    #expect(problems(" a: b\nc: d\ne: f\n") == "indentation 1, \(right)")
    #expect(problems("a: \"b\"\n  c: d\ne: f\n") == "indentation 2, \(right)")
    #expect(problems("a: b\n\tc: d\ne: f\n") == "tab 2, \(right)")
    #expect(problems("a:\n\t- b\n\t- c\nd: e\n") == #"tab 2, {"a":["b","c"],"d":"e"}"#)
    #expect(problems("a:\n  - b\n - c\nd: e\n") == #"indentation 3, {"a":["b","c"],"d":"e"}"#)
    #expect(problems("a:\n  - b\n   - c\n") == #"swallowedItem 3, {"a":["b - c"]}"#)
    #expect(problems("a: \"b\nc\"\nd: e\n") == #"quotedIndentation 2, {"a":"b c","d":"e"}"#)
    #expect(problems("a: [b,\nc]\nd: e\n") == #"flowIndentation 2, {"a":["b","c"],"d":"e"}"#)
    #expect(problems("a: |\nb\nc: d\n") == #"blockIndentation 2, {"a":"","c":"d"}"#)
  }

  @Test func `what means something else is told at the character`() {
    #expect(problems("a: @b\nc: d\n") == #"reservedStart 1, {"a":"@b","c":"d"}"#)
    #expect(problems("a: `b` c\nd: e\n") == #"reservedStart 1, {"a":"`b` c","d":"e"}"#)
    #expect(problems("a: *b*\nc: d\n") == #"undefinedAlias 1, {"a":"*b*","c":"d"}"#)
    #expect(problems("a: [b] c\nd: e\n") == #"textAfterValue 1, {"a":["b"],"d":"e"}"#)
    #expect(problems("a: \"b\" c\nd: e\n") == #"textAfterValue 1, {"a":"\"b\" c","d":"e"}"#)
    #expect(problems("a: - b\nc: d\n") == #"itemAfterKey 1, {"a":"- b","c":"d"}"#)
    #expect(problems("a: |b\nc: d\n") == #"blockHeader 1, {"a":"|b","c":"d"}"#)
    #expect(problems("a: b\nnonsense\nmore of it\nc: d\n") == #"notAnEntry 2, {"a":"b","c":"d"}"#)
    #expect(problems("a: \"b\"#c\n") == #"badComment 1, {"a":"b"}"#)
    #expect(problems("a: b\n---\nc: d\n") == #"extraDocument 2, {"a":"b"}"#)
    #expect(problems("a: \u{1}\n") == #"controlCharacter 1, {"a":"\u0001"}"#)
  }

  @Test func `hostile nesting and aliases stay bounded`() {
    let deep = String(repeating: "[", count: 100_000)
    #expect(YAML.parse(Array(deep.utf8)).problems.contains { $0.cause == .tooDeep })
    let dashes = String(repeating: "- ", count: 100_000)
    #expect(YAML.parse(Array(dashes.utf8)).problems.contains { $0.cause == .tooDeep })
    var laughs = "a: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1..<30 {
      laughs +=
        "b\(level): &a\(level) [\(Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ","))]\n"
    }
    let document = YAML.parse(Array(laughs.utf8))
    #expect(document.problems.contains { $0.cause == .aliasExpansion })
    #expect((document.root?.json.count ?? 0) < 1_000_000)
  }

  @Test func `any bytes give ranges within the text, and problems in order`() {
    let pieces = [
      " ", "  ", "\n", "\n  ", ": ", ":", "- ", "? ", "[", "]", "{", "}", ",", "\"", "'", "#", "|",
      ">", "&a ", "*a", "!t ", "a", "b: c\n", "\\", "\t", "\r\n", "\r", "，", "：", "”", "】", "---\n",
      "%", "@", "\u{0}", "😀",
    ]
    var random = SeededGenerator(seed: 0x5EED)
    for _ in 0..<20_000 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 0...24, using: &random) {
        bytes += Array((pieces.randomElement(using: &random) ?? "").utf8)
        if Int.random(in: 0..<40, using: &random) == 0 { bytes.append(0xFF) }
      }
      let document = YAML.parse(bytes)
      var last = 0
      for problem in document.problems {
        #expect(problem.range.start >= last && problem.range.end <= bytes.count)
        last = problem.range.start
      }
      if let root = document.root { expectSound(root, within: ByteRange(0, bytes.count)) }
      let matter = FrontMatter(bytes)
      #expect(matter.content.end <= matter.bodyStart && matter.bodyStart <= bytes.count)
    }
  }

  private func expectSound(_ node: YAMLNode, within range: ByteRange) {
    #expect(range.start <= node.range.start && node.range.end <= range.end)
    guard node.alias == nil else { return }
    for item in node.items ?? [] { expectSound(item, within: node.range) }
    for entry in node.entries ?? [] {
      expectSound(entry.key, within: range)
      expectSound(entry.value, within: range)
    }
  }
}
