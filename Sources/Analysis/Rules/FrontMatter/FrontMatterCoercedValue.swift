import Archive
import Syntax

extension Rule {
  static let frontMatterCoercedValue: Rule = Rule(
    code: "front-matter/coerced-value",
    severity: .warning,
    title: Localized("A text that YAML takes for something else", "文本被 YAML 当成了别的类型"),
    manual: Localized(
      """
      Without quotes, `2025` is a number, `1.0` loses its zero, `yes` and `no` are truth values and
      `12:30` is a number of minutes for many parsers. Where text is meant, put it in quotes.

      Wrong:

      ```yaml
      title: 2025
      tags: [AI, yes]
      ```

      Right:

      ```yaml
      title: "2025"
      tags: [AI, "yes"]
      ```

      To mend it, take the fix. To silence it, end the line with
      `# issue-lsp-disable-line front-matter/coerced-value`.
      """,
      """
      不加引号时，`2025` 是数字，`1.0` 会丢掉末尾的零，`yes`、`no` 是布尔值，`12:30` 在许多解析器里是分钟数。本意是文本时，
      请加上引号。

      错误：

      ```yaml
      title: 2025
      tags: [AI, yes]
      ```

      正确：

      ```yaml
      title: "2025"
      tags: [AI, "yes"]
      ```

      采用所给的修复即可。要屏蔽某一行，请在行尾加 `# issue-lsp-disable-line front-matter/coerced-value`。
      """),
    check: .frontMatter { context, reports in
      for field in context.fields where !field.isDamaged {
        guard holdsText(field.key, context) else { continue }
        for node in field.value.items ?? [field.value]
        where node.alias == nil && context.comment(after: node, of: field) == nil {
          guard let kind = taken(node, in: context),
            context.others.count(field.key, valued: node.scalar?.text ?? "") == 0
          else { continue }
          reports.report(
            .frontMatterCoercedValue, at: node.range,
            context.language.say(
              "“\(context.text(node.range))” is \(kind) to YAML: put it in quotes if text is meant",
              "“\(context.text(node.range))”会被 YAML 当成\(kind)：本意是文本的话请加引号"),
            severity: FrontMatterKeys.isUniversal(field.key) ? nil : .hint,
            fixes: [context.quoting(node.range)])
          break
        }
      }
    })
}

private func holdsText(_ key: String, _ context: FrontMatterContext) -> Bool {
  let usual = context.usualKinds(of: key)
  if usual.contains(.number) || usual.contains(.boolean) || usual.contains(.date) { return false }
  return usual.contains(.text) || usual.contains(.list)
}

/// What a plain scalar is to YAML 1.2 or to the many parsers of YAML 1.1; `nil` for text.
func taken(_ node: YAMLNode, in context: FrontMatterContext) -> String? {
  guard let scalar = node.scalar, scalar.style == .plain, node.tag == nil else { return nil }
  let language = context.language
  switch node.value {
  case .boolean?: return language.say("a truth value", "布尔值")
  case .integer?, .float?: return language.say("a number", "数字")
  case .null?, nil: return nil
  case .string(let text)?:
    switch text.lowercased() {
    case "yes", "no", "on", "off", "y", "n":
      return language.say("a truth value", "布尔值")
    default: break
    }
    let bytes = Array(text.utf8)
    if isSexagesimal(bytes) || isGroupedNumber(bytes) {
      return language.say("a number", "数字")
    }
    if bytes.count == 10, Day(iso: bytes) != nil { return language.say("a date", "日期") }
    return nil
  }
}

/// `12:30`, `1:30:00`.
private func isSexagesimal(_ bytes: [UInt8]) -> Bool {
  let parts = bytes.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
  guard (2...3).contains(parts.count) else { return false }
  return parts.allSatisfy { part in
    (1...2).contains(part.count) && part.allSatisfy { (0x30...0x39).contains($0) }
  }
}

/// `1_000`, `0b11`, `0x1_F`.
private func isGroupedNumber(_ bytes: [UInt8]) -> Bool {
  guard let first = bytes.first, (0x30...0x39).contains(first) else { return false }
  if bytes.starts(with: "0b".utf8) {
    return bytes.count > 2 && bytes.dropFirst(2).allSatisfy { $0 == 0x30 || $0 == 0x31 }
  }
  return bytes.contains(UInt8(ascii: "_"))
    && bytes.allSatisfy { (0x30...0x39).contains($0) || $0 == UInt8(ascii: "_") }
}
