package import Syntax

/// Random issues and edits to them, from a seed.
package struct RandomEdits {
  private var random: SeededGenerator

  package init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  private static let lines = [
    "", "", "", "# 标题", "## b", "---", "===", "***", "- 甲", "- b", "  c", "* d", "1. e", "2. f",
    "10) g", "> h", "> - i", ">", "> > j", "    k", "\tl", "```", "~~~", "````", "<div>", "</div>",
    "<!-- m", "-->", "<pre>", "</pre>", "[a]: /u", "[b]: <v> 't'", "[a] [b]", "[甲]:", "正文**粗**。",
    "n *o* `p`", "- - q", "-", "1.", "   r", "-\t\ts", ">\tt", "- > u", "title: x", "<b>",
    "\t", "     ", " \t\t", "    v",
  ]
  private static let bits = [
    "a", "字", " ", "\n", "\n\n", "\r\n", "\r", "\t", "-", "- ", ">", "> ", "#", "```\n", "    ",
    "=",
    "[a]: /x\n", "*", "\n---\n", "<!--", "-->", "1. ", "  ", "。", "]: ", "---\n",
  ]

  package mutating func text() -> [UInt8] {
    var text: [UInt8] = []
    if Bool.random(using: &random) { text += Array("---\ntitle: 题\ndate: 2026-01-01\n---\n".utf8) }
    let ending = ["\n", "\n", "\n", "\r\n", "\r"].randomElement(using: &random) ?? "\n"
    for _ in 0..<Int.random(in: 0...30, using: &random) {
      text += Array(((Self.lines.randomElement(using: &random) ?? "") + ending).utf8)
    }
    return text
  }

  package mutating func edit(of text: [UInt8]) -> TextEdit {
    let start = Int.random(in: 0...text.count, using: &random)
    let length =
      switch Int.random(in: 0..<10, using: &random) {
      case 0..<5: 0
      case 5..<8: Int.random(in: 1...3, using: &random)
      case 8: Int.random(in: 1...40, using: &random)
      default: Int.random(in: 0...text.count, using: &random)
      }
    var new: [UInt8] = []
    switch Int.random(in: 0..<8, using: &random) {
    case 0: break
    case 1..<6: new = Array((Self.bits.randomElement(using: &random) ?? "").utf8)
    case 6:
      for _ in 0..<Int.random(in: 1...5, using: &random) {
        new += Array(((Self.lines.randomElement(using: &random) ?? "") + "\n").utf8)
      }
    default: new = self.text()
    }
    let end = min(start + length, text.count)
    if text.count > 1500 { return TextEdit(range: ByteRange(200, text.count), newText: new) }
    return TextEdit(range: ByteRange(start, end), newText: new)
  }

  /// What first goes wrong when so many edits are carried out, each document edited fifty times;
  /// `nil` when every tree is that of its text from scratch.
  package mutating func firstProblem(among count: Int) -> String? {
    var document = Document(bytes: text())
    for round in 0..<count {
      if round % 50 == 49 { document = Document(bytes: text()) }
      let before = document.bytes
      let edit = edit(of: before)
      document.apply(edit)
      if let problem = document.problem() {
        return """
          \(problem)
          text \(String(decoding: before, as: UTF8.self).debugDescription)
          edit \(edit.range) \(String(decoding: edit.newText, as: UTF8.self).debugDescription)
          """
      }
    }
    return nil
  }
}
