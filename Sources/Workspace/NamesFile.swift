package import Analysis
package import Archive
import Platform

/// Why a name could not be added to the names file.
package enum NamesFileError: Error, Sendable, Equatable {
  case file(FileProblem)
  /// The file is no list of names that one more could follow.
  case notAList(path: String)
  /// The name stands in the file for something else. The line counts from 1.
  case known(path: String, line: Int)

  package func message(in language: Language) -> String {
    switch self {
    case .file(let problem): "\(problem.path): \(problem.message(in: language))"
    case .notAList(let path):
      language.say(
        "\(path) is not a YAML list of names; nothing was added", "\(path) 不是名称的 YAML 列表，未添加")
    case .known(let path, let line):
      language.say(
        "\(path):\(line): the name stands here already; change it there",
        "\(path):\(line)：这个名称已在这里，请直接修改")
    }
  }
}

/// Adds an entry to the names file at `path`, which is made where there is none. At any moment the
/// file holds either the old entries or the old and the new.
package func addName(_ name: UserName, toFile path: String) throws(NamesFileError) {
  let added: [UInt8]
  switch addingName(name, to: try bytes(ofFile: path)) {
  case .file(let bytes): added = bytes
  case .nothing: return
  case .known(let line): throw .known(path: path, line: line)
  case .impossible: throw .notAList(path: path)
  }
  do throws(SystemError) {
    try createDirectory(parentDirectory(of: path))
    try writeFileAtomically(path, added)
  } catch {
    throw .file(FileProblem(path: path, error))
  }
}

private func bytes(ofFile path: String) throws(NamesFileError) -> [UInt8] {
  do throws(SystemError) {
    return try readRegularFile(path, limit: 1 << 20)
  } catch {
    if error.kind == .notFound { return [] }
    throw .file(FileProblem(path: path, error))
  }
}
