import Archive
import Syntax

extension Rule {
  static let bareSiteLink = Rule(
    body: "bare-site-link",
    severity: .warning,
    title: Localized("A story links to the front page of a site", "内容链接到了网站首页"),
    manual: Localized(
      """
      The link of a story leads to the front page of a site and not to the page that tells the story.
      Tomorrow the front page shows something else. Reported once for each site in an issue.

      Wrong:

      ```markdown
      ### [Lab opens its speech model](https://news.example/)
      ```

      Right:

      ```markdown
      ### [Lab opens its speech model](https://news.example/2026/02/speech.html)
      ```

      A link to the home page of what the story is about is not reported.
      """,
      """
      内容的链接指向网站首页，而不是讲这件事的页面；明天首页就换了内容。同一期里同一网站只报告一次。

      错误：

      ```markdown
      ### [某实验室开源语音模型](https://news.example/)
      ```

      正确：

      ```markdown
      ### [某实验室开源语音模型](https://news.example/2026/02/speech.html)
      ```

      内容本身介绍的就是该网站时不会报告。
      """),
    check: .issue(checkBareSiteLink))
}

private func checkBareSiteLink(_ snapshot: Snapshot, _ reports: inout Reports) {
  var seen: Set<String> = []
  for (link, range, title) in sourceLinks(snapshot) {
    guard link.isFrontPage, let host = SourceURL.host(of: link.url), !isHome(host, of: title),
      seen.insert(host).inserted
    else { continue }
    let language = snapshot.language
    reports.report(
      .bareSiteLink, at: range,
      language.say(
        "The link leads to the front page of \(host), not to the story",
        "链接指向 \(host) 首页，而不是这条内容的页面"))
  }
}

/// The links that give the source of a story, in text order, and what they are the source of: the
/// links of headings and bullets, and those that begin a paragraph.
private func sourceLinks(
  _ snapshot: Snapshot
) -> [(link: LeafFacts.Link, range: ByteRange, title: String)] {
  let facts = snapshot.facts
  var links: [(link: LeafFacts.Link, range: ByteRange, title: String)] = []
  for story in snapshot.checkedStories {
    if let link = story.link { links.append((link, story.linkRange, story.title)) }
    guard story.story.heading != nil else { continue }
    for index in story.story.leaves.dropFirst() where facts.leaves[index].isTopLevel {
      let leaf = facts.leaves[index]
      guard let link = leaf.facts.links.first, link.isFirst,
        link.text.utf8.count >= 24
      else { continue }
      links.append((link, link.range.shifted(by: leaf.start), link.text))
    }
  }
  return links
}

/// Whether the site is what the story is about: its name stands in the heading.
private func isHome(_ host: String, of title: String) -> Bool {
  let title = title.lowercased().filter { $0.isLetter || $0.isNumber || $0 == "." }
  let labels = host.split(separator: ".").dropLast()
  return labels.contains { label in
    label.split(separator: "-").contains { $0.utf8.count >= 3 && title.contains($0) }
      || label.utf8.count >= 3 && title.contains(label)
  }
}
