import Analysis
import Archive
import LanguageServerProtocol
import Workspace

/// What `workspace/executeCommand` knows.
enum Command: String, CaseIterable {
  case relatedStories = "issue-lsp.relatedStories"
  case mentions = "issue-lsp.mentions"
  case reindex = "issue-lsp.reindex"
  case addName = "issue-lsp.addName"
}

extension Session {
  /// https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#workspace_executeCommand
  func executeCommand(_ params: LSP.ExecuteCommandParams) throws(ResponseError) -> JSON {
    guard let command = Command(rawValue: params.command) else {
      throw ResponseError(.invalidParams, "unknown command \(params.command)")
    }
    let argument = params.arguments.first ?? .null
    switch command {
    case .relatedStories:
      return try relatedStories(decoded(argument)).map { JSON($0) } ?? .null
    case .mentions: return try mentions(decoded(argument)).map { JSON($0) } ?? .null
    case .addName: return try addName(decoded(argument))
    case .reindex: return reindex()
    }
  }

  private func decoded<Params: JSONDecodable>(
    _ argument: JSON
  ) throws(ResponseError) -> Params {
    do throws(InvalidParameters) {
      return try Params(argument)
    } catch {
      throw ResponseError(.invalidParams, error.within("arguments[0]").description)
    }
  }

  /// Reads settings and archives anew, whatever is known of them.
  private func reindex() -> JSON {
    reloadSettings()
    for library in allLibraries {
      library.state = .unread
      startReading(library)
    }
    return .null
  }

  /// Adds a name to the writer's own, in the file that goes with the document or the first folder.
  private func addName(_ params: AddNameParams) throws(ResponseError) -> JSON {
    let document = params.uri.flatMap { documents[DocumentURI($0).key] }
    let ordered = allLibraries
    guard let library = document?.library ?? ordered.first(where: { !$0.id.path.isEmpty }) else {
      throw ResponseError(
        .requestFailed,
        language.say(
          "there is no folder whose names file could be written", "没有打开的文件夹，无法写入名称文件"))
    }
    let path = library.settings.namesFile
    do throws(NamesFileError) {
      try Workspace.addName(params.name, toFile: path)
    } catch {
      show(.error, error.message(in: language))
      throw ResponseError(.requestFailed, error.message(in: language))
    }
    log.write(.info, "added \(params.name.name) to \(path)")
    reloadSettings()
    return .null
  }
}

/// The argument of `issue-lsp.addName`.
private struct AddNameParams: JSONDecodable {
  let name: UserName
  /// The document that the name was found in.
  let uri: String?

  init(_ json: JSON) throws(InvalidParameters) {
    let given: String = try json.decode("name")
    let name = given.withoutOuterBlanks
    guard isOneLine(name) else {
      throw InvalidParameters("a name has one line and something to see", at: "name")
    }
    let word: String? = try json.decodeIfPresent("kind")
    let kind = word.flatMap { NameKind(word: $0) }
    if let word, kind == nil { throw InvalidParameters("no kind is called \(word)", at: "kind") }
    self.name = UserName(
      name: name, kind: kind, aliases: try json.decodeIfPresent("aliases") ?? [])
    uri = try json.decodeIfPresent("uri")
  }
}
