import Archive
package import Syntax

/// The card of the name under `offset`; `nil` where no known name stands.
///
/// https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#textDocument_hover
///
/// - Parameter offset: UTF-8 bytes from the start of the issue.
package func nameHover(
  in snapshot: Snapshot, at offset: Int, text: IssueText
) -> (range: ByteRange, card: NameCard)? {
  guard let mention = snapshot.name(at: offset),
    let card = nameCard(of: mention.id, in: snapshot.archive, except: snapshot.path, text: text)
  else { return nil }
  return (mention.range, card)
}
