package import Archive
package import Platform
package import Syntax

/// An archive as it was read: what it teaches, and from which files.
///
/// A value: reading it costs all files, keeping it fresh only those that changed.
package struct LoadedArchive: Sendable {
  package let scope: ArchiveScope
  package private(set) var index: ArchiveIndex
  /// The files that lie in the archive, with what they were when they were read.
  package private(set) var files: [String: FileStatus] = [:]
  /// Files and folders that could not be read.
  package private(set) var problems: [FileProblem] = []
  /// Paths that stand for the text someone holds open, not for the file.
  private var live: Set<String> = []
  /// What every issue is read with, whatever was learnt before it: what an issue teaches depends on
  /// its text alone, not on what came and went.
  private let vocabulary: NameVocabulary

  /// Larger files are not read: no writer writes them, and the server must live.
  package static let sizeLimit = 64 << 20

  /// An archive that nothing is known of yet.
  package init(scope: ArchiveScope, userNames: [UserName] = []) {
    self.scope = scope
    index = ArchiveIndex(records: [], userNames: userNames)
    vocabulary = index.names.vocabulary
  }

  /// Reads the whole archive.
  ///
  /// - Parameters:
  ///   - others: more issues that count, in or out of the scope, with their text where it is not
  ///     the file's.
  ///   - workers: how many threads read.
  ///   - comparesStories: whether related stories will be asked for.
  ///   - progress: called on any of those threads after each file, with the numbers of files read
  ///     and of all files; answers whether to go on.
  package init(
    reading scope: ArchiveScope, userNames: [UserName] = [], others: [IssueSource] = [],
    workers: Int = coreCount, comparesStories: Bool = true,
    progress: @escaping @Sendable (_ done: Int, _ total: Int) -> Bool = { _, _ in true }
  ) {
    self.scope = scope
    let (found, problems) = scope.files()
    self.problems = problems
    var sources = Dictionary(
      found.map { ($0.path, IssueSource(path: $0.path)) }, uniquingKeysWith: { first, _ in first })
    for source in others { sources[source.path] = source }
    let ordered = sources.values.sorted {
      $0.path.utf8.lexicographicallyPrecedes($1.path.utf8)
    }
    index = ArchiveIndex(
      records: [], userNames: userNames, comparesStories: comparesStories)
    vocabulary = index.names.vocabulary
    let (records, intake, unread) = readIssues(
      ordered, vocabulary, comparesStories: comparesStories, workers: workers, progress: progress)
    self.problems += unread
    index.update(removing: [], adding: records, intake: intake)
    for file in found { files[file.path] = file.status }
    live = Set(others.filter { $0.bytes != nil }.map(\.path))
  }

  package enum Refresh: Sendable, Equatable {
    case unchanged
    case changed
    /// More files changed than were to be read. Nothing was done.
    case tooMany
  }

  /// Looks which files came, went or changed since they were read, and reads those alone.
  ///
  /// - Parameter limit: how many files it reads at most.
  package mutating func refresh(workers: Int = coreCount, limit: Int = .max) -> Refresh {
    let (found, listingProblems) = scope.files()
    let current = Dictionary(
      found.map { ($0.path, $0.status) }, uniquingKeysWith: { first, _ in first })
    let gone = files.keys.filter { current[$0] == nil && !live.contains($0) }
    let changed = found.filter { files[$0.path] != $0.status && !live.contains($0.path) }
    if changed.count > limit { return .tooMany }
    files = current
    if gone.isEmpty && changed.isEmpty { return .unchanged }
    let (records, intake, unread) = readIssues(
      changed.map { IssueSource(path: $0.path) }, vocabulary,
      comparesStories: index.comparesStories, workers: workers)
    let stale = Set(gone + changed.map(\.path))
    problems =
      listingProblems + problems.filter { files[$0.path] != nil && !stale.contains($0.path) }
    problems += unread
    index.update(removing: Array(stale), adding: records, intake: intake)
    return .changed
  }

  /// From now on `document` counts, not the file at `path`, which need not exist.
  package mutating func hold(_ path: String, as document: Document) {
    live.insert(path)
    let record = IssueRecord(
      path: path, document: document, vocabulary: vocabulary,
      comparesStories: index.comparesStories)
    index.update(removing: [path], adding: [record])
  }

  /// The file counts again, if it is one of the archive.
  package mutating func release(_ path: String) {
    guard live.remove(path) != nil else { return }
    // A pipe of that name would be waited for.
    guard scope.contains(path), let status = try? fileStatus(path), status.kind == .file else {
      return index.update(removing: [path], adding: [])
    }
    files[path] = status
    let (records, intake, _) = readIssues(
      [IssueSource(path: path)], vocabulary, comparesStories: index.comparesStories, workers: 1)
    index.update(removing: [path], adding: records, intake: intake)
  }
}

/// An issue to be read.
package struct IssueSource: Sendable {
  package let path: String
  /// The text, where it is not that of the file.
  package let bytes: [UInt8]?

  package init(path: String, bytes: [UInt8]? = nil) {
    self.path = path
    self.bytes = bytes
  }

  /// The bytes, however they are encoded.
  package func read() throws(FileProblem) -> [UInt8] {
    if let bytes { return bytes }
    do throws(SystemError) {
      return try readFile(path, limit: LoadedArchive.sizeLimit)
    } catch {
      throw FileProblem(path: path, error)
    }
  }

  fileprivate func record(
    _ vocabulary: NameVocabulary, comparesStories: Bool
  ) throws(FileProblem) -> IssueRecord {
    let bytes = try read()
    // A text in another encoding would teach nonsense.
    guard isUTF8(bytes) else { throw FileProblem(path: path, .notUTF8) }
    return IssueRecord(
      path: path, document: Document(bytes: bytes), vocabulary: vocabulary,
      comparesStories: comparesStories)
  }
}

/// Reads issues on several threads; the results come in the order of the sources.
///
/// - Parameter progress: answers whether to go on.
private func readIssues(
  _ sources: [IssueSource], _ vocabulary: NameVocabulary, comparesStories: Bool, workers: Int,
  progress: @escaping @Sendable (_ done: Int, _ total: Int) -> Bool = { _, _ in true }
) -> (records: [IssueRecord], intake: StoryIntake, problems: [FileProblem]) {
  let results = Results<Result<IssueRecord, FileProblem>>(count: sources.count)
  let intake = Guarded(StoryIntake())
  parallelFor(sources.count, workers: workers) { number in
    if results.isStopped { return }
    let done = results.set(
      number,
      Result { () throws(FileProblem) in
        let record = try sources[number].record(vocabulary, comparesStories: comparesStories)
        let (rest, complete) = intake.withLock { $0.take(record) }
        if let segment = complete?.segment() { intake.withLock { $0.add(segment) } }
        return rest
      })
    if !progress(done, sources.count) { results.stop() }
  }
  var records: [IssueRecord] = []
  var problems: [FileProblem] = []
  for result in results.all {
    switch result {
    case .success(let record): records.append(record)
    case .failure(let problem): problems.append(problem)
    case nil: break
    }
  }
  return (records, intake.withLock { $0 }, problems)
}
