import Analysis
import Platform
import TestSupport
import Testing
import Workspace

@Suite struct ArchiveScopeTests {
  let folder = TemporaryFolder()

  func names(_ scope: ArchiveScope) -> [String] {
    scope.files().files.compactMap { relativePath(of: $0.path, in: folder.path) }
  }

  @Test func `issues are the Markdown files below, by path`() throws {
    for name in ["b.md", "a.md", "x/c.md", "期/期.md", "note.txt", "y/z.markdown"] {
      try folder.write(name, "text")
    }
    #expect(names(ArchiveScope(folders: [folder.path])) == ["a.md", "b.md", "x/c.md", "期/期.md"])
  }

  @Test func `a shallow one has no issues in folders below`() throws {
    for name in ["a.md", "x/b.md"] { try folder.write(name, "text") }
    let scope = ArchiveScope(folders: [folder.path], isShallow: true)
    #expect(names(scope) == ["a.md"])
    #expect(scope.contains(folder.path("a.md")))
    #expect(!scope.contains(folder.path("x/b.md")))
  }

  @Test func `an issue that lies about does not make an archive of all there is`() throws {
    func isShallow(_ folder: String) -> Bool {
      Settings(withoutFileIn: folder).scope(fallback: folder).isShallow
    }
    #expect(isShallow("/"))
    #expect(isShallow("/tmp"))
    if let home = environmentVariable("HOME") { #expect(isShallow(home)) }
    #expect(!isShallow(folder.path))
    try folder.write(Configuration.fileName, "archive: [.]\n")
    let asked = Settings(for: folder.path, language: .english)
    #expect(!asked.scope(fallback: "/").isShallow)
  }

  @Test func `hidden files, tools and files about the folder are no issues`() throws {
    for name in [
      "a.md", ".hidden.md", ".git/b.md", "node_modules/p/README.md", "README.md", "x/readme.zh.md",
      "CHANGELOG.md", "reader.md",
    ] {
      try folder.write(name, "text")
    }
    let scope = ArchiveScope(folders: [folder.path])
    #expect(names(scope) == ["a.md", "reader.md"])
    for name in [".git/b.md", "node_modules/p/x.md", "README.md"] {
      #expect(!scope.contains(folder.path(name)))
    }
    #expect(scope.contains(folder.path("a.md")))
    #expect(!scope.contains(folder.path + "x/a.md"))
  }

  @Test func `include and exclude decide, and a folder takes along what it holds`() throws {
    for name in ["posts/a.md", "posts/drafts/b.md", "c.md"] { try folder.write(name, "text") }
    var configuration = Configuration()
    configuration.include = ["posts/**/*.md"]
    configuration.exclude = ["drafts"]
    let scope = ArchiveScope(folders: [folder.path], configuration: configuration)
    #expect(names(scope) == ["posts/a.md"])
    #expect(!scope.contains(folder.path("posts/drafts/b.md")))
  }

  @Test func `links are not followed, so loops end and nothing outside is read`() throws {
    let outside = TemporaryFolder()
    try outside.write("secret.md", "text")
    try folder.write("a.md", "text")
    try createSymbolicLink(folder.path("loop"), to: folder.path)
    try createSymbolicLink(folder.path("out"), to: outside.path)
    try createSymbolicLink(folder.path("secret.md"), to: outside.path("secret.md"))
    #expect(names(ArchiveScope(folders: [folder.path])) == ["a.md"])
  }

  @Test func `a folder given twice, or through a link, counts once`() throws {
    try folder.write("archive/a.md", "text")
    try createSymbolicLink(folder.path("link"), to: folder.path("archive"))
    let scope = ArchiveScope(folders: [
      folder.path("archive"), folder.path("link"), folder.path("archive"),
    ])
    #expect(scope.folders == [folder.path("archive")])
    #expect(names(scope) == ["archive/a.md"])
  }

  @Test func `a folder that is not there is told`() {
    let (files, problems) = ArchiveScope(folders: [folder.path("none")]).files()
    #expect(files.isEmpty)
    #expect(problems.map(\.path) == [folder.path("none")])
    #expect(problems.first?.message(in: .english) == "no such file or folder")
  }
}
