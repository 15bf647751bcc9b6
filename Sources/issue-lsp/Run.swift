import Analysis
import Platform
import Server

/// The version that `--version` and the server's `serverInfo` tell.
let version = "1.0.0"

/// How a run ends.
enum ExitStatus {
  static let success: Int32 = 0
  /// Something at or above `--fail-on` was found.
  static let found: Int32 = 1
  /// Usage, configuration, or input and output failed.
  static let failure: Int32 = 2
}

/// Does what the command line says.
///
/// - Parameter words: without the name of the program.
/// - Returns: the exit status.
func run(_ words: [String]) -> Int32 {
  ignoreBrokenPipes()
  keepLargeBlocksApart()
  var console = Console()
  let language = wantedLanguage(words)
  let arguments: Arguments
  do throws(Arguments.Mistake) {
    arguments = try Arguments(words, in: language)
  } catch {
    console.note("issue-lsp: \(error.message)")
    console.note(language.say("issue-lsp --help tells more", "用法见 issue-lsp --help"))
    return ExitStatus.failure
  }
  if arguments.mode == .server { return serve(arguments) }
  var command = Command(arguments: arguments, language: language, console: console)
  let status = command.run()
  command.console.flush()
  if let failure = command.console.failure {
    command.console.note("issue-lsp: \(failure)")
    return ExitStatus.failure
  }
  return status
}

/// The language of messages, known before the command line is understood.
private func wantedLanguage(_ words: [String]) -> Language {
  for (index, word) in words.enumerated() {
    if word == "--" { break }
    if word.utf8.starts(with: "--lang=".utf8) { return Language(locale: String(word.dropFirst(7))) }
    if word == "--lang", index + 1 < words.count { return Language(locale: words[index + 1]) }
  }
  let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap(environmentVariable)
    .first { !$0.isEmpty }
  return Language(locale: locale ?? "")
}

private func serve(_ arguments: Arguments) -> Int32 {
  let folder = currentDirectory()
  func absolute(_ path: String) -> String { absolutePath(path, relativeTo: folder) }
  var options = ServerOptions()
  options.archives = arguments.all("--archive").map(absolute)
  options.configurationFile = arguments.value("--config").map(absolute)
  options.readsConfiguration = !arguments.has("--no-config")
  options.workers = arguments.number("--jobs") ?? coreCount
  // The client's locale counts unless the command line says otherwise.
  options.language = arguments.value("--lang").map { Language(locale: $0) }
  options.clientProcessID = arguments.number("--clientProcessId")
  options.logFile = arguments.value("--log")
  options.logsMessages = arguments.has("--trace")
  options.recordFile = arguments.value("--record")
  options.replayFile = arguments.value("--replay")
  options.isParanoid = arguments.has("--paranoid")
  options.version = version
  return runServer(options)
}
