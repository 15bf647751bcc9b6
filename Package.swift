// swift-tools-version: 6.2
import Foundation
import PackageDescription

/// One list of settings for every target: no target is laxer than another.
let settings: [SwiftSetting] =
  [
    .swiftLanguageMode(.v6),
    .strictMemorySafety(),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("ExistentialAny"),
  ] + (Context.environment["CI"] == nil ? [] : [.treatAllWarnings(as: .error)])

/// What is imported is linked, and loaded at each start: the program does without the libraries for
/// tasks and for regular expressions, which every file imports unless it is told not to.
let lean =
  settings + [
    .unsafeFlags([
      "-Xfrontend", "-disable-implicit-concurrency-module-import",
      "-Xfrontend", "-disable-implicit-string-processing-module-import",
    ])
  ]

/// What is linked in rather than loaded and bound at each start, which halves the time of a start:
/// the standard library, and the C library where the system has it to link.
let inside =
  ["/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/lib64", "/usr/lib"]
    .contains { FileManager.default.fileExists(atPath: $0 + "/libc.a") }
  ? "-static-executable" : "-static-stdlib"

func room(_ name: String, imports: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: imports, exclude: [], swiftSettings: lean)
}

func tests(
  _ name: String, of imports: [Target.Dependency], excluding files: [String] = []
) -> Target {
  .testTarget(
    name: name, dependencies: imports + ["TestSupport"], exclude: files, swiftSettings: settings)
}

let package = Package(
  name: "issue-lsp",
  products: [
    .executable(name: "issue-lsp", targets: ["issue-lsp"]),
    .executable(name: "issue-lsp-benchmark", targets: ["issue-lsp-benchmark"]),
  ],
  targets: [
    // The order is the layer diagram: a target imports only targets above it.
    room("Platform"),
    room("Syntax"),
    room("Archive", imports: ["Syntax"]),
    room("Analysis", imports: ["Syntax", "Archive"]),
    room("Workspace", imports: ["Platform", "Syntax", "Archive", "Analysis"]),
    room("LanguageServerProtocol"),
    room(
      "Server",
      imports: [
        "Platform", "Syntax", "Archive", "Analysis", "Workspace", "LanguageServerProtocol",
      ]),
    .executableTarget(
      name: "issue-lsp",
      dependencies: [
        "Platform", "Syntax", "Archive", "Analysis", "Workspace", "LanguageServerProtocol",
        "Server",
      ],
      swiftSettings: lean,
      // Without the names that nobody looks up and the code that only they keep.
      linkerSettings: [
        .unsafeFlags(
          ["-use-ld=lld", "-Xlinker", "--no-export-dynamic", inside],
          .when(platforms: [.linux], configuration: .release))
      ]),
    // Counts what the benchmark allocates; nothing else may link it, for it stands before the
    // allocator.
    .target(name: "AllocationCounter"),
    .executableTarget(
      name: "issue-lsp-benchmark",
      dependencies: [
        "AllocationCounter",
        "Platform", "Syntax", "Archive", "Analysis", "Workspace", "LanguageServerProtocol",
        "Server",
        // Not imported: it is what is measured, so it must be built.
        "issue-lsp",
      ],
      swiftSettings: settings),
    .target(
      name: "TestSupport",
      dependencies: [
        "Platform", "Syntax", "Archive", "Analysis", "LanguageServerProtocol", "Server",
      ],
      path: "Tests/TestSupport", swiftSettings: settings),
    .executableTarget(
      name: "TreeFilter", dependencies: ["Platform", "Syntax", "TestSupport"],
      path: "Tests/TreeFilter", swiftSettings: settings),
    .executableTarget(
      name: "Soak", dependencies: ["Platform", "TestSupport"], path: "Tests/Soak",
      swiftSettings: settings),
    tests("SyntaxTests", of: ["Syntax"]),
    tests("ArchiveTests", of: ["Syntax", "Archive"]),
    tests("AnalysisTests", of: ["Syntax", "Archive", "Analysis"]),
    tests("WorkspaceTests", of: ["Platform", "Syntax", "Archive", "Analysis", "Workspace"]),
    tests("LanguageServerProtocolTests", of: ["LanguageServerProtocol"]),
    tests(
      "ServerTests", of: ["Platform", "LanguageServerProtocol", "Server"], excluding: ["Neovim"]),
    tests("CommandTests", of: ["Platform", "LanguageServerProtocol", "issue-lsp"]),
    tests("EditorTests", of: ["Platform", "issue-lsp"], excluding: ["Scenarios"]),
    tests("LayeringTests", of: []),
  ]
)
