package import Syntax

/// A name of a table. It stays valid in that table and in its later states.
package struct NameID: Sendable, Hashable {
  package let number: UInt32

  package init(number: UInt32) { self.number = number }
}

/// What is known of a name.
package struct Name: Sendable, Equatable {
  package enum Origin: UInt8, Sendable {
    /// Learnt from the text of issues.
    case archive
    /// Known beforehand, attested by the archive.
    case builtin
    /// The writer's own.
    case user

    package var word: String {
      switch self {
      case .archive: "archive"
      case .builtin: "builtin"
      case .user: "user"
      }
    }
  }

  package var id: NameID
  /// The spelling the archive uses most.
  package var canonical: String
  package var kind: NameKind
  /// The other spellings that the archive uses, most frequent first.
  package var aliases: [String]
  package var mentionCount: Int
  package var issueCount: Int
  package var first: Day?
  package var last: Day?
  package var origin: Origin

  package init(
    id: NameID, canonical: String, kind: NameKind, aliases: [String], mentionCount: Int,
    issueCount: Int, first: Day?, last: Day?, origin: Origin
  ) {
    self.id = id
    self.canonical = canonical
    self.kind = kind
    self.aliases = aliases
    self.mentionCount = mentionCount
    self.issueCount = issueCount
    self.first = first
    self.last = last
    self.origin = origin
  }
}

/// A place where a name stands.
package struct NameMention: Sendable, Equatable {
  package var id: NameID
  /// UTF-8 bytes of the issue's file.
  package var range: ByteRange

  package init(id: NameID, range: ByteRange) {
    self.id = id
    self.range = range
  }
}

/// One entry of the writer's own `names.yaml`.
package struct UserName: Sendable, Equatable {
  package var name: String
  /// `nil` leaves the kind to what is known and learnt.
  package var kind: NameKind?
  package var aliases: [String]
  /// The text is never taken for a name.
  package var ignore: Bool

  package init(name: String, kind: NameKind?, aliases: [String] = [], ignore: Bool = false) {
    self.name = name
    self.kind = kind
    self.aliases = aliases
    self.ignore = ignore
  }
}
