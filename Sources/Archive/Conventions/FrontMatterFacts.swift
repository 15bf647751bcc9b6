package import Syntax

/// What is kept of one issue's front matter.
package struct FrontMatterFacts: Sendable, Equatable {
  package struct Field: Sendable, Equatable {
    package let key: String
    package let shape: FieldShape
    /// The scalar, or the scalars of a list, as far as they are short enough to be told again.
    package let values: [String]
    /// How a text of several points is put together.
    package let form: SummaryForm?
  }

  /// How a summary strings its points together.
  package enum SummaryForm: Sendable {
    /// A line each, `- ` before it.
    case lines
    /// Sentences with `；` between them.
    case sentences
  }

  package let isPresent: Bool
  /// In text order.
  package let fields: [Field]
  /// Whether the title is the H1; `nil` where one of them is missing.
  package let titleIsHeading: Bool?

  package init() {
    isPresent = false
    fields = []
    titleIsHeading = nil
  }

  package init(_ document: Document) {
    let matter = document.frontMatter
    isPresent = matter.isPresent
    var fields: [Field] = []
    var title: String?
    for entry in matter.yaml.root?.entries ?? [] where !entry.isDamaged {
      guard let key = entry.key.scalar?.text, !key.isEmpty, key.utf8.count <= Self.longestKey else {
        continue
      }
      if key == "title" { title = entry.value.scalar?.text }
      guard fields.count < Self.mostFields else { continue }
      fields.append(
        Field(
          key: key, shape: FieldShape(of: entry.value), values: Self.values(of: entry.value),
          form: Self.form(of: entry.value)))
    }
    self.fields = fields
    if let title, !title.isEmpty, let heading = document.mainHeading {
      titleIsHeading = heading.isTitle(title)
    } else {
      titleIsHeading = nil
    }
  }

  package subscript(key: String) -> Field? { fields.first { $0.key == key } }

  private static let longestKey = 64
  /// No issue has as many; what has teaches nothing by the rest.
  private static let mostFields = 256
  /// UTF-8 bytes of a value that is kept.
  private static let longestValue = 72

  private static func form(of node: YAMLNode) -> SummaryForm? {
    guard let text = node.scalar?.text, text.utf8.count > longestValue else { return nil }
    if text.utf8.starts(with: "- ".utf8) { return .lines }
    return text.utf8.count(where: { $0 == 0x9B }) > 1 && text.contains("；") ? .sentences : nil
  }

  private static func values(of node: YAMLNode) -> [String] {
    let scalars = node.items.map { $0.compactMap(\.scalar) } ?? [node.scalar].compactMap { $0 }
    return scalars.compactMap { scalar in
      scalar.text.utf8.count <= longestValue && !scalar.text.isEmpty ? scalar.text : nil
    }
  }
}

/// What kind of value a field has, in the eyes of a writer.
package enum FieldShape: UInt8, Sendable, CaseIterable {
  case empty
  case boolean
  case integer
  case number
  case date
  case url
  case text
  case list
  case mapping

  package init(of node: YAMLNode) {
    switch node.content {
    case .mapping: self = .mapping
    case .sequence(let items):
      self = items.allSatisfy { FieldShape(of: $0) == .empty } ? .empty : .list
    case .scalar(let scalar):
      switch node.value {
      case .null?, nil: self = .empty
      case .boolean?: self = .boolean
      case .integer?: self = .integer
      case .float?: self = .number
      case .string(let text)?: self = Self.shape(of: text, isPlain: scalar.style == .plain)
      }
    }
  }

  private static func shape(of text: String, isPlain: Bool) -> FieldShape {
    let utf8 = text.utf8
    if !utf8.contains(where: { $0 > 0x20 }) { return .empty }
    if Day(iso: Array(utf8)) != nil, utf8.count <= 40 { return .date }
    if utf8.starts(with: "https://".utf8) || utf8.starts(with: "http://".utf8) { return .url }
    return .text
  }
}

/// Whether two titles differ in nothing but blanks around and between their words.
package func sameTitle(_ a: String, _ b: String) -> Bool {
  a == b || condensed(a) == condensed(b)
}

/// Without the marks of emphasis and code.
private func unmarked(_ text: String) -> String {
  text.filter { $0 != "*" && $0 != "_" && $0 != "`" && $0 != "\\" }
}

private func condensed(_ text: String) -> String {
  text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
}

/// The first heading of level 1.
package struct MainHeading: Sendable, Equatable {
  /// As a reader sees it.
  package let text: String
  /// As it is written.
  package let source: String
  package let range: ByteRange

  /// Whether it says what the front matter's title says, with or without Markdown.
  package func isTitle(_ title: String) -> Bool {
    sameTitle(title, text) || sameTitle(unmarked(title), unmarked(source))
  }
}

extension Document {
  package var mainHeading: MainHeading? {
    let bytes = text.bytes
    var start = body.start + body.root.content.start
    for block in body.root.children {
      if case .heading(level: 1, _) = block.kind {
        let range = block.contentRange(at: start).clamped(to: bytes.count)
        let plain = inlines(of: block, at: start).plainText().bytes
        return MainHeading(
          text: String(decoding: plain, as: UTF8.self),
          source: String(decoding: bytes[range.start..<range.end], as: UTF8.self), range: range)
      }
      start += block.length
      if start > bytes.count { break }
    }
    return nil
  }
}
