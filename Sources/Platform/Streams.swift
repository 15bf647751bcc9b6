package enum StandardStream: Int32, Sendable {
  case input = 0
  case output = 1
  case error = 2

  /// Whether a person sits at the other end.
  package var isTerminal: Bool { System.isTerminal(rawValue) }

  /// Whether what is written can no longer reach anybody.
  package var isReaderGone: Bool { System.isOtherEndGone(rawValue) }
}

/// Waits for input and appends what is there, at most `limit` bytes.
///
/// - Returns: how many bytes came; 0 at the end of the input.
package func readStandardInput(
  into bytes: inout [UInt8], limit: Int = 65536
) throws(SystemError) -> Int {
  try readSome(StandardStream.input.rawValue, into: &bytes, limit: limit)
}

func readSome(
  _ descriptor: Int32, into bytes: inout [UInt8], limit: Int
) throws(SystemError) -> Int {
  guard let part = System.readBytes(descriptor, limit, isFilling: false) else {
    throw SystemError(path: "")
  }
  if bytes.isEmpty { bytes = part } else { bytes += part }
  return part.count
}

/// All of standard input; `tooLarge` when it is more than `limit` bytes.
package func readWholeStandardInput(limit: Int = .max) throws(SystemError) -> [UInt8] {
  try readToEnd(StandardStream.input.rawValue, expecting: 65536, limit: limit, path: "")
}

/// Writes the parts one after another, unbuffered, with as few system calls as can be.
package func write(_ parts: [[UInt8]], to stream: StandardStream) throws(SystemError) {
  try writeAll(parts, to: stream.rawValue, path: "")
}

package func write(_ bytes: [UInt8], to stream: StandardStream) throws(SystemError) {
  try writeAll([bytes], to: stream.rawValue, path: "")
}

package func write(_ text: String, to stream: StandardStream) throws(SystemError) {
  try writeAll([Array(text.utf8)], to: stream.rawValue, path: "")
}

/// Writes what fits at once, and nothing where nobody has read for long: not every client reads
/// what a server says on standard error.
package func writeWithoutWaiting(_ text: String, to stream: StandardStream) {
  guard System.waitUntilReady(stream.rawValue, for: .writing, milliseconds: 0) else { return }
  // A pipe that is ready takes so much (`PIPE_BUF`).
  let bytes = Array(text.utf8)
  _ = System.writeBytes(stream.rawValue, Array(bytes.prefix(4096)), from: 0, [])
}

/// Writes until everything is out: a call may take a part only.
func writeAll(_ parts: [[UInt8]], to descriptor: Int32, path: String) throws(SystemError) {
  var part = 0
  var offset = 0
  while part < parts.count {
    if offset >= parts[part].count {
      part += 1
      offset = 0
      continue
    }
    let following = part + 1 < parts.count ? parts[part + 1] : []
    var written = System.writeBytes(descriptor, parts[part], from: offset, following)
    if written < 0 {
      // A terminal or pipe that another process made non-blocking: wait until it takes more.
      guard System.lastError == System.wouldBlock else { throw SystemError(path: path) }
      _ = System.waitUntilReady(descriptor, for: .writing)
      continue
    }
    while part < parts.count, written >= parts[part].count - offset {
      written -= parts[part].count - offset
      part += 1
      offset = 0
    }
    offset += written
  }
}

/// Columns of the terminal that standard output or standard error is; `nil` without one.
package func terminalWidth() -> Int? {
  let streams = [StandardStream.output, .error]
  return streams.lazy.compactMap { System.width(ofTerminal: $0.rawValue) }.first
}
