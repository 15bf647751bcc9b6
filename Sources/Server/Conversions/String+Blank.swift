extension String {
  /// Whether there is nothing to see: some clients refuse such names.
  var isBlank: Bool { unicodeScalars.allSatisfy(\.properties.isWhitespace) }

  var withoutOuterBlanks: String {
    let start = drop(while: \.isWhitespace)
    let last = start.lastIndex { !$0.isWhitespace }
    return String(start[..<(last.map { index(after: $0) } ?? endIndex)])
  }
}
