#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

package enum StandardStream: Int32, Sendable {
  case input = 0
  case output = 1
  case error = 2

  /// Whether a person sits at the other end.
  package var isTerminal: Bool { isatty(rawValue) == 1 }
}

/// Whether what is written to the stream can no longer reach anybody.
package func isReaderGone(of stream: StandardStream) -> Bool {
  var state = pollfd(fd: stream.rawValue, events: 0, revents: 0)
  let gone = Int16(POLLERR | POLLHUP | POLLNVAL)
  return unsafe poll(&state, 1, 0) > 0 && state.revents & gone != 0
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
  var got = 0
  let part = unsafe [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
    guard let base = buffer.baseAddress else { return }
    got = retrying { unsafe read(descriptor, base, buffer.count) }
    count = max(got, 0)
  }
  guard got >= 0 else { throw SystemError(path: "") }
  bytes += part
  return got
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

/// `writev` until everything is out: it may take a part only, or be interrupted.
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
    var written = unsafe parts[part].withUnsafeBytes { first in
      unsafe following.withUnsafeBytes { second in
        guard let start = first.baseAddress else { return 0 }
        var vectors = unsafe [
          iovec(
            iov_base: UnsafeMutableRawPointer(mutating: start + offset),
            iov_len: first.count - offset),
          iovec(
            iov_base: second.baseAddress.map { unsafe UnsafeMutableRawPointer(mutating: $0) },
            iov_len: second.count),
        ]
        return retrying { unsafe writev(descriptor, &vectors, second.isEmpty ? 1 : 2) }
      }
    }
    if written < 0 {
      // A terminal or pipe that another process made non-blocking: wait until it takes more.
      guard lastErrorCode() == EAGAIN else { throw SystemError(path: path) }
      var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
      _ = unsafe poll(&waiting, 1, -1)
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
  var size = winsize()
  for stream in [StandardStream.output, .error] {
    if unsafe ioctl(stream.rawValue, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 {
      return Int(size.ws_col)
    }
  }
  return nil
}
