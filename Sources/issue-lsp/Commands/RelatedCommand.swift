import Analysis
import Archive
import LanguageServerProtocol
import Platform
import Syntax
import Workspace

// `--related FILE[:LINE]`: past stories that have to do with a story, or with each of an issue.
extension Command {
  mutating func related() -> Int32 {
    let (operand, line) = fileAndLine(arguments.operands.first ?? "")
    guard let (path, document) = read(operand) else { return ExitStatus.failure }
    let (folder, _) = location(of: operand)
    let settings = settings(for: folder)
    fail(settings)
    let source = IssueSource(path: path, bytes: document.bytes)
    let snapshot = Snapshot(
      document: document, path: path,
      archive: load(scope(settings, for: folder), settings, and: [source], comparesStories: true),
      configuration: settings.configuration, language: language)
    let limit = arguments.number("--limit") ?? settings.configuration.relatedLimit
    var results: [(story: StoryAtHand, related: [RelatedStory])] = []
    if let line {
      let offset = document.text.lineRange(max(0, line - 1)).start
      guard line >= 1, line <= document.text.lineCount,
        let found = relatedStories(in: snapshot, at: offset, limit: limit)
      else {
        fail(
          "\(operand):\(line): " + language.say("no story stands there", "此处没有报道"))
        return ExitStatus.failure
      }
      results = [found]
    } else {
      results = relatedStories(in: snapshot, limit: limit)
    }
    write(results, in: document.text)
    return ExitStatus.success
  }

  /// `a.md:12` or `a.md:12:5`, as reports write places, as file and line, unless there is a file of
  /// that name.
  private func fileAndLine(_ operand: String) -> (file: String, line: Int?) {
    func number(endingBefore end: String.Index) -> (value: Int, colon: String.Index)? {
      guard let colon = operand[..<end].lastIndex(of: ":"),
        let value = Int(operand[operand.index(after: colon)..<end]), value >= 0
      else { return nil }
      return (value, colon)
    }
    guard (try? fileStatus(operand)) == nil, let last = number(endingBefore: operand.endIndex)
    else { return (operand, nil) }
    let line = number(endingBefore: last.colon) ?? last
    return (String(operand[..<line.colon]), line.value)
  }

  private mutating func write(
    _ results: [(story: StoryAtHand, related: [RelatedStory])], in text: Text
  ) {
    func line(of story: StoryAtHand) -> Int { text.line(at: story.titleRange.start) + 1 }
    let paths = paths
    let pairs = results.flatMap { result in result.related.map { (result.story, $0) } }
    switch format {
    case .json, .jsonLines:
      writeJSON(pairs) { pair, json in
        let (story, related) = pair
        json.field("path", paths.shown(related.issue.path))
        json.field("line", related.story.line + 1)
        json.field("title", related.story.title)
        json.key("query")
        json.object { json in
          json.field("line", line(of: story))
          json.field("title", story.title)
        }
        json.field("score", related.score)
        json.key("date")
        related.issue.date.map { json.string($0.description) } ?? json.null()
        json.key("reasons")
        json.array { json in
          for reason in related.reasons {
            json.object { json in
              json.field("kind", reason.kind.rawValue)
              json.field("value", reason.value)
            }
          }
        }
      }
    case .concise:
      for (story, related) in pairs {
        console.write(
          "\(line(of: story)): \(oneLine(paths.shown(related.issue.path))):\(related.story.line + 1): "
            + "\(date(of: related))  \(oneLine(related.story.title)) [\(reasons(of: related))]\n")
      }
    default:
      for (story, related) in results where !related.isEmpty {
        console.write(
          palette.cyan("\(line(of: story))") + "  " + palette.bold(oneLine(story.title)) + "\n")
        for found in related {
          console.write("    \(date(of: found))  \(oneLine(found.story.title))\n")
          console.write(
            "      "
              + palette.dim(
                oneLine(paths.shown(found.issue.path))
                  + ":\(found.story.line + 1)  \(reasons(of: found))")
              + "\n")
        }
        console.write("\n")
      }
    }
    if pairs.isEmpty { console.note(language.say("no related stories", "没有相关的往期报道")) }
  }

  private func date(of related: RelatedStory) -> String {
    related.issue.date?.description ?? language.say("no date", "无日期")
  }

  /// Why a story is offered: `source example.com/a, name 智谱`.
  private func reasons(of related: RelatedStory) -> String {
    related.reasons.map { reason in
      let kind =
        switch reason.kind {
        case .source: language.say("source", "来源")
        case .name: language.say("name", "名称")
        case .wording: language.say("wording", "用词")
        }
      return "\(kind) \(oneLine(reason.value))"
    }
    .joined(separator: ", ")
  }
}
