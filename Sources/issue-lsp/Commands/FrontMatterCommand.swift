import Analysis
import Syntax

// `--front-matter FILE`: what the YAML says, for other programs.
extension Command {
  mutating func frontMatter() -> Int32 {
    let operand = arguments.operands.first ?? ""
    guard let (_, document) = read(operand) else { return ExitStatus.failure }
    let frontMatter = document.frontMatter
    guard frontMatter.opening != nil, frontMatter.closing != nil else {
      console.note(
        "issue-lsp: \(operand): "
          + language.say("no front matter between two fences", "没有首尾完整的 front matter"))
      return ExitStatus.found
    }
    let yaml = YAML.parse(document.bytes, in: frontMatter.content)
    if let problem = yaml.problems.first(where: { !$0.isSuspicion }) {
      let place = Place(problem.range, in: document.text)
      console.note(
        "issue-lsp: \(operand):\(place.line):\(place.column): "
          + oneLine(problem.message(in: language, bytes: document.bytes)))
      return ExitStatus.found
    }
    guard let root = yaml.root, !root.isNull else {
      console.write("{}\n")
      return ExitStatus.success
    }
    guard root.entries != nil else {
      console.note("issue-lsp: \(operand): " + language.say("not a mapping", "不是映射"))
      return ExitStatus.found
    }
    console.write(root.json + Array("\n".utf8))
    return ExitStatus.success
  }
}
