/// One state of an issue: its text, its front matter and the tree of its body.
package struct Document {
  package private(set) var text: Text
  package private(set) var frontMatter: FrontMatter

  package init(bytes: [UInt8]) {
    text = Text(bytes)
    frontMatter = FrontMatter(bytes)
  }
}
