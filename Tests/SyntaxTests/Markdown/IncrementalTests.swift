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
}
