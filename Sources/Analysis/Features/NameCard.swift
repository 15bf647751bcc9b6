package import Archive
package import Syntax

/// All that is told of a name: in hover, and beside a completion item.
package struct NameCard: Sendable, Equatable {
  /// A mention worth showing.
  package struct Story: Sendable, Equatable {
    package var path: String
    /// 0-based line of the story's heading.
    package var line: Int
    package var date: Day?
    package var title: String
    /// The sentence that mentions the name; empty where the file could not be read.
    package var sentence: String

    package init(path: String, line: Int, date: Day?, title: String, sentence: String) {
      self.path = path
      self.line = line
      self.date = date
      self.title = title
      self.sentence = sentence
    }
  }

  package var name: Name
  /// Mentions by month, the archive's last twelve, oldest first.
  package var months: [Int]
  /// The latest, at most three.
  package var stories: [Story]

  package init(name: Name, months: [Int], stories: [Story]) {
    self.name = name
    self.months = months
    self.stories = stories
  }
}

/// The bytes of an issue's file; `nil` when it cannot be read.
package typealias IssueText = (_ path: String) -> [UInt8]?

/// What is known of the name, with its latest stories; `nil` for a name that nobody mentions.
///
/// - Parameters:
///   - text: reads an issue; at most three are asked for.
///   - path: of an issue whose own mentions are not told, since the writer has them in view.
package func nameCard(
  of id: NameID, in archive: ArchiveIndex, except path: String? = nil, text: IssueText
) -> NameCard? {
  guard let name = archive.names[id] else { return nil }
  let history = archive.names.history(of: id)
  let months = months(of: history, upTo: archive.issues.last?.date)
  var card = NameCard(name: name, months: months, stories: [])
  for (issue, date, _) in history where issue != path && card.stories.count < 3 {
    guard let record = archive.issue(at: issue),
      let mention = archive.names.firstMention(
        of: id, inIssueAt: issue, from: record.firstStoryStart)
    else { continue }
    let story = record.stories.last(holding: mention.start)
    card.stories.append(
      NameCard.Story(
        path: issue, line: story?.line ?? 0, date: date, title: story?.title ?? record.title,
        sentence: text(issue).map { sentence(in: $0, around: mention) } ?? ""))
  }
  return card
}

/// Counts by month up to that of the archive's latest issue.
private func months(
  of history: [(path: String, date: Day?, count: Int)], upTo latest: Day?
) -> [Int] {
  var months = Array(repeating: 0, count: 12)
  guard let latest = latest?.yearMonthDay else { return months }
  for (_, date, count) in history {
    guard let day = date?.yearMonthDay else { continue }
    let age = (latest.year - day.year) * 12 + latest.month - day.month
    if (0..<12).contains(age) { months[11 - age] += count }
  }
  return months
}

/// The sentence around `range`, without Markdown, of at most about 120 characters; empty where the
/// file no longer holds as much text.
package func sentence(in bytes: [UInt8], around range: ByteRange) -> String {
  guard range.end <= bytes.count else { return "" }
  var start = range.start
  var end = range.end
  while start > 0, range.start - start < 240, !endsSentence(bytes, start - 1) { start -= 1 }
  while end < bytes.count, end - range.end < 240, !endsSentence(bytes, end) { end += 1 }
  while start < bytes.count, bytes[start] & 0xC0 == 0x80 { start += 1 }
  while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
  return plainText(bytes[start..<max(start, end)])
}

/// Line ends, `。！？` and `. ` part sentences.
private func endsSentence(_ bytes: [UInt8], _ i: Int) -> Bool {
  switch bytes[i] {
  case 0x0A, 0x0D: return true
  case UInt8(ascii: "."): return i + 1 < bytes.count && bytes[i + 1] == 0x20
  // The last byte of 。(E3 80 82), ！(EF BC 81) and ？(EF BC 9F).
  case 0x82: return i > 1 && bytes[i - 1] == 0x80 && bytes[i - 2] == 0xE3
  case 0x81, 0x9F: return i > 1 && bytes[i - 1] == 0xBC && bytes[i - 2] == 0xEF
  default: return false
  }
}

/// Without marks of headings, lists and emphasis, tags and link destinations.
private func plainText(_ text: ArraySlice<UInt8>) -> String {
  var plain: [UInt8] = []
  var i = text.startIndex
  while i < text.endIndex, [0x20, 0x23, 0x2D, 0x2A, 0x3E, 0x2B].contains(text[i]) { i += 1 }
  while i < text.endIndex {
    switch text[i] {
    case UInt8(ascii: "*"), UInt8(ascii: "`"), UInt8(ascii: "["): break
    case UInt8(ascii: "]"):
      if i + 1 < text.endIndex, text[i + 1] == UInt8(ascii: "(") {
        while i < text.endIndex, text[i] != UInt8(ascii: ")") { i += 1 }
      }
    case UInt8(ascii: "<"):
      if let close = text[i...].firstIndex(of: UInt8(ascii: ">")) { i = close }
    default: plain.append(text[i])
    }
    i += 1
  }
  return String(decoding: plain, as: UTF8.self)
}
