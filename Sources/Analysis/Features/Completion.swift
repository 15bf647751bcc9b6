package import Archive
package import Syntax

/// Names to go on with, for a fragment of one.
///
/// https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#textDocument_completion
package struct Completion: Sendable, Equatable {
  package struct Item: Sendable, Equatable {
    package var id: NameID
    /// What is shown and inserted.
    package var label: String
    /// What the client's filter is to see instead of the label; `nil` where the label itself begins
    /// with the fragment.
    package var filterText: String?
    package var kind: NameKind
    package var mentionCount: Int
    package var last: Day?
  }

  /// What is replaced: the fragment, which ends at the cursor. One for all items, since Neovim falls
  /// back on its own word otherwise.
  package var range: ByteRange
  /// Best first. The list is that of the fragment alone: another letter asks for another list.
  package var items: [Item]
}

/// Names that begin with what stands before the cursor; `nil` where none does, and in code,
/// addresses and HTML.
///
/// - Parameter offset: UTF-8 bytes from the start of the issue.
package func completion(in snapshot: Snapshot, at offset: Int, limit: Int = 50) -> Completion? {
  let bytes = snapshot.document.bytes
  guard offset > 0, offset <= bytes.count, let fragment = snapshot.fragment(before: offset) else {
    return nil
  }
  let names = snapshot.archive.names
  let typed = bytes[fragment.start..<fragment.end]
  var candidates = names.candidates(
    for: typed, in: snapshot.surroundings(of: fragment), limit: limit,
    withPinyin: snapshot.configuration.completion.pinyin)
  // The list of a name that is written out holds longer names or nothing.
  if candidates.count == 1, candidates[0].spelling.utf8.elementsEqual(typed), typed.count > 6 {
    candidates = []
  }
  guard !candidates.isEmpty else { return nil }
  let text = String(decoding: typed, as: UTF8.self)
  let items = candidates.compactMap { candidate -> Completion.Item? in
    guard let name = names.summary(of: candidate.id) else { return nil }
    return Completion.Item(
      id: candidate.id, label: candidate.spelling,
      filterText: begins(candidate.spelling, with: typed) ? nil : text, kind: name.kind,
      mentionCount: name.mentionCount, last: name.last)
  }
  return Completion(range: fragment, items: items)
}

/// Whether `label` begins with the letters typed, upper and lower case being equal.
private func begins(_ label: String, with typed: ArraySlice<UInt8>) -> Bool {
  var rest = typed[...]
  for byte in label.utf8 {
    guard let next = rest.first else { return true }
    guard lowercase(byte) == lowercase(next) else { return false }
    rest = rest.dropFirst()
  }
  return rest.isEmpty
}

private func lowercase(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }

extension Snapshot {
  /// The longest tail of the line before `offset` that begins a name, in text that is neither code
  /// nor an address.
  fileprivate func fragment(before offset: Int) -> ByteRange? {
    let bytes = document.bytes
    let line = document.text.lineRange(document.text.line(at: offset))
    guard offset > line.start, !isBlank(bytes[offset - 1]), !isWithinName(at: offset, line) else {
      return nil
    }
    // Names are short: farther back none begins.
    var start = max(line.start, offset - 64)
    while start < offset, bytes[start] & 0xC0 == 0x80 { start += 1 }
    let names = archive.names
    while start < offset {
      if mayBegin(at: start, in: line), isLongEnough(bytes[start..<offset]),
        names.isBeginning(
          bytes[start..<offset], withPinyin: configuration.completion.pinyin)
      {
        return takesNames(at: offset) ? ByteRange(start, offset) : nil
      }
      start += 1
      while start < offset, bytes[start] & 0xC0 == 0x80 { start += 1 }
    }
    return nil
  }

  private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  private func isAlphanumeric(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
  }

  /// ASCII must not follow ASCII letters, `@`, `/` or `_`; anything may precede Chinese.
  private func mayBegin(at start: Int, in line: ByteRange) -> Bool {
    let byte = document.bytes[start]
    guard byte >= 0x80 || isAlphanumeric(byte) else { return false }
    guard byte < 0x80, start > line.start else { return true }
    let before = document.bytes[start - 1]
    return !isAlphanumeric(before) && before != UInt8(ascii: "@") && before != UInt8(ascii: "_")
  }

  private func isLongEnough(_ fragment: ArraySlice<UInt8>) -> Bool {
    let settings = configuration.completion
    guard let first = fragment.first else { return false }
    if first < 0x80 { return fragment.count >= settings.minLatin }
    return fragment.count { $0 & 0xC0 != 0x80 } >= settings.minHan
  }

  /// Whether the cursor stands within a word or a name that is written out already.
  private func isWithinName(at offset: Int, _ line: ByteRange) -> Bool {
    let bytes = document.bytes
    guard offset < line.end else { return false }
    if isAlphanumeric(bytes[offset]), isAlphanumeric(bytes[offset - 1]) { return true }
    let range = ByteRange(max(line.start, offset - 96), min(line.end, offset + 96))
    return archive.names.mentions(in: bytes, range: range).contains {
      $0.range.start < offset && offset < $0.range.end
    }
  }

  private func takesNames(at offset: Int) -> Bool {
    if offset < document.frontMatter.bodyStart {
      return document.frontMatter.content.touches(offset)
    }
    guard let (leaf, start) = document.body.leaf(at: max(0, offset - 1)) else { return true }
    switch leaf.kind {
    case .paragraph, .heading:
      return !isInAddress(at: offset)
        && document.inlines(of: leaf, at: start).context(at: offset - start) == .text
    case .htmlBlock:
      let text = document.bytes[start..<offset]
      let open = text.lastIndex(of: UInt8(ascii: "<"))
      let close = text.lastIndex(of: UInt8(ascii: ">"))
      return (open ?? -1) < (close ?? 0)
    default: return false
    }
  }

  /// Whether a link, an address or a tag that is not closed yet goes up to `offset`.
  private func isInAddress(at offset: Int) -> Bool {
    let bytes = document.bytes
    // The cost stays the same however long the line is.
    let start = max(
      offset - 4096, document.text.lineRange(document.text.line(at: offset)).start)
    var i = offset
    // A blank or Chinese ends an address, not a tag.
    var isUnbroken = true
    while i > start {
      i -= 1
      let next = i + 1 < offset ? bytes[i + 1] : 0
      switch bytes[i] {
      case UInt8(ascii: ">"): return false
      case UInt8(ascii: "<") where (next | 0x20) &- 0x61 < 26 || next == UInt8(ascii: "/"):
        return true
      case UInt8(ascii: "(") where isUnbroken && i > start && bytes[i - 1] == UInt8(ascii: "]"):
        return true
      case UInt8(ascii: ":") where isUnbroken && next == UInt8(ascii: "/"): return true
      case UInt8(ascii: ")"): isUnbroken = false
      case let byte where isBlank(byte) || byte >= 0x80: isUnbroken = false
      default: break
      }
    }
    return false
  }

  /// The names near the fragment and in the issue.
  fileprivate func surroundings(of fragment: ByteRange) -> NameSurroundings {
    // A story is seldom longer; the cost stays the same however long the issue is.
    let start = max(document.frontMatter.bodyStart, fragment.start - 1500)
    let near = archive.names.mentions(
      in: document.bytes, range: ByteRange(start, fragment.start))
    let sectionStart = document.bytes[start..<max(start, fragment.start)].lastHeading ?? start
    let story = near.filter { $0.range.start >= sectionStart }.map(\.id)
    return NameSurroundings(
      story: Set(story), issue: archive.names.names(inIssueAt: path).union(near.map(\.id)),
      date: today)
  }
}

extension ArraySlice<UInt8> {
  /// Where the last line begins that starts with `#`.
  fileprivate var lastHeading: Int? {
    var i = endIndex - 1
    while i > startIndex {
      if self[i] == UInt8(ascii: "#"), self[i - 1] == UInt8(ascii: "\n") { return i }
      i -= 1
    }
    return nil
  }
}
