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
  for (link, range, story) in frontPageLinks(snapshot) {
    guard let host = SourceURL.host(of: link.url), !seen.contains(host),
      !isHome(host, of: story, in: snapshot)
    else { continue }
    seen.insert(host)
    let language = snapshot.language
    reports.report(
      .bareSiteLink, at: range,
      language.say(
        "The link leads to the front page of \(host), not to the story",
        "链接指向 \(host) 首页，而不是这条内容的页面"))
  }
}

/// The links to front pages that stand where the source of a story does, in text order: those of
/// headings and bullets, and those that begin a paragraph.
private func frontPageLinks(
  _ snapshot: Snapshot
) -> [(link: LeafFacts.Link, range: ByteRange, story: IssueFacts.Story)] {
  let facts = snapshot.facts
  var links: [(link: LeafFacts.Link, range: ByteRange, story: IssueFacts.Story)] = []
  for story in snapshot.checkedStories {
    if let link = story.link, link.isFrontPage {
      links.append((link, story.linkRange, story.story))
    }
    guard story.story.heading != nil else { continue }
    for index in story.story.leaves.dropFirst() where facts.leaves[index].isTopLevel {
      let leaf = facts.leaves[index]
      guard let link = leaf.links.first, link.isFirst, link.isFrontPage,
        link.textLength >= 24
      else { continue }
      links.append((link, link.range.shifted(by: leaf.start), story.story))
    }
  }
  return links
}

/// Whether the site is what the story is about: the story names it, the site's name is made of the
/// heading's words or of what their names are called elsewhere, or it is that of a model.
private func isHome(_ host: String, of story: IssueFacts.Story, in snapshot: Snapshot) -> Bool {
  let description = snapshot.facts.describe(story)
  let text = description.text
  let told = letters(text.title) + letters(text.lead)
  let labels = host.split(separator: ".").map { Array($0.utf8) }
  for part in labels.dropLast() {
    for name in part.split(separator: UInt8(ascii: "-")) + [part[...]] {
      let name = letters(Array(name))
      if name.count >= 3, contains(name, in: told) { return true }
    }
  }
  let names = snapshot.archive.names
  let owner = labels.dropLast().last ?? []
  if names.isModel(owner) { return true }
  let words =
    text.title.split { !isLetter($0) }.map { Array($0) }
    + names.spellings(ofNamesIn: snapshot.document.bytes, range: description.titleRange)
  let site = letters(Array(host.utf8))
  return words.lazy.map(letters).contains {
    // `PearAI` is at home at `trypear.ai`, `v0` at `v0.app`, `xAI` at `x.ai`.
    $0.count >= 4 && contains($0, in: site) || $0.count >= 2 && ($0 == owner || $0 == site)
  }
}

private func isLetter(_ byte: UInt8) -> Bool {
  byte >= 0x30 && byte <= 0x39 || byte >= 0x41 && byte <= 0x5A || byte >= 0x61 && byte <= 0x7A
}

/// The Latin letters and digits, in lower case.
private func letters(_ bytes: [UInt8]) -> [UInt8] {
  bytes.filter(isLetter).map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
}

private func contains(_ part: [UInt8], in whole: [UInt8]) -> Bool {
  guard let first = part.first, part.count <= whole.count else { return false }
  return (0...whole.count - part.count).contains {
    whole[$0] == first && whole[$0..<$0 + part.count].elementsEqual(part)
  }
}
