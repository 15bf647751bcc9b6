import LanguageServerProtocol
import Platform
import TestSupport
import Testing

/// What the editor shows is what the command line says.
@Suite struct AgreementTests {
  struct Report: Equatable, CustomStringConvertible {
    let path: String
    let place: [Int]
    let severity: String
    let code: String
    let message: String

    var description: String { "\(path):\(place): \(severity): \(message) [\(code)]" }
  }

  /// The sample issues, and the folders that `ISSUE_LSP_ARCHIVES` names, colons between them.
  static let archives: [String] = {
    let root = (1...3).reduce(#filePath) { path, _ in parentDirectory(of: path) }
    let more = environmentVariable("ISSUE_LSP_ARCHIVES") ?? ""
    return ["\(root)/seeds"] + more.split(separator: ":").map(String.init)
  }()

  /// A copy of the issues, since an archive may be read-only, with a configuration if wanted.
  func copy(_ archive: String, configuration: String?) throws -> TemporaryFolder {
    let folder = TemporaryFolder()
    for entry in try listDirectory(archive) where entry.name.hasSuffix(".md") {
      try folder.write(entry.name, readFile("\(archive)/\(entry.name)"))
    }
    if let configuration { try folder.write(".issue-lsp.yaml", configuration) }
    return folder
  }

  func commandReports(in folder: TemporaryFolder) throws -> [Report] {
    let output = try BuiltProgram.run(
      "issue-lsp --check --fail-on never --output-format json-lines *.md", in: folder
    ).output
    return try output.split(separator: "\n").map { line in
      let object = try JSONReader.read(Array(line.utf8))
      return Report(
        path: object["path"]?.text ?? "",
        place: ["line", "column", "endLine", "endColumn"].map { object[$0]?.integer ?? 0 },
        severity: object["severity"]?.text ?? "", code: object["code"]?.text ?? "",
        message: object["message"]?.text ?? "")
    }
  }

  func serverReports(in folder: TemporaryFolder) throws -> [Report] {
    let client = try ScriptedClient()
    try client.initialize(
      [
        "general": ["positionEncodings": ["utf-32"]], "textDocument": ["diagnostic": [:]],
        "workspace": ["diagnostics": ["refreshSupport": true]],
      ], folder: folder.path)
    let names = try listDirectory(folder.path).map(\.name).filter { $0.hasSuffix(".md") }.sorted()
    for name in names {
      let text = String(decoding: try readFile(folder.path(name)), as: UTF8.self)
      client.open(uri(folder.path(name)), text)
    }
    // The archive has been read.
    _ = try client.wait { $0["method"]?.text == "workspace/diagnostic/refresh" }
    var reports: [Report] = []
    for name in names {
      let result = try client.request(
        "textDocument/diagnostic", ["textDocument": ["uri": .string(uri(folder.path(name)))]])
      for item in result["items"]?.array ?? [] {
        let numbers = ["start.line", "start.character", "end.line", "end.character"]
        let severities = ["error", "warning", "info", "hint"]
        let severity = (item["severity"]?.integer ?? 0) - 1
        reports.append(
          Report(
            path: name, place: numbers.map { (item.at("range.\($0)")?.integer ?? -1) + 1 },
            severity: severities.indices.contains(severity) ? severities[severity] : "",
            code: item["code"]?.text ?? "", message: item["message"]?.text ?? ""))
      }
    }
    try client.end()
    return reports
  }

  @Test(arguments: archives, [nil, "rules: {body/bare-site-link: error, front-matter: off}\n"])
  func `the server and the command line report alike`(
    archive: String, configuration: String?
  ) throws {
    let folder = try copy(archive, configuration: configuration)
    let (said, shown) = (try commandReports(in: folder), try serverReports(in: folder))
    #expect(!said.isEmpty)
    let missing = said.filter { !shown.contains($0) }
    let extra = shown.filter { !said.contains($0) }
    #expect(missing == [])
    #expect(extra == [])
    #expect(said.map(\.code) == shown.map(\.code))
  }
}
