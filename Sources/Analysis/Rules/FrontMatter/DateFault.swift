import Archive
import Syntax

/// What is wrong with a date as it is written.
struct DateFault {
  var message: String
  var severity: Severity
  /// The day that was meant.
  var day: Day?
  var isSure = true
}

/// What is wrong with a date as it is written; `nil` when nothing is.
func dateFault(
  _ text: String, key: String, _ context: FrontMatterContext
) -> DateFault? {
  let language = context.language
  let bytes = Array(text.utf8)
  if let rest = timePart(bytes) {
    guard Day(iso: bytes) != nil else {
      return DateFault(
        message: language.say(
          "there is no such day: \(impossible(bytes, language))",
          "没有这一天：\(impossible(bytes, language))"),
        severity: .error, day: nil)
    }
    if isTime(rest) { return nil }
  }
  if context.others.dateForms(of: key).contains(where: { $0.form == dateForm(of: text) }),
    Day(iso: bytes) != nil
  {
    return nil
  }
  let numbers = numbers(in: text)
  let day = meantDay(numbers)
  let likely = day ?? context.fileDay?.advanced(by: context.usualOffset)
  return DateFault(
    message: language.say(
      "not a date as sites read it: write year-month-day, such as \(likely ?? example)",
      "站点认不出这样的日期：请按“年-月-日”书写，例如 \(likely ?? example)"),
    severity: .error, day: likely, isSure: day != nil && numbers.first ?? 0 > 999)
}

private let example = Day(number: 20_484)

/// What follows `dddd-dd-dd`; `nil` where a text does not begin so.
private func timePart(_ bytes: [UInt8]) -> ArraySlice<UInt8>? {
  guard bytes.count >= 10 else { return nil }
  let form = bytes.prefix(10).map { (0x30...0x39).contains($0) ? UInt8(ascii: "0") : $0 }
  guard form.elementsEqual("0000-00-00".utf8) else { return nil }
  return bytes[10...]
}

/// Nothing, or a time of day with seconds, fraction and zone as far as they are there.
private func isTime(_ bytes: ArraySlice<UInt8>) -> Bool {
  guard let separator = bytes.first else { return true }
  guard separator == UInt8(ascii: "T") || separator == 0x20 || separator == UInt8(ascii: "t") else {
    return false
  }
  var rest = bytes.dropFirst()
  while rest.first == 0x20 { rest.removeFirst() }
  func number(_ limit: Int) -> Bool {
    guard rest.count >= 1, let digit = rest.first, (0x30...0x39).contains(digit) else {
      return false
    }
    var value = 0
    var count = 0
    while count < 2, let digit = rest.first, (0x30...0x39).contains(digit) {
      value = value * 10 + Int(digit - 0x30)
      count += 1
      rest.removeFirst()
    }
    return value < limit
  }
  func take(_ byte: UInt8) -> Bool {
    guard rest.first == byte else { return false }
    rest.removeFirst()
    return true
  }
  guard number(24), take(UInt8(ascii: ":")), number(60) else { return false }
  if take(UInt8(ascii: ":")) {
    guard number(61) else { return false }
    if take(UInt8(ascii: ".")) {
      while let digit = rest.first, (0x30...0x39).contains(digit) { rest.removeFirst() }
    }
  }
  while rest.first == 0x20 { rest.removeFirst() }
  if rest.isEmpty || rest.elementsEqual("Z".utf8) { return true }
  guard take(UInt8(ascii: "+")) || take(UInt8(ascii: "-")), number(15) else { return false }
  _ = take(UInt8(ascii: ":"))
  return rest.isEmpty || number(60) && rest.isEmpty
}

private func impossible(_ bytes: [UInt8], _ language: Language) -> String {
  let numbers = numbers(in: String(decoding: bytes.prefix(10), as: UTF8.self))
  guard numbers.count == 3 else { return "" }
  if !(1...12).contains(numbers[1]) {
    return language.say("a year has 12 months", "一年只有 12 个月")
  }
  if !(1...31).contains(numbers[2]) {
    return language.say("no month has a day \(numbers[2])", "没有哪个月有 \(numbers[2]) 日")
  }
  return language.say(
    "month \(numbers[1]) of \(numbers[0]) has no day \(numbers[2])",
    "\(numbers[0]) 年 \(numbers[1]) 月没有 \(numbers[2]) 日")
}

/// The numbers in a text, those in full-width digits included.
private func numbers(in text: String) -> [Int] {
  var found: [Int] = []
  var isInside = false
  for scalar in text.unicodeScalars {
    let digit: Int
    switch scalar.value {
    case 0x30...0x39: digit = Int(scalar.value) - 0x30
    case 0xFF10...0xFF19: digit = Int(scalar.value) - 0xFF10
    default:
      isInside = false
      continue
    }
    if isInside, let last = found.last {
      guard last < 100_000_000 else { return [] }
      found[found.count - 1] = last * 10 + digit
    } else {
      found.append(digit)
    }
    isInside = true
  }
  return found
}

private func meantDay(_ numbers: [Int]) -> Day? {
  if let all = numbers.first, numbers.count == 1, all >= 19_000_101 {
    return Day(year: all / 10_000, month: all / 100 % 100, day: all % 100)
  }
  guard numbers.count >= 3 else { return nil }
  let year = numbers[0] < 100 ? 2000 + numbers[0] : numbers[0]
  return year >= 1900 ? Day(year: year, month: numbers[1], day: numbers[2]) : nil
}
