import Archive
import LanguageServerProtocol
import Syntax
import Workspace

// `--outline FILE`: sections, stories and labels.
extension Command {
  mutating func outline() -> Int32 {
    guard let (path, document) = read(arguments.operands.first ?? "") else {
      return ExitStatus.failure
    }
    let nodes = IssueOutline(of: document).nodes
    let text = document.text
    switch format {
    case .json, .jsonLines:
      let date = IssueRecord(path: path, document: document).date
      writeJSON(nodes) { node, json in
        json.field("kind", node.kind.word)
        json.field("title", node.title)
        json.field("level", node.level)
        json.field("line", text.line(at: node.titleRange.start) + 1)
        json.field("endLine", lastLine(of: node.range, in: text) + 1)
        if node.kind == .issue { json.field("date", date?.description) }
        json.field("url", node.url)
        if let parent = node.parent, nodes.indices.contains(parent) {
          json.field("parent", text.line(at: nodes[parent].titleRange.start) + 1)
        }
      }
    case .concise:
      for node in nodes {
        let line = text.line(at: node.titleRange.start) + 1
        console.write("\(line):\(node.kind.word):\(node.level): \(oneLine(node.title))\n")
      }
    default:
      var depths: [Int] = []
      for node in nodes {
        let depth = node.parent.map { depths.indices.contains($0) ? depths[$0] + 1 : 0 } ?? 0
        depths.append(depth)
        let line = "\(text.line(at: node.titleRange.start) + 1)"
        let number = String(repeating: " ", count: max(0, 5 - line.utf8.count)) + line
        let title = oneLine(node.title)
        let shown =
          switch node.kind {
          case .issue, .section: palette.bold(title)
          case .story: title
          case .label: palette.dim(title)
          }
        console.write(
          palette.cyan(number) + "  " + String(repeating: "  ", count: depth) + shown + "\n")
      }
    }
    return ExitStatus.success
  }
}

/// The 0-based line that the last byte of `range` stands on, blank lines at its end aside.
private func lastLine(of range: ByteRange, in text: Text) -> Int {
  var end = min(range.end, text.bytes.count)
  while end > range.start, [0x20, 0x09, 0x0A, 0x0D].contains(text.bytes[end - 1]) { end -= 1 }
  return text.line(at: max(range.start, end - 1))
}

extension IssueOutline.Kind {
  var word: String {
    switch self {
    case .issue: "issue"
    case .section: "section"
    case .story: "story"
    case .label: "label"
    }
  }
}
