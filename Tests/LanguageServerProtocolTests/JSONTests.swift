import LanguageServerProtocol
import TestSupport
import Testing

@Suite struct JSONTests {
  private func read(_ text: String) throws(JSONError) -> JSON {
    try JSONReader.read(Array(text.utf8))
  }

  private func written(_ json: JSON) -> String {
    String(decoding: JSONWriter.bytes(of: json), as: UTF8.self)
  }

  @Test(arguments: [
    "null", "true", "false", "0", "-1", "9223372036854775807", "-9223372036854775808",
    "9007199254740991", "1.5", "1e300", "-0.25e-3", "18446744073709551616", #""""#, #""智谱 😀""#,
    #""a\"b\\c\n\r\t""#, "[]", "[1,[2,[]],{}]", "{}", #"{"a":1,"b":{"c":[null]}}"#,
  ])
  func `what was read is written as it was`(text: String) throws {
    #expect(written(try read(text)) == text)
  }

  @Test(arguments: [
    "", " ", "nul", "tru", "+1", "01", "1.", ".5", "1e", "--1", "-", #"""#, #""\x""#, #""\u12""#,
    "\"a\nb\"", "[1,]", "[1 2]", "[", "]", "{", #"{"a"}"#, #"{"a":}"#, #"{"a":1,}"#, "{a:1}",
    #"{'a':1}"#, "1 2", "NaN", "Infinity", "[1]]", "\u{FEFF}1", "// c\n1",
  ])
  func `what is no JSON is refused`(text: String) {
    #expect(throws: JSONError.self) { try read(text) }
  }

  @Test func `escapes become the bytes they stand for`() throws {
    #expect(try read(#""\u667a\ud83d\ude00\/\b\f""#).text == "智😀/\u{8}\u{C}")
    #expect(try read(#""\u0000""#) == .string([0]))
  }

  @Test(arguments: [#""a\ud800b""#, #""a\udc00b""#, #""a\ud800""#, #""a\ud800\u0041b""#])
  func `a lone surrogate becomes the replacement character`(text: String) throws {
    let result = try #require(try read(text).text)
    #expect(result.unicodeScalars.contains("\u{FFFD}"))
    #expect(result.hasPrefix("a"))
    #expect(result.hasSuffix("b") || !text.hasSuffix("b\""))
  }

  @Test func `bytes that are no UTF-8 become replacement characters`() throws {
    for bytes: [UInt8] in [
      [0xFF], [0xC0, 0xAF], [0xE4, 0xBD], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80],
    ] {
      let json = try JSONReader.read([0x22, 0x61] + bytes + [0x62, 0x22])
      let text = try #require(json.text)
      #expect(text.hasPrefix("a\u{FFFD}"))
      #expect(text.hasSuffix("b"))
    }
  }

  @Test func `nesting is bounded`() throws {
    let limit = JSONReader.depthLimit
    let deepest = String(repeating: "[", count: limit) + String(repeating: "]", count: limit)
    #expect(written(try read(deepest)) == deepest)
    #expect(throws: JSONError.self) { try read("[" + deepest + "]") }
    #expect(throws: JSONError.self) { try read(String(repeating: "[", count: 1_000_000)) }
    #expect(throws: JSONError.self) { try read(String(repeating: #"{"a":"#, count: 1_000_000)) }
  }

  @Test func `numbers that some clients write as fractions are integers`() throws {
    #expect(try read("1.0").integer == 1)
    #expect(try read("1e3").integer == 1000)
    #expect(try read("1.5").integer == nil)
    #expect(try read("1e999").integer == nil)
    #expect(try read("18446744073709551616").integer == nil)
  }

  @Test func `the last of equal keys counts and null counts as missing`() throws {
    #expect(try read(#"{"a":1,"a":2}"#)["a"]?.integer == 2)
    #expect(try read(#"{"a":null}"#)["a"] == nil)
    #expect(try read("[1]")["a"] == nil)
  }

  @Test func `unusable parameters are named by their path`() throws {
    let json = try read(#"{"range":{"start":{"line":0,"character":-1}}}"#)
    let error = #expect(throws: InvalidParameters.self) {
      try json.decode("range", as: LSP.Range.self)
    }
    #expect(
      error?.description == "range.start.character: an unsigned integer was expected")
  }

  @Test func `any bytes are read or refused, and what was read is written and read again the same`()
    throws
  {
    let words = [
      "{", "}", "[", "]", ":", ",", "\"", "\\", "\\u", "d83d", "\\ude00", "null", "true", "1", "-",
      "0.5", "e9", " ", "智", "\u{0}", "\"a\"",
    ].map { Array($0.utf8) }
    var generator = SeededGenerator(seed: 20_260_131)
    var readable = 0
    for _ in 0..<20_000 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 0...12, using: &generator) {
        bytes += words[Int.random(in: 0..<words.count, using: &generator)]
        if Int.random(in: 0..<20, using: &generator) == 0 {
          bytes.append(UInt8.random(in: 0...255, using: &generator))
        }
      }
      guard let json = try? JSONReader.read(bytes) else { continue }
      readable += 1
      #expect(try JSONReader.read(JSONWriter.bytes(of: json)) == json)
    }
    #expect(readable > 100)
  }

  @Test func `keys that come from outside are escaped`() throws {
    for uri in [#"file:///c:\temp\a.md"#, #"untitled:a"b"#, "untitled:a\nb"] {
      let edit = LSP.WorkspaceEdit(
        documents: [.init(uri: uri, version: 1, edits: [])], usesDocumentChanges: false)
      #expect(
        try JSONReader.read(JSONWriter.bytes(of: edit))
          == .object([
            .init(
              key: Array("changes".utf8),
              value: .object([.init(key: Array(uri.utf8), value: .array([]))]))
          ]))
    }
    let item = try read(#"{"label":"x","a\"b":1}"#)
    let resolved = LSP.ResolvedCompletionItem(item: item, documentation: nil)
    #expect(try JSONReader.read(JSONWriter.bytes(of: resolved)) == item)
  }

  @Test func `what is resolved holds no member twice`() throws {
    let item = try read(#"{"label":"x","documentation":"old","data":null}"#)
    let documentation = LSP.MarkupContent(kind: .plainText, value: "new")
    let resolved = LSP.ResolvedCompletionItem(item: item, documentation: documentation)
    #expect(
      String(decoding: JSONWriter.bytes(of: resolved), as: UTF8.self)
        == #"{"label":"x","data":null,"documentation":{"kind":"plaintext","value":"new"}}"#)
    let action = LSP.ResolvedCodeAction(
      action: try read(#"{"edit":null,"title":"x"}"#),
      edit: LSP.WorkspaceEdit(documents: [], usesDocumentChanges: false))
    #expect(
      String(decoding: JSONWriter.bytes(of: action), as: UTF8.self)
        == #"{"title":"x","edit":{"changes":{}}}"#)
  }
}
