import Syntax

/// The parts of an issue that a reader reads.
enum NameText {
  /// Front matter values line by line, then the text of the body.
  static func forEachRange(in document: Document, _ body: (ByteRange) -> Void) {
    let bytes = document.text.bytes
    var i = 0
    var line = 0
    var inFront = false
    var fence = false
    var skipping = false
    while i < bytes.count {
      var end = i
      while end < bytes.count, bytes[end] != 0x0A { end += 1 }
      let isRule =
        end - i >= 3 && bytes[i..<min(i + 3, end)].allSatisfy { $0 == 0x2D } && end - i <= 4
      if isRule, line == 0 {
        inFront = true
      } else if isRule, inFront {
        inFront = false
        skipping = false
      } else if inFront {
        if i < end, bytes[i] != 0x20, bytes[i] != 0x2D {
          let key = String(decoding: bytes[i..<end].prefix { $0 != 0x3A }, as: UTF8.self)
          skipping = !["title", "summary", "seo", "description", "tags", "linkTitle"].contains(key)
          if !skipping { body(ByteRange(min(i + key.utf8.count, end), end)) }
        } else if !skipping {
          body(ByteRange(i, end))
        }
      } else if end - i >= 3, bytes[i] == 0x60, bytes[i + 1] == 0x60, bytes[i + 2] == 0x60 {
        fence.toggle()
      } else if !fence {
        body(ByteRange(i, end))
      }
      i = end + 1
      line += 1
    }
  }
}
