/// A call to the system that failed, told so that a message can be made of it.
package struct SystemError: Error, Sendable, Equatable, CustomStringConvertible {
  package enum Kind: Sendable, Equatable {
    case notFound
    case permissionDenied
    case isDirectory
    case notDirectory
    /// A pipe or a device, say.
    case notRegular
    /// Larger than the limit, in bytes, that the caller gave.
    case tooLarge(limit: Int)
    case brokenPipe
    case alreadyExists
    case other(code: Int32)
  }

  package let kind: Kind
  /// What the call was about; empty for the standard streams.
  package let path: String

  package init(_ kind: Kind, path: String) {
    self.kind = kind
    self.path = path
  }

  /// The error that the last system call of this thread left behind.
  init(code: Int32 = System.lastError, path: String) {
    self.path = path
    kind = System.kind(ofError: code)
  }

  /// The reason without the path, in English.
  package var reason: String {
    switch kind {
    case .notFound: "no such file or folder"
    case .permissionDenied: "permission denied"
    case .isDirectory: "is a folder"
    case .notDirectory: "is not a folder"
    case .notRegular: "is no regular file"
    case .tooLarge(let limit): "larger than the limit of \(limit) bytes"
    case .brokenPipe: "the reader has gone"
    case .alreadyExists: "exists already"
    case .other(let code): System.message(ofError: code)
    }
  }

  package var description: String { path.isEmpty ? reason : "\(path): \(reason)" }
}
