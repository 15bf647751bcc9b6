import Analysis
import Archive
import LanguageServerProtocol
import Syntax

extension Session {
  /// What `issue/relatedStories` and its command ask for.
  func relatedStories(
    _ params: RelatedStoriesParams
  ) throws(ResponseError) -> RelatedStoriesResult? {
    let (document, offset) = try place(params.uri, params.position)
    let snapshot = document.snapshot
    let limit = params.limit ?? snapshot.configuration.relatedLimit
    guard document.role == .issue,
      let (story, related) = Analysis.relatedStories(in: snapshot, at: offset, limit: limit)
    else { return nil }
    return RelatedStoriesResult(
      title: story.title, range: document.text.lspRange(of: story.range, unit),
      related: related.map { item in
        RelatedStoriesResult.Item(
          story: item,
          location: location(
            inFileAt: item.issue.path, item.story.range, line: item.story.line),
          excerpt: excerpt(of: item, text: textOfIssue))
      })
  }

  /// https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#textDocument_codeLens
  func codeLens(_ params: LSP.TextDocumentParams) throws(ResponseError) -> [LSP.CodeLens] {
    let document = try document(params.uri)
    settle(document)
    guard document.role == .issue, document.snapshot.configuration.codeLens else { return [] }
    return storyLenses(in: document.snapshot).map { lens in
      LSP.CodeLens(
        range: document.text.lspRange(of: lens.range, unit),
        command: command(of: lens, in: document))
    }
  }

  /// Lenses come with their command; one that lost it gets it again while its story stands there.
  func resolveCodeLens(_ lens: LSP.CodeLens) throws(ResponseError) -> LSP.CodeLens {
    for document in openDocuments where document.role == .issue {
      let found = storyLenses(in: document.snapshot).first {
        document.text.lspRange(of: $0.range, unit) == lens.range
      }
      if let found {
        return LSP.CodeLens(range: lens.range, command: command(of: found, in: document))
      }
    }
    return lens
  }

  private func command(of lens: StoryLens, in document: OpenDocument) -> LSP.Command {
    let position = document.text.lspPosition(of: lens.range.start, unit)
    let params = RelatedStoriesParams(uri: document.uri.spelling, position: position)
    return LSP.Command(
      title: lens.title(in: language), command: Command.relatedStories.rawValue,
      arguments: [JSON(params)])
  }
}
