import Archive
package import Syntax

/// Keys, values or a whole front matter to go on with.
///
/// https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#textDocument_completion
package struct FrontMatterCompletion: Sendable, Equatable {
  package enum Kind: Sendable, Equatable {
    case key
    case value
    /// The whole front matter.
    case skeleton
  }

  package struct Item: Sendable, Equatable {
    package var kind: Kind
    /// What is shown.
    package var label: String
    /// Where it comes from: how many issues have it, or what it repeats.
    package var detail: String
    /// What is inserted.
    package var newText: String
    /// What the client's filter is to see instead of the label.
    package var filterText: String?
  }

  /// What is replaced, in UTF-8 bytes of the issue. It holds the cursor.
  package var range: ByteRange
  /// In the order in which they should be shown.
  package var items: [Item]
}

/// What can stand at `offset` of the front matter; `nil` outside of it. In a text that has none yet,
/// the first line offers a whole one.
///
/// - Parameter offset: UTF-8 bytes from the start of the issue.
package func frontMatterCompletion(
  in snapshot: Snapshot, at offset: Int
) -> FrontMatterCompletion? {
  let context = FrontMatterContext(snapshot)
  guard context.matter.isPresent else {
    return context.skeletonCompletion(at: offset) ?? context.firstKeyCompletion(at: offset)
  }
  let content = context.matter.content
  let isWithin =
    content.contains(offset) || offset == content.end && context.matter.closing == nil
    || offset == content.start && content.isEmpty
  guard isWithin else { return nil }
  let line = snapshot.document.text.lineRange(snapshot.document.text.line(at: offset))
  return context.valueCompletion(at: offset, line: line)
    ?? context.keyCompletion(at: offset, line: line)
}

extension FrontMatterContext {
  // MARK: All

  /// The whole front matter, where the text begins with nothing or with what may become `---`.
  fileprivate func skeletonCompletion(at offset: Int) -> FrontMatterCompletion? {
    let start = matter.bodyStart
    let end = lineEnd(of: start)
    guard offset >= start, offset <= end else { return nil }
    let isBeginning = bytes[start..<end].allSatisfy {
      $0 == UInt8(ascii: "-") || $0 == 0x20 || $0 == 0x09
    }
    guard isBeginning else { return nil }
    let text = String(decoding: skeleton().dropLast(lineEnding.count), as: UTF8.self)
    let item = FrontMatterCompletion.Item(
      kind: .skeleton, label: "---", detail: usualKeys.joined(separator: ", "), newText: text,
      filterText: self.text(ByteRange(start, offset)).isEmpty
        ? nil : self.text(ByteRange(start, offset)))
    return FrontMatterCompletion(range: ByteRange(start, end), items: [item])
  }

  // MARK: Keys

  /// The first key, below a fence that as yet nothing shows to open front matter.
  fileprivate func firstKeyCompletion(at offset: Int) -> FrontMatterCompletion? {
    let fence = lines(of: ByteRange(matter.bodyStart, matter.bodyStart))
    guard text(trimmed(ByteRange(fence.start, lineEnd(of: fence.start)))) == "---",
      offset >= fence.end, offset <= bytes.count
    else { return nil }
    let document = snapshot.document.text
    let line = document.lineRange(document.line(at: offset))
    guard line.start >= fence.end,
      bytes[fence.end..<line.start].allSatisfy({ $0 <= 0x20 }),
      bytes[line.start..<line.end].allSatisfy({ $0.isASCIILetter || $0 == UInt8(ascii: "_") })
    else { return nil }
    return keyCompletion(at: offset, line: line)
  }

  fileprivate func keyCompletion(at offset: Int, line: ByteRange) -> FrontMatterCompletion? {
    var end = line.start
    while end < line.end, bytes[end] != UInt8(ascii: ":"), bytes[end] > 0x20 { end += 1 }
    guard offset <= end, bytes[line.start..<end].allSatisfy({ $0 != UInt8(ascii: "#") }) else {
      return nil
    }
    let hasColon = end < line.end && bytes[end] == UInt8(ascii: ":")
    let written = text(ByteRange(line.start, end))
    let order = peers.keys + others.keys.filter { peers.count(having: $0) == 0 }
    let known = order.isEmpty ? ["title", "date", "tags"] : order
    let items = known.compactMap { key -> FrontMatterCompletion.Item? in
      guard field(key) == nil || key == written else { return nil }
      let group = peers.count(having: key) > 0 ? peers : others
      let value =
        hasColon ? "" : ": " + (usualValue(of: key).flatMap { $0.isSure ? $0.text : nil } ?? "")
      return FrontMatterCompletion.Item(
        kind: .key, label: key,
        detail: group.count == 0
          ? "" : evidence(group.count(having: key), of: group.count, in: group),
        newText: key + value, filterText: nil)
    }
    return items.isEmpty
      ? nil : FrontMatterCompletion(range: ByteRange(line.start, end), items: items)
  }

  // MARK: Values

  fileprivate func valueCompletion(at offset: Int, line: ByteRange) -> FrontMatterCompletion? {
    guard let place = valuePlace(at: offset, line: line) else { return nil }
    var items: [FrontMatterCompletion.Item] = []
    let opensList =
      !place.isItem && !place.isQuoted && usualKinds(of: place.key).first == .list
    func add(_ value: String, _ detail: String, label: String? = nil) {
      guard !items.contains(where: { $0.label == (label ?? value) }) else { return }
      let text = place.isQuoted ? String(YAMLText.quoted(value).dropFirst().dropLast()) : value
      items.append(
        FrontMatterCompletion.Item(
          kind: .value, label: label ?? value, detail: detail,
          newText: place.isQuoted
            ? text
            : opensList
              ? "[" + YAMLText.quoted(value) + "]"
              : place.isItem ? itemText(value) : isDate(place.key) ? value : YAMLText.plain(value),
          filterText: nil))
    }
    if !place.isItem {
      // Where text is written already, names are what it goes on with.
      if place.key == "title", place.range.isEmpty, let heading, !heading.text.isEmpty {
        add(heading.text, language.say("the heading", "一级标题"))
      }
      if isDate(place.key) {
        if let day = usualDay { add(day.description, language.say("as the file name", "按文件名")) }
        if let today = snapshot.today { add(today.description, language.say("today", "今天")) }
      }
      if place.range.isEmpty, let draft = summaryDraft(for: place.key) {
        add(
          draft, language.say("from the headings of the stories", "由各条标题生成"),
          label: language.say("summary of the stories", "内容摘要"))
      }
    }
    let others = Set(place.others)
    for (value, count) in self.others.values(of: place.key).prefix(60) {
      let isRare = count == 1 && !place.isItem && !usualKinds(of: place.key).contains(.boolean)
      guard !others.contains(value), !isRare, !isDate(place.key), place.key != "title" else {
        continue
      }
      add(value, language.say(count == 1 ? "1 issue" : "\(count) issues", "\(count) 期"))
    }
    return items.isEmpty ? nil : FrontMatterCompletion(range: place.range, items: items)
  }

  private func itemText(_ value: String) -> String {
    let plain = YAMLText.plain(value)
    return plain.contains(where: { ",[]{}".contains($0) }) ? YAMLText.quoted(value) : plain
  }

  private struct ValuePlace {
    var key: String
    /// What is replaced, quotes left out.
    var range: ByteRange
    var isQuoted = false
    /// Whether it is one item of a list.
    var isItem = false
    /// The other items of the list.
    var others: [String] = []
  }

  /// The value or item that the cursor stands in.
  private func valuePlace(at offset: Int, line: ByteRange) -> ValuePlace? {
    var indentation = line.start
    while indentation < line.end, bytes[indentation] == 0x20 { indentation += 1 }
    if indentation < line.end, bytes[indentation] == UInt8(ascii: "-"), offset > indentation + 1 {
      guard let field = fields.last(where: { $0.keyRange.start < line.start }) else { return nil }
      let start = skippingBlanks(indentation + 1, line.end)
      var place = scalarPlace(field.key, ByteRange(start, max(start, line.end)), offset)
      place.isItem = true
      place.others = items(of: field, except: place.range)
      return place
    }
    guard let field = fields.first(where: { line.contains($0.keyRange.start) }),
      offset >= afterColon(field), indentation == field.keyRange.start
    else { return nil }
    let start = skippingBlanks(afterColon(field), line.end)
    if start < line.end, bytes[start] == UInt8(ascii: "[") {
      return itemPlace(of: field, from: start + 1, line, offset)
    }
    return scalarPlace(
      field.key, ByteRange(min(start, max(offset, afterColon(field))), line.end), offset)
  }

  private func skippingBlanks(_ start: Int, _ end: Int) -> Int {
    var i = start
    while i < end, bytes[i] == 0x20 || bytes[i] == 0x09 { i += 1 }
    return i
  }

  private func scalarPlace(_ key: String, _ range: ByteRange, _ offset: Int) -> ValuePlace {
    var range = trimmed(range)
    if range.isEmpty { range = ByteRange(offset, offset) }
    let quote = bytes.indices.contains(range.start) ? bytes[range.start] : 0
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"), offset > range.start else {
      return ValuePlace(
        key: key, range: ByteRange(min(range.start, offset), max(range.end, offset)))
    }
    let isClosed = range.length > 1 && bytes[range.end - 1] == quote
    let end = max(isClosed ? range.end - 1 : range.end, offset)
    return ValuePlace(key: key, range: ByteRange(range.start + 1, end), isQuoted: true)
  }

  /// The item of a list in brackets that the cursor stands in.
  private func itemPlace(
    of field: Field, from start: Int, _ line: ByteRange, _ offset: Int
  ) -> ValuePlace? {
    guard offset >= start else { return nil }
    var itemStart = start
    var quote: UInt8?
    var i = start
    while i < line.end {
      let byte = bytes[i]
      if let open = quote {
        if byte == UInt8(ascii: "\\") { i += 1 }
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ",") || byte == UInt8(ascii: "]") {
        if offset <= i { break }
        if byte == UInt8(ascii: "]") { return nil }
        itemStart = i + 1
      }
      i += 1
    }
    let range = ByteRange(
      min(skippingBlanks(itemStart, min(i, line.end)), offset), min(i, line.end))
    var place = scalarPlace(field.key, range, offset)
    place.isItem = true
    place.others = items(of: field, except: place.range)
    return place
  }

  private func items(of field: Field, except range: ByteRange) -> [String] {
    (field.value.items ?? []).filter { !$0.range.contains(range) && !range.contains($0.range) }
      .compactMap { $0.scalar?.text }
  }
}
