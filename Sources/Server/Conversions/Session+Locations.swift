import LanguageServerProtocol
import Platform
import Syntax

extension Session {
  /// The open document that stands for the file at `path`, which is without symbolic links.
  func openDocument(at path: String) -> OpenDocument? {
    documents[path] ?? openDocuments.first { $0.path == path }
  }

  /// The URI of the file at `path`, in the client's spelling where it has spelt it.
  func uri(ofFileAt path: String) -> String {
    openDocument(at: path)?.uri.spelling ?? DocumentURI(path: path).spelling
  }

  /// A place in an issue of the archive.
  ///
  /// - Parameters:
  ///   - range: UTF-8 bytes of that issue.
  ///   - line: its line from 0, for when the file has gone.
  func location(inFileAt path: String, _ range: ByteRange, line: Int) -> LSP.Location {
    let text = openDocument(at: path)?.text ?? texts.text(at: path)
    let start = LSP.Position(line: line, character: 0)
    return LSP.Location(
      uri: uri(ofFileAt: path),
      range: text?.lspRange(of: range, unit) ?? LSP.Range(start: start, end: start))
  }
}
