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
  /// The title of the story around it, else of the issue.
  let story: String?
  /// The sentence around it.
  let text: String

  init(
    name: Name, path: String, date: Day?, range: ByteRange, story: String?, excerpt: String,
    in text: Text
  ) {
    self.name = name
    self.path = path
    self.date = date
    self.range = range
    self.story = story
    place = Place(range, in: text)
    let clamped = range.clamped(to: text.bytes.count)
    surface = String(decoding: text.bytes[clamped.start..<clamped.end], as: UTF8.self)
    self.text = excerpt
  }
}

// `--mentions NAME` and `--mentions --in FILE`.
extension Command {
  mutating func mentions() -> Int32 {
    if let operand = arguments.value("--in") { return mentions(inFile: operand) }
    let name = arguments.operands.first ?? ""
    let index = loadArchive()
    guard let id = index.names.find(name) else {
      let near = namesNear(name, in: index.names)
      let hint =
        near.isEmpty
        ? ""
        : language.say(
          "; did you mean \(near.joined(separator: ", "))?",
          "；是否想找 \(near.joined(separator: "、"))？")
      console.note(
        language.say("the archive knows no name “\(name)”", "归档中没有名称“\(name)”") + hint)
      if format == .json { writeJSON([ShownMention]()) { _, _ in } }
      return ExitStatus.success
    }
    write(shown(id, in: index, limit: arguments.number("--limit") ?? .max))
    return ExitStatus.success
  }

  /// Names that go on where `text` ends, as versions do, else the one that is spelt all but so.
  private func namesNear(_ text: String, in names: NameTable) -> [String] {
    let longer = names.candidates(
      for: Array(text.utf8)[...], in: NameSurroundings(), limit: 3
    ).map(\.spelling)
    if !longer.isEmpty { return longer }
    return closestWord(to: text, among: names.ids.compactMap { names[$0]?.canonical }).map { [$0] }
      ?? []
  }

  /// Every mention of the name, latest issue first.
  private func shown(_ id: NameID, in index: ArchiveIndex, limit: Int) -> [ShownMention] {
    guard let name = index.names[id] else { return [] }
    if let kind = arguments.value("--kind"), kind != name.kind.word { return [] }
    var shown: [ShownMention] = []
    var file: (path: String, text: Text)?
    for place in Analysis.mentions(of: id, in: index, limit: limit) {
      if file?.path != place.path {
        file = (try? IssueSource(path: place.path).read()).map { (place.path, Text($0)) }
      }
      guard let text = file?.text,
        let excerpt = excerpt(of: place, id: id, names: index.names, in: text.bytes)
      else { continue }
      shown.append(
        ShownMention(
          name: name, path: paths.shown(place.path), date: place.date, range: place.range,
          story: place.story, excerpt: excerpt, in: text))
    }
    return shown
  }

  private mutating func mentions(inFile operand: String) -> Int32 {
    guard let (path, document) = read(operand) else { return ExitStatus.failure }
    let (folder, _) = location(of: operand)
    let settings = settings(for: folder)
    fail(settings)
    // The issue itself teaches names too, wherever it lies.
    let source = IssueSource(path: path, bytes: document.text.bytes)
    let index = load(scope(settings, for: folder), settings, and: [source])
    let record = index.issue(at: path)
    var mentions = index.names.mentions(in: document).compactMap { mention -> ShownMention? in
      guard let name = index.names[mention.id] else { return nil }
      let story = record?.stories.last(holding: mention.range.start)
      return ShownMention(
        name: name, path: operand, date: record?.date, range: mention.range,
        story: story?.title ?? record?.title,
        excerpt: sentence(in: document.bytes, around: mention.range), in: document.text)
    }
    if let kind = arguments.value("--kind") { mentions.removeAll { $0.name.kind.word != kind } }
    write(Array(mentions.prefix(arguments.number("--limit") ?? .max)))
    return ExitStatus.success
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
          "\(oneLine(mention.path)):\(mention.place.line):\(mention.place.column): "
            + "\(mention.name.kind.word): \(oneLine(mention.name.canonical)): "
            + "\(oneLine(mention.text))\n")
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
          "  "
            + palette.cyan(
              "\(oneLine(mention.path)):\(mention.place.line):\(mention.place.column)")
            + "  \(oneLine(mention.surface)) (\(mention.name.kind.word))\n    "
            + palette.dim(oneLine(mention.text)) + "\n")
      }
    }
  }
}
