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
  package let stories: StoryRecords
  package let shape: IssueShape
  package let frontMatterFacts: FrontMatterFacts
  /// What the table of names takes over; empty once it has.
  package let nameEvidence: NameEvidence
  /// The stories' headings and sources as they are compared.
  let digest: StoryDigest
  /// What the index of stories takes over; empty once it has.
  let wording: StoryWording

  /// - Parameter comparesStories: whether an index of stories is to take over the wording.
  package init(
    path: String, document: Document, vocabulary: NameVocabulary = .builtIn,
    comparesStories: Bool = true
  ) {
    let facts = IssueFacts(of: document)
    let header = facts.header
    let leadLength = StoryWording.leadLength(storyCount: facts.stories.count)
    let descriptions = facts.stories.map {
      facts.describe($0, includingText: comparesStories, leadLength: leadLength)
    }
    self.path = path
    fileDate = Day(fileName: path)
    date = header.date ?? fileDate
    category = header.category
    title =
      header.title ?? facts.headings.first { $0.role == .title }?.title
      ?? path.split(separator: "/").last.map(String.init) ?? path
    stories = StoryRecords(zip(facts.stories, descriptions).map { StoryRecord($0, $1, facts) })
    shape = IssueShape(of: facts)
    wording = comparesStories ? StoryWording(of: descriptions.map(\.text)) : StoryWording()
    digest = StoryDigest(of: descriptions.map(\.text.sources))
    frontMatterFacts = FrontMatterFacts(document)
    nameEvidence = NameEvidence(document, vocabulary: vocabulary)
  }

  init(
    path: String, date: Day?, title: String, category: String? = nil, stories: StoryRecords,
    shape: IssueShape = IssueShape(), wording: StoryWording,
    digest: StoryDigest = StoryDigest(of: []),
    frontMatterFacts: FrontMatterFacts, nameEvidence: NameEvidence
  ) {
    self.path = path
    self.date = date
    self.fileDate = Day(fileName: path)
    self.category = category
    self.title = title
    self.stories = stories
    self.shape = shape
    self.frontMatterFacts = frontMatterFacts
    self.nameEvidence = nameEvidence
    self.wording = wording
    self.digest = digest
  }

  /// Where the first story begins, in UTF-8 bytes of the file; 0 without stories.
  package var firstStoryStart: Int { stories.isEmpty ? 0 : stories.range(0).start }

  /// The record when the index of stories has taken over the wording.
  var withoutWording: IssueRecord { kept(with: nameEvidence) }

  /// The record as it is kept when all that others take over is theirs.
  var kept: IssueRecord { kept(with: NameEvidence()) }

  private func kept(with nameEvidence: NameEvidence) -> IssueRecord {
    IssueRecord(
      path: path, date: date, title: title, category: category, stories: stories, shape: shape,
      wording: StoryWording(), digest: digest, frontMatterFacts: frontMatterFacts,
      nameEvidence: nameEvidence)
  }
}
