import Testing

@testable import Workspace

@Suite struct GlobTests {
  @Test(arguments: [
    ("**/*.md", "a.md"), ("**/*.md", "x/y/a.md"), ("*.md", "x/a.md"), ("posts/*.md", "posts/a.md"),
    ("posts/**", "posts/x/a.md"), ("posts/**", "posts"), ("posts", "posts/x/a.md"),
    ("posts/", "x/posts/a.md"), ("./posts/*.md", "posts/a.md"), ("**", "a/b"),
    ("a/**/b.md", "a/b.md"), ("a/**/b.md", "a/x/y/b.md"), ("{a,b}/*.{md,txt}", "b/x.txt"),
    ("?.md", "期.md"), ("期刊*.md", "期刊-1.md"), ("a*b*c", "aXbYbZc"), ("{a,{b,c}}", "c"),
    ("a{", "a{"), ("**/**/x", "x"), ("202[5-6]*.md", "2026-01-01.md"), ("[!_]*.md", "a.md"),
    ("[^_.]*.md", "期.md"), ("[一-龥]?.md", "期刊.md"), ("[]-]", "]"), ("[a-]", "-"), ("a[", "a["),
    ("*[0-9].md", "a1b2.md"),
  ])
  func `a pattern fits`(pattern: String, path: String) {
    #expect(Glob(pattern).matches(path), "\(pattern) \(path)")
  }

  @Test(arguments: [
    ("posts/*.md", "posts/x/a.md"), ("posts/*.md", "x/posts/a.md"), ("*.md", "a.mdx"),
    ("?.md", "ab.md"), ("drafts/**", "mydrafts/a.md"), ("a/**/b.md", "a/xb.md"),
    ("{a,b}.md", "c.md"), ("", "a"), ("a*c", "ab"), ("/a.md", "x/a.md"),
    ("202[5-6]*", "2024.md"),
    ("[!_]*.md", "_a.md"), ("[a-c]", "d"), ("[]", "]"), ("[z-a]", "m"), ("[!]]", "]"),
    ("*[0-9].md", "a1b.md"),
  ])
  func `a pattern does not fit`(pattern: String, path: String) {
    #expect(!Glob(pattern).matches(path), "\(pattern) \(path)")
  }

  @Test func `hostile patterns stay fast`() {
    let stars = String(repeating: "*a", count: 60) + "b"
    #expect(!Glob(stars).matches(String(repeating: "a", count: 2000)))
    let folders = String(repeating: "**/a/", count: 60) + "b"
    #expect(!Glob(folders).matches(String(repeating: "a/", count: 400) + "c"))
    let braces = String(repeating: "{a,b}", count: 40)
    #expect(!Glob(braces).matches("c"))
  }
}
