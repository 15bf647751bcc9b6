import Syntax
import Testing

/// The inlines of the first leaf, one a line: kind, source and where links lead.
private func expectInlines(
  _ markdown: String, _ expected: String, sourceLocation: SourceLocation = #_sourceLocation
) {
  let document = Document(bytes: Array(markdown.utf8))
  guard let leaf = document.body.leaf(at: 0) else {
    Issue.record("no leaf", sourceLocation: sourceLocation)
    return
  }
  let inlines = document.inlines(of: leaf.block, at: leaf.start)
  var lines: [String] = []
  for node in 0..<inlines.count {
    let range = inlines.range(node).shifted(by: leaf.start)
    let source = String(decoding: document.bytes[range.start..<range.end], as: UTF8.self)
    var line = "\(inlines.kind(node)) \(source.debugDescription)"
    if let link = inlines.link(node) {
      line += " -> " + String(decoding: link.target.destination, as: UTF8.self)
    }
    lines.append(line)
  }
  #expect(lines.joined(separator: "\n") == expected, sourceLocation: sourceLocation)
}

@Suite struct InlinesTests {
  @Test func `ranges are those of the source, markers included`() throws {
    expectInlines(
      "一**二**[三](/u \"t\")`四`",
      """
      text "一"
      strong "**二**"
      text "二"
      link "[三](/u \\"t\\")" -> /u
      text "三"
      code "`四`"
      """)
  }

  @Test func `ranges skip the prefixes of containers`() throws {
    expectInlines(
      "> a *b\n> c* [d\n  e](<f g>)",
      """
      text "a "
      emphasis "*b\\n> c*"
      text "b"
      softBreak "\\n"
      text "c"
      text " "
      link "[d\\n  e](<f g>)" -> f g
      text "d"
      softBreak "\\n  "
      text "e"
      """)
  }

  @Test func `plain text is what a reader sees and knows where it comes from`() throws {
    let markdown = "> ## [OpenAI &amp; `Co`](https://a.b) **新\\*品**\n"
    let document = Document(bytes: Array(markdown.utf8))
    let leaf = try #require(document.body.leaf(at: 0))
    let plain = document.inlines(of: leaf.block, at: leaf.start).plainText()
    #expect(String(decoding: plain.bytes, as: UTF8.self) == "OpenAI & Co 新*品")
    for (word, source) in [("OpenAI", "OpenAI"), ("&", "&amp;"), ("Co", "Co"), ("新*品", "新\\*品")] {
      let bytes = Array(word.utf8)
      let at = plain.bytes.indices.first { plain.bytes[$0...].starts(with: bytes) } ?? 0
      let range = plain.source(ByteRange(at, at + bytes.count)).shifted(by: leaf.start)
      #expect(String(decoding: document.bytes[range.start..<range.end], as: UTF8.self) == source)
    }
  }

  @Test func `a bare URL is text, found on demand`() throws {
    let markdown = "见https://a.com/x(1)。http://b.cn, www.c.org/y). [www.d.io](/e) ahttp://f.g"
    let document = Document(bytes: Array(markdown.utf8))
    let leaf = try #require(document.body.leaf(at: 0))
    let found = document.inlines(of: leaf.block, at: leaf.start).bareURLs()
    #expect(
      found.map { String(decoding: document.bytes[$0.start..<$0.end], as: UTF8.self) } == [
        "https://a.com/x(1)", "http://b.cn", "www.c.org/y",
      ])
  }

  @Test func `a cursor knows what it stands in`() throws {
    let cases: [(String, InlineContext)] = [
      ("a‸b", .text), ("`a‸b`", .code), ("[a‸](b)", .text), ("[a](‸b)", .destination),
      ("[a](b‸)", .destination), ("[a](b)‸", .text), ("<http://‸x>", .destination),
      ("x<b‸r>", .html), ("见 https://x‸.y/z", .url), ("https://x.y/z 见‸", .text),
    ]
    for (marked, expected) in cases {
      let bytes = Array(marked.utf8)
      let mark = Array("‸".utf8)
      let at = bytes.indices.first { bytes[$0...].starts(with: mark) } ?? 0
      let document = Document(bytes: Array(bytes[..<at] + bytes[(at + 3)...]))
      let leaf = try #require(document.body.leaf(at: 0))
      let context = document.inlines(of: leaf.block, at: leaf.start).context(at: at - leaf.start)
      #expect(context == expected, "\(marked)")
    }
  }
}
