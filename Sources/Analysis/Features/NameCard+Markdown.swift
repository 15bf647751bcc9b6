package import Archive

extension NameCard {
  /// The card as Markdown.
  ///
  /// - Parameter link: the address of a line (0-based) of an issue's file.
  package func markdown(
    in language: Language, link: (_ path: String, _ line: Int) -> String
  ) -> String {
    var lines = ["**\(escaped(name.canonical))** · \(name.kind.word(in: language))", ""]
    if !name.aliases.isEmpty {
      let aliases = name.aliases.prefix(6).map(escaped).joined(separator: " · ")
      lines += [language.say("also ", "又作 ") + aliases, ""]
    }
    lines += [counts(in: language), ""]
    if months.contains(where: { $0 > 0 }) && name.issueCount > 1 {
      lines += ["`\(bar)` " + language.say("last 12 months", "最近 12 个月"), ""]
    }
    for story in stories {
      let date = story.date.map { "\($0) " } ?? ""
      lines.append("- \(date)[\(escaped(story.title))](\(link(story.path, story.line)))")
      if !story.sentence.isEmpty, story.sentence != story.title {
        lines.append("  \\\n  \(escaped(clipped(story.sentence)))")
      }
    }
    return trimmed(lines).joined(separator: "\n")
  }

  /// The card as text without markup.
  package func plainText(in language: Language) -> String {
    var lines = ["\(name.canonical) · \(name.kind.word(in: language))"]
    if !name.aliases.isEmpty {
      let aliases = name.aliases.prefix(6).joined(separator: " · ")
      lines.append(language.say("also ", "又作 ") + aliases)
    }
    lines.append(counts(in: language))
    if months.contains(where: { $0 > 0 }) && name.issueCount > 1 {
      lines.append(bar + " " + language.say("last 12 months", "最近 12 个月"))
    }
    for story in stories {
      lines.append((story.date.map { "\($0) " } ?? "") + story.title)
      if !story.sentence.isEmpty, story.sentence != story.title {
        lines.append("  " + clipped(story.sentence))
      }
    }
    return lines.joined(separator: "\n")
  }

  private func counts(in language: Language) -> String {
    let dates: String
    if let first = name.first, let last = name.last {
      dates = first == last ? " · \(first)" : " · \(first) – \(last)"
    } else {
      dates = ""
    }
    return language.say(
      "\(name.mentionCount) \(name.mentionCount == 1 ? "mention" : "mentions") in "
        + "\(name.issueCount) \(name.issueCount == 1 ? "issue" : "issues")",
      "\(name.issueCount) 期中提及 \(name.mentionCount) 次") + dates
  }

  /// One block a month, as high as its share of the busiest.
  private var bar: String {
    let blocks = Array("▁▂▃▄▅▆▇█")
    let most = max(1, months.max() ?? 1)
    return String(
      months.map { $0 == 0 ? "·" : blocks[min(7, $0 * 7 / most)] })
  }

  private func clipped(_ text: String) -> String {
    text.unicodeScalars.count > 120
      ? String(String.UnicodeScalarView(text.unicodeScalars.prefix(118))) + "…" : text
  }

  private func trimmed(_ lines: [String]) -> ArraySlice<String> {
    var lines = lines[...]
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }
}

/// With a backslash before all that Markdown could read as markup, and on one line. Bare addresses
/// are none in CommonMark but links to many who show it (GFM §6.9), so they are broken up, too.
func escaped(_ text: String) -> String {
  var result = ""
  var rest = Substring.UnicodeScalarView(text.unicodeScalars)
  while let scalar = rest.popFirst() {
    switch scalar {
    case "\n", "\r": result += " "
    case "\\", "`", "*", "_", "[", "]", "(", ")", "<", ">", "#", "!", "|", "~", "&", "@":
      result += "\\"
    // What only the beginning of a line makes a list or a line.
    case "-", "+", "=": if result.isEmpty { result += "\\" }
    case "." where result.utf8.allSatisfy { 0x30...0x39 ~= $0 }: result += "\\"
    case ":" where rest.starts(with: "//".unicodeScalars): result += "\\"
    case "." where result.utf8.suffix(3).elementsEqual("www".utf8, by: { $0 | 0x20 == $1 }):
      result += "\\"
    default: break
    }
    if scalar != "\n" && scalar != "\r" { result.unicodeScalars.append(scalar) }
  }
  return result
}

extension NameKind {
  /// As a reader calls it.
  package func word(in language: Language) -> String {
    switch self {
    case .company: language.say("company", "公司")
    case .model: language.say("model", "模型")
    case .product: language.say("product", "产品")
    case .person: language.say("person", "人物")
    case .organization: language.say("organization", "机构")
    }
  }
}
