package import Syntax

/// What is kept of one issue of the archive; its text is not.
package final class IssueRecord: Sendable {
  /// Absolute path of the file.
  package let path: String
  /// The front matter's date, else the file name's: what "past" is measured by.
  package let date: Day?
  /// The file name's date.
  package let fileDate: Day?
  package let category: String?
  /// The front matter's title, else the H1, else the file name.
  package let title: String
  /// In document order.
  package let stories: [StoryRecord]
  package let frontMatterFacts: FrontMatterFacts
  package let nameEvidence: NameEvidence
  /// What the index of stories takes over; empty once it has.
  let wording: StoryWording

  package init(path: String, document: Document) {
    self.path = path
    fileDate = Day(fileName: path)
    date = fileDate
    category = nil
    title = path.split(separator: "/").last.map(String.init) ?? path
    stories = []
    frontMatterFacts = FrontMatterFacts(document)
    nameEvidence = NameEvidence(document)
    wording = StoryWording()
  }

  init(
    path: String, date: Day?, title: String, category: String? = nil, stories: [StoryRecord],
    wording: StoryWording, frontMatterFacts: FrontMatterFacts, nameEvidence: NameEvidence
  ) {
    self.path = path
    self.date = date
    self.fileDate = Day(fileName: path)
    self.category = category
    self.title = title
    self.stories = stories
    self.frontMatterFacts = frontMatterFacts
    self.nameEvidence = nameEvidence
    self.wording = wording
  }

  /// The record as it is kept when the index of stories has taken over the wording.
  var withoutWording: IssueRecord {
    IssueRecord(
      path: path, date: date, title: title, category: category, stories: stories,
      wording: StoryWording(), frontMatterFacts: frontMatterFacts, nameEvidence: nameEvidence)
  }
}
