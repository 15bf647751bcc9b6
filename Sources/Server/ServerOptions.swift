package import Analysis
import Platform

/// What the command line says of the server.
package struct ServerOptions: Sendable {
  /// Absolute folders of past issues that win over the configuration's.
  package var archives: [String] = []
  /// The configuration file that holds for all; `nil` to look for the nearest.
  package var configurationFile: String?
  /// Whether configuration and names files count at all.
  package var readsConfiguration = true
  /// How many threads read the archive.
  package var workers = coreCount
  /// The language of messages; `nil` leaves it to the client and the environment.
  package var language: Language?
  package var clientProcessID: Int?
  package var logFile: String?
  /// Whether each message is logged.
  package var logsMessages = false
  /// Where the bytes that come in are kept.
  package var recordFile: String?
  /// A recorded session, to be used instead of standard input.
  package var replayFile: String?
  /// Whether what is kept up to date step by step is compared with what is made afresh, and a
  /// broken invariant ends the process.
  package var isParanoid = false
  package var version = "0"

  package init() {}
}
