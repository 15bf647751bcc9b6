import Syntax
import TestSupport
import Testing

extension Document {
  /// Every block with the offset of its first line.
  func blocks() -> [(block: Block, start: Int, depth: Int)] {
    var all: [(Block, Int, Int)] = []
    body.forEachBlock { block, start, depth in
      all.append((block, start, depth))
      return true
    }
    return all
  }
}

@Suite struct IncrementalTests {
  @Test(arguments: [UInt64(1), 2, 3, 4])
  func `the tree after an edit is that of the text from scratch`(seed: UInt64) {
    var edits = RandomEdits(seed: seed)
    if let problem = edits.firstProblem(among: 2000) { Issue.record("\(problem)") }
  }

  @Test func `blank lines at the end of indented code are no content, whatever they are made of`() {
    var document = Document(bytes: Array("\ta\n\t\n\n\n\tb".utf8))
    document.apply(TextEdit(range: ByteRange(7, 9), newText: ""))
    #expect(document.problem() == nil)
  }

  @Test func `a document before an edit stays what it was`() {
    var edits = RandomEdits(seed: 9)
    for _ in 0..<200 {
      let document = Document(bytes: edits.text())
      var edited = document
      edited.apply(edits.edit(of: document.bytes))
      #expect(document.problem() == nil)
      #expect(edited.problem() == nil)
    }
  }

  @Test func `typing in a paragraph makes one new leaf and new containers around it`() {
    expectNew("# 标题\n\n正‸文\n\n- 甲\n- 乙\n", typed: "x", ["document", "paragraph"])
    expectNew(
      "# 标题\n\n正文\n\n- 甲\n- ‸乙\n- 丙\n", typed: "x",
      [
        "document", "list", "item", "paragraph",
      ])
    expectNew("> a\n>\n> b‸\n>\n> c\n", typed: "x", ["document", "blockQuote", "paragraph"])
    expectNew("```\na\nb‸\nc\n```\n\nd\n", typed: "x", ["document", "fencedCode"])
  }

  @Test func `a block whose lines end elsewhere is new, its neighbours are not`() {
    expectNew("# a\n\nb‸\n\nc\n", typed: "\n\n", ["document", "paragraph"])
    expectNew("a\n\n‸b\n\nc\n", typed: "# ", ["document", "heading"])
    expectNew("a\n\n‸b\n\n    c\n\nd\n", typed: "\n", ["document", "paragraph"])
  }

  @Test func `a list of thousands of items gives one new item`() {
    let items = String(repeating: "- 一条要闻，**加粗**。\n", count: 2500)
    expectNew(
      "开头\n\n" + items + "- 这里‸\n" + items + "\n结尾\n", typed: "字",
      [
        "document", "list", "item", "paragraph",
      ])
    expectNew("‸- a\n" + items, typed: "*b*\n", ["document", "paragraph"])
  }

  @Test func `a long block quote gives one new paragraph`() {
    let quoted = String(repeating: "> 引文一段。\n>\n", count: 2000)
    expectNew(
      quoted + "> 这‸里\n>\n" + quoted, typed: "字",
      [
        "document", "blockQuote", "paragraph",
      ])
  }

  @Test func `an opened fence takes all below, and a closed one gives back what it is given`() {
    expectNew("‸a\n\n- b\n\n# c\n", typed: "```\n", ["document", "fencedCode"])
  }

  @Test func `a definition renews the leaves that asked for one, and no others`() {
    let text = "[a] und [b]\n\n正文\n\n[a]: /u\n"
    var document = Document(bytes: Array(text.utf8))
    for leaf in document.blocks() where !leaf.block.kind.isContainer {
      _ = document.inlines(of: leaf.block, at: leaf.start)
    }
    let before = document.blocks().map(\.block)
    document.apply(
      TextEdit(range: ByteRange(text.utf8.count - 2, text.utf8.count - 1), newText: "v"))
    let after = document.blocks().map(\.block)
    #expect(document.problem() == nil)
    #expect(before.count == after.count)
    #expect(zip(before, after).map { $0 === $1 } == [false, false, true, false])
  }

  /// Types at `‸` and compares the kinds of the blocks that are new objects, in text order.
  private func expectNew(
    _ marked: String, typed: String, _ kinds: [String],
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let parts = marked.split(separator: "‸", omittingEmptySubsequences: false)
    var document = Document(bytes: Array(parts.joined().utf8))
    let known = Set(document.blocks().map { ObjectIdentifier($0.block) })
    // The old blocks must live on, or a new one might be found at the address of an old one.
    let old = document.blocks().map(\.block)
    let at = parts[0].utf8.count
    document.apply(TextEdit(range: ByteRange(at, at), newText: typed))
    #expect(document.problem() == nil, sourceLocation: sourceLocation)
    let new = document.blocks().filter { !known.contains(ObjectIdentifier($0.block)) }
    let names = new.map { String("\($0.block.kind)".prefix { $0 != "(" }) }
    #expect(names == kinds, sourceLocation: sourceLocation)
    withExtendedLifetime(old) {}
  }
}
