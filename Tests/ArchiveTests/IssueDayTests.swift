import Archive
import Testing

@Suite struct `A day` {
  @Test func `every day of four centuries survives the way to a number and back`() {
    var day = Day(number: 0)
    for number in Int32(-73_000)...73_000 {
      day = Day(number: number)
      let (year, month, dayOfMonth) = day.yearMonthDay
      #expect(Day(year: year, month: month, day: dayOfMonth) == day)
    }
    #expect(day.description == "2169-11-13")
  }

  @Test func `a day the calendar does not have is none`() {
    #expect(Day(year: 2025, month: 2, day: 29) == nil)
    #expect(Day(year: 2024, month: 2, day: 29)?.description == "2024-02-29")
    #expect(Day(year: 2026, month: 13, day: 1) == nil)
    #expect(Day(year: 2026, month: 0, day: 1) == nil)
    #expect(Day(year: 2026, month: 4, day: 31) == nil)
  }

  @Test func `a date is read from the front of a text`() {
    func day(_ text: String) -> String? { Day(iso: Array(text.utf8))?.description }
    #expect(day("2026-01-31") == "2026-01-31")
    #expect(day("2026-1-3 12:00") == "2026-01-03")
    #expect(day("2025-01-07T02:33:39Z") == "2025-01-07")
    #expect(day("2026/01/31") == "2026-01-31")
    #expect(day("2026-01/31") == nil)
    #expect(day("2026-01-311") == nil)
    #expect(day("26-01-31") == nil)
    #expect(day("") == nil)
  }

  @Test func `a file name may begin with a date`() {
    func day(_ path: String) -> String? { Day(fileName: path)?.description }
    #expect(day("/a/2025-01-01/2026-01-31.md") == "2026-01-31")
    #expect(day("2025-02-18-2.md") == "2025-02-18")
    #expect(day("20260131.md") == "2026-01-31")
    #expect(day("202601310.md") == nil)
    #expect(day("awk.md") == nil)
    #expect(day("/a/2026-01-31/") == nil)
  }
}
