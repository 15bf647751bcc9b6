import Platform
import Syntax
import Workspace

/// Texts of issues that are not open, kept for as long as one question or the next may need them
/// again.
struct FileTexts {
  private var kept: [String: (status: FileStatus, text: Text)] = [:]
  private var size = 0
  /// In bytes; a question needs the texts of a few issues.
  private static let sizeLimit = 8 << 20

  var isEmpty: Bool { kept.isEmpty }

  /// The text of the issue at `path`; `nil` when it cannot be read.
  mutating func text(at path: String) -> Text? {
    guard let status = try? fileStatus(path) else { return nil }
    if let entry = kept[path], entry.status == status { return entry.text }
    guard let bytes = try? readFile(path, limit: LoadedArchive.sizeLimit) else { return nil }
    if size + bytes.count > Self.sizeLimit { removeAll() }
    let text = Text(bytes)
    kept[path] = (status, text)
    size += bytes.count
    return text
  }

  mutating func removeAll() {
    kept = [:]
    size = 0
  }
}
