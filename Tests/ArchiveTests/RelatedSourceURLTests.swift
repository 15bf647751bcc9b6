import Archive
import Testing

@Suite struct `A source URL` {
  @Test(
    arguments: [
      ("https://www.example.com/a/b/", "example.com/a/b"),
      ("http://m.example.com/a", "example.com/a"),
      ("HTTPS://Example.COM/A#part", "example.com/A"),
      ("https://example.com/a?id=3&utm_source=x", "example.com/a?id=3"),
      ("https://example.com/?p=7", "example.com?p=7"),
    ])
  func `is spelt in one way`(url: String, normal: String) {
    #expect(SourceURL.normalized(url) == normal)
  }

  @Test(
    arguments: [
      "https://example.com", "https://example.com/", "http://www.example.com/#top",
      "https://example.com/?utm_source=x",
    ])
  func `of a front page is none`(url: String) {
    #expect(SourceURL.normalized(url) == nil)
    #expect(SourceURL.isFrontPage(url))
  }

  @Test(arguments: ["", "mailto:a@b.c", "/a/b", "https://", "https:///a", "#part", "ftp://a/b"])
  func `leads to a page of the web`(url: String) {
    #expect(SourceURL.normalized(url) == nil)
    #expect(!SourceURL.isFrontPage(url))
  }
}
