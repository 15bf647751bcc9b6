import Archive
import LanguageServerProtocol

struct RelatedStoriesParams: JSONDecodable, JSONEncodable {
  let uri: String
  let position: LSP.Position
  /// How many past stories are wanted.
  let limit: Int?

  init(uri: String, position: LSP.Position) {
    self.uri = uri
    self.position = position
    limit = nil
  }

  init(_ json: JSON) throws(InvalidParameters) {
    let place = try LSP.TextDocumentPositionParams(json)
    uri = place.uri
    position = place.position
    limit = try json.decodeIfPresent("limit")
    if let limit, limit < 0 { throw InvalidParameters("at least 0 was expected", at: "limit") }
  }

  func encode(to json: inout JSONWriter) {
    json.object {
      $0.field("textDocument", object: { $0.field("uri", uri) })
      $0.field("position", position)
    }
  }
}

struct RelatedStoriesResult: JSONEncodable {
  struct Item: JSONEncodable {
    let story: RelatedStory
    let location: LSP.Location
    let excerpt: String

    func encode(to json: inout JSONWriter) {
      let record = story.story
      json.object { json in
        json.field("title", record.title)
        json.field("uri", location.uri)
        json.field("range", location.range)
        json.field("issueTitle", story.issue.title)
        json.field("date", story.issue.date?.description)
        json.field("section", record.section)
        json.field("url", record.url)
        json.field("score", story.score)
        json.field("excerpt", excerpt)
        json.field(
          "reasons",
          array: { json in
            for reason in story.reasons {
              json.object {
                $0.field("kind", reason.kind.rawValue)
                $0.field("value", reason.value)
              }
            }
          })
      }
    }
  }

  let title: String
  /// The story at hand.
  let range: LSP.Range
  let related: [Item]

  func encode(to json: inout JSONWriter) {
    json.object {
      $0.field(
        "story",
        object: {
          $0.field("title", title)
          $0.field("range", range)
        })
      $0.field("related", related)
    }
  }
}
