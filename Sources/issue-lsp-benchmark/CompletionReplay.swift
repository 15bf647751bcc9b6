import Analysis
import Archive
import Platform
import Syntax

extension Suite {
  /// Types real issues again, with all earlier ones as archive, and looks where in the list the
  /// right name stands.
  static let replay = Suite(name: "replay", title: "names completed while issues are typed") {
    bench in
    var issues: [(record: IssueRecord, bytes: [UInt8])] = []
    for path in bench.files.paths(in: bench.files.archive(bytes: 1_000_000)) {
      guard let bytes = try? readFile(path) else { continue }
      issues.append((IssueRecord(path: path, document: Document(bytes: bytes)), bytes))
    }
    issues.sort {
      ($0.record.date?.number ?? 0, $0.record.path) < ($1.record.date?.number ?? 0, $1.record.path)
    }
    var replay = CompletionReplay()
    // The first half only teaches.
    for (number, issue) in issues.enumerated() {
      if number >= issues.count / 2 { replay.type(issue.bytes, as: issue.record) }
      replay.archive.update(removing: [], adding: [issue.record])
    }
    replay.report(to: &bench.report)
  }
}

/// What was typed so far, and how well completion did.
struct CompletionReplay {
  struct Score {
    var mentions = 0
    /// Right name among the first five after two characters.
    var hits = 0
    var keystrokes = 0
    var saved = 0
  }

  var archive = ArchiveIndex()
  private var companies = Score()
  private var models = Score()
  private var firstMentions = Score()
  private var seconds: [Double] = []

  mutating func type(_ bytes: [UInt8], as record: IssueRecord) {
    var finished = archive.names
    finished.update(removing: [], adding: [record])
    let document = Document(bytes: bytes)
    let past = archive
    var live = archive
    var seen: Set<NameID> = []
    var updated = 0
    for mention in finished.mentions(in: document)
    where mention.range.start >= document.frontMatter.bodyStart {
      let spelling = String(decoding: bytes[mention.range.start..<mention.range.end], as: UTF8.self)
      let kind = finished.kind(of: mention.id)
      // The writer's server has read the issue a moment ago.
      if mention.range.start - updated > 1500 {
        updated = mention.range.start
        let written = Document(bytes: Array(bytes[..<updated]))
        live.update(
          removing: [record.path],
          adding: [
            IssueRecord(path: record.path, document: written, vocabulary: live.names.vocabulary)
          ])
      }
      let isFirst = seen.insert(mention.id).inserted
      guard kind == .company || kind == .model, past.names.find(spelling) != nil else { continue }
      let typed = typing(bytes, mention.range, spelling, in: live, path: record.path)
      if kind == .company { companies.add(typed) } else { models.add(typed) }
      if isFirst { firstMentions.add(typed) }
    }
  }

  struct Typed {
    var isHit: Bool
    var length: Int
    /// Characters that need not be typed.
    var saved: Int
  }

  private mutating func typing(
    _ bytes: [UInt8], _ range: ByteRange, _ spelling: String, in archive: ArchiveIndex, path: String
  ) -> Typed {
    let lineStart = bytes[..<range.start].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    let context = Array(bytes[max(0, lineStart - 2000)..<range.start])
    let names = archive.names
    let wanted = names.find(spelling)
    var result = Typed(isHit: false, length: spelling.unicodeScalars.count, saved: 0)
    var text = context
    for (number, scalar) in spelling.unicodeScalars.enumerated() {
      text += Array(String(scalar).utf8)
      let snapshot = Snapshot(document: Document(bytes: text), path: path, archive: archive)
      let begin = monotonicNanoseconds()
      let list = completion(in: snapshot, at: text.count)
      seconds.append(Double(monotonicNanoseconds() - begin) / 1e9)
      let place = list?.items.firstIndex { $0.id == wanted || $0.label == spelling } ?? .max
      if number == 1, place < 5 { result.isHit = true }
      if place < 5, result.saved == 0 {
        result.saved = max(0, result.length - number - 2)
        if number > 1 { return result }
      }
    }
    return result
  }

  func report(to report: inout Report) {
    let rows: [(String, Score, Double)] = [
      ("companies known before", companies, 0.95), ("models known before", models, 0.80),
      ("first mentions in an issue", firstMentions, 0.85),
    ]
    for (what, score, _) in rows where score.mentions > 0 {
      let total = Double(score.mentions)
      report.add(
        "\(what), in first 5 after 2", size: "\(score.mentions)", in: .count,
        [Double(score.hits) / total])
      report.add(
        "\(what), keystrokes saved", size: "\(score.keystrokes)", in: .count,
        [Double(score.saved) / Double(max(1, score.keystrokes))])
    }
    report.add("completion", size: "\(seconds.count)", seconds, goal: 0.5e-3, goalIsForTail: true)
  }
}

extension CompletionReplay.Score {
  mutating func add(_ typed: CompletionReplay.Typed) {
    mentions += 1
    hits += typed.isHit ? 1 : 0
    keystrokes += typed.length
    saved += typed.saved
  }
}
