package import Syntax

extension IssueFacts {
  /// A story as it is compared with others, and as it is listed.
  package struct StoryDescription {
    package let title: String
    /// The heading's or bullet's text, which an editor selects. UTF-8 bytes of the text.
    package let titleRange: ByteRange
    /// What the heading or bullet links to, else the first page linked below it.
    package let url: String?
    package let text: StoryText
  }

  /// - Parameters:
  ///   - includingText: whether more is wanted than titles and sources.
  ///   - leadLength: how much of what is below the title, in UTF-8 bytes.
  package func describe(
    _ story: Story, includingText: Bool = true, leadLength: Int = StoryWording.leadLength()
  ) -> StoryDescription {
    var text = StoryText()
    if includingText { text.lead.reserveCapacity(2 * leadLength) }
    var title = ""
    var titleRange = story.range
    var titleURL: String?
    var firstURL: String?
    for index in story.leaves {
      let leaf = leaves[index]
      guard leaf.block.kind.hasInlines else { continue }
      for link in leaf.links {
        if let hash = link.source, text.sources.count < 8,
          !text.sources.contains(where: { $0.hash == hash })
        {
          text.sources.append(StorySource(hash: hash, destination: link.destination))
        }
        if firstURL == nil { firstURL = link.url }
      }
      if titleURL == nil, index == story.leaves.lowerBound {
        let placed = self.title(of: leaf)
        title = placed.title.text
        text.title = Array(title.utf8)
        titleRange = placed.range
        titleURL = leaf.links.first { $0.isFirst }?.url
        guard includingText, leaf.block.kind.headingLevel == nil else { continue }
        let plain = document.plainBytes(of: leaf.block, at: leaf.start)
        text.lead += plain.dropFirst(placed.title.length).prefix(leadLength + 4)
        continue
      }
      guard includingText, text.lead.count < leadLength else { continue }
      if !text.lead.isEmpty { text.lead.append(0x0A) }
      text.lead +=
        document.plainBytes(of: leaf.block, at: leaf.start, includingCode: false)
        .prefix(leadLength + 4)
    }
    let cut = characterStart(in: text.lead, at: leadLength)
    text.lead.removeSubrange(cut...)
    return StoryDescription(
      title: title, titleRange: titleRange, url: titleURL ?? firstURL, text: text)
  }

  /// The title of a story, worked out once in the life of its first leaf.
  package func title(of story: Story) -> PlacedTitle {
    title(of: leaves[story.leaves.lowerBound])
  }

  func title(of leaf: Leaf) -> PlacedTitle {
    let notes = leaf.block.notes
    let title = notes.title ?? makeTitle(of: leaf)
    notes.title = title
    return PlacedTitle(title: title, range: title.range.shifted(by: leaf.start))
  }

  private func makeTitle(of leaf: Leaf) -> StoryTitle {
    let facts = leaf.facts
    if leaf.block.kind.headingLevel != nil {
      return StoryTitle(text: facts.title, range: facts.textRange, length: .max)
    }
    guard leaf.block.kind.hasInlines else {
      return StoryTitle(text: "", range: ByteRange(0, 0), length: 0)
    }
    let inlines = document.passingInlines(of: leaf.block, at: leaf.start)
    let plain = inlines.plainText(includingCode: true)
    let bytes = plain.bytes
    let lead = bytes.prefix { $0 <= 0x20 }.count
    var end = sentenceEnd(in: bytes, from: lead)
    if !inlines.isEmpty, inlines.kind(0) == .link || inlines.kind(0) == .strong {
      let first = inlines.plainText(of: 0).bytes
      if first.count >= 12 { end = min(max(lead, first.count), 240) }
    }
    end = max(lead, characterStart(in: bytes, at: end))
    let title = withoutColon(trimmed(Array(bytes[lead..<end])))
    return StoryTitle(
      text: String(decoding: title, as: UTF8.self),
      range: plain.source(ByteRange(lead, lead + title.count)), length: end)
  }

  /// After how many bytes the first sentence ends; at most 180.
  private func sentenceEnd(in bytes: [UInt8], from start: Int) -> Int {
    let limit = min(bytes.count, start + 180)
    var i = start
    while i < limit {
      let byte = bytes[i]
      if byte == 0x0A && i > start + 12 { return i }
      if i + 2 < bytes.count, byte == 0xE3, bytes[i + 1] == 0x80, bytes[i + 2] == 0x82 { return i }
      // ！ ： ； ？
      if i + 2 < bytes.count, byte == 0xEF, bytes[i + 1] == 0xBC, i > start + 18,
        [0x81, 0x9A, 0x9B, 0x9F].contains(bytes[i + 2])
      {
        return i
      }
      if byte == UInt8(ascii: "."), i + 1 < bytes.count, bytes[i + 1] == 0x20, i > start + 24 {
        return i
      }
      i += 1
    }
    return limit
  }

  private func withoutColon(_ title: [UInt8]) -> [UInt8] {
    if title.last == UInt8(ascii: ":") { return Array(title.dropLast()) }
    return title.suffix(3).elementsEqual("：".utf8) ? Array(title.dropLast(3)) : title
  }
}

/// What a story is called. UTF-8 bytes from the start of the leaf it begins with.
package struct StoryTitle {
  package let text: String
  package let range: ByteRange
  /// How many bytes of the leaf's plain text it takes up.
  let length: Int
  package let terms: TitleTerms

  init(text: String, range: ByteRange, length: Int) {
    self.text = text
    self.range = range
    self.length = length
    terms = TitleTerms(Array(text.utf8))
  }
}

/// A story's title and where it stands. UTF-8 bytes of the text.
package struct PlacedTitle {
  package let title: StoryTitle
  package let range: ByteRange
}

/// The start of the character that holds the byte at `offset`.
func characterStart(in bytes: [UInt8], at offset: Int) -> Int {
  var i = min(max(offset, 0), bytes.count)
  while i > 0, i < bytes.count, bytes[i] & 0xC0 == 0x80 { i -= 1 }
  return i
}
