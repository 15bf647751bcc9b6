import Archive
package import Syntax

/// What is known of the key under `offset`, as Markdown or without markup; `nil` elsewhere.
///
/// https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#textDocument_hover
///
/// - Parameter offset: UTF-8 bytes from the start of the issue.
package func frontMatterHover(
  in snapshot: Snapshot, at offset: Int, asMarkdown: Bool = true
) -> (range: ByteRange, text: String)? {
  guard snapshot.document.frontMatter.content.touches(offset) else { return nil }
  let context = FrontMatterContext(snapshot)
  guard let field = context.fields.first(where: { $0.keyRange.touches(offset) }) else { return nil }
  let language = context.language
  let key = field.key
  let kinds = context.usualKinds(of: key).map { $0.name(in: language) }
  func shown(_ text: String) -> String { asMarkdown ? escaped(text) : text }
  var lines = [asMarkdown ? "**\(escaped(key))**" : key]
  if !kinds.isEmpty { lines[0] += " · " + kinds.joined(separator: language.say(" or ", "或")) }
  let group = context.peers.count(having: key) > 0 ? context.peers : context.others
  if group.count > 0 {
    let count = group.count(having: key)
    let evidence = shown(context.evidence(count, of: group.count, in: group))
    lines.append(language.say("\(evidence) have it", "\(evidence)有它"))
  }
  let values = group.values(of: key).filter { $0.count > 1 }.prefix(5)
  if !values.isEmpty, !context.isDate(key) {
    let list = values.map { "\(shown($0.value)) (\($0.count))" }.joined(separator: " · ")
    lines.append(language.say("Most often: \(list)", "最常见：\(list)"))
  }
  if key == "date", let relation = context.dateRelation { lines.append(relation) }
  return (field.keyRange, lines.joined(separator: asMarkdown ? "\n\n" : "\n"))
}
