import Archive
import Platform
import Syntax
import TestSupport
import Testing
import Workspace

@Suite struct LoadedArchiveTests {
  let folder = TemporaryFolder()

  var scope: ArchiveScope { ArchiveScope(folders: [folder.path]) }

  func names(_ archive: LoadedArchive) -> [String] {
    archive.index.issues.map(\.path).sorted().compactMap { relativePath(of: $0, in: folder.path) }
  }

  /// `#expect` cannot call what changes its receiver.
  func refresh(_ archive: inout LoadedArchive) -> Bool { archive.refresh() == .changed }

  func issue(_ title: String) -> String { "---\ntitle: \(title)\n---\n\n# \(title)\n" }

  @Test func `reading on one thread or many gives the same`() throws {
    for number in 1...30 {
      try folder.write("2026-01-\(number < 10 ? "0" : "")\(number).md", issue("\(number)"))
    }
    let one = LoadedArchive(reading: scope, workers: 1)
    let many = LoadedArchive(reading: scope, workers: 8)
    #expect(one.index.issues.map(\.path) == many.index.issues.map(\.path))
    #expect(one.index.issues.count == 30)
  }

  @Test func `a file that is too large, no UTF-8 or gone is told and left out`() throws {
    try folder.write("2026-01-01.md", issue("a"))
    try folder.write("2026-01-02.md", [0x23, 0x20, 0xB0, 0xA1])
    let gone = IssueSource(path: folder.path("2026-01-03.md"))
    let archive = LoadedArchive(reading: scope, others: [gone])
    #expect(names(archive) == ["2026-01-01.md"])
    #expect(
      archive.problems.map { relativePath(of: $0.path, in: folder.path) } == [
        "2026-01-02.md", "2026-01-03.md",
      ])
    #expect(archive.problems.first?.reason == .notUTF8)
  }

  @Test func `a refresh sees what came, went and changed, and is right every time`() throws {
    try folder.write("2026-01-01.md", issue("a"))
    try folder.write("2026-01-02.md", issue("b"))
    var archive = LoadedArchive(reading: scope)
    #expect(!refresh(&archive))
    let untouched = archive.index.issue(at: folder.path("2026-01-01.md"))

    try folder.write("2026-01-02.md", issue("changed"))
    try folder.write("2026-01-03.md", issue("c"))
    #expect(refresh(&archive))
    #expect(names(archive) == ["2026-01-01.md", "2026-01-02.md", "2026-01-03.md"])
    #expect(archive.index.issue(at: folder.path("2026-01-02.md"))?.title == "changed")
    // One changed file costs one file: the record of the other is the very same object.
    #expect(archive.index.issue(at: folder.path("2026-01-01.md")) === untouched)

    try removeFile(folder.path("2026-01-01.md"))
    #expect(refresh(&archive))
    #expect(names(archive) == ["2026-01-02.md", "2026-01-03.md"])
    #expect(!refresh(&archive))
  }

  @Test func `a problem that was mended is forgotten`() throws {
    try folder.write("a.md", [0xFF, 0xFE])
    var archive = LoadedArchive(reading: scope)
    #expect(archive.problems.count == 1)
    try folder.write("a.md", issue("a"))
    #expect(refresh(&archive))
    #expect(archive.problems.isEmpty)
    #expect(names(archive) == ["a.md"])
  }

  @Test func `an open document counts with its live text until it is closed`() throws {
    let path = folder.path("2026-01-01.md")
    try folder.write("2026-01-01.md", issue("on disk"))
    var archive = LoadedArchive(reading: scope)
    archive.hold(path, as: Document(bytes: Array(issue("live").utf8)))
    #expect(archive.index.issue(at: path)?.title == "live")

    try folder.write("2026-01-01.md", issue("saved by another"))
    _ = refresh(&archive)
    #expect(archive.index.issue(at: path)?.title == "live")

    archive.release(path)
    #expect(archive.index.issue(at: path)?.title == "saved by another")
    #expect(!refresh(&archive))
  }

  @Test func `names are those of the texts, whatever was open before`() throws {
    func issue(_ name: String) -> String {
      "# \(name) 发布新模型\n\n\(name) 公司完成融资一亿美元，\(name) CEO 表示满意。\n"
    }
    try folder.write("2026-01-01.md", issue("Zebralab"))
    try folder.write("2026-01-02.md", issue("Quaggasoft"))
    let path = folder.path("2026-01-01.md")
    var archive = LoadedArchive(reading: scope)
    let fresh = shown(archive)
    #expect(fresh == ["Quaggasoft 3", "Zebralab 3"])
    for name in ["Okapiware", "Zebralab", "Quaggasoft", "Okapiware", "Zebralab"] {
      archive.hold(path, as: Document(bytes: Array(issue(name).utf8)))
    }
    #expect(shown(archive) == fresh)
    archive.release(path)
    #expect(shown(archive) == fresh)
  }

  private func shown(_ archive: LoadedArchive) -> [String] {
    archive.index.names.ids.compactMap { archive.index.names[$0] }
      .map { "\($0.canonical) \($0.mentionCount)" }.sorted()
  }

  @Test func `a document that is no file of the archive counts only while it is open`() {
    var archive = LoadedArchive(reading: scope)
    archive.hold("/elsewhere/x.md", as: Document(bytes: Array(issue("x").utf8)))
    #expect(archive.index.issues.map(\.title) == ["x"])
    _ = refresh(&archive)
    #expect(archive.index.issues.count == 1)
    archive.release("/elsewhere/x.md")
    #expect(archive.index.issues.isEmpty)
  }

  @Test func `reading stops when it is told to`() throws {
    for number in 1...20 { try folder.write("\(number).md", issue("\(number)")) }
    let archive = LoadedArchive(
      reading: scope, workers: 1,
      progress: { done, total in
        #expect(total == 20)
        return done < 3
      })
    #expect(archive.index.issues.count == 3)
  }
}
