import Analysis
import Archive
import LanguageServerProtocol
import Platform
import Workspace

// `--names`: every known name of the archive, the most mentioned first.
extension Command {
  mutating func names() -> Int32 {
    let index = loadArchive()
    var names = index.names.ids.compactMap { index.names[$0] }
    names.sort { a, b in
      (b.mentionCount, a.canonical) < (a.mentionCount, b.canonical)
    }
    if let kind = arguments.value("--kind") { names.removeAll { $0.kind.word != kind } }
    if let limit = arguments.number("--limit") { names = Array(names.prefix(limit)) }
    write(names)
    return ExitStatus.success
  }

  private mutating func write(_ names: [Name]) {
    switch format {
    case .json, .jsonLines:
      writeJSON(names) { name, json in
        json.field("name", name.canonical)
        json.field("kind", name.kind.word)
        json.field("aliases", name.aliases)
        json.field("mentions", name.mentionCount)
        json.field("issues", name.issueCount)
        json.field("first", name.first?.description)
        json.field("last", name.last?.description)
        json.field("origin", name.origin.word)
      }
    case .concise:
      for name in names {
        console.write(
          "\(name.canonical)\t\(name.kind.word)\t\(name.mentionCount)\t\(name.issueCount)"
            + "\t\(name.last?.description ?? "")\t\(name.aliases.joined(separator: ", "))\n")
      }
    default:
      let width = min(names.map { displayWidth($0.canonical.unicodeScalars) }.max() ?? 0, 40)
      for name in names {
        let aliases = name.aliases.isEmpty ? "" : "  = " + name.aliases.joined(separator: ", ")
        console.write(
          palette.bold(padded(name.canonical, to: width)) + "  "
            + padded(name.kind.word, to: 12) + padded("\(name.mentionCount)×", to: 7)
            + palette.dim("\(name.last?.description ?? "")\(aliases)") + "\n")
      }
    }
    if names.isEmpty { console.note(language.say("no names", "没有名称")) }
  }

  /// The archive that a mode without a file works on.
  mutating func loadArchive() -> ArchiveIndex {
    let folder = (try? canonicalPath(currentFolder)) ?? currentFolder
    let settings = settings(for: folder)
    fail(settings)
    return load(scope(settings, for: folder), settings)
  }
}
