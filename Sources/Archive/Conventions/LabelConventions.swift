/// Which labels come back in the issues of an archive: bold lead-ins such as `**深度解读 & 洞察：**`.
package struct LabelConventions: Sendable {
  package struct Usage: Sendable, Equatable {
    package var issues = 0
    package var total = 0

    package init(issues: Int = 0, total: Int = 0) {
      self.issues = issues
      self.total = total
    }
  }

  private var usages: [String: Usage] = [:]
  /// Labels that a writer clearly uses on purpose, the most used first.
  package private(set) var usual: [(label: String, usage: Usage)] = []
  /// What can be told of each of them at a glance.
  private var forms: [Form] = []

  private struct Form {
    /// In UTF-8 bytes.
    let length: Int
    let first: UInt32
    let last: UInt32

    init(_ label: String) {
      length = label.utf8.count
      first = label.unicodeScalars.first?.value ?? 0
      last = label.unicodeScalars.last?.value ?? 0
    }
  }

  package init() {}

  package func usage(of label: String) -> Usage { usages[label] ?? Usage() }

  mutating func update(removing: [IssueRecord], adding: [IssueRecord]) {
    for (records, sign) in [(removing, -1), (adding, 1)] {
      for record in records {
        for label in record.shape.labels {
          usages[label.text, default: Usage()].issues += sign
          usages[label.text, default: Usage()].total += sign * label.count
          if let usage = usages[label.text], usage.issues <= 0 { usages[label.text] = nil }
        }
      }
    }
    usual = usages.filter { $0.value.issues >= 2 && $0.value.total >= 4 }
      .map { (label: $0.key, usage: $0.value) }
      .sorted { ($0.usage.total, $1.label) > ($1.usage.total, $0.label) }
    forms = usual.map { Form($0.label) }
  }

  /// Calls `body` with the usual labels that have about as many letters and begin or end as
  /// `label` does, the most used first.
  package func forEachUsual(near label: String, _ body: (String, Usage) -> Void) {
    let form = Form(label)
    for index in forms.indices {
      let other = forms[index]
      guard abs(other.length - form.length) <= 9,
        other.first == form.first || other.last == form.last
      else { continue }
      body(usual[index].label, usual[index].usage)
    }
  }
}
