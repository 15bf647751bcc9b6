import LanguageServerProtocol
import Platform

/// Keeps every message that a server sent in a file, for tools that know the specification's types,
/// where the variable `ISSUE_LSP_TRANSCRIPT` names one.
let transcript: Transcript? = environmentVariable("ISSUE_LSP_TRANSCRIPT").flatMap { path in
  try? Transcript(path)
}

final class Transcript: Sendable {
  private let file: AppendingFile

  init(_ path: String) throws(SystemError) {
    file = try AppendingFile(path, truncating: true)
  }

  /// - Parameter entry: the message, and the method that it belongs to.
  func add(_ entry: (method: String, message: JSON)) {
    let line: JSON = ["method": .string(entry.method), "message": entry.message]
    try? file.append(JSONWriter.bytes(of: line) + [0x0A])
  }
}
