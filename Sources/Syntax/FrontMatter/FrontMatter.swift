/// The YAML between the fences at the top of an issue.
package struct FrontMatter {
  /// The fences included.
  package let range: ByteRange

  package init(range: ByteRange) { self.range = range }
}
