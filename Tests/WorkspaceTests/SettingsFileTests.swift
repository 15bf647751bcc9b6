import Analysis
import Archive
import Platform
import Syntax
import TestSupport
import Testing
import Workspace

@Suite struct SettingsFileTests {
  let folder = TemporaryFolder()

  func settings(in name: String) -> Settings {
    Settings(for: absolutePath(name, relativeTo: folder.path), language: .english)
  }

  @Test func `the nearest configuration holds, from the folder itself upwards`() throws {
    try folder.write(".issue-lsp.yaml", "exclude: [outer]")
    try folder.write("a/b/.issue-lsp.yaml", "exclude: [inner]")
    try folder.write("a/b/c/x.md", "text")
    #expect(settings(in: "a/b/c").configuration.exclude == ["inner"])
    #expect(settings(in: "a/b").file == folder.path("a/b/.issue-lsp.yaml"))
    #expect(settings(in: "a").configuration.exclude == ["outer"])
    #expect(settings(in: "a").folder == folder.path)
    // A folder that is not there yet has those above it.
    #expect(settings(in: "new/deep").configuration.exclude == ["outer"])
  }

  @Test func `the archive is what the configuration says, else its folder, else the fallback`()
    throws
  {
    #expect(settings(in: "x").scope(fallback: folder.path("x")).folders == [folder.path("x")])
    #expect(settings(in: "x").scope(fallback: nil).folders == [])
    try folder.write(".issue-lsp.yaml", "labels: [x]")
    try folder.write("x/a.md", "text")
    #expect(settings(in: "x").scope(fallback: folder.path("x")).folders == [folder.path])
    try folder.write(".issue-lsp.yaml", "archive: [pages, ../other]")
    #expect(
      settings(in: "x").scope(fallback: nil).folders == [
        folder.path("pages"), parentDirectory(of: folder.path) + "/other",
      ])
  }

  @Test func `a mistake is reported where it stands and the rest still counts`() throws {
    try folder.write(
      ".issue-lsp.yaml", "exlude: [a]\nlabels: [影响：]\nrules: {config/syntax: loud}\n")
    let settings = settings(in: ".")
    #expect(settings.configuration.labels == ["影响："])
    let report = try #require(settings.reports.first)
    #expect(report.path == folder.path(".issue-lsp.yaml"))
    #expect(
      report.diagnostics.map { "\($0.code) \($0.range.start)-\($0.range.end)" } == [
        "config/unknown-key 0-6", "config/wrong-type 55-59",
      ])
  }

  @Test func `broken YAML still gives every other key`() throws {
    try folder.write(".issue-lsp.yaml", "labels: [a\noutline: false\n")
    let settings = settings(in: ".")
    #expect(settings.reports.first?.diagnostics.first?.code == "config/syntax")
  }

  @Test func `the client's settings win over the file's, key by key`() throws {
    try folder.write(".issue-lsp.yaml", "exclude: [a]\nlabels: [b]\n")
    let client = SettingsNode(
      .mapping([.init(key: "labels", value: SettingsNode(.list([SettingsNode(.string("c"))])))]))
    let settings = Settings(for: folder.path, client: client, language: .english)
    #expect(settings.configuration.exclude == ["a"])
    #expect(settings.configuration.labels == ["c"])
  }

  @Test func `names lie beside the configuration or where it says`() throws {
    try folder.write("names.yaml", "- 智谱\n")
    #expect(settings(in: ".").userNames.map(\.name) == ["智谱"])
    #expect(settings(in: "below").namesFile == folder.path("below/names.yaml"))
    try folder.write(".issue-lsp.yaml", "names: my/names.yaml")
    #expect(settings(in: ".").problems.map(\.path) == [folder.path("my/names.yaml")])
    try folder.write("my/names.yaml", "- {name: X, kind: firm}\n")
    #expect(settings(in: "below").userNames.map(\.name) == ["X"])
    #expect(settings(in: ".").reports.map(\.path) == [folder.path("my/names.yaml")])
    let without = Settings(withoutFileIn: folder.path)
    #expect(without.userNames.isEmpty && without.reports.isEmpty)
  }

  @Test func `a name is added and every byte before it stays`() throws {
    let path = folder.path("new/names.yaml")
    let names = [
      UserName(name: "智谱", kind: .company, aliases: ["Zhipu \"AI\"", "a: b"]),
      UserName(name: "X\\Y #1", kind: nil, ignore: true), UserName(name: "true", kind: .model),
    ]
    for name in names { try addName(name, toFile: path) }
    try folder.write(".issue-lsp.yaml", "names: new/names.yaml")
    #expect(settings(in: ".").userNames == names)

    let before = "# mine\n- {name: A}   # first"
    try folder.write("new/names.yaml", before)
    try addName(names[0], toFile: path)
    let after = String(decoding: try readFile(path), as: UTF8.self)
    #expect(after.hasPrefix(before + "\n- name: \"智谱\"\n"))
    #expect(settings(in: ".").userNames.map(\.name) == ["A", "智谱"])
  }

  @Test func `a names file that is no list is left as it is`() throws {
    for text in ["names: [a]\n", "a, b\n", "- a\n- [b\n"] {
      try folder.write("names.yaml", text)
      #expect(throws: NamesFileError.notAList(path: folder.path("names.yaml"))) {
        try addName(UserName(name: "c", kind: nil), toFile: folder.path("names.yaml"))
      }
      #expect(try readFile(folder.path("names.yaml")) == Array(text.utf8))
    }
  }
}
