/// The stories of some issues by what they hold; it never changes.
package final class StorySegment: Sendable {
  let issues: [IssueRecord]
  /// Where each issue's stories begin, and where the last ones end.
  let firstStories: [Int32]
  /// By field, of each story: see `StoryLength`.
  let lengths: [[UInt8]]
  /// Words, topics and sources.
  let wording: PostingTable
  /// Names and families; none until the names of the archive are known.
  let names: PostingTable

  subscript(field: StoryField) -> PostingTable {
    switch field {
    case .name, .family: names
    case .han, .latin, .topic, .maker: wording
    }
  }

  var storyCount: Int { Int(firstStories.last ?? 0) }
  var byteCount: Int { wording.byteCount + names.byteCount }

  private init(
    issues: [IssueRecord], firstStories: [Int32], lengths: [[UInt8]], wording: PostingTable,
    names: PostingTable
  ) {
    self.issues = issues
    self.firstStories = firstStories
    self.lengths = lengths
    self.wording = wording
    self.names = names
  }

  /// - Parameter wordings: of the stories of each issue, in the order of `issues`.
  convenience init(issues: [IssueRecord], wordings: [StoryWording]) {
    var entries: [PostingTable.Entry] = []
    entries.reserveCapacity(wordings.reduce(0) { $0 + $1.terms.count })
    var firstStories: [Int32] = [0]
    var lengths = StoryField.allCases.map { _ in [UInt8]() }
    var story = 0
    for wording in wordings {
      var next = 0
      for end in wording.ends {
        while next < end {
          let term = wording.terms[next]
          entries.append(
            PostingTable.Entry(
              term >> 2, story: story, emphasis: UInt8(truncatingIfNeeded: term & 3)))
          next += 1
        }
        story += 1
      }
      for (index, length) in wording.lengths.enumerated() {
        lengths[index % lengths.count].append(length)
      }
      firstStories.append(Int32(clamping: story))
    }
    self.init(
      issues: issues, firstStories: firstStories, lengths: lengths,
      wording: PostingTable(entries), names: PostingTable([]))
  }

  /// The same with the names in the stories.
  convenience init(_ segment: StorySegment, names: inout StoryNames) {
    var entries: [PostingTable.Entry] = []
    var lengths = segment.lengths
    var length = StoryLength()
    for (index, issue) in segment.issues.enumerated() {
      let stories = segment.stories(ofIssue: index)
      names.collect(fromStoriesOf: issue) { index, names in
        let story = stories.lowerBound + index
        guard story < stories.upperBound else { return }
        length.removeAll()
        for name in names {
          length.add(name)
          entries.append(
            PostingTable.Entry(name.term, story: story, emphasis: name.emphasis.rawValue))
        }
        for field in [StoryField.name, .family] {
          lengths[field.rawValue][story] = length[field]
        }
      }
    }
    self.init(
      issues: segment.issues, firstStories: segment.firstStories, lengths: lengths,
      wording: segment.wording, names: PostingTable(entries))
  }

  /// The stories of both that are not gone.
  convenience init(merging older: StoryIndex.Part, with newer: StoryIndex.Part) {
    var issues: [IssueRecord] = []
    var firstStories: [Int32] = [0]
    var lengths = StoryField.allCases.map { _ in [UInt8]() }
    var count = 0
    /// The new numbers of a part's stories, -1 for those that are gone.
    func take(_ part: StoryIndex.Part) -> [Int32] {
      var numbers = [Int32](repeating: -1, count: part.segment.storyCount)
      for (index, issue) in part.segment.issues.enumerated() where !part.isGone[index] {
        issues.append(issue)
        for story in part.segment.stories(ofIssue: index) {
          numbers[story] = Int32(clamping: count)
          count += 1
          for field in lengths.indices {
            lengths[field].append(part.segment.lengths[field][story])
          }
        }
        firstStories.append(Int32(clamping: count))
      }
      return numbers
    }
    let numbers = (older: take(older), newer: take(newer))
    func merge(_ table: (StorySegment) -> PostingTable) -> PostingTable {
      PostingTable(
        merging: table(older.segment), numbers.older, with: table(newer.segment), numbers.newer)
    }
    self.init(
      issues: issues, firstStories: firstStories, lengths: lengths, wording: merge(\.wording),
      names: merge(\.names))
  }

  /// The numbers of the issue's stories.
  func stories(ofIssue index: Int) -> Range<Int> {
    Int(firstStories[index])..<Int(firstStories[index + 1])
  }

  /// The issue that holds the story, by its index in `issues`.
  func issue(ofStory story: Int) -> Int {
    var low = 0
    var high = issues.count
    while low < high {
      let middle = (low + high) / 2
      if Int(firstStories[middle + 1]) <= story { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
