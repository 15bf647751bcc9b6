extension LSP {
  package enum CompletionItemKind: Int, Sendable {
    case text = 1
    case method, function, constructor, field, variable, `class`, interface, module, property
    case unit, value, `enum`, keyword, snippet, color, file, reference, folder, enumMember
    case constant, `struct`, event, `operator`, typeParameter

    /// The kind itself for a client that knows it, else one that all clients know. Those who say what
    /// they know cope with others, too.
    package func known(among kinds: Set<Int>) -> CompletionItemKind {
      if kinds.contains(rawValue) { return self }
      return switch self {
      case .folder: .file
      case .enumMember, .constant: .value
      case .struct, .typeParameter: .class
      case .event, .operator: .function
      default: self
      }
    }
  }

  package struct CompletionItem: Sendable {
    package var label: String
    package var labelDetail: String?
    package var labelDescription: String?
    package var kind: CompletionItemKind
    package var detail: String?
    package var sortText: String
    package var filterText: String?
    /// Whether the edit's text is a snippet.
    package var isSnippet: Bool
    package var edit: TextEdit
    /// What `completionItem/resolve` needs to find the rest.
    package var data: JSON?

    package init(
      label: String, labelDetail: String?, labelDescription: String?, kind: CompletionItemKind,
      detail: String?, sortText: String, filterText: String?, isSnippet: Bool, edit: TextEdit,
      data: JSON?
    ) {
      self.label = label
      self.labelDetail = labelDetail
      self.labelDescription = labelDescription
      self.kind = kind
      self.detail = detail
      self.sortText = sortText
      self.filterText = filterText
      self.isSnippet = isSnippet
      self.edit = edit
      self.data = data
    }
  }

  package struct CompletionList: Sendable {
    package var isIncomplete: Bool
    package var items: [CompletionItem]

    package init(isIncomplete: Bool, items: [CompletionItem]) {
      self.isIncomplete = isIncomplete
      self.items = items
    }
  }

  /// An item that came back from the client, with its documentation.
  package struct ResolvedCompletionItem: Sendable, JSONEncodable {
    package var item: JSON
    package var documentation: MarkupContent?

    package init(item: JSON, documentation: MarkupContent?) {
      self.item = item
      self.documentation = documentation
    }

    package func encode(to json: inout JSONWriter) {
      json.merge(item, "documentation", documentation)
    }
  }

  package struct Hover: Sendable {
    package var contents: MarkupContent
    package var range: Range?

    package init(contents: MarkupContent, range: Range?) {
      self.contents = contents
      self.range = range
    }
  }
}

extension JSONWriter {
  /// Writes `object`, with `value` as its member `name` where there is a value.
  mutating func merge(_ object: JSON, _ name: StaticString, _ value: (some JSONEncodable)?) {
    self.object { json in
      if case .object(let members) = object {
        for member in members where value == nil || !member.key.elementsEqual(name.description.utf8)
        {
          json.member(member.key, member.value)
        }
      }
      json.optionalField(name, value)
    }
  }
}

extension LSP.CompletionItem: JSONEncodable {
  package func encode(to json: inout JSONWriter) {
    json.object { json in
      json.field("label", label)
      if labelDetail != nil || labelDescription != nil {
        json.field(
          "labelDetails",
          object: {
            $0.optionalField("detail", labelDetail)
            $0.optionalField("description", labelDescription)
          })
      }
      json.field("kind", kind.rawValue)
      json.optionalField("detail", detail)
      json.field("sortText", sortText)
      json.optionalField("filterText", filterText)
      if isSnippet { json.field("insertTextFormat", 2) }
      json.field("textEdit", edit)
      json.optionalField("data", data)
    }
  }
}

extension LSP.CompletionList: JSONEncodable {
  package func encode(to json: inout JSONWriter) {
    json.object {
      $0.field("isIncomplete", isIncomplete)
      $0.field("items", items)
    }
  }
}

extension LSP.Hover: JSONEncodable {
  package func encode(to json: inout JSONWriter) {
    json.object {
      $0.field("contents", contents)
      $0.optionalField("range", range)
    }
  }
}
