import Testing

@testable import Syntax

struct FrontMatterFenceTests {
  /// The parts of a text as front matter divides it, `|` between them, then the problems.
  private func parts(_ text: String) -> String {
    let bytes = Array(text.utf8)
    let matter = FrontMatter(bytes)
    func slice(_ start: Int, _ end: Int) -> String {
      String(decoding: bytes[start..<end], as: UTF8.self)
    }
    guard matter.isPresent else { return "none|\(slice(matter.bodyStart, bytes.count))" }
    let problems = matter.fenceProblems.map { problem in
      "\(problem.kind)@\(slice(problem.range.start, problem.range.end))"
    }
    let opening = matter.opening.map { slice($0.start, $0.end) } ?? "nil"
    let closing = matter.closing.map { slice($0.start, $0.end) } ?? "nil"
    return
      ([
        opening, slice(matter.content.start, matter.content.end), closing,
        slice(matter.bodyStart, bytes.count),
      ] + problems).joined(separator: "|")
  }

  @Test func `fences divide the text`() {
    #expect(parts("---\ntitle: a\n---\n# a\n") == "---|title: a\n|---|# a\n")
    #expect(parts("---\r\ntitle: a\r\n---\r\n# a") == "---|title: a\r\n|---|# a")
    #expect(parts("---\rtitle: a\r---\r# a") == "---|title: a\r|---|# a")
    #expect(parts("---\n---\n# a\n") == "---||---|# a\n")
    #expect(parts("---\ntitle: a\n---") == "---|title: a\n|---|")
    #expect(parts("---\n# note\ntitle: a\n---\nb") == "---|# note\ntitle: a\n|---|b")
    #expect(parts("---\n\ntitle: a\n---\nb") == "---|\ntitle: a\n|---|b")
    #expect(parts("---\njust words\n---\nb") == "---|just words\n|---|b")
  }

  @Test func `a text without front matter has none`() {
    for text in [
      "", "\n", "# a\n", "a\n", "---\n", "---\n\nHello\n\n---\n", "# a\n\ntext\n\n---\n\ntext\n",
      "***\n\n# a\n", "Note: a\nb\n---\n", "- a: b\n- c: d\n",
    ] {
      #expect(parts(text) == "none|\(text)")
    }
  }

  @Test func `a damaged opening fence is the fence`() {
    let rest = "|title: a\ndate: b\n|---|# a\n"
    for mark in ["——", "--", "----", "- - -", "———", "－－－", "***", "–––", "--—", "=== "] {
      let marks = mark == "=== " ? "===" : mark
      let trailing = mark == marks ? "" : "|trailingSpace@ "
      #expect(
        parts("\(mark)\ntitle: a\ndate: b\n---\n# a\n")
          == "\(marks)\(rest)|damaged@\(marks)\(trailing)")
    }
    #expect(
      parts("\u{FEFF}---\ntitle: a\ndate: b\n---\n# a\n") == "---\(rest)|byteOrderMark@\u{FEFF}")
    #expect(
      parts("\n \n---\ntitle: a\ndate: b\n---\n# a\n") == "---\(rest)|blankBeforeOpening@\n \n")
    #expect(parts(" ---\ntitle: a\ndate: b\n---\n# a\n") == "---\(rest)|indented@ ")
    #expect(parts("　---\ntitle: a\ndate: b\n---\n# a\n") == "---\(rest)|indented@　")
    #expect(parts("--- \ntitle: a\ndate: b\n---\n# a\n") == "---\(rest)|trailingSpace@ ")
    #expect(
      parts("hello\n---\ntitle: a\ndate: b\n---\n# a\n") == "---\(rest)|textBeforeOpening@hello\n")
    #expect(parts("title: a\ndate: b\n---\n# a\n") == "nil\(rest)|missingOpening@title: a")
    #expect(parts("--- title: a\ndate: b\n---\n# a\n") == "---\(rest)|textOnFence@title: a")
    #expect(parts("---\n---\ntitle: a\ndate: b\n---\n# a\n") == "---\(rest)|repeated@---")
  }

  @Test func `a damaged closing fence is the fence`() {
    for mark in ["——", "--", "----", "- - -", "-- -", "–––", "－－－", "***", "===", "-"] {
      #expect(
        parts("---\ntitle: a\ntags: [x]\n\(mark)\n# a\n\nb\n\n---\n\nc\n")
          == "---|title: a\ntags: [x]\n|\(mark)|# a\n\nb\n\n---\n\nc\n|damaged@\(mark)")
    }
    #expect(parts("---\ntitle: a\n ---\n# a\n") == "---|title: a\n|---|# a\n|indented@ ")
    #expect(parts("---\ntitle: a\n---  \n# a\n") == "---|title: a\n|---|# a\n|trailingSpace@  ")
    #expect(parts("---\ntitle: a\n...\n# a\n") == "---|title: a\n|...|# a\n|documentEnd@...")
    #expect(parts("---\ntitle: a\n---# a\n") == "---|title: a\n|---|# a\n|textOnFence@# a")
  }

  @Test func `front matter without an end stops where the body evidently begins`() {
    #expect(
      parts("---\ntitle: a\n# a\n\ntext\n") == "---|title: a\n|nil|# a\n\ntext\n|unclosed@---")
    #expect(
      parts("---\ntitle: a\n\n# a\n\ntext\n\n---\n\nmore\n")
        == "---|title: a\n|nil|\n# a\n\ntext\n\n---\n\nmore\n|unclosed@---")
    #expect(
      parts("---\ntitle: a\n\ntext of the body\n\n---\n\nmore\n")
        == "---|title: a\n|nil|\ntext of the body\n\n---\n\nmore\n|unclosed@---")
    #expect(parts("---\ntitle: a\ntags:\n- b\n") == "---|title: a\ntags:\n- b\n|nil||unclosed@---")
    #expect(
      parts("---\ntitle: a\n# a\n\n## b\n\n- c\n- d\n\n---\n")
        == "---|title: a\n|nil|# a\n\n## b\n\n- c\n- d\n\n---\n|unclosed@---")
  }

  @Test func `comments and long values do not end front matter`() {
    for content in [
      "title: a\n# note\ndate: b\n", "title: a\n# last\n",
      "title: a\n\n# note\n\n# more\ndate: b\n",
      "summary: \"- one\n- two\n\nthree\n# four\"\ndate: b\n", "tags: [\none,\n\ntwo\n]\n",
      "tags:\n- a\n- b\n", "tags:\n  - a\n\n  - b\n", "text: |\n  a\n\n  # b\n\n  c\n",
    ] {
      #expect(parts("---\n\(content)---\n# a\n") == "---|\(content)|---|# a\n")
    }
  }

  @Test func `bytes past the look-ahead do not matter`() {
    let texts = [
      "---\ntitle: a\n---\n# a\n\ntext\n", "---\ntitle: a\n# a\n\ntext\n\nmore\n\n---\n",
      "# a\n\nb\n",
      "---\ntitle: a\n——\n# a\n", "\n\n---\ntitle: a\n---\nb\n", "title: a\ndate: b\n\n# c\n", "",
    ]
    let tails = ["", "x", "\n", "---\n", "title: a\n", "\n---\n# b\n"]
    for text in texts {
      let bytes = Array(text.utf8)
      let matter = FrontMatter(bytes)
      guard matter.lookaheadEnd <= bytes.count else { continue }
      for tail in tails {
        let other = FrontMatter(bytes[..<matter.lookaheadEnd] + Array(tail.utf8))
        #expect(other.bodyStart == matter.bodyStart && other.content == matter.content)
        #expect(other.fenceProblems == matter.fenceProblems)
      }
    }
  }
}
