import Analysis
import Archive
import LanguageServerProtocol
import Syntax
import Workspace

/// A mention with what is shown of it.
private struct ShownMention {
  let name: Name
  let path: String
  let date: Day?
  let place: Place
  let range: ByteRange
  /// As the issue spells it.
  let surface: String
  /// The innermost story or section around it.
  let story: String?
  /// Its line, without what surrounds it far off.
  let text: String
}

// `--mentions NAME` and `--mentions --in FILE`.
extension Command {
  mutating func mentions() -> Int32 {
    if let operand = arguments.value("--in") { return mentions(inFile: operand) }
    let name = arguments.operands.first ?? ""
    let index = loadArchive()
    guard let id = index.names.find(name) else {
      let known = index.names.ids.compactMap { index.names[$0]?.canonical }
      let hint = closestWord(to: name, among: known).map {
        language.say("; did you mean \($0)?", "；是否想找 \($0)？")
      }
      console.note(
        language.say("the archive knows no name “\(name)”", "归档中没有名称“\(name)”") + (hint ?? ""))
      if format == .json { writeJSON([ShownMention]()) { _, _ in } }
      return ExitStatus.success
    }
    var mentions: [ShownMention] = []
    let limit = arguments.number("--limit") ?? .max
    for path in index.names.issues(mentioning: id) where mentions.count < limit {
      guard let record = index.issue(at: path), let bytes = try? IssueSource(path: path).read()
      else { continue }
      let document = Document(bytes: bytes)
      let found = index.names.mentions(inIssueAt: path).filter { $0.id == id }
      mentions += shown(found, in: document, path: paths.shown(path), record.date, index.names)
    }
    if let kind = arguments.value("--kind") { mentions.removeAll { $0.name.kind.word != kind } }
    write(Array(mentions.prefix(limit)))
    return ExitStatus.success
  }

  private mutating func mentions(inFile operand: String) -> Int32 {
    guard let (path, document) = read(operand) else { return ExitStatus.failure }
    let (folder, _) = location(of: operand)
    let settings = settings(for: folder)
    // The issue itself teaches names too, wherever it lies.
    let source = IssueSource(path: path, bytes: document.text.bytes)
    let index = load(scope(settings, for: folder), settings, and: [source])
    let date = index.issue(at: path)?.date
    var mentions = shown(
      index.names.mentions(in: document), in: document, path: operand, date, index.names)
    if let kind = arguments.value("--kind") { mentions.removeAll { $0.name.kind.word != kind } }
    write(Array(mentions.prefix(arguments.number("--limit") ?? .max)))
    return ExitStatus.success
  }

  private func shown(
    _ mentions: [NameMention], in document: Document, path: String, _ date: Day?,
    _ names: NameTable
  ) -> [ShownMention] {
    let text = document.text
    let nodes = IssueOutline(of: document).nodes.filter { $0.kind == .section || $0.kind == .story }
    return mentions.compactMap { mention in
      // The file may have changed since it was read.
      guard let name = names[mention.id], mention.range.end <= text.bytes.count else { return nil }
      let bytes = text.bytes[mention.range.start..<mention.range.end]
      return ShownMention(
        name: name, path: path, date: date, place: Place(mention.range, in: text),
        range: mention.range, surface: String(decoding: bytes, as: UTF8.self),
        story: nodes.last { $0.range.contains(mention.range.start) }?.title,
        text: Excerpt(of: mention.range, in: text, width: 160).line)
    }
  }

  private mutating func write(_ mentions: [ShownMention]) {
    switch format {
    case .json, .jsonLines:
      writeJSON(mentions) { mention, json in
        json.field("name", mention.name.canonical)
        json.field("kind", mention.name.kind.word)
        json.field("path", mention.path)
        json.field("line", mention.place.line)
        json.field("column", mention.place.column)
        json.field("startByte", mention.range.start)
        json.field("endByte", mention.range.end)
        json.key("date")
        mention.date.map { json.string($0.description) } ?? json.null()
        json.field("surface", mention.surface)
        json.key("story")
        mention.story.map { json.string($0) } ?? json.null()
        json.field("text", mention.text)
      }
    case .concise:
      for mention in mentions {
        console.write(
          "\(mention.path):\(mention.place.line):\(mention.place.column): "
            + "\(mention.name.kind.word): \(mention.name.canonical): \(mention.text)\n")
      }
    default:
      var heading: String?
      for mention in mentions {
        let place = [mention.date?.description, mention.story].compactMap { $0 }
          .joined(separator: "  ")
        if place != heading {
          console.write((heading == nil ? "" : "\n") + palette.bold(oneLine(place)) + "\n")
          heading = place
        }
        console.write(
          "  " + palette.cyan("\(mention.path):\(mention.place.line):\(mention.place.column)")
            + "  \(mention.surface) (\(mention.name.kind.word))\n    "
            + palette.dim(oneLine(mention.text)) + "\n")
      }
    }
  }
}
