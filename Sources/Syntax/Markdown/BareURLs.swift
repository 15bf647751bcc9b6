/// URLs that stand in text without brackets: to CommonMark they are text, to GitHub and to readers
/// they are links (GitHub Flavored Markdown 0.29 §6.9, extended autolinks).
package enum BareURLs {
  /// In text order; offsets are indices of `text`.
  package static func find(in text: ArraySlice<UInt8>) -> [ByteRange] {
    var found: [ByteRange] = []
    var i = text.startIndex
    while i < text.endIndex {
      let byte = text[i] | 0x20
      guard byte == 0x68 || byte == 0x77 else {  // h, w
        i += 1
        continue
      }
      guard let domain = domainStart(text, i), isFree(text, before: i) else {
        i += 1
        continue
      }
      let run = runEnd(text, from: domain)
      if let end = end(text, domain..<run) {
        found.append(ByteRange(i, end))
        i = end
      } else {
        // What has no dot has none further on.
        i = run
      }
    }
    return found
  }

  private static let schemes = ["https://", "http://", "www."].map { Array($0.utf8) }

  /// Where the domain begins, when a known start stands at `start`.
  private static func domainStart(_ text: ArraySlice<UInt8>, _ start: Int) -> Int? {
    for scheme in schemes where text.endIndex - start > scheme.count {
      var i = 0
      while i < scheme.count && lower(text[start + i]) == scheme[i] { i += 1 }
      if i == scheme.count { return scheme.last == 0x2E ? start : start + i }
    }
    return nil
  }

  private static func lower(_ byte: UInt8) -> UInt8 {
    byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
  }

  /// No URL begins within a word; Han characters are no part of one.
  private static func isFree(_ text: ArraySlice<UInt8>, before start: Int) -> Bool {
    guard start > text.startIndex else { return true }
    let before = text[start - 1]
    return !HTMLScanner.isLetter(before) && !HTMLScanner.isDigit(before)
  }

  /// What is not ASCII ends it: Chinese prose goes on without a space.
  private static func runEnd(_ text: ArraySlice<UInt8>, from start: Int) -> Int {
    var end = start
    while end < text.endIndex, text[end] > 0x20, text[end] < 0x7F, text[end] != 0x3C { end += 1 }
    return end
  }

  /// The end without the marks of the sentence around; `nil` where there is no dot.
  private static func end(_ text: ArraySlice<UInt8>, _ run: Range<Int>) -> Int? {
    let start = run.lowerBound
    var end = run.upperBound
    var opened = 0
    for byte in text[run] {
      if byte == 0x28 { opened += 1 }
      if byte == 0x29 { opened -= 1 }
    }
    trim: while end > start {
      switch text[end - 1] {
      case 0x3F, 0x21, 0x2E, 0x2C, 0x3A, 0x2A, 0x5F, 0x7E, 0x27, 0x22, 0x3B: end -= 1
      case 0x29 where opened < 0:
        opened += 1
        end -= 1
      default: break trim
      }
    }
    guard text[start..<end].contains(0x2E) else { return nil }
    return end
  }
}
