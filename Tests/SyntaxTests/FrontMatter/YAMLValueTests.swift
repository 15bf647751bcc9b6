import Syntax
import Testing

struct YAMLValueTests {
  private func json(_ text: String) -> String {
    let document = YAML.parse(Array(text.utf8))
    guard document.isValid else { return "invalid: \(document.problems)" }
    return document.root.map { String(decoding: $0.json, as: UTF8.self) } ?? "nothing"
  }

  @Test func `block collections nest by indentation`() {
    #expect(
      json("a: 1\nb:\n  c: d\n  e:\n    - f\n    - g\n") == #"{"a":1,"b":{"c":"d","e":["f","g"]}}"#)
    #expect(json("a:\n- b\n- c\nd: e\n") == #"{"a":["b","c"],"d":"e"}"#)
    #expect(json("- a: b\n  c: d\n- - e\n  - f\n") == #"[{"a":"b","c":"d"},["e","f"]]"#)
    #expect(json("  a: b\n  c: d\n") == #"{"a":"b","c":"d"}"#)
    #expect(json("? a\n: b\n? - c\n: - d\n") == #"{"a":"b","[\"c\"]":["d"]}"#)
    #expect(json("?\n- a\n:\n- b\n") == #"{"[\"a\"]":["b"]}"#)
    #expect(json(": a\n") == #"{"null":"a"}"#)
    #expect(json("a:\nb:\n") == #"{"a":null,"b":null}"#)
  }

  @Test func `flow collections take commas, pairs and line breaks`() {
    #expect(json("a: [b, \"c\", 'd', ]\n") == #"{"a":["b","c","d"]}"#)
    #expect(
      json("a: {b: c, d, \"e\":f, ? g : h}\n") == #"{"a":{"b":"c","d":null,"e":"f","g":"h"}}"#)
    #expect(json("a: [b: c, : d, ? e]\n") == #"{"a":[{"b":"c"},{"null":"d"},{"e":null}]}"#)
    #expect(json("a: [b,\n  c\n]\n") == #"{"a":["b","c"]}"#)
    #expect(json("a: [b\n  c, # d\n  e]\n") == #"{"a":["b c","e"]}"#)
    #expect(json("[a, b]: c\n") == #"{"[\"a\",\"b\"]":"c"}"#)
    #expect(json("a: [http://b.c/d, -1, ::e]\n") == #"{"a":["http://b.c/d",-1,"::e"]}"#)
  }

  @Test func `scalars are what their style says`() {
    #expect(json("a: b\n  c\n\n  d\n") == #"{"a":"b c\nd"}"#)
    #expect(json("a: 'it''s'\nb: '  c '\n") == #"{"a":"it's","b":"  c "}"#)
    #expect(json(#"a: "\t\"\\\/\x41\u263A\U0001F600""#) == #"{"a":"\t\"\\/A☺😀"}"#)
    #expect(json("a: \"b \\\n  c\"\nd: \"e\n\n  f\"\n") == #"{"a":"b c","d":"e\nf"}"#)
    #expect(json("a: |\n  b\n   c\n\n  d\n\ne: f\n") == #"{"a":"b\n c\n\nd\n","e":"f"}"#)
    #expect(json("a: >\n  b\n  c\n\n  d\n    e\n  f\n") == #"{"a":"b c\nd\n  e\nf\n"}"#)
    #expect(
      json("a: |-\n  b\n\nc: >+\n  d\n\ne: |2\n    f\n") == #"{"a":"b","c":"d\n\n","e":"  f\n"}"#)
    #expect(json("a: |\nb: c\n") == #"{"a":"","b":"c"}"#)
    #expect(json("a: b#c # d\n") == #"{"a":"b#c"}"#)
    #expect(json("标题: 谷歌：发布 “Gemini”\n") == #"{"标题":"谷歌：发布 “Gemini”"}"#)
    #expect(json("a: b\r\nc: |\r\n  d\r\n  e\r\n") == #"{"a":"b","c":"d\ne\n"}"#)
  }

  @Test func `plain scalars follow the core schema`() {
    #expect(
      json("[~, null, true, False, 12, -0x1F, 0x1F, 0o17, 1.5, .5, 1e3, -.inf, .nan]\n")
        == #"[null,null,true,false,12,"-0x1F",31,15,1.5,0.5,1000.0,"-.inf",".nan"]"#)
    #expect(
      json("[yes, 2025-01-31, 1_000, 012, '1', !!str 1, ! 1, !!float 1]\n")
        == #"["yes","2025-01-31","1_000",12,"1","1","1",1.0]"#)
    #expect(json("[98765432109876543210, 1.]\n") == "[98765432109876543210,1.0]")
  }

  @Test func `aliases stand for their anchors`() {
    #expect(json("a: &x [1]\nb: *x\n&k c: *k\n") == #"{"a":[1],"b":[1],"c":"c"}"#)
    #expect(json("a: &x\n  b: c\nd: *x\n") == #"{"a":{"b":"c"},"d":{"b":"c"}}"#)
    #expect(json("a: &x 1\nb: &x 2\nc: *x\n") == #"{"a":1,"b":2,"c":2}"#)
  }

  @Test func `directives, markers and comments surround the document`() {
    #expect(json("%YAML 1.2\n---\na: b\n...\n# c\n") == #"{"a":"b"}"#)
    #expect(json("%TAG !e! tag:yaml.org,2002:\n--- \na: !e!str 1\n") == #"{"a":"1"}"#)
    #expect(json("--- {a: b}\n") == #"{"a":"b"}"#)
    #expect(json("\u{FEFF}# c\n\na: b # d\n  # e\n") == #"{"a":"b"}"#)
    #expect(json("# c\n") == "nothing")
  }

  @Test func `ranges cover what was written`() throws {
    let text = "标题: \"a\"\nb: [c, *d] # e\nf: &g h\n  i\n"
    let bytes = Array(text.utf8)
    let document = YAML.parse(bytes)
    func slice(_ range: ByteRange) -> String {
      String(decoding: bytes[range.start..<range.end], as: UTF8.self)
    }
    let entries = try #require(document.root?.entries)
    #expect(entries.map { slice($0.key.range) } == ["标题", "b", "f"])
    #expect(entries.map { slice($0.value.range) } == ["\"a\"", "[c, *d]", "h\n  i"])
    #expect(document.comments.map(slice) == ["# e"])
    #expect(document.problems.map(\.cause) == [.undefinedAlias])
  }
}
