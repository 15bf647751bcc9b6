import Analysis
import Syntax
import Testing

@testable import issue_lsp

@Suite struct OutputTests {
  @Test(arguments: [
    ("abc", 3), ("深度", 4), ("“引”", 4), ("😀", 2), ("e\u{301}", 1), ("👩‍💻", 2), ("❤️", 2), ("⚡", 2),
    ("１２", 4), ("ｱ", 1), ("한글", 4), ("👍🏽", 2), ("\u{200B}", 0), ("，。", 4), ("🇨🇳", 2), ("…", 1),
    ("𠮷", 2), ("⌚️", 2), ("é", 1), ("ก็", 1),
  ])
  func `a terminal's columns are counted as it draws them`(text: String, width: Int) {
    #expect(displayWidth(text.unicodeScalars) == width)
  }

  /// The excerpt around the part of `line` between the two `|`.
  func excerpt(_ line: String, width: Int = 60) -> String {
    let parts = line.split(separator: "|", omittingEmptySubsequences: false).map { Array($0.utf8) }
    let text = Text(Array("first\n".utf8) + parts.joined() + Array("\nlast".utf8))
    let start = 6 + parts[0].count
    let excerpt = Excerpt(of: ByteRange(start, start + parts[1].count), in: text, width: width)
    #expect(displayWidth(excerpt.line.unicodeScalars) <= width + 2)
    return excerpt.line + "\n" + excerpt.indent + excerpt.marks
  }

  @Test func `carets stand under wide characters, emoji and tabs`() {
    #expect(excerpt("ab|cd|ef") == "abcdef\n  ^^")
    #expect(excerpt("**深度解读 & |洞潜|：**") == "**深度解读 & 洞潜：**\n             ^^^^")
    #expect(excerpt("😀👩‍💻|e\u{301}x|") == "😀👩‍💻e\u{301}x\n    ^^")
    #expect(excerpt("\t|a|") == "    a\n    ^")
    #expect(excerpt("a||b") == "ab\n ^")
    #expect(excerpt("a|\u{1B}[31m|b") == "a␛[31mb\n ^^^^^")
  }

  @Test func `a long line is cut around the place`() {
    let long = String(repeating: "长", count: 100)
    #expect(excerpt("\(long)|x|\(long)", width: 20) == "…长长长长x长长长长长…\n         ^")
    #expect(excerpt("\(long)|x|", width: 20) == "…长长长长长长长长长x\n                   ^")
    #expect(excerpt("|x|\(long)", width: 20) == "x长长长长长长长长长…\n^")
    #expect(excerpt("|\(long)|", width: 20) == "长长长长长长长长长长…\n^^^^^^^^^^^^^^^^^^^^")
    // Marks that take up no room are no reason to look at the whole line.
    let marks = "e" + String(repeating: "\u{301}", count: 4000)
    #expect(excerpt("\(marks)|x|\(marks)", width: 20).hasSuffix("…\n ^"))
  }

  @Test func `a text is wrapped between words and Chinese characters`() {
    #expect(wrapped("one two three", to: 7) == ["one two", "three"])
    #expect(wrapped("检查期刊：文件、文件夹", to: 12) == ["检查期刊：文", "件、文件夹"])
    #expect(wrapped("a/very/long/word b", to: 5) == ["a/very/long/word", "b"])
  }

  func difference(_ old: [UInt8], _ new: [UInt8], _ path: String) -> String {
    String(
      decoding: unifiedDiff(old, new, path: path, palette: Palette(isOn: false)), as: UTF8.self)
  }

  @Test func `a difference is what patch reads`() {
    let old = Array("a\nb\nc\nd\ne\nf\ng\nh\ni\nj\nk".utf8)
    let new = Array("a\nB\nc\nd\ne\nf\ng\nh\ni\nj\nk\nl\n".utf8)
    #expect(
      difference(old, new, "x.md") == """
        --- x.md
        +++ x.md
        @@ -1,5 +1,5 @@
         a
        -b
        +B
         c
         d
         e
        @@ -8,4 +8,5 @@
         h
         i
         j
        -k
        \\ No newline at end of file
        +k
        +l

        """)
    #expect(difference(old, old, "x.md") == "")
    #expect(
      difference([], Array("a\n".utf8), "x")
        == "--- x\n+++ x\n@@ -0,0 +1,1 @@\n+a\n")
  }

  @Test func `safe fixes go in without touching each other`() {
    func diagnostic(_ start: Int, _ end: Int, _ text: String, safe: Bool = true) -> Diagnostic {
      let edit = TextEdit(range: ByteRange(start, end), newText: text)
      return Diagnostic(
        range: ByteRange(start, end), severity: .error, code: "body/x", message: "",
        fixes: [Fix(title: "", isSafe: safe, edits: [edit])])
    }
    let (text, count) = applyingSafeFixes(
      of: [
        diagnostic(8, 9, "I"), diagnostic(0, 1, "A"), diagnostic(4, 5, "E", safe: false),
        diagnostic(8, 10, "never"), diagnostic(2, 2, "+"), diagnostic(2, 2, "twice"),
        diagnostic(9, 99, "outside"),
      ], to: Array("abcdefghij".utf8))
    #expect(String(decoding: text, as: UTF8.self) == "Ab+cdefghIj")
    #expect(count == 3)
  }
}
