import Syntax
import Testing

private struct MarkdownExample {
  let line: Int
  let markdown: String
  let xml: String
  let sourcepos: Bool

  /// Those in the text, each between a line that begins with ```` and `example`, and one of ````.
  static func all(in text: String) -> [MarkdownExample] {
    var examples: [MarkdownExample] = []
    var start: (line: Int, sourcepos: Bool)?
    var parts = [""]
    for (line, content) in text.split(separator: "\n", omittingEmptySubsequences: false)
      .enumerated()
    {
      if content.hasPrefix("```` example") {
        start = (line + 1, content.hasSuffix("sourcepos"))
        parts = [""]
      } else if content == "````", let opened = start {
        examples.append(
          MarkdownExample(
            line: opened.line, markdown: parts.first.map(shown) ?? "",
            xml: parts.last.map(shown) ?? "", sourcepos: opened.sourcepos))
        start = nil
      } else if content == "." {
        parts.append("")
      } else {
        parts[parts.count - 1] += content + "\n"
      }
    }
    return examples
  }

  private static func shown(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "→": result.append("\t")
      case "␍": result.append("\r")
      case "␤": continue
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}

@Suite struct XMLPrinterTests {
  @Test func `every construct gives the tree that it stands for`() {
    let examples = MarkdownExample.all(in: markdownExamples)
    #expect(examples.count == 26)
    for example in examples {
      let body = Array(example.markdown.utf8)
      let xml = XMLPrinter.print(
        BlockTree(parsing: body), of: body, sourcepos: example.sourcepos)
      var lines = String(decoding: xml, as: UTF8.self).split(
        separator: "\n", omittingEmptySubsequences: false)
      lines.removeFirst(2)
      if !example.sourcepos {
        lines =
          lines.dropFirst().dropLast(2).map { $0.hasPrefix("  ") ? $0.dropFirst(2) : $0 } + [""]
      }
      #expect(lines.joined(separator: "\n") == example.xml, "line \(example.line)")
    }
  }

  @Test func `what XML cannot hold becomes a replacement character`() {
    let body: [UInt8] = [0x61, 0x00, 0x0C, 0xEF, 0xBF, 0xBE, 0x62]
    let xml = String(decoding: XMLPrinter.print(BlockTree(parsing: body), of: body), as: UTF8.self)
    #expect(xml.contains(">a\u{FFFD}\u{FFFD}\u{FFFD}b<"))
  }

  @Test func `front matter is no part of the tree`() {
    let document = Document(bytes: Array("---\ntitle: a\n---\n# b\n".utf8))
    let xml = XMLPrinter.print(document.body, of: document.bytes, sourcepos: true)
    #expect(String(decoding: xml, as: UTF8.self).contains("<heading sourcepos=\"1:1-1:3\""))
  }
}
