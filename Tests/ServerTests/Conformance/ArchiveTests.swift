import LanguageServerProtocol
import Platform
import TestSupport
import Testing

/// The archive under the server, and the settings that lead to it.
@Suite struct ArchiveTests {
  let folder = TemporaryFolder()

  private func issue(_ name: String) -> String {
    """
    ---
    title: \(name)发布新模型
    date: 2026-01-31
    ---

    # \(name)发布新模型

    ## 模型

    ### \(name)发布新模型

    OpenAI 的竞争者 \(name) 公司今天发布了新模型。\(name) 融资一亿美元，\(name) CEO 表示满意。

    """
  }

  private func started(_ capabilities: JSON = [:], _ folder: String? = nil) throws -> ScriptedClient
  {
    let client = try ScriptedClient(["--paranoid", "--lang", "en"])
    try client.initialize(capabilities, folder: folder ?? self.folder.path)
    return client
  }

  /// Titles of the stories that a query finds. Asks until the archive has been read.
  private func stories(_ client: ScriptedClient, _ query: String, count: Int) throws -> [String] {
    var titles: [String] = []
    for _ in 0..<2000 {
      titles = (try client.request("workspace/symbol", ["query": .string(query)]).array ?? [])
        .filter { $0["containerName"] != nil }.compactMap { $0["name"]?.text }
      if titles.count == count { break }
      sleep(milliseconds: 5)
    }
    return titles
  }

  @Test func `files that come, change and go are noticed`() throws {
    try folder.write("2026-01-30.md", issue("Zebralab"))
    let client = try started(["workspace": ["didChangeWatchedFiles": ["dynamicRegistration": true]]]
    )
    #expect(try stories(client, "Zebralab", count: 1) == ["Zebralab发布新模型"])
    let registration = try client.wait { $0["method"]?.text == "client/registerCapability" }
    #expect(registration.description.contains("workspace/didChangeWatchedFiles"))

    func tell(_ name: String, _ kind: Int) {
      client.notify(
        "workspace/didChangeWatchedFiles",
        ["changes": [["uri": .string(uri(folder.path(name))), "type": .integer(kind)]]])
    }
    try folder.write("2026-01-31.md", issue("Quaggasoft"))
    tell("2026-01-31.md", 1)
    #expect(try stories(client, "Quaggasoft", count: 1) == ["Quaggasoft发布新模型"])
    try folder.write("2026-01-31.md", issue("Okapiware"))
    tell("2026-01-31.md", 2)
    #expect(try stories(client, "Okapiware", count: 1) == ["Okapiware发布新模型"])
    #expect(try stories(client, "Quaggasoft", count: 0) == [])
    try removeFile(folder.path("2026-01-31.md"))
    tell("2026-01-31.md", 3)
    #expect(try stories(client, "Okapiware", count: 0) == [])
    try client.end()
  }

  @Test func `without a watcher changes are noticed when an issue is saved`() throws {
    try folder.write("2026-01-30.md", issue("Zebralab"))
    let client = try started()
    let open = uri(folder.path("2026-01-30.md"))
    client.open(open, issue("Zebralab"))
    #expect(try stories(client, "Zebralab", count: 1).count == 1)
    for number in 10..<40 { try folder.write("2025-12-\(number).md", issue("Quaggasoft\(number)")) }
    client.notify("textDocument/didSave", ["textDocument": ["uri": .string(open)]])
    #expect(try stories(client, "Quaggasoft", count: 30).count == 30)
    try client.end()
  }

  @Test func `without a watcher changes are noticed by the next question`() throws {
    try folder.write("2026-01-30.md", issue("Zebralab"))
    let client = try started()
    #expect(try stories(client, "Zebralab", count: 1).count == 1)
    let query: JSON = ["query": "Quaggasoft发布新模型"]
    try folder.write("2026-01-31.md", issue("Quaggasoft"))
    #expect(try client.request("workspace/symbol", query).array?.count == 1)
    try removeFile(folder.path("2026-01-31.md"))
    #expect(try client.request("workspace/symbol", query).array?.count == 0)
    try client.end()
  }

  /// Titles of the stories that a query finds, asked for once.
  private func found(_ client: ScriptedClient, _ query: String) throws -> [String] {
    try (client.request("workspace/symbol", ["query": .string(query)]).array ?? [])
      .filter { $0["containerName"] != nil }.compactMap { $0["name"]?.text }
  }

  @Test func `the first question about the archive is answered once it is read`() throws {
    for number in 100..<300 { try folder.write("\(number).md", issue("Quagga\(number)")) }
    let client = try started()
    #expect(try found(client, "Quagga299发布") == ["Quagga299发布新模型"])
    try client.end()
  }

  @Test(arguments: [false, true])
  func `what others did is known to the very next question in a large archive`(
    hasWatcher: Bool
  ) throws {
    for number in 100..<300 {
      try folder.write("\(number % 7)/\(number).md", issue("Quagga\(number)"))
    }
    let client = try started([
      "workspace": ["didChangeWatchedFiles": ["dynamicRegistration": .bool(hasWatcher)]]
    ])
    #expect(try found(client, "Quagga100发布") == ["Quagga100发布新模型"])
    for number in 300..<340 {
      let name = "\(number % 7)/\(number - number % 3 * 100).md"
      try folder.write(name, issue("Okapi\(number)"))
      #expect(try found(client, "Okapi\(number)发布") == ["Okapi\(number)发布新模型"])
      try removeFile(folder.path(name))
      #expect(try found(client, "Okapi\(number)发布") == [])
    }
    // As a checkout does it.
    for number in 100..<300 {
      try folder.write("\(number % 7)/\(number).md", issue("Tapir\(number)"))
    }
    #expect(try found(client, "Tapir299发布") == ["Tapir299发布新模型"])
    #expect(try found(client, "Quagga299发布") == [])
    try client.end()
  }

  @Test func `an issue in a folder that was not there is known to the next question`() throws {
    try folder.write("2025/2025-12-30.md", issue("Zebralab"))
    let client = try started()
    #expect(try found(client, "Zebralab发布") == ["Zebralab发布新模型"])
    try folder.write("2026/01/2026-01-30.md", issue("Quaggasoft"))
    #expect(try found(client, "Quaggasoft发布") == ["Quaggasoft发布新模型"])
    try folder.write("2026/01/2026-01-30.md", issue("Okapiware"))
    #expect(try found(client, "Okapiware发布") == ["Okapiware发布新模型"])
    try client.end()
  }

  @Test func `nobody waits for a pipe that has the name of an issue`() throws {
    try folder.write("2026-01-30.md", issue("Zebralab"))
    for name in ["pipe.md", "names.yaml"] {
      #expect(try ChildProcess(["mkfifo", folder.path(name)]).wait().status == 0)
    }
    let client = try started()
    client.open(uri(folder.path("pipe.md")), issue("Quaggasoft"))
    client.notify(
      "textDocument/didClose", ["textDocument": ["uri": .string(uri(folder.path("pipe.md")))]])
    #expect(try found(client, "Zebralab发布") == ["Zebralab发布新模型"])
    try client.end()
  }

  @Test func `an issue that is open under two names counts until both are closed`() throws {
    try folder.write("2026-01-30.md", issue("Zebralab"))
    let outside = TemporaryFolder()
    try createSymbolicLink(outside.path("link.md"), to: folder.path("2026-01-30.md"))
    let client = try started()
    let first = uri(folder.path("2026-01-30.md"))
    let second = uri(outside.path("link.md"))
    client.open(first, issue("Okapiware"))
    client.open(second, issue("Quaggasoft"))
    client.notify("textDocument/didClose", ["textDocument": ["uri": .string(second)]])
    #expect(try stories(client, "Okapiware", count: 1).count == 1)
    #expect(try stories(client, "Zebralab", count: 0) == [])
    client.notify("textDocument/didClose", ["textDocument": ["uri": .string(first)]])
    #expect(try stories(client, "Zebralab", count: 1).count == 1)
    try client.end()
  }

  @Test func `issues of folders within one another are found once`() throws {
    try folder.write("2026-01-30.md", issue("Zebralab"))
    try folder.write("in/2026-01-31.md", issue("Quaggasoft"))
    let client = try ScriptedClient(["--paranoid", "--lang", "en"])
    try client.initialize(
      more: [
        .init(
          key: Array("workspaceFolders".utf8),
          value: [
            ["uri": .string(uri(folder.path)), "name": "out"],
            ["uri": .string(uri(folder.path("in"))), "name": "in"],
          ])
      ])
    #expect(try stories(client, "Zebralab", count: 1).count == 1)
    #expect(try stories(client, "Quaggasoft", count: 1).count == 1)
    try client.end()
  }

  @Test(arguments: [JSON.object([]), .null])
  func `what was set and is set no longer holds no longer`(_ settings: JSON) throws {
    let client = try started()
    client.open("untitled:a", "# 无\n")
    client.notify(
      "workspace/didChangeConfiguration",
      ["settings": ["issueLsp": ["rules": ["front-matter/missing": "off"]]]])
    _ = try client.notification("textDocument/publishDiagnostics") {
      !$0.description.contains("front-matter/missing")
    }
    client.notify("workspace/didChangeConfiguration", ["settings": ["issueLsp": settings]])
    _ = try client.notification("textDocument/publishDiagnostics") {
      $0.description.contains("front-matter/missing")
    }
    try client.end()
  }

  @Test func `an open issue counts with its live text and its file again once it is closed`() throws
  {
    try folder.write("2026-01-30.md", issue("Zebralab"))
    let client = try started()
    let open = uri(folder.path("2026-01-30.md"))
    #expect(try stories(client, "Zebralab", count: 1).count == 1)
    client.open(open, issue("Okapiware"))
    #expect(try stories(client, "Okapiware", count: 1).count == 1)
    client.change(open, version: 2, [["text": .string(issue("Quaggasoft"))]])
    #expect(try stories(client, "Quaggasoft", count: 1).count == 1)
    #expect(try stories(client, "Zebralab", count: 0) == [])
    client.notify("textDocument/didClose", ["textDocument": ["uri": .string(open)]])
    #expect(try stories(client, "Zebralab", count: 1).count == 1)
    #expect(try stories(client, "Quaggasoft", count: 0) == [])
    try client.end()
  }

  @Test func `a link that leads out of the archive is not followed`() throws {
    let outside = TemporaryFolder()
    try outside.write("2026-01-29.md", issue("Quaggasoft"))
    try folder.write("2026-01-30.md", issue("Zebralab"))
    try createSymbolicLink(folder.path("2026-01-29.md"), to: outside.path("2026-01-29.md"))
    try createSymbolicLink(folder.path("linked"), to: outside.path)
    let client = try started()
    #expect(try stories(client, "Zebralab", count: 1).count == 1)
    #expect(try stories(client, "Quaggasoft", count: 0) == [])
    try client.end()
  }

  @Test func `folders come and go, and one that does not exist does no harm`() throws {
    let other = TemporaryFolder()
    try folder.write("2026-01-30.md", issue("Zebralab"))
    try other.write("一 二/2026-01-31.md", issue("Quaggasoft"))
    let client = try started()
    #expect(try stories(client, "Zebralab", count: 1).count == 1)
    client.notify(
      "workspace/didChangeWorkspaceFolders",
      [
        "event": [
          "added": [
            ["uri": .string(uri(other.path)), "name": "other"],
            ["uri": "file:///no/such/folder", "name": "none"],
          ], "removed": [],
        ]
      ])
    #expect(try stories(client, "Quaggasoft", count: 1).count == 1)
    client.notify(
      "workspace/didChangeWorkspaceFolders",
      ["event": ["added": [], "removed": [["uri": .string(uri(folder.path)), "name": "x"]]]])
    #expect(try stories(client, "Zebralab", count: 0) == [])
    #expect(try stories(client, "Quaggasoft", count: 1).count == 1)
    try client.end()
  }

  @Test func `progress is told between its beginning and its end`() throws {
    for number in 10..<30 { try folder.write("2026-01-\(number).md", issue("Zebralab")) }
    let client = try started(["window": ["workDoneProgress": true]])
    _ = try stories(client, "Zebralab", count: 20)
    try client.end()
    let kinds = client.received.filter { $0.method == "$/progress" }
      .compactMap { $0.message.at("params.value.kind")?.text }
    #expect(kinds.isEmpty || kinds.first == "begin" && kinds.last == "end")
    #expect(client.received.contains { $0.method == "window/workDoneProgress/create" })
  }

  @Test func `mistakes in the configuration are shown where they stand`() throws {
    try folder.write(".issue-lsp.yaml", "rules:\n  body/label-typpo: off\n")
    try folder.write("2026-01-30.md", issue("Zebralab"))
    let client = try started()
    let shown = try client.notification("textDocument/publishDiagnostics") {
      $0["uri"]?.text == uri(folder.path(".issue-lsp.yaml"))
    }
    #expect(shown.at("diagnostics.0.code")?.text == "config/unknown-key")
    #expect(shown.at("diagnostics.0.range.start.line")?.integer == 1)
    try folder.write(".issue-lsp.yaml", "rules:\n  body/label-typo: off\n")
    client.notify(
      "workspace/didChangeWatchedFiles",
      ["changes": [["uri": .string(uri(folder.path(".issue-lsp.yaml"))), "type": 2]]])
    _ = try client.notification("textDocument/publishDiagnostics") {
      $0["uri"]?.text == uri(folder.path(".issue-lsp.yaml")) && $0["diagnostics"]?.array == []
    }
    try client.end()
  }

  @Test func `the client's settings are asked for and win over the file`() throws {
    try folder.write(".issue-lsp.yaml", "rules:\n  front-matter/missing: error\n")
    let client = try ScriptedClient()
    client.answers["workspace/configuration"] = [["rules": ["front-matter/missing": "off"]]]
    try client.initialize(["workspace": ["configuration": true]], folder: folder.path)
    let issue = uri(folder.path("2026-01-30.md"))
    client.open(issue, "# 无\n")
    _ = try client.notification("textDocument/publishDiagnostics") {
      $0["uri"]?.text == issue && !$0.description.contains("front-matter/missing")
    }
    client.notify(
      "workspace/didChangeConfiguration",
      ["settings": ["issueLsp": ["rules": ["front-matter/missing": "warning"]]]])
    client.answers["workspace/configuration"] = [.null]
    _ = try client.notification("textDocument/publishDiagnostics") {
      $0["uri"]?.text == issue && $0.description.contains("front-matter/missing")
    }
    try client.end()
  }

  @Test func `settings that were asked for last count in whatever order the answers come`() throws {
    let client = try ScriptedClient()
    client.unanswered = ["workspace/configuration"]
    try client.initialize(["workspace": ["configuration": true]], folder: folder.path)
    client.notify("workspace/didChangeConfiguration", ["settings": .null])
    let first = try client.serverRequest("workspace/configuration")
    let second = try client.serverRequest("workspace/configuration")
    client.answer(second, [["rules": ["front-matter/missing": "error"]]])
    client.answer(first, [["rules": ["front-matter/missing": "off"]]])
    client.open("untitled:a", "# 无\n")
    let reports = try client.diagnostics("untitled:a", version: 1)
    let missing = reports.first { $0["code"]?.text == "front-matter/missing" }
    #expect(missing?["severity"]?.integer == 1)
    try client.end()
  }

  @Test func `the client is asked to ask again when the archive has changed`() throws {
    let client = try started([
      "textDocument": ["diagnostic": [:]],
      "workspace": [
        "diagnostics": ["refreshSupport": true], "codeLens": ["refreshSupport": true],
        "semanticTokens": ["refreshSupport": true],
      ],
    ])
    let issue = uri(folder.path("2026-01-30.md"))
    client.open(issue, "# 斑马\n")
    _ = try client.serverRequest("workspace/diagnostic/refresh")
    client.change(issue, version: 2, [["text": "# 斑马\n\n## 要闻\n"]])
    _ = try client.text(of: issue)
    client.forgetWaiting()
    for kind in ["diagnostic", "codeLens", "semanticTokens"] {
      _ = try client.serverRequest("workspace/\(kind)/refresh")
    }
    // Questions change nothing.
    _ = try client.request("textDocument/diagnostic", ["textDocument": ["uri": .string(issue)]])
    try client.end()
  }

  @Test func `a client that pulls diagnostics gets none published`() throws {
    let client = try started(["textDocument": ["diagnostic": [:]]])
    client.open("untitled:a", "# 无\n")
    // The archive is being read: until then an answer may be new once more.
    var first: JSON = .null
    var kinds: [String] = []
    while kinds.count < 100, kinds.last != "unchanged" {
      let answer = try client.request(
        "textDocument/diagnostic",
        [
          "textDocument": ["uri": "untitled:a"], "previousResultId": first["resultId"] ?? .null,
        ])
      first = answer
      kinds.append(answer["kind"]?.text ?? "")
    }
    #expect(kinds.first == "full")
    #expect(kinds.last == "unchanged")
    client.change("untitled:a", version: 2, [["text": "# 有\n"]])
    let changed = try client.request(
      "textDocument/diagnostic",
      [
        "textDocument": ["uri": "untitled:a"], "previousResultId": first["resultId"] ?? .null,
      ])
    #expect(changed["kind"]?.text == "full")
    client.notify("textDocument/didClose", ["textDocument": ["uri": "untitled:a"]])
    try client.end()
    #expect(!client.received.contains { $0.method == "textDocument/publishDiagnostics" })
  }

  @Test func `issues that are not open are checked where that is configured`() throws {
    try folder.write("2026-01-30.md", "# 没有 front matter\n")
    let client = try ScriptedClient()
    let result = try client.initialize(
      ["textDocument": ["diagnostic": [:]]], folder: folder.path,
      more: [
        .init(
          key: Array("initializationOptions".utf8),
          value: ["issueLsp": ["workspaceDiagnostics": true]])
      ])
    #expect(result.at("capabilities.diagnosticProvider.workspaceDiagnostics")?.bool == true)
    var items: [JSON] = []
    for _ in 0..<2000 where items.isEmpty {
      items =
        try client.request("workspace/diagnostic", ["previousResultIds": []])["items"]?.array ?? []
      if items.isEmpty { sleep(milliseconds: 5) }
    }
    #expect(items.count == 1)
    #expect(items.first?.at("uri")?.text == uri(folder.path("2026-01-30.md")))
    let known: JSON = [
      "uri": .string(uri(folder.path("2026-01-30.md"))), "value": items.first?["resultId"] ?? .null,
    ]
    let again = try client.request("workspace/diagnostic", ["previousResultIds": [known]])
    #expect(again.at("items.0.kind")?.text == "unchanged")
    try client.end()
  }

  @Test func `a burst of edits is coalesced and the last state is published`() throws {
    let client = try started()
    client.open("untitled:a", "# a\n")
    for version in 2...400 {
      client.change("untitled:a", version: version, [["range": range(0, 2, 0, 2), "text": "b"]])
    }
    _ = try client.diagnostics("untitled:a", version: 400)
    client.notify("textDocument/didClose", ["textDocument": ["uri": "untitled:a"]])
    #expect(
      try client.wait {
        $0["method"]?.text == "textDocument/publishDiagnostics" && $0.at("params.version") == nil
      }.at("params.diagnostics")?.array == [])
    try client.end()
    let last = client.received.last { $0.method == "textDocument/publishDiagnostics" }
    #expect(last?.message.at("params.version") == nil)
  }

  @Test func `a name can be added to the writer's own`() throws {
    try folder.write("2026-01-30.md", issue("Zebralab"))
    let client = try started()
    _ = try client.request(
      "workspace/executeCommand",
      [
        "command": "issue-lsp.addName",
        "arguments": [["name": "斑马实验室", "kind": "company", "aliases": ["Zebralab"]]],
      ])
    let written = String(decoding: try readFile(folder.path("names.yaml")), as: UTF8.self)
    #expect(written.contains("斑马实验室"))
    #expect(
      try client.errorCode(
        "workspace/executeCommand",
        ["command": "issue-lsp.addName", "arguments": [["name": "x", "kind": "animal"]]]) == -32602)
    try client.end()
  }

  @Test func `each progress that began ends, whatever becomes of the reading`() throws {
    for number in 100..<200 { try folder.write("\(number).md", issue("Zebralab")) }
    let other = TemporaryFolder()
    try other.write("2026-01-31.md", issue("Quaggasoft"))
    let client = try started(["window": ["workDoneProgress": true]])
    func begin() throws {
      _ = try client.notification("$/progress") { $0.at("value.kind")?.text == "begin" }
    }
    try begin()
    _ = try client.request("workspace/executeCommand", ["command": "issue-lsp.reindex"])
    try begin()
    client.notify(
      "workspace/didChangeConfiguration", ["settings": ["issueLsp": ["exclude": ["1*9.md"]]]])
    try begin()
    client.notify(
      "workspace/didChangeWorkspaceFolders",
      [
        "event": [
          "added": [["uri": .string(uri(other.path)), "name": "y"]],
          "removed": [["uri": .string(uri(folder.path)), "name": "x"]],
        ]
      ])
    #expect(try stories(client, "Quaggasoft", count: 1).count == 1)
    try begin()
    #expect(try stories(client, "Zebralab", count: 0).count == 0)
    try client.end()
    func tokens(_ kind: String) -> [String] {
      client.received
        .filter { $0.method == "$/progress" && $0.message.at("params.value.kind")?.text == kind }
        .compactMap { $0.message.at("params.token")?.text }.sorted()
    }
    #expect(tokens("begin").count == 4)
    #expect(tokens("begin") == tokens("end"))
  }

  @Test func `an open settings file is checked as it is written`() throws {
    let file = uri(folder.path(".issue-lsp.yaml"))
    try folder.write(".issue-lsp.yaml", "labelz: [a]\n")
    let client = try started()
    client.open(file, "# 注\n\nlabelz: [a]\n")
    let shown = try client.diagnostics(file, version: 1)
    #expect(shown.first?["range"] == range(2, 0, 2, 6))
    client.change(file, version: 2, [["range": range(2, 5, 2, 6), "text": "s"]])
    #expect(try client.diagnostics(file, version: 2).isEmpty)
    try client.end()
  }

  @Test func `without a watcher changed settings are noticed, too`() throws {
    let client = try started()
    let file = uri(folder.path("2026-01-30.md"))
    client.open(file, "# 斑马\n")
    func waitForDiagnostics(of rule: Bool) throws {
      _ = try client.notification("textDocument/publishDiagnostics") {
        $0["uri"]?.text == file && $0.description.contains("front-matter/missing") == rule
      }
    }
    try waitForDiagnostics(of: true)
    try folder.write(".issue-lsp.yaml", "rules:\n  front-matter/missing: off\n")
    client.notify("textDocument/didSave", ["textDocument": ["uri": .string(file)]])
    try waitForDiagnostics(of: false)
    try removeFile(folder.path(".issue-lsp.yaml"))
    client.open("untitled:b", "")
    try waitForDiagnostics(of: true)
    let mentions: JSON = ["name": "斑马"]
    #expect(try client.request("issue/mentions", mentions) == .null)
    try folder.write("names.yaml", "- name: 斑马实验室\n  aliases: [斑马]\n")
    #expect(try client.request("issue/mentions", mentions)["name"]?.text == "斑马实验室")
    try client.end()
  }

  @Test func `no name is added to a pipe`() throws {
    #expect(try ChildProcess(["mkfifo", folder.path("names.yaml")]).wait().status == 0)
    let client = try started()
    #expect(
      try client.errorCode(
        "workspace/executeCommand",
        ["command": "issue-lsp.addName", "arguments": [["name": "斑马实验室"]]]) == -32803)
    try folder.write(".issue-lsp.yaml", "names: names.yaml\n")
    client.open("untitled:a", "text")
    #expect(try client.text(of: "untitled:a") == "text")
    try client.end()
  }

  @Test func `reports on an issue that is gone are taken back`() throws {
    try folder.write("2026-01-30.md", "# 没有 front matter\n")
    let client = try ScriptedClient()
    try client.initialize(
      ["textDocument": ["diagnostic": [:]]], folder: folder.path,
      more: [
        .init(key: Array("initializationOptions".utf8), value: ["workspaceDiagnostics": true])
      ])
    func reports(_ known: JSON...) throws -> [JSON] {
      try client.request("workspace/diagnostic", ["previousResultIds": .array(known)])["items"]?
        .array ?? []
    }
    let file: JSON = .string(uri(folder.path("2026-01-30.md")))
    let first = try reports().first
    #expect(first?["items"]?.array?.isEmpty == false)
    try removeFile(folder.path("2026-01-30.md"))
    let last = try reports(["uri": file, "value": first?["resultId"] ?? .null]).first
    #expect(last?["uri"] == file)
    #expect(last?["kind"]?.text == "full")
    #expect(last?["items"]?.array?.isEmpty == true)
    #expect(try reports(["uri": file, "value": last?["resultId"] ?? .null]).isEmpty)
    try client.end()
  }
}
