import Syntax
import Testing

/// Input that makes a careless parser take time in the square of its length, or too much stack.
@Suite struct HostileMarkdownTests {
  private static let patterns: [(before: String, unit: String, after: String)] = [
    ("", "[", ""), ("", "[a](", ""), ("", "[a](<b", ""), ("", "![", ""), ("", "![a](", ""),
    ("", "*a ", ""), ("", "*a _b ", ""), ("", "a* ", ""), ("", "a***b _c__ ", ""),
    ("", "*a**a", ""),
    ("", "*", "a"), ("", ">", "a"), ("", "> ", "a"), ("", "- ", "a"), ("", "1. ", "a"),
    ("", "`a``", ""), ("", "<", ""), ("", "a <!--", ""), ("", "a<?", ""), ("", "a<![CDATA[", ""),
    ("", "a<!A ", ""), ("", "a <b c=\"", ""), ("", "a <b c='\"", ""), ("", "&a", ""),
    ("", "[a]: <u\n", ""), ("", "[a]: u \"\n", ""), ("[a]: /u\n\n", "[a] ", ""),
    ("", "[a](b \"\\\"", ""), ("", "(", ""), ("[a](", "(", ""), ("- a\n", "\n", "  b"),
    ("- - - - a\n", "\n", "b"), ("", "\t", "a"), ("", "a\n", "==="), ("", "[a]: b\n===\n", ""),
    ("", "<a:", ""), ("", "<a@", ""), ("", "\\*", ""), ("", "* ", "a"), ("> a\n", "b\n", ""),
    ("", "<a b c ", ""), ("", "a\r", ""), ("", "[\n", ""), ("```\n", "a\n", ""),
    ("<!--\n", "a\n", ""),
  ]

  @Test(.timeLimit(.minutes(2))) func `time is linear in the length`() {
    let length = 60_000
    for pattern in Self.patterns {
      let count = length / pattern.unit.utf8.count
      let unit = Array(pattern.unit.utf8)
      var body = Array(pattern.before.utf8)
      for _ in 0..<count { body += unit }
      body += Array(pattern.after.utf8)
      let tree = BlockTree(parsing: body)
      #expect(tree.root.length == body.count)
      #expect(!XMLPrinter.print(tree, of: body).isEmpty)
    }
  }

  @Test(.timeLimit(.minutes(1))) func `URLs in one another are looked through once`() throws {
    for unit in ["http://", "http://a.b/", "www."] {
      let document = Document(bytes: Array(String(repeating: unit, count: 60_000).utf8))
      let leaf = try #require(document.body.leaf(at: 0))
      #expect(document.inlines(of: leaf.block, at: leaf.start).bareURLs().count <= 1)
    }
  }

  @Test(.timeLimit(.minutes(1))) func `an edit within deep nesting and its opposite are bounded`() {
    let body = Array((String(repeating: ">", count: 50_000) + "a\n\nb\n").utf8)
    var document = Document(bytes: body)
    for offset in stride(from: 0, to: body.count, by: 5000) {
      document.apply(TextEdit(range: ByteRange(offset, offset + 1), newText: ""))
      document.apply(TextEdit(range: ByteRange(offset, offset), newText: ">"))
      #expect(document.problem() == nil)
    }
  }

  @Test func `containers nest two hundred deep, what is deeper is text`() {
    let body = Array((String(repeating: ">", count: 100_000) + "a\n").utf8)
    let tree = BlockTree(parsing: body)
    let path = tree.path(to: body.count - 1)
    #expect(path.count == 201)
    #expect(path.last?.block.kind == .paragraph)
  }

  @Test func `bytes that are no UTF-8 go through as they are`() {
    let body: [UInt8] = [0x2A, 0xFF, 0x2A, 0x20, 0x5B, 0xC3, 0x5D, 0x3A, 0x80, 0x0A, 0xE4]
    let tree = BlockTree(parsing: body)
    #expect(XMLPrinter.print(tree, of: body).contains(0xFF))
  }
}
