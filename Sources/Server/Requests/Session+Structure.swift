import Analysis
import LanguageServerProtocol
import Platform
import Syntax

extension Session {
  /// https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#textDocument_foldingRange
  func foldingRange(_ params: LSP.TextDocumentParams) throws(ResponseError) -> [LSP.FoldingRange] {
    foldingRanges(in: try document(params.uri).snapshot).map {
      LSP.FoldingRange(
        startLine: $0.startLine, endLine: $0.endLine, kind: $0.kind == .comment ? .comment : .region
      )
    }
  }

  /// https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#textDocument_selectionRange
  func selectionRange(
    _ params: LSP.SelectionRangeParams
  ) throws(ResponseError) -> [LSP.SelectionRange] {
    let document = try document(params.uri)
    return params.positions.map { position in
      let offset = document.text.offset(of: position, unit)
      let ranges = selectionRanges(in: document.snapshot, at: offset)
      // The answer must hold one range for each position.
      return LSP.SelectionRange(
        ranges: (ranges.isEmpty ? [ByteRange(offset, offset)] : ranges).map {
          document.text.lspRange(of: $0, unit)
        })
    }
  }

  /// https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#textDocument_documentLink
  func documentLink(_ params: LSP.TextDocumentParams) throws(ResponseError) -> [LSP.DocumentLink] {
    let document = try document(params.uri)
    var walk = PositionWalk(document.text, in: unit)
    return documentLinks(in: document.snapshot).compactMap { link in
      target(of: link.target, in: document).map {
        LSP.DocumentLink(range: walk.lspRange(of: link.range), target: $0)
      }
    }
  }

  /// The address that a link leads to; `nil` where following it could do more than show a page, as
  /// `command:` and `vscode:` can.
  private func target(of destination: String, in document: OpenDocument) -> String? {
    let bytes = Array(destination.utf8)
    if let colon = bytes.firstIndex(of: UInt8(ascii: ":")),
      bytes[..<colon].allSatisfy({ $0 | 0x20 &- 0x61 < 26 || 0x2B...0x39 ~= $0 })
    {
      let scheme = String(decoding: bytes[..<colon], as: UTF8.self).lowercased()
      return ["http", "https", "mailto"].contains(scheme) ? escapedURI(bytes) : nil
    }
    if bytes.starts(with: "//".utf8) { return "https:" + escapedURI(bytes) }
    let file = DocumentURI.decoded(Array(bytes.prefix { $0 != 0x23 && $0 != 0x3F }))
    guard let path = document.uri.path, !file.isEmpty, !file.utf8.contains(0) else { return nil }
    let fragment = Array(bytes.drop { $0 != 0x23 })
    return DocumentURI(path: absolutePath(file, relativeTo: parentDirectory(of: path))).spelling
      + escapedURI(fragment)
  }

  /// With what no URI may hold written as `%20`.
  private func escapedURI(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var result: [UInt8] = []
    for byte in bytes {
      if byte <= 0x20 || byte >= 0x7F || Array(#""<>\^`{|}"#.utf8).contains(byte) {
        result += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      } else {
        result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
