import Syntax

extension YAMLProblem {
  /// The cure, where it is plain what was meant.
  func fixes(in context: FrontMatterContext) -> [Fix] {
    let language = context.language
    func fix(_ english: String, _ chinese: String, _ edits: [TextEdit]) -> [Fix] {
      [Fix(title: language.say(english, chinese), isSafe: true, edits: edits)]
    }
    func replace(_ range: ByteRange, _ text: String) -> [TextEdit] {
      [TextEdit(range: range, newText: text)]
    }
    if cause == .unescapedQuote || cause == .textAfterValue,
      let field = context.fields.last(where: { $0.keyRange.end <= subject.start }),
      context.lines(of: field.keyRange).contains(subject.start),
      context.usualKinds(of: field.key) == [.list], !isWithinBrackets(in: context)
    {
      guard let items = meantItems(context.text(subject)) else { return [] }
      return fix("Make it a list", "改为列表", replace(subject, YAMLText.list(items)))
    }
    switch cause {
    case .missingSpace, .wrongColon, .missingColon:
      return fix("Write “: ”", "改为“: ”", replace(range, ": "))
    case .wrongComma:
      return fix("Use half-width commas", "改用半角逗号", wideCommas(in: context))
    // Before the colon of a pair the comma is missing further ahead.
    case .missingComma where context.text(range) == ":": return []
    case .missingComma:
      return fix("Insert “,”", "插入“,”", replace(ByteRange(range.start, range.start), ", "))
    case .unclosedQuote, .badEscape, .unescapedQuote: return quoteFixes(in: context)
    case .missingOpeningQuote:
      let first = ByteRange(subject.start, min(subject.start + 3, subject.end))
      let isWide = ["“", "”"].contains(context.text(first))
      return fix(
        "Insert the opening quote", "补上开引号",
        replace(isWide ? first : ByteRange(first.start, first.start), context.text(range)))
    case .unclosedBracket: return bracketFixes(in: context)
    case .missingOpeningBracket:
      return fix(
        "Insert “[”", "补上“[”", replace(ByteRange(subject.start, subject.start), "["))
    case .undefinedAlias where !isWithinBrackets(in: context):
      // The alias ends at a blank, what was meant goes on.
      let end = context.lineEnd(of: subject.start)
      let comment = context.matter.yaml.comments.first {
        subject.start < $0.start && $0.start < end
      }
      return [context.quoting(context.trimmed(ByteRange(subject.start, comment?.start ?? end)))]
    case .reservedStart, .colonInValue, .itemAfterKey, .blockHeader, .undefinedAlias,
      .textAfterValue:
      guard !subject.isEmpty, context.text(subject).first.map({ $0 != "\"" && $0 != "'" }) ?? false
      else {
        return subject.length > 1 && cause == .textAfterValue ? [context.quoting(subject)] : []
      }
      return [context.quoting(subject)]
    case .badProperty:
      let line = context.trimmed(ByteRange(range.start, context.lineEnd(of: range.start)))
      return [context.quoting(line)]
    case .wideBlank: return fix("Remove it", "删除", replace(range, ""))
    case .tab: return fix("Indent with spaces", "改用空格缩进", tabsToSpaces(in: context))
    case .indentation:
      guard let edit = realigned(in: context) else { return [] }
      return fix("Align with its neighbours", "与相邻的行对齐", [edit])
    case .badComment:
      return fix("Insert a blank", "插入空格", replace(ByteRange(range.start, range.start), " "))
    default: return []
    }
  }

  private func wideCommas(in context: FrontMatterContext) -> [TextEdit] {
    let bytes = context.bytes
    var edits: [TextEdit] = []
    var quote: UInt8?
    var i = subject.start
    while i < subject.end {
      let byte = bytes[i]
      if let open = quote {
        if byte == UInt8(ascii: "\\"), open == UInt8(ascii: "\"") { i += 1 }
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ";") {
        edits.append(TextEdit(range: ByteRange(i, i + 1), newText: ","))
      } else {
        for comma in ["，", "、", "；", "﹐"] where bytes[i...].starts(with: comma.utf8) {
          edits.append(TextEdit(range: ByteRange(i, i + 3), newText: ","))
        }
      }
      i += 1
    }
    return edits
  }

  // MARK: Quotes

  private func quoteFixes(in context: FrontMatterContext) -> [Fix] {
    let language = context.language
    let bytes = context.bytes
    let isItem =
      bytes[subject.start] == UInt8(ascii: "[") || bytes[subject.start] == UInt8(ascii: "{")
    if isItem { return [] }
    let quote = bytes[subject.start]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return [] }
    let title: String
    switch cause {
    case .badEscape: title = language.say("Write the backslashes twice", "将反斜杠写两遍")
    case .unclosedQuote: title = language.say("Close the quote", "补上闭引号")
    default: title = language.say("Escape the quotes within", "转义文本中的引号")
    }
    var edits: [TextEdit] = []
    let mark = String(decoding: [quote], as: UTF8.self)
    let escaped = quote == UInt8(ascii: "'") ? "''" : "\\\""
    var end = subject.end
    let isWide = bytes.endsWithWideQuote(at: end) && end - 3 > subject.start
    // Where the closing quote stands, or must stand.
    var closing: TextEdit?
    if isWide {
      closing = TextEdit(range: ByteRange(end - 3, end), newText: mark)
      end -= 3
    } else if cause == .unclosedQuote || end - subject.start < 2 || bytes[end - 1] != quote {
      // Within brackets, the bracket at the end of the line closes the list.
      let last = end > subject.start + 1 ? bytes[end - 1] : 0
      if isWithinBrackets(in: context), last == UInt8(ascii: "]") || last == UInt8(ascii: "}") {
        end -= 1
      }
      let isWide = bytes.endsWithWideQuote(at: end) && end - 3 > subject.start
      let text = isWide ? end - 3 : end
      closing = TextEdit(range: ByteRange(text, end), newText: mark)
      end = text
    } else {
      end -= 1
    }
    // No backslash belongs in a URL.
    let isURL = cause == .badEscape && bytes[subject.start...].dropFirst().starts(with: "http".utf8)
    var i = subject.start + 1
    while i < end {
      let byte = bytes[i]
      if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
        let isEscape = YAML.parse(
          Array("a: \"".utf8) + bytes[i..<min(i + 2, end)] + Array("\"".utf8)
        )
        .problems.isEmpty
        // A path keeps all of its backslashes.
        if cause == .badEscape ? !(isEscape && i + 1 < end && bytes[i + 1] == byte) : !isEscape {
          edits.append(TextEdit(range: ByteRange(i, i + 1), newText: isURL ? "" : "\\\\"))
          i += 1
          continue
        }
        i += 2
        continue
      }
      if byte == quote, cause != .unclosedQuote {
        edits.append(TextEdit(range: ByteRange(i, i + 1), newText: escaped))
      }
      i += 1
    }
    if let closing { edits.append(closing) }
    return [Fix(title: title, isSafe: true, edits: edits)]
  }

  private func isWithinBrackets(in context: FrontMatterContext) -> Bool {
    var i = subject.start - 1
    while i >= 0, context.bytes[i] != 0x0A, context.bytes[i] != 0x0D {
      if context.bytes[i] == UInt8(ascii: "[") || context.bytes[i] == UInt8(ascii: "{") {
        return true
      }
      i -= 1
    }
    return false
  }

  // MARK: Brackets

  private func bracketFixes(in context: FrontMatterContext) -> [Fix] {
    let language = context.language
    let bytes = context.bytes
    let closer = bytes[subject.start] == UInt8(ascii: "{") ? "}" : "]"
    let title = language.say("Close with “\(closer)”", "用“\(closer)”闭合")
    if range.start > subject.start {
      return [
        Fix(title: title, isSafe: true, edits: [TextEdit(range: range, newText: closer)])
      ]
    }
    var end = textEnd(in: context)
    for wide in ["】", "］", "）", "」", "｝"] where end - 3 > subject.start {
      if bytes[(end - 3)..<end].elementsEqual(wide.utf8) {
        return [
          Fix(
            title: title, isSafe: true,
            edits: [TextEdit(range: ByteRange(end - 3, end), newText: closer)])
        ]
      }
    }
    if subject.length > 1, bytes[subject.start + 1] == bytes[subject.start] {
      return [
        Fix(
          title: language.say("Remove the second bracket", "删除多余的括号"), isSafe: true,
          edits: [
            TextEdit(range: ByteRange(subject.start, subject.start + 1), newText: "")
          ])
      ]
    }
    if end > subject.start + 1, bytes[end - 1] == UInt8(ascii: ",") { end -= 1 }
    return [
      Fix(
        title: title, isSafe: true,
        edits: [TextEdit(range: ByteRange(end, textEnd(in: context)), newText: closer)])
    ]
  }

  /// Where the subject ends but for a comment behind it.
  private func textEnd(in context: FrontMatterContext) -> Int {
    let bytes = context.bytes
    var quote: UInt8?
    for i in subject.start..<subject.end {
      switch bytes[i] {
      case quote: quote = nil
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        if quote == nil { quote = bytes[i] }
      case UInt8(ascii: "#"):
        if quote == nil, i > subject.start, bytes[i - 1] == 0x20 || bytes[i - 1] == 0x09 {
          return context.trimmed(ByteRange(subject.start, i)).end
        }
      default: break
      }
    }
    return subject.end
  }

  // MARK: Indentation

  private func tabsToSpaces(in context: FrontMatterContext) -> [TextEdit] {
    var edits: [TextEdit] = []
    let bytes = context.bytes
    // A key keeps to the column of the keys; an item or a nested key stands two spaces in.
    var line = context.lines(of: subject).start
    while line < subject.end {
      var stop = line
      while stop < bytes.count, bytes[stop] == 0x20 || bytes[stop] == 0x09 { stop += 1 }
      if bytes[line..<stop].contains(0x09) {
        let isNested = context.fields.contains { field in
          field.keyRange.end < line && field.value.range.contains(stop)
        }
        edits.append(TextEdit(range: ByteRange(line, stop), newText: isNested ? "  " : ""))
      }
      line = context.lines(of: ByteRange(line, line)).end
      if line >= bytes.count { break }
    }
    return edits
  }

  /// Gives the line the indentation of the entries around it.
  private func realigned(in context: FrontMatterContext) -> TextEdit? {
    let stop = range.end
    if let key = context.fields.first(where: { $0.keyRange.start == stop }) {
      let others = context.fields.filter { $0.keyRange.start != key.keyRange.start }
      guard let neighbour = others.first else { return nil }
      let line = context.lines(of: neighbour.keyRange).start
      return TextEdit(
        range: range, newText: Array(repeating: 0x20, count: neighbour.keyRange.start - line))
    }
    // An item: as its first sibling.
    for field in context.fields {
      guard let items = field.value.items, let first = items.first,
        field.value.range.contains(stop)
      else { continue }
      let line = context.lines(of: first.range).start
      var dash = line
      while dash < context.bytes.count, context.bytes[dash] == 0x20 { dash += 1 }
      return TextEdit(range: range, newText: Array(repeating: 0x20, count: dash - line))
    }
    return nil
  }
}
