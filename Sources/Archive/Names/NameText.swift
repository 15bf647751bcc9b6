import Syntax

/// The parts of an issue that a reader reads.
enum NameText {
  /// Calls `body` with the values of front matter, line by line, and with the leaf blocks of the
  /// body that are no code, in text order.
  static func forEachRange(in document: Document, _ body: (ByteRange) -> Void) {
    forEachFieldLine(in: document, body)
    document.body.forEachLeaf { leaf, start in
      guard isReadable(leaf.kind) else { return }
      body(ByteRange(start, start + leaf.length))
    }
  }

  static func isReadable(_ kind: BlockKind) -> Bool {
    switch kind {
    case .paragraph, .heading, .htmlBlock: true
    default: false
    }
  }

  /// Calls `body` with each line's part that is a text for readers.
  private static func forEachFieldLine(
    in document: Document, _ body: (ByteRange) -> Void
  ) {
    let bytes = document.bytes
    let content = document.frontMatter.content.clamped(to: bytes.count)
    var isRead = false
    var i = content.start
    while i < content.end {
      var end = i
      while end < content.end, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
      if let colon = keyEnd(bytes, i, end) {
        let key = String(decoding: bytes[i..<colon], as: UTF8.self)
        isRead = !unread.contains(key.lowercased())
        if isRead { body(ByteRange(colon + 1, end)) }
      } else if isRead {
        body(ByteRange(i, end))
      }
      i = end + 1
    }
  }

  /// The colon after the key of a line that begins with one.
  private static func keyEnd(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int? {
    guard start < end, NameKey.isAlphanumeric(bytes[start]) || bytes[start] >= 0x80 else {
      return nil
    }
    guard let colon = bytes[start..<end].firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let isKey = bytes[start..<colon].allSatisfy {
      NameKey.isAlphanumeric($0) || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-") || $0 >= 0x80
    }
    return isKey ? colon : nil
  }

  /// Fields that hold addresses, numbers and labels rather than sentences.
  private static let unread: Set<String> = [
    "companies", "models", "people", "topics", "id", "date", "slug", "original_slug", "url",
    "permalink", "cover", "coverimage", "image", "weight", "comments", "breadcrumbs", "draft",
    "layout", "updated", "lang", "link",
  ]

  /// The items of `companies:`, `models:` and `people:`, where an issue has such lists.
  static func forEachLabel(in document: Document, _ body: (NameKind, ArraySlice<UInt8>) -> Void) {
    let bytes = document.bytes
    let content = document.frontMatter.content.clamped(to: bytes.count)
    var kind: NameKind?
    for line in bytes[content.start..<content.end].split(separator: 0x0A) {
      if let colon = keyEnd(bytes, line.startIndex, line.endIndex) {
        kind = labels[String(decoding: bytes[line.startIndex..<colon], as: UTF8.self)]
        continue
      }
      guard let kind, let dash = line.firstIndex(where: { $0 != 0x20 }),
        bytes[dash] == UInt8(ascii: "-")
      else { continue }
      let item = line[(dash + 1)...].drop { $0 == 0x20 || $0 == 0x27 || $0 == 0x22 }
      let end = item.lastIndex { $0 != 0x20 && $0 != 0x27 && $0 != 0x22 && $0 != 0x0D }
      if let end, end - item.startIndex < 64 { body(kind, item[item.startIndex...end]) }
    }
  }

  private static let labels: [String: NameKind] = [
    "companies": .company, "models": .model, "people": .person, "products": .product,
    "organizations": .organization,
  ]
}
