package import Syntax

extension YAMLProblem {
  /// - Parameter bytes: the text that the YAML stands in.
  package func message(in language: Language, bytes: [UInt8]) -> String {
    message(in: language) { range in
      let range = range.clamped(to: bytes.count)
      return String(decoding: bytes[range.start..<range.end], as: UTF8.self)
    }
  }

  /// What the writer did, and what would be right.
  package func message(in language: Language, text: (ByteRange) -> String) -> String {
    let mark = text(range)
    switch cause {
    case .tab:
      return language.say("a tab indents the line: use spaces", "用了制表符缩进：请改用空格")
    case .missingSpace:
      return language.say("a blank is missing after the colon", "冒号后面缺一个空格")
    case .wrongColon:
      let shown = mark.filter { !$0.isWhitespace }
      return language.say(
        "“\(shown)” stands for the colon: write “: ”", "“\(shown)”不是半角冒号：请写“: ”")
    case .missingColon:
      return language.say("a colon is missing after the key", "键后面缺冒号")
    case .notAnEntry where ["<<<<<<<", "=======", ">>>>>>>"].contains(mark.prefix(7)):
      return language.say(
        "a merge was not finished here: keep one of the two versions", "合并冲突没有处理完：保留其中一个版本")
    case .notAnEntry:
      return language.say(
        "this line is neither “key: value” nor part of a value", "这一行既不是“键: 值”，也不属于任何值")
    case .wrongComma:
      return language.say(
        "“\(mark)” does not separate items: write “,”", "“\(mark)”不能分隔各项：请用半角“,”")
    case .missingComma:
      return language.say("a comma is missing before this item", "这一项前面缺逗号")
    case .emptyItem:
      return language.say("there is no item before this comma", "这个逗号前没有内容")
    case .unclosedQuote:
      return language.say(
        "the quote that opens here is not closed on its line", "这里开始的引号没有在本行闭合")
    case .missingOpeningQuote:
      return language.say(
        "this quote closes a text that no quote opens", "这个引号前面缺少对应的开引号")
    case .unescapedQuote:
      return language.say(
        "this quote ends the text too early: write it as “\\\(mark)”, or use “ and ”",
        "这个引号使文本提前结束：请写成“\\\(mark)”，或改用“”")
    case .textAfterValue:
      return language.say(
        "the value is complete before this: put the whole in quotes", "值在这之前已经结束：请给整个值加上引号")
    case .wideBlank:
      return language.say("a full-width blank after the value", "值后面有全角空白")
    case .unclosedBracket:
      let isOpening = mark == "[" || mark == "{"
      let closer = text(ByteRange(subject.start, subject.start + 1)) == "{" ? "}" : "]"
      return isOpening
        ? language.say(
          "the “\(mark)” that opens here is not closed", "这里的“\(mark)”没有闭合")
        : language.say(
          "“\(mark)” does not close the list: write “\(closer)”",
          "“\(mark)”不能结束列表：请用半角“\(closer)”")
    case .missingOpeningBracket:
      return language.say("the list has no opening “[”", "列表前缺少“[”")
    case .badEscape:
      return language.say(
        "“\(mark)” is no escape in double quotes: write the backslash twice",
        "“\(mark)”不是双引号内的转义：请写两个反斜杠")
    case .reservedStart:
      return language.say(
        "a value cannot begin with “\(mark)”: put it in quotes", "值不能以“\(mark)”开头：请加上引号")
    case .colonInValue:
      return language.say(
        "“: ” in a value without quotes: put the value in quotes", "没加引号的值里有“: ”：请给值加上引号")
    default: return rareMessage(in: language, mark: mark)
    }
  }

  private func rareMessage(in language: Language, mark: String) -> String {
    switch cause {
    case .indentation:
      return range.isEmpty
        ? language.say("the line lacks indentation", "这一行缺少缩进")
        : language.say("the line is indented unlike its neighbours", "这一行的缩进与相邻的行不一致")
    case .quotedIndentation:
      return language.say(
        "a line of a quoted text is not indented, and its line break is lost",
        "引号中的文本换了行却没有缩进，而且换行会丢失")
    case .flowIndentation:
      return language.say(
        "a line within brackets is not indented", "括号内的行没有缩进")
    case .swallowedItem:
      return language.say(
        "the item above swallows this one, since it stands further right",
        "这一项缩进更深，成了上一项文本的一部分")
    case .itemAfterKey:
      return language.say(
        "an item cannot stand on the line of its key: put the value in quotes, or each item on a line",
        "列表项不能与键写在同一行：请给值加引号，或让每项各占一行")
    case .blockHeader:
      return language.say(
        "“|” and “>” begin a text on the lines below: put the value in quotes",
        "“|”和“>”表示文本从下一行开始：请给值加上引号")
    case .blockIndentation:
      return language.say(
        "the text below “|” or “>” must be indented", "“|”或“>”下面的文本必须缩进")
    case .multilineKey:
      return language.say("a key must end on its line", "键必须写在一行内")
    case .undefinedAlias:
      return language.say(
        "a value that begins with “*” refers to an anchor, and there is none of this name: put it in quotes",
        "以“*”开头的值表示引用锚点，而没有这个锚点：请给值加上引号")
    case .aliasExpansion:
      return language.say("aliases expand to too much", "别名展开后过大")
    case .badProperty:
      return language.say(
        "“&” and “!” at the start of a value have a meaning in YAML: put the value in quotes",
        "值开头的“&”和“!”在 YAML 中另有含义：请给值加上引号")
    case .controlCharacter:
      return language.say("a control character", "控制字符")
    case .badDirective:
      return language.say("not a directive of YAML", "不是 YAML 指令")
    case .badComment:
      return language.say("a blank is missing before “#”", "“#”前面缺一个空格")
    case .extraDocument:
      return language.say("a second YAML document begins here", "从这里开始是第二个 YAML 文档")
    default:
      return language.say("nested too deeply", "嵌套过深")
    }
  }

  func message(in context: FrontMatterContext) -> String {
    message(in: context.language) { context.text($0) }
  }
}
