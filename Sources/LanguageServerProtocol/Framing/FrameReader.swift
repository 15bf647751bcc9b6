/// Cuts the input into messages (LSP 3.17, Base Protocol).
///
/// Bytes come in pieces of any size. After a fault it says so once and goes on at the next
/// `Content-Length`, even one that stands right behind the body of a message whose header was
/// unreadable.
package struct FrameReader {
  package enum Frame: Sendable, Equatable {
    /// The body of one message.
    case message([UInt8])
    /// Bytes that are no message.
    case malformed(String)
  }

  /// Larger messages are refused, in bytes. No writer's issue comes near.
  package static let sizeLimit = 1 << 27
  /// Longer header lines are no header lines, in bytes.
  private static let lineLimit = 1 << 16

  private var buffer: [UInt8] = []
  /// What of `buffer` is behind us.
  private var consumed = 0
  /// Up to here `buffer` is known to hold no line end.
  private var searched = 0
  /// The length that the header being read gave; the last one counts.
  private var contentLength: Int?
  private var fault: String?
  private var sawHeader = false
  /// The fault was told, and no message has come since.
  private var isRecovering = false
  /// The header is complete, and this many bytes of body are to come.
  private var body: Int?

  package init() {}

  package mutating func append(_ bytes: [UInt8]) {
    if consumed == buffer.count {
      buffer = bytes
    } else {
      buffer.removeFirst(consumed)
      buffer += bytes
    }
    searched -= consumed
    searched = max(0, searched)
    consumed = 0
  }

  /// The next message or fault; `nil` when more bytes are needed.
  package mutating func next() -> Frame? {
    while true {
      if let length = body {
        guard buffer.count - consumed >= length else { return nil }
        let message =
          consumed == 0 && buffer.count == length
          ? buffer : Array(buffer[consumed..<consumed + length])
        consumed += length
        searched = consumed
        body = nil
        isRecovering = false
        return .message(message)
      }
      guard let line = nextLine() else { return nil }
      if !line.isEmpty {
        header(line)
        continue
      }
      // Blank lines between messages do no harm.
      guard sawHeader else { continue }
      let fault = fault ?? (contentLength == nil ? "the header has no Content-Length" : nil)
      body = contentLength
      contentLength = nil
      self.fault = nil
      sawHeader = false
      if let fault, !isRecovering {
        isRecovering = true
        return .malformed(fault)
      }
    }
  }

  /// The next line without its end; `nil` when it is not all there.
  private mutating func nextLine() -> ArraySlice<UInt8>? {
    var index = max(searched, consumed)
    while index < buffer.count {
      if buffer[index] == 0x0A {
        let end = index > consumed && buffer[index - 1] == 0x0D ? index - 1 : index
        let line = buffer[consumed..<end]
        consumed = index + 1
        searched = consumed
        return line
      }
      index += 1
    }
    searched = index
    if index - consumed > Self.lineLimit {
      // Only the tail can still belong to a header.
      consumed = index - 64
      sawHeader = true
      if fault == nil { fault = "a header line is too long" }
    }
    return nil
  }

  private mutating func header(_ line: ArraySlice<UInt8>) {
    sawHeader = true
    let name = Array("content-length".utf8)
    guard let start = lastIndex(of: name, in: line) else {
      let field = line.prefix { $0 != UInt8(ascii: ":") }
      if field.count == line.count { note("a header line has no ':'") }
      if !field.allSatisfy(Self.isNameByte) { note("a header line has no name") }
      return
    }
    if start != line.startIndex { note("text before Content-Length") }
    var rest = line[(start + name.count)...].drop { $0 == 0x20 || $0 == 0x09 }
    guard rest.popFirst() == UInt8(ascii: ":") else {
      note("Content-Length has no ':'")
      return
    }
    rest = rest.drop { $0 == 0x20 || $0 == 0x09 }
    while rest.last == 0x20 || rest.last == 0x09 { rest.removeLast() }
    guard !rest.isEmpty, rest.count <= 10, rest.allSatisfy({ 0x30...0x39 ~= $0 }) else {
      note("Content-Length is no number")
      contentLength = nil
      return
    }
    let length = rest.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    if length > Self.sizeLimit {
      note("Content-Length is beyond the limit of \(Self.sizeLimit) bytes")
      contentLength = nil
    } else {
      contentLength = length
    }
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "_"): true
    default: false
    }
  }

  private mutating func note(_ fault: String) {
    if self.fault == nil { self.fault = fault }
  }

  /// Where the lowercase `name` last stands in `line`, in letters of any case.
  private func lastIndex(of name: [UInt8], in line: ArraySlice<UInt8>) -> Int? {
    var start = line.endIndex - name.count
    while start >= line.startIndex {
      var matched = 0
      while matched < name.count, line[start + matched] | 0x20 == name[matched] | 0x20 {
        matched += 1
      }
      if matched == name.count { return start }
      start -= 1
    }
    return nil
  }
}
