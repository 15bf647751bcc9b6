import Analysis
import Archive
import Platform
import Syntax

extension Suite {
  static let related = Suite(name: "related", title: "related stories, within the process") {
    bench in
    for count in [1000, 10_000] {
      var generator = IssueGenerator(seed: 4)
      var records: [IssueRecord] = []
      var stories = 0
      while stories < count {
        let path = "/archive/\(IssueGenerator.fileName(records.count))"
        let document = Document(bytes: generator.issue(records.count, bytes: 13_000))
        records.append(IssueRecord(path: path, document: document))
        stories += records.last?.stories.count ?? count
      }
      let size = "\(stories) stories"
      var archive = ArchiveIndex()
      let indexing = repeated(3, warmUp: 0) { archive = ArchiveIndex(records: records) }
      bench.report.add(
        "index", size: size, indexing, goal: count == 10_000 ? 0.3 : nil)
      bench.report.add(
        "index, kept", size: size, in: .bytes, [Double(archive.stories.byteCount)])
      let snapshot = Snapshot(
        document: Document(bytes: generator.issue(records.count, bytes: 200_000)),
        path: "/archive/2040-01-01.md", archive: archive)
      let places = snapshot.facts.stories.map(\.range.start)
      var number = 0
      let querying = repeated(min(400, places.count), warmUp: 10) {
        use(relatedStories(in: snapshot, at: places[number % places.count], limit: 10))
        number += 1
      }
      bench.report.add(
        "one query", size: size, querying, goal: count == 10_000 ? 0.7e-3 : nil)
    }
  }
}
