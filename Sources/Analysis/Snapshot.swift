package import Archive
package import Syntax

/// What every feature and rule looks at: one state of an issue and of all that is known.
///
/// It lives on the thread that owns the document.
package struct Snapshot {
  /// The document with its headings, stories and what else its blocks hold.
  package private(set) var facts: IssueFacts
  /// Absolute path, or the URI's name for an untitled document; its last component may give the
  /// date.
  package var path: String
  /// The issue at `path` may be in it: past means other issues dated before.
  package var archive: ArchiveIndex
  package var configuration: Configuration
  /// The language of messages.
  package var language: Language
  /// `nil` where nobody asked the clock.
  package var today: Day?

  /// What is worked out from the text when first asked for.
  final class Derived {
    var stories: [CheckedStory]?
    var titles: TitleTable?
    var outline: IssueOutline?
  }
  private(set) var derived = Derived()

  package init(
    document: Document, path: String, archive: ArchiveIndex = ArchiveIndex(),
    configuration: Configuration = Configuration(), language: Language = .english,
    today: Day? = nil
  ) {
    facts = IssueFacts(of: document)
    self.path = path
    self.archive = archive
    self.configuration = configuration
    self.language = language
    self.today = today
  }

  package var document: Document {
    get { facts.document }
    set {
      facts = IssueFacts(of: newValue)
      derived = Derived()
    }
  }

  /// Carries out an edit. The text changes in place where nobody else keeps a state of it.
  package mutating func apply(_ edit: TextEdit) {
    facts.apply(edit)
    derived = Derived()
  }

  /// Title, date and category.
  package var header: IssueHeader { facts.header }

  /// Sections, stories and labels.
  package var outline: IssueOutline {
    if let outline = derived.outline { return outline }
    let outline = IssueOutline(of: facts)
    derived.outline = outline
    return outline
  }

  /// The day that past issues come before: the front matter's, else the file name's.
  package var date: Day? { header.date ?? Day(fileName: path) }

  /// Whether it is one of a row of dated issues of news, each told once; rather than an article of
  /// its own or a digest of digests.
  package var isNews: Bool {
    if facts.hasTopSections { return false }
    let shape = archive.conventions.shape
    let category = shape.category(header.category)
    if category.issues >= 3, shape.knowsFileDates {
      return category.withFileDate * 2 >= category.issues
    }
    return Day(fileName: path) != nil || !shape.knowsFileDates
  }
}
