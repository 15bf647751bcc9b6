package import Syntax

/// What one leaf block holds that rules and the outline look at; it sees nothing around the leaf.
/// Ranges are UTF-8 bytes from the block's start.
package final class LeafFacts: Sendable {
  package struct Link: Sendable, Equatable {
    /// The whole of it.
    package let range: ByteRange
    /// How long the text is that a reader clicks on, in UTF-8 bytes.
    package let textLength: Int
    /// Whether that text says no more than that this is the source.
    package let namesSource: Bool
    /// Where it leads, in UTF-8.
    let destination: [UInt8]
    /// A hash of the page in one spelling; `nil` for front pages and what is no page.
    package let source: UInt32?
    package let isFrontPage: Bool
    /// Whether nothing but marks stands before it in the leaf.
    package let isFirst: Bool

    package var url: String { String(decoding: destination, as: UTF8.self) }

    /// - Parameter text: What a reader clicks on, in UTF-8.
    init(range: ByteRange, text: ArraySlice<UInt8>, destination: [UInt8], isFirst: Bool) {
      let page = SourceURL.page(destination)
      self.range = range
      textLength = text.count
      namesSource = Self.sourceWords.contains { begins(text, with: $0) }
      self.destination = destination
      source = if case .page(let hash) = page { hash } else { nil }
      isFrontPage = page == .front
      self.isFirst = isFirst
    }

    private static let sourceWords: [[UInt8]] = [
      "链接", "来源", "原文", "详情", "报道", "查看", "link", "source", "read more",
    ].map { Array($0.utf8) }
  }

  /// A bold lead-in.
  package struct Label: Sendable, Equatable {
    /// Without asterisks and colon.
    package let text: String
    /// Of `text`.
    package let range: ByteRange
    /// Whether nothing else stands in its line.
    package let isAlone: Bool
    /// Whether it ends in a colon, or one follows.
    package let hasColon: Bool
  }

  /// Of a heading, its text; else empty.
  package let title: String
  /// Where the text of a heading or paragraph is written.
  package let textRange: ByteRange
  /// Whether a reader sees nothing of it but images.
  package let isBlank: Bool
  /// Whether it is there for the source alone, or parts what stands around it.
  let isUnseen: Bool
  package let label: Label?
  package let links: [Link]
  /// Comments that speak to this program.
  package let silencers: [ByteRange]

  init(
    title: String = "", textRange: ByteRange = ByteRange(0, 0), isBlank: Bool = false,
    isUnseen: Bool = false, label: Label? = nil, links: [Link] = [], silencers: [ByteRange] = []
  ) {
    self.title = title
    self.textRange = textRange
    self.isBlank = isBlank
    self.isUnseen = isUnseen
    self.label = label
    self.links = links
    self.silencers = silencers
  }

  package func isEqual(to other: LeafFacts) -> Bool {
    self === other
      || title == other.title && isBlank == other.isBlank && isUnseen == other.isUnseen
        && label == other.label && links == other.links && silencers == other.silencers
  }

  /// Of the many leaves that hold prose and nothing else.
  static let prose = LeafFacts()
  static let rule = LeafFacts(isBlank: true, isUnseen: true)
  static let unseen = LeafFacts(isBlank: true, isUnseen: true)
  static let html = LeafFacts(isBlank: true)
}

/// Whether the text begins with a word in lower case, upper and lower case being equal.
private func begins(_ text: ArraySlice<UInt8>, with word: [UInt8]) -> Bool {
  guard text.count >= word.count else { return false }
  var i = text.startIndex
  for byte in word {
    if NameKey.lowercase(text[i]) != byte { return false }
    i += 1
  }
  return true
}
