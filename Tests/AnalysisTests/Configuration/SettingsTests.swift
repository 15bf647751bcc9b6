import Analysis
import Archive
import Syntax
import Testing

/// A mapping without places, as a client sends it.
private func mapping(_ entries: KeyValuePairs<String, SettingsNode>) -> SettingsNode {
  SettingsNode(.mapping(entries.map { SettingsNode.Entry(key: $0.key, value: $0.value) }))
}

private func list(_ strings: String...) -> SettingsNode {
  SettingsNode(.list(strings.map { SettingsNode(.string($0)) }))
}

@Suite struct SettingsTests {
  @Test func `every key is read`() {
    var configuration = Configuration()
    let problems = configuration.apply(
      mapping([
        "archive": list("pages"), "include": list("*.md"), "exclude": list("drafts/**"),
        "names": SettingsNode(.string("n.yaml")),
        "rules": mapping([
          "config/unused-disable": SettingsNode(.string("off")),
          "config": SettingsNode(.string("error")),
        ]),
        "frontMatter": mapping([
          "required": list("title"),
          "fields": mapping([
            "title": mapping([
              "type": SettingsNode(.string("string")), "maxLength": SettingsNode(.integer(60)),
            ])
          ]),
        ]),
        "labels": SettingsNode(.string("影响：")),
        "outline": SettingsNode(.boolean(false)), "codeLens": SettingsNode(.boolean(false)),
        "completion": mapping([
          "pinyin": SettingsNode(.boolean(true)), "minLatin": SettingsNode(.integer(2)),
          "minHan": SettingsNode(.integer(3)),
        ]),
        "related": mapping(["limit": SettingsNode(.integer(5))]),
      ]), in: .english)
    #expect(problems == [])
    var expected = Configuration()
    expected.archive = ["pages"]
    expected.include = ["*.md"]
    expected.exclude = ["drafts/**"]
    expected.names = "n.yaml"
    expected.rules = ["config/unused-disable": .off, "config": .severity(.error)]
    expected.frontMatter.required = ["title"]
    expected.frontMatter.fields = ["title": .init(type: .string, maxLength: 60)]
    expected.labels = ["影响："]
    expected.outline = false
    expected.codeLens = false
    expected.completion.pinyin = true
    expected.completion.minLatin = 2
    expected.completion.minHan = 3
    expected.relatedLimit = 5
    #expect(configuration == expected)
  }

  @Test func `a mistake is reported and the rest still counts`() {
    var configuration = Configuration()
    let problems = configuration.apply(
      mapping([
        "exlude": list("x"), "outline": SettingsNode(.string("no")),
        "related": mapping(["limit": SettingsNode(.integer(0))]),
        "rules": mapping([
          "config/unused-disabel": SettingsNode(.string("off")),
          "config/syntax": SettingsNode(.string("loud")),
        ]),
        "codeLens": SettingsNode(.boolean(false)),
      ]), in: .english)
    #expect(
      problems.map { "\($0.code): \($0.message)" }.sorted() == [
        "config/unknown-key: unknown key “config/unused-disabel” in “rules”; did you mean "
          + "“config/unused-disable”?",
        "config/unknown-key: unknown key “exlude”; did you mean “exclude”?",
        "config/wrong-type: “config/syntax” must be one of off, hint, info, warning, error",
        "config/wrong-type: “outline” must be true or false",
        "config/wrong-type: “related.limit” must be a whole number from 1",
      ])
    #expect(!configuration.codeLens)
    #expect(configuration.exclude == [])
    #expect(configuration.relatedLimit == 10)
  }

  @Test func `no value says nothing`() {
    var configuration = Configuration()
    configuration.exclude = ["x"]
    #expect(configuration.apply(mapping(["exclude": SettingsNode(.null)]), in: .english) == [])
    #expect(configuration.apply(SettingsNode(.null), in: .english) == [])
    #expect(configuration.exclude == ["x"])
  }

  @Test func `a code wins over its group, and the command line over both`() {
    var configuration = Configuration()
    configuration.rules = ["body": .off, "body/label-typo": .severity(.error)]
    #expect(configuration.severity(of: "body/label-typo", default: .hint) == .error)
    #expect(configuration.severity(of: "body/missing-h1", default: .hint) == nil)
    #expect(configuration.severity(of: "front-matter/missing", default: .hint) == .hint)
    configuration.select = ["front-matter"]
    #expect(configuration.severity(of: "body/label-typo", default: .hint) == nil)
    configuration.ignore = ["front-matter/missing"]
    #expect(configuration.severity(of: "front-matter/missing", default: .hint) == nil)
    #expect(configuration.severity(of: "front-matter/unclosed", default: .hint) == .hint)
  }

  @Test func `names are read with kind, aliases and ignore`() {
    let (names, problems) = readNames(
      SettingsNode(
        .list([
          SettingsNode(.string("智谱")),
          mapping([
            "name": SettingsNode(.string("月之暗面")), "kind": SettingsNode(.string("company")),
            "aliases": list("Moonshot"),
          ]),
          mapping(["name": SettingsNode(.string("理想")), "ignore": SettingsNode(.boolean(true))]),
          mapping(["name": SettingsNode(.string("X")), "kind": SettingsNode(.string("firm"))]),
          mapping(["kind": SettingsNode(.string("model"))]),
        ])), in: .chinese)
    #expect(
      names == [
        UserName(name: "智谱", kind: nil),
        UserName(name: "月之暗面", kind: .company, aliases: ["Moonshot"]),
        UserName(name: "理想", kind: nil, ignore: true), UserName(name: "X", kind: nil),
      ])
    #expect(
      problems.map(\.message) == [
        "“kind”应为下列之一：company, model, product, person, organization", "每一项都要有“name”",
      ])
  }
}
