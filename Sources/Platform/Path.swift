/// The folder part of a path: `/a` for `/a/b`, `/` for `/a`, `.` for `a`.
package func parentDirectory(of path: String) -> String {
  let bytes = path.utf8
  guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")) else { return "." }
  return slash == bytes.startIndex ? "/" : String(path[..<slash])
}

/// What stands after the last slash.
package func lastComponent(of path: String) -> String {
  guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return path }
  return String(path[path.utf8.index(after: slash)...])
}

/// `path` as an absolute path without `.`, `..` and doubled slashes, by its letters alone: the file
/// need not exist, and symbolic links are not looked at.
///
/// - Parameter base: the absolute folder that a relative path starts from.
package func absolutePath(_ path: String, relativeTo base: String) -> String {
  let whole = path.utf8.first == UInt8(ascii: "/") ? path : "\(base)/\(path)"
  var parts: [Substring.UTF8View] = []
  for part in whole.utf8.split(separator: UInt8(ascii: "/")) {
    if part.elementsEqual(".".utf8) { continue }
    if part.elementsEqual("..".utf8) {
      _ = parts.popLast()
    } else {
      parts.append(part)
    }
  }
  return parts.isEmpty ? "/" : parts.map { "/" + String(Substring($0)) }.joined()
}
