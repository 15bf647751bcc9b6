package import Syntax

/// The fields of the front matter that say which issue it is.
package struct IssueHeader: Sendable, Equatable {
  package let title: String?
  /// Where the title is written, in UTF-8 bytes of the text.
  package let titleRange: ByteRange?
  package let date: Day?
  package let category: String?

  package init(of document: Document) {
    let root = document.frontMatter.yaml.root
    func field(_ key: String) -> (text: String, range: ByteRange)? {
      guard let node = root?[key], let text = node.scalar?.text, !text.isEmpty else { return nil }
      return (text, node.range)
    }
    let title = field("title")
    self.title = title?.text
    titleRange = title?.range
    date = field("date").flatMap { Day(iso: $0.text.utf8) }
    category = field("category")?.text
  }
}
