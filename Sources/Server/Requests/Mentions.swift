import Archive
import LanguageServerProtocol

/// The parameters of `issue/mentions`: a place, or a name.
struct MentionsParams: JSONDecodable {
  enum Subject {
    case place(uri: String, LSP.Position)
    case name(String)
  }

  let subject: Subject

  init(_ json: JSON) throws(InvalidParameters) {
    if let name: String = try json.decodeIfPresent("name") {
      subject = .name(name)
    } else {
      let place = try LSP.TextDocumentPositionParams(json)
      subject = .place(uri: place.uri, place.position)
    }
  }
}

struct MentionsResult: JSONEncodable {
  struct Mention: JSONEncodable {
    let location: LSP.Location
    let date: Day?
    let story: String
    let text: String

    func encode(to json: inout JSONWriter) {
      json.object {
        $0.field("uri", location.uri)
        $0.field("range", location.range)
        $0.field("date", date?.description)
        $0.field("story", story)
        $0.field("text", text)
      }
    }
  }

  let name: Name
  let mentions: [Mention]

  func encode(to json: inout JSONWriter) {
    json.object {
      $0.field("name", name.canonical)
      $0.field("kind", name.kind.word)
      $0.field("aliases", name.aliases)
      $0.field("count", name.mentionCount)
      $0.field("issues", name.issueCount)
      $0.field("first", name.first?.description)
      $0.field("last", name.last?.description)
      $0.field("mentions", mentions)
    }
  }
}
