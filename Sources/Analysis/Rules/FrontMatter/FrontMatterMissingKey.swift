import Archive
import Syntax

extension Rule {
  static let frontMatterMissingKey: Rule = Rule(
    code: "front-matter/missing-key",
    severity: .error,
    title: Localized("A key that the other issues have is missing", "缺少其他各期都有的键"),
    manual: Localized(
      """
      The front matter lacks a key that nearly all other issues of the category have, so the site
      shows the issue without title, date, cover or whatever it stands for. The message says how
      many issues have it. A key that came into use later is not asked of older issues.

      To mend it, add the key; the fix inserts it at its usual place with the usual value. What every
      issue must have can be set as `frontMatter: {required: [title, date]}` in `.issue-lsp.yaml`. To
      silence the rule, set `front-matter/missing-key: off` under `rules` there.
      """,
      """
      front matter 里少了同类其他各期几乎都有的键，站点上这一期就会没有标题、日期、封面等。提示会说明有多少期有它。后来才
      启用的键不会要求旧的各期也有。

      补上这个键即可；修复会在通常的位置插入它和常用的值。必须有哪些键，可在 `.issue-lsp.yaml` 中用
      `frontMatter: {required: [title, date]}` 指定。要关闭本规则，请在其 `rules` 下设置
      `front-matter/missing-key: off`。
      """),
    check: .frontMatter { context, reports in
      guard context.matter.isPresent, context.matter.yaml.root?.entries != nil || context.isEmpty,
        !context.hasStrayLines
      else { return }
      let renamed = Set(context.unknownKeys.compactMap(\.meant) + context.swallowedKeys.map(\.key))
      for required in context.requiredKeys
      where context.field(required.key) == nil && !renamed.contains(required.key) {
        report(required, context, &reports)
      }
    })
}

private func report(
  _ required: FrontMatterContext.Requirement, _ context: FrontMatterContext,
  _ reports: inout Reports
) {
  let key = required.key
  let why: String
  switch required.reason {
  case .configured:
    why = context.language.say("the configuration asks for it", "配置要求有它")
  case .convention:
    why = context.language.say("nearly every site needs it", "站点一般都需要它")
  case .evidence(let count, let total, let group):
    why = context.language.say(
      "\(context.evidence(count, of: total, in: group)) have it",
      "\(context.evidence(count, of: total, in: group))有它")
  }
  var fixes: [Fix] = []
  if let value = context.usualValue(of: key) {
    fixes.append(
      Fix(
        title: context.language.say("Insert “\(key)”", "插入“\(key)”"), isSafe: value.isSure,
        edits: [context.insertion(of: key, value: value.text)]))
  }
  reports.report(
    .frontMatterMissingKey, at: context.place,
    context.language.say("“\(key)” is missing: \(why)", "缺少“\(key)”：\(why)"),
    severity: required.severity, fixes: fixes)
}

extension FrontMatterContext {
  /// A key that the issue ought to have.
  struct Requirement {
    enum Reason {
      case configured
      case convention
      case evidence(count: Int, total: Int, group: FrontMatterPeers)
    }
    let key: String
    let reason: Reason
    var severity = Severity.error
  }

  /// Whether nothing stands between the fences.
  var isEmpty: Bool { matter.isPresent && matter.yaml.root == nil }

  /// Whether lines are left over that may have been keys.
  var hasStrayLines: Bool {
    fields.contains(where: \.isUnreadable)
      || matter.yaml.problems.contains { problem in
        switch problem.cause {
        case .notAnEntry, .tooDeep, .extraDocument: true
        default: false
        }
      }
  }

  /// Keys that ought to be there and stand indented in the text of another key.
  var swallowedKeys: [(key: String, range: ByteRange)] {
    var found: [(key: String, range: ByteRange)] = []
    for field in fields {
      guard let style = field.value.scalar?.style, style == .literal || style == .folded else {
        continue
      }
      var line = lines(of: ByteRange(field.value.range.start, field.value.range.start)).end
      while line < field.value.range.end {
        let end = lineEnd(of: line)
        let content = trimmed(ByteRange(line, end))
        let text = text(content)
        let key = requiredKeys.first { text.hasPrefix($0.key + ":") && self.field($0.key) == nil }
        if let key { found.append((key.key, ByteRange(line, content.start))) }
        line = lines(of: ByteRange(line, line)).end
      }
    }
    return found
  }

  var requiredKeys: [Requirement] {
    if let required = snapshot.configuration.frontMatter.required {
      return required.map { Requirement(key: $0, reason: .configured) }
    }
    if others.count == 0 {
      // Where the file name has a date, a site may do without another.
      return [
        Requirement(key: "title", reason: .convention),
        Requirement(key: "date", reason: .convention, severity: fileDay == nil ? .warning : .info),
      ]
    }
    var found: [Requirement] = []
    for group in peers.count >= 3 ? [peers] : [peers, others] {
      for key in group.keys where !found.contains(where: { $0.key == key }) {
        let (count, total) = (group.count(having: key), group.count)
        guard isUsual(key, count, total, in: group) else { continue }
        found.append(
          Requirement(
            key: key, reason: .evidence(count: count, total: total, group: group),
            severity: severity(of: key, count, total, in: group)))
      }
    }
    return found
  }

  private func isUsual(
    _ key: String, _ count: Int, _ total: Int, in group: FrontMatterPeers
  ) -> Bool {
    if total < 3 { return count == total && isAkin(to: group) }
    guard count * 10 >= total * 9 else { return false }
    if count == total { return true }
    // A key that came into use after this issue, if more than a slip or two lack it.
    guard total - count >= 4, let first = group.firstDay(having: key), let day = day ?? fileDay
    else { return true }
    return day >= first
  }

  /// Few issues prove little, and a key that others leave empty is not sorely missed.
  private func severity(
    of key: String, _ count: Int, _ total: Int, in group: FrontMatterPeers
  ) -> Severity {
    if total < 3 || group.count(key, shaped: .empty) * 50 >= count { return .info }
    return total < 10 ? .warning : .error
  }

  /// Whether the issue has most of the keys that a few others have, and no category of its own.
  private func isAkin(to group: FrontMatterPeers) -> Bool {
    let keys = group.keys
    let shared = keys.filter { field($0) != nil }.count
    guard shared * 2 > keys.count else { return false }
    guard group.category == nil, let category = field("category")?.value.scalar?.text,
      !category.isEmpty
    else { return true }
    return group.count(having: "category") == 0 || group.count("category", valued: category) > 0
      || group.values(of: "category").contains { editDistance($0.value, category) <= 3 }
  }

  /// The day that the field `date` gives.
  var day: Day? {
    field("date")?.value.scalar.flatMap { Day(iso: Array($0.text.utf8)) }
  }
}
