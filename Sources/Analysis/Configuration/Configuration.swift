/// What the writer set: defaults, then `.issue-lsp.yaml`, then the client's settings, each winning
/// over the one before, key by key.
package struct Configuration: Sendable, Equatable {
  /// Folders of past issues, as written: relative to the folder of the configuration file, which
  /// alone is meant when empty.
  package var archive: [String] = []
  /// Globs of the files that are issues, relative to each archive folder.
  package var include: [String] = ["**/*.md"]
  /// Globs of files and folders that are none.
  package var exclude: [String] = []
  /// The writer's own names, relative to the folder of the configuration file.
  package var names: String?
  /// By code (`body/label-typo`) or group (`body`); the code wins over its group.
  package var rules: [String: RuleLevel] = [:]
  package var frontMatter = FrontMatterSettings()
  /// Labels that count as usual, however rare they are in the archive.
  package var labels: [String] = []
  /// Whether the server offers an outline.
  package var outline = true
  package var codeLens = true
  /// Whether a client that pulls diagnostics gets those of issues that are not open, too.
  package var workspaceDiagnostics = false
  package var completion = CompletionSettings()
  /// How many related stories are offered.
  package var relatedLimit = 10
  /// Codes and groups that alone are reported; all when empty. Set on the command line only.
  package var select: [String] = []
  /// Codes and groups that are not reported. Set on the command line only.
  package var ignore: [String] = []

  package init() {}

  /// The name of the file that holds a folder's settings.
  package static let fileName = ".issue-lsp.yaml"

  /// How loud the rule `code` is; `nil` when it is off.
  ///
  /// - Parameter severity: what the rule itself would say.
  package func severity(of code: String, default severity: Severity) -> Severity? {
    let group = Self.group(of: code)
    func names(_ list: [String]) -> Bool { list.contains(code) || list.contains(group) }
    if !select.isEmpty && !names(select) || names(ignore) { return nil }
    switch rules[code] ?? rules[group] {
    case nil: return severity
    case .off: return nil
    case .severity(let chosen): return chosen
    }
  }

  /// Whether no rule is off, or louder or quieter than it would be by itself.
  var takesRulesAsTheyAre: Bool { select.isEmpty && ignore.isEmpty && rules.isEmpty }

  /// `body` for `body/label-typo`.
  package static func group(of code: String) -> String {
    String(code.prefix { $0 != "/" })
  }
}

/// What the configuration says of a rule.
package enum RuleLevel: Sendable, Equatable {
  case off
  case severity(Severity)

  package init?(name: String) {
    if name == "off" {
      self = .off
    } else if let severity = Severity.allCases.first(where: { $0.name == name }) {
      self = .severity(severity)
    } else {
      return nil
    }
  }

  static let names = ["off"] + Severity.allCases.map(\.name)
}

/// What the writer wants of the front matter instead of what the archive teaches.
package struct FrontMatterSettings: Sendable, Equatable {
  /// Keys that every issue must have; `nil` leaves it to the archive.
  package var required: [String]?
  package var fields: [String: Field] = [:]

  package struct Field: Sendable, Equatable {
    package var type: FieldType?
    /// In characters as a reader counts them (Unicode scalars).
    package var maxLength: Int?

    package init(type: FieldType? = nil, maxLength: Int? = nil) {
      self.type = type
      self.maxLength = maxLength
    }
  }

  package enum FieldType: String, Sendable, CaseIterable {
    case string, integer, number, boolean, date, url, list, mapping
  }
}

package struct CompletionSettings: Sendable, Equatable {
  /// Whether `zhipu` and `zp` find 智谱.
  package var pinyin = false
  /// Letters and digits that must be typed before names are offered.
  package var minLatin = 1
  /// Chinese characters that must be typed before names are offered.
  package var minHan = 1
}

extension Configuration {
  /// The diagnostic as loud as the writer wants it; `nil` when it is off.
  package func judged(_ diagnostic: Diagnostic) -> Diagnostic? {
    guard let severity = severity(of: diagnostic.code, default: diagnostic.severity) else {
      return nil
    }
    var diagnostic = diagnostic
    diagnostic.severity = severity
    return diagnostic
  }
}
