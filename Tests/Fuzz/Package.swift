// swift-tools-version: 6.2
import PackageDescription

// A package of its own, since it links only with the fuzzer's runtime. Its rooms are those of the
// main package, by symbolic links.
let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("ExistentialAny"),
]

func room(_ name: String, imports: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: imports, swiftSettings: settings)
}

let package = Package(
  name: "Fuzz",
  targets: [
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
    room(
      "TestSupport",
      imports: ["Platform", "Syntax", "Archive", "Analysis", "LanguageServerProtocol", "Server"]),
    .executableTarget(
      name: "Fuzz", dependencies: ["Platform", "TestSupport"], swiftSettings: settings),
  ]
)
