import Archive
import Syntax

// What front matter would usually say: for fixes, completion and an empty file.
extension FrontMatterContext {
  /// A value as YAML.
  struct UsualValue {
    var text: String
    /// Whether nothing else can be meant.
    var isSure: Bool
  }

  /// The value that `key` has in such an issue; `nil` where nothing tells.
  func usualValue(of key: String) -> UsualValue? {
    if key == "title" {
      guard let heading, !heading.text.isEmpty else { return nil }
      return UsualValue(text: YAMLText.plain(heading.text), isSure: true)
    }
    if isDate(key) {
      guard let day = usualDay else { return nil }
      let isSure =
        key == "date" && fileDay != nil
        && others.count(withOffset: usualOffset) == others.datedCount
      return UsualValue(text: day.description, isSure: isSure)
    }
    guard let example = latestIssue(having: key), let field = example.frontMatterFacts[key],
      !field.values.isEmpty
    else { return nil }
    let group = peers.count(having: key) > 0 ? peers : others
    let having = group.count(having: key)
    let usual = field.values.filter { group.count(key, valued: $0) * 2 > having }
    let isSure =
      having >= 3 && usual.count == field.values.count
      && usual.allSatisfy { group.count(key, valued: $0) >= having }
    if field.shape == .list {
      guard !usual.isEmpty else { return nil }
      return UsualValue(
        text: "[" + usual.map(YAMLText.quoted).joined(separator: ",") + "]", isSure: isSure)
    }
    guard let value = usual.first, group.count(key, valued: value) * 2 > having else { return nil }
    return UsualValue(
      text: field.shape == .text ? YAMLText.plain(value) : value, isSure: isSure)
  }

  /// The day that the field `date` ought to have.
  var usualDay: Day? {
    if let fileDay { return fileDay.advanced(by: usualOffset) }
    return snapshot.today
  }

  var usualOffset: Int {
    guard others.datedCount > 0 else { return 0 }
    return (-3...3).max {
      (others.count(withOffset: $0), -abs($0)) < (others.count(withOffset: $1), -abs($1))
    } ?? 0
  }

  /// The latest other issue that has `key`, of this category where there is one.
  private func latestIssue(having key: String) -> IssueRecord? {
    let wanted = field("category")?.value.scalar?.text
    let candidates = snapshot.archive.issues.lazy.reversed().filter {
      $0.path != self.snapshot.path && $0.frontMatterFacts[key] != nil
    }
    return candidates.first { $0.frontMatterFacts.category == wanted } ?? candidates.first
  }

  /// Puts `key` where the other issues have it.
  func insertion(of key: String, value: String) -> TextEdit {
    let order = (peers.count(having: key) > 0 ? peers : others).keys
    let line = Array("\(key): \(value)".utf8) + lineEnding
    let place = order.firstIndex(of: key) ?? order.count
    let before = Set(order[..<place])
    if let previous = fields.last(where: { before.contains($0.key) }) {
      let whole = lines(of: ByteRange(previous.keyRange.start, previous.value.range.end))
      let endsLine = whole.end > 0 && (bytes[whole.end - 1] == 0x0A || bytes[whole.end - 1] == 0x0D)
      return TextEdit(
        range: ByteRange(whole.end, whole.end), newText: endsLine ? line : lineEnding + line)
    }
    return TextEdit(range: ByteRange(matter.content.start, matter.content.start), newText: line)
  }

  /// Front matter as the archive's issues have it, fences included.
  func skeleton() -> [UInt8] {
    var result = Array("---".utf8) + lineEnding
    for key in usualKeys {
      let value = usualValue(of: key)?.text ?? emptyValue(of: key)
      result += Array("\(key): \(value)".utf8) + lineEnding
    }
    return result + Array("---".utf8) + lineEnding
  }

  /// The keys that an issue ought to have, in their usual order.
  var usualKeys: [String] {
    let keys = peers.keys.filter { peers.count(having: $0) * 2 > peers.count }
    return keys.isEmpty ? ["title", "date", "tags"] : keys
  }

  /// An empty value of the kind that `key` usually has.
  func emptyValue(of key: String) -> String {
    switch usualKinds(of: key).first {
    case .list?: "[]"
    case .mapping?: "{}"
    case .text?, nil: "\"\""
    case .number?, .boolean?, .date?: ""
    }
  }

  /// How the dates of other issues relate to their file names.
  var dateRelation: String? {
    let total = others.datedCount
    let count = others.count(withOffset: usualOffset)
    guard total > 0, count > 0 else { return nil }
    let relation = relation(usualOffset, in: language)
    return language.say(
      "in \(count) of \(total) other issues the date is \(relation)",
      "其他 \(total) 期中有 \(count) 期的日期是\(relation)")
  }

  /// A summary of the stories in the archive's manner; `nil` for keys that hold none.
  func summaryDraft(for key: String) -> String? {
    guard key == "summary" || key == "description" || key == "excerpt" else { return nil }
    let titles = snapshot.outline.nodes.filter { $0.kind == .story }.map(\.title)
      .filter { !$0.isEmpty }.prefix(Self.mostPoints)
    guard !titles.isEmpty else { return nil }
    switch others.summaryForm(of: key) {
    case .sentences: return titles.joined(separator: "；") + "。"
    case .lines, nil: return titles.map { "- " + $0 }.joined(separator: "\n")
    }
  }

  /// Stories in a draft of a summary.
  private static let mostPoints = 16
}
