/// Takes over what the stories of issues say, while the issues are read: as words it takes several
/// times the room that it takes in the index.
package struct StoryIntake: Sendable {
  private var batch = Batch()
  private(set) var segments: [StorySegment] = []

  /// Issues whose words are to be put in order.
  package struct Batch: Sendable {
    fileprivate var issues: [IssueRecord] = []
    fileprivate var wordings: [StoryWording] = []
    fileprivate var size = 0

    /// Takes a while, and touches nothing else.
    package func segment() -> StorySegment { StorySegment(issues: issues, wordings: wordings) }
  }

  /// In terms. Bounded, because to sort takes a multiple of what is kept.
  private static let batchSize = 300_000

  package init() {}

  /// Takes over what the stories of an issue say.
  ///
  /// - Returns: the issue without it; and a batch that is complete, whose segment is to be added.
  package mutating func take(_ record: IssueRecord) -> (rest: IssueRecord, complete: Batch?) {
    guard !record.wording.isEmpty else { return (record, nil) }
    let rest = record.withoutWording
    batch.issues.append(record.kept)
    batch.wordings.append(record.wording)
    batch.size += record.wording.terms.count
    guard batch.size >= Self.batchSize else { return (rest, nil) }
    let complete = batch
    batch = Batch()
    return (rest, complete)
  }

  package mutating func add(_ segment: StorySegment) { segments.append(segment) }

  /// All segments, that of the last batch too.
  mutating func finish() -> [StorySegment] {
    if !batch.issues.isEmpty { segments.append(batch.segment()) }
    batch = Batch()
    return segments
  }
}
