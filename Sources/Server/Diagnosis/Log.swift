package import Platform

/// What the server tells those who look after it. Standard output is never written to.
package final class Log: Sendable {
  enum Level: String, Sendable {
    /// Our own fault.
    case error
    /// Someone else's fault that we could live with.
    case warning
    case info
    case debug
  }

  private let file: AppendingFile?

  /// Without a file: errors and warnings go to standard error.
  package init() { file = nil }

  package init(file path: String?) throws(SystemError) {
    file = try path.map { path throws(SystemError) in try AppendingFile(path) }
  }

  /// Goes to the log file; without one, errors and warnings go to standard error.
  func write(_ level: Level, _ message: String) {
    guard let file else {
      if level == .error || level == .warning {
        writeWithoutWaiting("issue-lsp: \(level.rawValue): \(message)\n", to: .error)
      }
      return
    }
    let now = LocalTime.now
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let time =
      "\(now.year)-\(two(now.month))-\(two(now.day)) "
      + "\(two(now.hour)):\(two(now.minute)):\(two(now.second))"
    try? file.append(Array("\(time) \(level.rawValue) \(message)\n".utf8))
  }
}
