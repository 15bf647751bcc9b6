import Analysis
import Platform

/// Standard output and standard error of one run.
///
/// Results are gathered and written in large pieces; nothing stays behind when the run ends. Once
/// the reader has gone (`| head`), what follows is dropped.
struct Console {
  private var waiting: [UInt8] = []
  private var readerIsGone = false
  /// Why standard output could not be written, if so.
  private(set) var failure: SystemError?

  private static let pieceSize = 1 << 16

  mutating func write(_ bytes: [UInt8]) {
    waiting += bytes
    if waiting.count >= Self.pieceSize { flush() }
  }

  mutating func write(_ text: String) { write(Array(text.utf8)) }

  mutating func flush() {
    defer { waiting.removeAll(keepingCapacity: true) }
    if waiting.isEmpty || readerIsGone || failure != nil { return }
    do throws(SystemError) {
      try Platform.write(waiting, to: .output)
    } catch {
      if error.kind == .brokenPipe { readerIsGone = true } else { failure = error }
    }
  }

  /// Says something that is no result, on standard error, after the results so far.
  mutating func note(_ text: String) {
    flush()
    try? Platform.write(text + "\n", to: .error)
  }

  mutating func note(_ bytes: [UInt8]) {
    flush()
    try? Platform.write(bytes, to: .error)
  }
}

/// ANSI colours, or none.
struct Palette: Sendable {
  let isOn: Bool

  private func paint(_ text: String, _ code: String) -> String {
    isOn && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }

  func bold(_ text: String) -> String { paint(text, "1") }
  func dim(_ text: String) -> String { paint(text, "2") }
  func cyan(_ text: String) -> String { paint(text, "36") }

  func severity(_ severity: Severity, _ text: String) -> String {
    switch severity {
    case .error: paint(text, "1;31")
    case .warning: paint(text, "1;33")
    case .info: paint(text, "1;34")
    case .hint: paint(text, "1;36")
    }
  }

  func added(_ text: String) -> String { paint(text, "32") }
  func removed(_ text: String) -> String { paint(text, "31") }
}
