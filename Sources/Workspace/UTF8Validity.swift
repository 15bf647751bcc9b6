/// Whether `bytes` are well-formed UTF-8.
package func isUTF8(_ bytes: [UInt8]) -> Bool {
  (try? UTF8Span(validating: bytes.span)) != nil
}
