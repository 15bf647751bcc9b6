import Archive
import Syntax

extension Rule {
  static let labelTypo = Rule(
    body: "label-typo",
    severity: .warning,
    title: Localized("A label that is nearly one the archive always writes", "标签与惯用写法只差一两个字"),
    manual: Localized(
      """
      A label is a bold lead-in that comes back in every issue, such as `**深度解读 & 洞察：**`. This one
      differs from it in one place only, and stands nowhere else: readers see a slip, and scripts that
      look for the label miss the text behind it.

      Wrong:

      ```markdown
      **深度解读 & 洞潜：**
      ```

      Right:

      ```markdown
      **深度解读 & 洞察：**
      ```

      The fix writes the label as the archive does. A new label that is meant to be different can be
      listed under `labels` in the configuration.
      """,
      """
      标签是每期反复出现的加粗引导语，例如 `**深度解读 & 洞察：**`。这里的标签与它只有一处不同，而且别处从未出现：
      读者会看到错字，按标签取内容的脚本也会漏掉后面的文字。

      错误：

      ```markdown
      **深度解读 & 洞潜：**
      ```

      正确：

      ```markdown
      **深度解读 & 洞察：**
      ```

      自动修复会改成以往各期的写法。如果确实是一个新标签，请写进配置的 `labels`。
      """),
    check: .issue(checkLabelTypo))
}

private func checkLabelTypo(_ snapshot: Snapshot, _ reports: inout Reports) {
  var counts: [String: Int] = [:]
  for leaf in snapshot.facts.leaves {
    if let label = leaf.label { counts[label.text, default: 0] += 1 }
  }
  guard !counts.isEmpty else { return }
  let usages = LabelUsages(snapshot, counts)
  var slips: [String: (text: String, usage: LabelConventions.Usage)] = [:]
  for label in counts.keys {
    if let usual = usages.usualLabel(near: label) { slips[label] = usual }
  }
  guard !slips.isEmpty else { return }
  for leaf in snapshot.facts.leaves {
    guard let label = leaf.label, let usual = slips[label.text] else { continue }
    let range = label.range.shifted(by: leaf.start)
    let language = snapshot.language
    reports.report(
      .labelTypo, at: range,
      language.say(
        "`\(label.text)`: the archive writes `\(usual.text)` (\(usual.usage.total) times in \(usual.usage.issues) issues)",
        "`\(label.text)`：以往写作 `\(usual.text)`（\(usual.usage.issues) 期共 \(usual.usage.total) 次）"),
      fixes: [
        Fix(
          title: language.say("Write `\(usual.text)`", "改为 `\(usual.text)`"), isSafe: true,
          edits: [TextEdit(range: range, newText: usual.text)])
      ])
  }
}

/// How often labels are used in the archive and in the issue at hand.
private struct LabelUsages {
  typealias Usage = LabelConventions.Usage

  private let archive: ArchiveIndex
  private let own: [String: Int]
  private let isInArchive: Bool
  private let accepted: Set<String>
  /// What a slip could be of and the archive does not know: labels of this issue, and those that
  /// the writer calls right.
  private var others: [(text: String, usage: Usage, isAccepted: Bool)] = []
  /// How often the most used one is.
  private var mostUses: Int

  init(_ snapshot: Snapshot, _ own: [String: Int]) {
    archive = snapshot.archive
    self.own = own
    isInArchive = snapshot.archive.issue(at: snapshot.path) != nil
    accepted = Set(snapshot.configuration.labels.map { withoutLabelColon($0) })
    mostUses = archive.conventions.labels.mostUses
    if !isInArchive {
      for (text, count) in own.sorted(by: { $0.key < $1.key }) where count >= 8 {
        others.append((text, usage(of: text), false))
        mostUses = max(mostUses, usage(of: text).total)
      }
    }
    for text in accepted.sorted() { others.append((text, usage(of: text), true)) }
  }

  private func usage(of label: String) -> Usage {
    var usage = archive.conventions.labels.usage(of: label)
    if !isInArchive, let count = own[label] {
      usage.issues += 1
      usage.total += count
    }
    return usage
  }

  /// The label that `label` is a slip of; `nil` where it may be meant.
  func usualLabel(near label: String) -> (text: String, usage: Usage)? {
    guard label.utf8.count >= 12 else { return nil }
    let own = usage(of: label)
    // Used about as much as any other, it is one of the usual ones.
    guard own.total * 8 <= mostUses || !accepted.isEmpty, !accepted.contains(label) else {
      return nil
    }
    var best: (text: String, usage: Usage)?
    // Of two that are used as often, the first by name.
    func isMore(_ text: String, _ usage: Usage, than best: (text: String, usage: Usage)?) -> Bool {
      guard usage.total > 7, let best else { return usage.total > 7 }
      return (usage.total, best.text) > (best.usage.total, text)
    }
    func isFarMoreUsual(_ usage: Usage) -> Bool {
      own.total * 8 <= usage.total && (own.issues * 4 <= usage.issues || own.issues <= 1)
    }
    func consider(_ text: String, _ usage: Usage, isAccepted: Bool) {
      guard isAccepted || isFarMoreUsual(usage) && isMore(text, usage, than: best),
        let slip = Slip(from: text, to: label)
      else { return }
      if isSlip(slip, own) { best = (text, usage) }
    }
    archive.conventions.labels.forEachUsual(
      near: label, where: { !isInArchive || isFarMoreUsual($0) }
    ) { text, usage in
      consider(text, isInArchive ? usage : self.usage(of: text), isAccepted: false)
    }
    for other in others { consider(other.text, other.usage, isAccepted: other.isAccepted) }
    return best
  }

  /// Whether the difference makes no word that the archive knows.
  private func isSlip(_ slip: Slip, _ own: Usage) -> Bool {
    slip.pairs.allSatisfy { archive.conventions.labels.headings(withPair: $0) <= own.total + 1 }
  }
}

/// How one label differs from another: in one place, by one or two characters.
private struct Slip {
  /// The pairs of Chinese characters that are in the new label only.
  let pairs: [String]

  init?(from usual: String, to label: String) {
    let a = Array(usual.unicodeScalars)
    let b = Array(label.unicodeScalars)
    var head = 0
    while head < min(a.count, b.count), a[head] == b[head] { head += 1 }
    var tail = 0
    while tail < min(a.count, b.count) - head, a[a.count - 1 - tail] == b[b.count - 1 - tail] {
      tail += 1
    }
    let old = a[head..<a.count - tail]
    let new = b[head..<b.count - tail]
    // Enough must be the same for the rest to be a slip.
    guard head + tail >= 3, (head + tail) * 2 >= a.count, !new.isEmpty else { return nil }
    let isHan: (Unicode.Scalar) -> Bool = { (0x3400...0x9FFF).contains($0.value) }
    let isLetter: (Unicode.Scalar) -> Bool = { $0.properties.isAlphabetic && !isHan($0) }
    guard old.allSatisfy(isHan) else { return nil }
    switch (old.count, new.count) {
    case (1, 1):
      guard new.allSatisfy(isHan) else { return nil }
    case (1...2, 2...8):
      // `洢ight` for `洞察`: letters run into a character make no word of either script.
      guard let first = new.first, isHan(first), new.dropFirst().allSatisfy(isLetter) else {
        return nil
      }
    default: return nil
    }
    var pairs: [String] = []
    for index in max(0, head - 1)..<min(b.count - 1, b.count - tail) {
      if index + 1 < b.count, isHan(b[index]), isHan(b[index + 1]) {
        var pair = String(b[index])
        pair.unicodeScalars.append(b[index + 1])
        pairs.append(pair)
      }
    }
    self.pairs = pairs
  }
}

/// A label as the configuration may have it, with its colon.
private func withoutLabelColon(_ label: String) -> String {
  var bytes = Array(label.utf8)
  if bytes.last == UInt8(ascii: ":") { bytes.removeLast() }
  if bytes.suffix(3).elementsEqual("：".utf8) { bytes.removeLast(3) }
  return String(decoding: bytes, as: UTF8.self)
}
