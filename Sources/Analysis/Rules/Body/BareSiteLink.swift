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
  for story in snapshot.checkedStories {
    guard let link = story.link, link.isFrontPage, let host = SourceURL.host(of: link.url),
      !isHome(host, of: story), seen.insert(host).inserted
    else { continue }
    let language = snapshot.language
    reports.report(
      .bareSiteLink, at: story.linkRange,
      language.say(
        "The link leads to the front page of \(host), not to the story",
        "链接指向 \(host) 首页，而不是这条内容的页面"))
  }
}

/// Whether the site is what the story is about: its name stands in the heading.
private func isHome(_ host: String, of story: CheckedStory) -> Bool {
  let title = story.title.lowercased()
  let labels = host.split(separator: ".").dropLast()
  return labels.contains { label in
    label.split(separator: "-").contains { $0.utf8.count >= 3 && title.contains($0) }
      || label.utf8.count >= 3 && title.contains(label)
  }
}
