package import Syntax

/// How sure and how bad. The order is that of concern, least first.
package enum Severity: Int, Sendable, Comparable, CaseIterable {
  case hint
  case info
  case warning
  case error

  package static func < (a: Severity, b: Severity) -> Bool { a.rawValue < b.rawValue }

  /// The word that the command line and the configuration use.
  package var name: String {
    switch self {
    case .hint: "hint"
    case .info: "info"
    case .warning: "warning"
    case .error: "error"
    }
  }
}

/// A way to mend what a diagnostic reports.
package struct Fix: Sendable, Equatable {
  package var title: String
  /// A safe fix never changes a correct value; others are offered only in the editor.
  package var isSafe: Bool
  /// In text order, without overlap; UTF-8 bytes of the text that was checked.
  package var edits: [TextEdit]

  package init(title: String, isSafe: Bool, edits: [TextEdit]) {
    self.title = title
    self.isSafe = isSafe
    self.edits = edits
  }
}

/// Another place that a diagnostic speaks of.
package struct RelatedPlace: Sendable, Equatable {
  /// `nil` for the checked issue itself, else the absolute path of another issue.
  package var path: String?
  /// UTF-8 bytes of that issue.
  package var range: ByteRange
  /// 0-based line of `range.start`.
  package var line: Int
  package var message: String

  package init(path: String?, range: ByteRange, line: Int, message: String) {
    self.path = path
    self.range = range
    self.line = line
    self.message = message
  }
}

/// One report about an issue.
package struct Diagnostic: Sendable, Equatable {
  /// UTF-8 bytes of the text that was checked.
  package var range: ByteRange
  package var severity: Severity
  /// `group/name`, one of `Rule.all`.
  package var code: String
  /// Says what is wrong and why, in the language asked for.
  package var message: String
  /// The preferred cure first; `--fix` takes it when it is safe.
  package var fixes: [Fix]
  package var related: [RelatedPlace]

  package init(
    range: ByteRange, severity: Severity, code: String, message: String, fixes: [Fix] = [],
    related: [RelatedPlace] = []
  ) {
    self.range = range
    self.severity = severity
    self.code = code
    self.message = message
    self.fixes = fixes
    self.related = related
  }
}
