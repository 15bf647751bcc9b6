extension String {
  /// Whether there is nothing to see: some clients refuse such names.
  var isBlank: Bool { unicodeScalars.allSatisfy(\.properties.isWhitespace) }
}
