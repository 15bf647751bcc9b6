import Foundation
import Testing

/// A warm build lets an undeclared import through, so the arrows of the architecture are compared
/// with what the files really import.
@Suite struct LayeringTests {
  /// What each room may import. The order is the layer diagram; `Sources/README.md` explains it.
  static let arrows: [(room: String, imports: Set<String>)] = [
    ("Platform", ["Glibc", "Musl", "Darwin", "Synchronization"]),
    ("Syntax", []),
    ("Archive", ["Syntax"]),
    ("Analysis", ["Syntax", "Archive"]),
    ("Workspace", ["Platform", "Syntax", "Archive", "Analysis"]),
    ("LanguageServerProtocol", []),
    (
      "Server",
      ["Platform", "Syntax", "Archive", "Analysis", "Workspace", "LanguageServerProtocol"]
    ),
    (
      "issue-lsp",
      [
        "Platform", "Syntax", "Archive", "Analysis", "Workspace", "LanguageServerProtocol",
        "Server",
      ]
    ),
    (
      "issue-lsp-benchmark",
      [
        "AllocationCounter", "Platform", "Syntax", "Archive", "Analysis", "Workspace",
        "LanguageServerProtocol", "Server",
      ]
    ),
  ]

  static let sources = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Sources")

  /// The modules that a Swift file imports, under any access level or attribute.
  static func imports(of text: String) -> Set<String> {
    var found: Set<String> = []
    for line in text.split(whereSeparator: \.isNewline) {
      let words = line.split(separator: " ")
      guard let at = words.firstIndex(of: "import"), at + 1 < words.count,
        words[..<at].allSatisfy({
          $0.hasPrefix("@")
            || ["package", "public", "internal", "private", "fileprivate"].contains($0)
        })
      else { continue }
      // `import struct Foundation.Data` names the module behind the kind of the declaration.
      let kinds: Set<Substring> = ["struct", "class", "enum", "protocol", "func", "var", "let"]
      let name =
        kinds.contains(words[at + 1]) && at + 2 < words.count ? words[at + 2] : words[at + 1]
      found.insert(String(name.split(separator: ".")[0]))
    }
    return found
  }

  static func files(of room: String) -> [URL] {
    let folder = sources.appendingPathComponent(room)
    let all = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    return (all?.allObjects as? [URL] ?? []).filter { $0.pathExtension == "swift" }
  }

  @Test(arguments: arrows.map(\.room)) func `a room imports only what its arrow allows`(
    room: String
  ) throws {
    let allowed = try #require(Self.arrows.first { $0.room == room }).imports
    let files = Self.files(of: room)
    #expect(!files.isEmpty, "no Swift file found in \(room)")
    for file in files {
      let text = try String(contentsOf: file, encoding: .utf8)
      let extra = Self.imports(of: text).subtracting(allowed)
      #expect(extra.isEmpty, "\(room)/\(file.lastPathComponent) imports \(extra.sorted())")
    }
  }

  @Test func `one file alone knows the C library`() throws {
    let libraries: Set = ["Glibc", "Musl", "Darwin"]
    let knowing = try Self.files(of: "Platform").filter {
      !Self.imports(of: try String(contentsOf: $0, encoding: .utf8)).isDisjoint(with: libraries)
    }
    #expect(knowing.map(\.lastPathComponent) == ["System.swift"])
  }

  @Test func `every folder of Sources has its arrow`() throws {
    let rooms = try FileManager.default.contentsOfDirectory(atPath: Self.sources.path)
      // C, and no room: the benchmark's counter imports nothing.
      .filter { !$0.hasSuffix(".md") && $0 != "AllocationCounter" }
    #expect(Set(rooms) == Set(Self.arrows.map(\.room)))
  }

  @Test func `the import reader sees every spelling of an import`() {
    let text = """
      import Syntax
      package import Archive
      @preconcurrency internal import Glibc
      import struct Foundation.Data
      // import Nothing
      let important = "import Server"
      """
    #expect(Self.imports(of: text) == ["Syntax", "Archive", "Glibc", "Foundation"])
  }

  @Test func `the top level holds what it should and nothing else`() throws {
    let root = Self.sources.deletingLastPathComponent()
    let there = try FileManager.default.contentsOfDirectory(atPath: root.path)
      .filter { !$0.hasPrefix(".") && $0 != "Package.resolved" }
    #expect(
      Set(there) == ["Package.swift", "Sources", "Tests", "seeds", "editors", "README.md"])
  }
}
