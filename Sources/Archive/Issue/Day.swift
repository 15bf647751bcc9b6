/// A calendar day of the proleptic Gregorian calendar, without a time zone.
package struct Day: Sendable, Hashable, Comparable {
  /// Days since 1970-01-01.
  package let number: Int32

  package init(number: Int32) { self.number = number }

  /// `nil` where the calendar has no such day, and outside the years 1 to 9999.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Day.length(ofMonth: month, year: year)
    else { return nil }
    // Counts years from March, so that the leap day is the last of its year.
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    number = Int32(truncatingIfNeeded: era * 146_097 + dayOfEra - 719_468)
  }

  /// The day that `bytes` begin with, as `2026-01-31`, `2026-1-31` or `2026/01/31`; anything but a
  /// digit may follow. `nil` where there is none, or the calendar has no such day.
  package init?<Bytes: Collection<UInt8>>(iso bytes: Bytes) {
    var rest = bytes[...]
    guard let year = Day.digits(&rest, 4...4), let first = rest.popFirst(),
      first == UInt8(ascii: "-") || first == UInt8(ascii: "/"),
      let month = Day.digits(&rest, 1...2), rest.popFirst() == first,
      let day = Day.digits(&rest, 1...2),
      rest.first.map({ !Day.isDigit($0) }) ?? true
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// The day in a file name: `2026-01-31.md`, `2025-02-18-2.md`, `posts/2026-01-31-title.md`,
  /// `20260131.md`. `nil` where the last path component begins with none.
  package init?(fileName path: String) {
    let bytes = Array(path.utf8)
    let start = bytes.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0
    let name = bytes[start...]
    if let day = Day(iso: name) {
      self = day
      return
    }
    var rest = name
    guard let digits = Day.digits(&rest, 8...8), rest.first.map({ !Day.isDigit($0) }) ?? true
    else { return nil }
    self.init(year: digits / 10_000, month: digits / 100 % 100, day: digits % 100)
  }

  package static func < (a: Day, b: Day) -> Bool { a.number < b.number }

  package func advanced(by days: Int) -> Day {
    Day(number: Int32(clamping: Int(number) + days))
  }

  /// Days from `other` to this day; negative when `other` is later.
  package func distance(from other: Day) -> Int { Int(number) - Int(other.number) }

  package var yearMonthDay: (year: Int, month: Int, day: Int) {
    let shifted = Int(number) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  private static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { 0x30...0x39 ~= byte }

  private static func digits<Bytes: Collection<UInt8>>(
    _ rest: inout Bytes, _ count: ClosedRange<Int>
  ) -> Int? where Bytes.SubSequence == Bytes {
    var value = 0
    var seen = 0
    while seen < count.upperBound, let byte = rest.first, isDigit(byte) {
      value = value * 10 + Int(byte - 0x30)
      rest.removeFirst()
      seen += 1
    }
    return seen >= count.lowerBound ? value : nil
  }
}

extension Day: CustomStringConvertible {
  /// As `2026-01-31`.
  package var description: String {
    let (year, month, day) = yearMonthDay
    func padded(_ value: Int, _ width: Int) -> String {
      let digits = String(value)
      return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }
}
