/// The keys, types and values that issues usually have, over all and by category.
///
/// Counts only, so that an issue that changes costs what it holds.
package struct FrontMatterConventions: Sendable {
  package private(set) var all = FrontMatterGroup()
  private var groups: [String: FrontMatterGroup] = [:]

  package init() {}

  /// The issues of a category; an empty group where there is none.
  package func group(_ category: String?) -> FrontMatterGroup {
    groups[category ?? ""] ?? FrontMatterGroup()
  }

  package mutating func update(removing: [IssueRecord], adding: [IssueRecord]) {
    for record in removing { count(record, by: -1) }
    for record in adding { count(record, by: 1) }
  }

  private mutating func count(_ record: IssueRecord, by step: Int) {
    all.count(record.frontMatterFacts, fileDay: record.fileDate, by: step)
    let category = record.frontMatterFacts.category ?? ""
    groups[category, default: FrontMatterGroup()]
      .count(record.frontMatterFacts, fileDay: record.fileDate, by: step)
    if groups[category]?.isEmpty == true { groups[category] = nil }
  }
}

/// What a set of issues has in its front matter.
package struct FrontMatterGroup: Sendable {
  package struct Key: Sendable {
    /// Issues that have the key.
    package fileprivate(set) var count = 0
    package fileprivate(set) var shapes: [FieldShape: Int] = [:]
    /// Short values, and short items of lists, by how often they occur.
    package fileprivate(set) var values: [String: Int] = [:]
    /// What dates look like: `0000-00-00`, by how often they do.
    package fileprivate(set) var dateForms: [String: Int] = [:]
    /// How summaries are put together, by how often they are.
    package fileprivate(set) var forms: [FrontMatterFacts.SummaryForm: Int] = [:]
    /// The days of the issues that have the key, ascending.
    package fileprivate(set) var days: [Int32] = []
    /// The sum of the key's places among the keys of its issues.
    fileprivate var places = 0
  }

  /// Issues with front matter.
  package private(set) var count = 0
  /// Issues without any.
  package private(set) var bareCount = 0
  package private(set) var keys: [String: Key] = [:]
  /// Issues whose title is their H1, and those where it is not.
  package private(set) var sameTitles = 0
  package private(set) var otherTitles = 0
  /// Days from the file name's date to the field's, by how often they occur.
  package private(set) var dateOffsets: [Int: Int] = [:]

  package init() {}

  var isEmpty: Bool { count == 0 && bareCount == 0 }

  /// The keys in the order in which issues usually have them.
  package var usualOrder: [String] {
    keys.sorted {
      let (a, b) = ($0.value, $1.value)
      return (a.places * b.count, b.count, $0.key) < (b.places * a.count, a.count, $1.key)
    }.map(\.key)
  }

  fileprivate mutating func count(_ facts: FrontMatterFacts, fileDay: Day?, by step: Int) {
    guard facts.isPresent else {
      bareCount += step
      return
    }
    count += step
    switch facts.titleIsHeading {
    case true?: sameTitles += step
    case false?: otherTitles += step
    case nil: break
    }
    let day = facts.day
    if let day, let fileDay { dateOffsets[day.distance(from: fileDay), default: 0] += step }
    for (place, field) in facts.fields.enumerated() {
      keys[field.key, default: Key()].count(
        field, day: (day ?? fileDay)?.number, place: place, by: step)
      if keys[field.key]?.count == 0 { keys[field.key] = nil }
    }
  }
}

extension FrontMatterGroup.Key {
  /// Different values that are kept of one key.
  private static let mostValues = 2000

  fileprivate mutating func count(
    _ field: FrontMatterFacts.Field, day: Int32?, place: Int, by step: Int
  ) {
    count += step
    places += place * step
    shapes[field.shape, default: 0] += step
    if let form = field.form { forms[form, default: 0] += step }
    for value in field.values {
      if let known = values[value] {
        values[value] = known + step > 0 ? known + step : nil
      } else if step > 0, values.count < Self.mostValues {
        values[value] = step
      }
    }
    if field.shape == .date, let value = field.values.first {
      dateForms[dateForm(of: value), default: 0] += step
    }
    guard let day else { return }
    let place = days.partitioningIndex { $0 >= day }
    if step > 0 {
      days.insert(day, at: place)
    } else if place < days.count, days[place] == day {
      days.remove(at: place)
    }
  }
}

extension FrontMatterFacts {
  package var category: String? { self["category"]?.values.first }

  /// The day of the field `date`.
  package var day: Day? {
    guard let field = self["date"], field.shape == .date, let text = field.values.first else {
      return nil
    }
    return Day(iso: Array(text.utf8))
  }
}

/// A date with `0` for each digit, so that dates of one form are equal.
package func dateForm(of text: String) -> String {
  var form = text.utf8.map { (0x30...0x39).contains($0) ? UInt8(ascii: "0") : $0 }
  // Fractions of a second have as many digits as they need.
  if let dot = form.firstIndex(of: UInt8(ascii: ".")), dot > 10 {
    let end = form[(dot + 1)...].firstIndex { $0 != UInt8(ascii: "0") } ?? form.count
    form.replaceSubrange((dot + 1)..<end, with: [UInt8(ascii: "0")])
  }
  return String(decoding: form, as: UTF8.self)
}

extension [Int32] {
  /// The first index whose element satisfies `predicate`, which those after it do, too.
  fileprivate func partitioningIndex(_ predicate: (Int32) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if predicate(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
