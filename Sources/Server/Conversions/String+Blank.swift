extension String {
  /// Whether there is nothing to see: some clients refuse such names.
  var isBlank: Bool {
    // No white space begins with any other byte.
    if let first = utf8.first, first > 0x20, first < 0xC2 || first > 0xE3 { return false }
    return unicodeScalars.allSatisfy(\.properties.isWhitespace)
  }

  var withoutOuterBlanks: String {
    let start = drop(while: \.isWhitespace)
    let last = start.lastIndex { !$0.isWhitespace }
    return String(start[..<(last.map { index(after: $0) } ?? endIndex)])
  }
}
