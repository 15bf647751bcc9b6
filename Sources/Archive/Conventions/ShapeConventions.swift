/// What the bodies of an archive's issues have in common, by category.
package struct ShapeConventions: Sendable {
  /// The bodies of the issues of one category.
  package struct Category: Sendable {
    package fileprivate(set) var issues = 0
    /// With exactly one H1.
    package fileprivate(set) var withOneH1 = 0
    package fileprivate(set) var withSections = 0
    /// With a heading two levels below the one before.
    package fileprivate(set) var withJump = 0
    /// With a story heading that has nothing below it.
    package fileprivate(set) var withEmptyHeading = 0
    /// Whose file is named by a date.
    package fileprivate(set) var withFileDate = 0
    /// In UTF-8 bytes, ascending.
    fileprivate var lengths: [Int32] = []

    /// In UTF-8 bytes; 0 where there is no issue.
    package var medianLength: Int { lengths.isEmpty ? 0 : Int(lengths[lengths.count / 2]) }

    fileprivate mutating func count(_ shape: IssueShape, isDated: Bool, by sign: Int) {
      issues += sign
      if isDated { withFileDate += sign }
      if shape.h1Count == 1 { withOneH1 += sign }
      if shape.sectionCount > 0 { withSections += sign }
      if shape.hasJump { withJump += sign }
      if shape.hasEmptyHeading { withEmptyHeading += sign }
      let length = Int32(clamping: shape.bodyLength)
      var low = 0
      var high = lengths.count
      while low < high {
        let middle = (low + high) / 2
        if lengths[middle] < length { low = middle + 1 } else { high = middle }
      }
      if sign > 0 {
        lengths.insert(length, at: low)
      } else if low < lengths.count, lengths[low] == length {
        lengths.remove(at: low)
      }
    }
  }

  private var categories: [String: Category] = [:]
  private var sectionTitles: [String: Int] = [:]

  package init() {}

  /// Of the category, or of issues without one.
  package func category(_ name: String?) -> Category { categories[name ?? ""] ?? Category() }

  /// Whether any issue's file is named by a date.
  package var knowsFileDates: Bool { categories.values.contains { $0.withFileDate > 0 } }

  /// How many issues have a section with that title.
  package func issues(withSection title: String) -> Int { sectionTitles[title] ?? 0 }

  mutating func update(removing: [IssueRecord], adding: [IssueRecord]) {
    for (records, sign) in [(removing, -1), (adding, 1)] {
      for record in records {
        categories[record.category ?? "", default: Category()].count(
          record.shape, isDated: record.fileDate != nil, by: sign)
        for title in record.shape.sectionTitles {
          sectionTitles[title, default: 0] += sign
          if sectionTitles[title] == 0 { sectionTitles[title] = nil }
        }
      }
    }
  }
}
