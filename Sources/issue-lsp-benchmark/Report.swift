import LanguageServerProtocol
import Platform

/// Collects the rows and prints each as soon as it is measured.
struct Report {
  private(set) var rows: [Row] = []
  private let isJSON: Bool
  private var suite = ""

  init(isJSON: Bool) { self.isJSON = isJSON }

  mutating func begin(_ suite: Suite) {
    self.suite = suite.name
    guard !isJSON else { return }
    put("\n\(suite.name): \(suite.title)\n")
    put(
      line(["", "size", "minimum", "median", "p99", "goal", "ratio"])
        + String(repeating: "-", count: 118) + "\n")
  }

  /// Adds a row.
  ///
  /// - Parameters:
  ///   - references: names of earlier rows to be compared with, of which the first counts that is
  ///     there: the last of that name and size, else the last of that name.
  mutating func add(
    _ what: String, size: String = "", in unit: Unit = .seconds, _ samples: [Double],
    goal: Double? = nil, goalIsForTail: Bool = false, against references: String...
  ) {
    guard !samples.isEmpty else { return skip(what, because: "no answer") }
    let compared = references.lazy.filter { $0 != what }.compactMap { [rows] name in
      rows.last { $0.what == name && $0.size == size } ?? rows.last { $0.what == name }
    }.first
    let row = Row(
      suite: suite, what: what, size: size, unit: unit, samples: samples, goal: goal,
      goalIsForTail: goalIsForTail, reference: compared.map { ($0.what, $0.median) })
    rows.append(row)
    put(isJSON ? json(row) : text(row))
  }

  /// Says why something is not measured.
  func skip(_ what: String, because reason: String) {
    if isJSON {
      var writer = JSONWriter()
      writer.object {
        $0.field("suite", suite)
        $0.field("what", what)
        $0.field("skipped", reason)
      }
      put(String(decoding: writer.bytes, as: UTF8.self) + "\n")
    } else {
      put("  \(what): \(reason)\n")
    }
  }

  private func text(_ row: Row) -> String {
    let single = row.samples.count == 1
    var goal = row.goal.map { (row.unit.moreIsBetter ? "≥ " : "≤ ") + row.unit.text($0) } ?? ""
    if let met = row.meetsGoal { goal += met ? " ✓" : " ✗" }
    let ratio = row.reference.flatMap { reference in
      row.ratio.map { "\(rounded($0)) × \(label(of: reference.what))" }
    }
    return line([
      row.what, row.size, single ? "" : row.unit.text(row.best), row.unit.text(row.median),
      single ? "" : row.unit.text(row.tail), goal, ratio ?? "",
    ])
  }

  /// The peer's name is enough where it did the same.
  private func label(of what: String) -> Substring {
    what.split(separator: ", ").last ?? what[...]
  }

  private func rounded(_ ratio: Double) -> String {
    let text = Unit.count.text(ratio)
    return ratio < 0.01 ? "\((ratio * 10_000).rounded() / 10_000)" : text
  }

  private func line(_ cells: [String]) -> String {
    let widths = [40, 10, 11, 11, 11, 15, 0]
    var text = ""
    for (number, (cell, width)) in zip(cells, widths).enumerated() {
      let padding = String(repeating: " ", count: max(0, width - cell.unicodeScalars.count))
      // Words stand left, numbers right.
      text += number == 0 || width == 0 ? cell + padding : padding + cell
      if width > 0 { text += "  " }
    }
    while text.utf8.last == UInt8(ascii: " ") { text.removeLast() }
    return text + "\n"
  }

  private func json(_ row: Row) -> String {
    var writer = JSONWriter()
    writer.object {
      $0.field("suite", row.suite)
      $0.field("what", row.what)
      $0.field("size", row.size)
      $0.field("unit", row.unit.rawValue)
      $0.field("samples", row.samples.count)
      $0.key("minimum")
      $0.number(row.best)
      $0.key("median")
      $0.number(row.median)
      $0.key("p99")
      $0.number(row.tail)
      if let goal = row.goal {
        $0.key("goal")
        $0.number(goal)
      }
      $0.optionalField("meetsGoal", row.meetsGoal)
      if let reference = row.reference, let ratio = row.ratio {
        $0.field("against", reference.what)
        $0.key("ratio")
        $0.number(ratio)
      }
    }
    return String(decoding: writer.bytes, as: UTF8.self) + "\n"
  }

  private func put(_ text: String) { try? write(text, to: .output) }
}

extension JSONWriter {
  /// With all the digits there are: seconds are small numbers.
  fileprivate mutating func number(_ value: Double) {
    if value.isFinite { raw(Array("\(value)".utf8)) } else { null() }
  }
}
