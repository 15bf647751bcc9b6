import Archive
import Syntax

extension Rule {
  static let duplicateHeading = Rule(
    body: "duplicate-heading",
    severity: .info,
    title: Localized("The same heading twice", "标题重复"),
    manual: Localized(
      """
      Two stories of this issue have the same heading. One of them was perhaps pasted twice, or its
      heading was not yet written. Sections that come back on purpose are not reported.
      """,
      """
      本期有两条内容的标题完全相同。可能粘贴了两次，或者标题还没改。有意重复的小节（如“更多动态”）不会报告。
      """),
    check: .issue(checkDuplicateHeading))
}

private func checkDuplicateHeading(_ snapshot: Snapshot, _ reports: inout Reports) {
  let facts = snapshot.facts
  var first: [Place: Int] = [:]
  for (index, heading) in facts.headings.enumerated() where !heading.title.isEmpty {
    // A deeper heading may come back under another one.
    guard heading.role == .section || heading.role == .story else { continue }
    let key = Place(level: heading.level, parent: heading.parent, title: heading.title)
    guard let other = first[key] else {
      first[key] = index
      continue
    }
    guard snapshot.archive.conventions.shape.issues(withSection: heading.title) < 3 else {
      continue
    }
    let place = facts.headings[other].range
    let line = snapshot.lineNumber(of: place)
    let language = snapshot.language
    reports.report(
      .duplicateHeading, at: heading.range,
      language.say(
        "The heading stands on line \(line) already", "第 \(line) 行已有相同的标题"),
      related: [snapshot.place(place, language.say("The first one", "第一个"))])
  }
}

/// What two headings share that are the same one.
private struct Place: Hashable {
  let level: Int
  let parent: Int?
  let title: String

  // Bytes are compared and hashed many times as fast as strings.
  func hash(into hasher: inout Hasher) {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in title.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    hasher.combine(hash)
  }

  static func == (a: Self, b: Self) -> Bool {
    a.level == b.level && a.parent == b.parent && a.title.utf8.elementsEqual(b.title.utf8)
  }
}
