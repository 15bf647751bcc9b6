import Platform

/// What the command line asks for.
struct Options {
  var isJSON = false
  var withPeers = false
  /// Folders of issues to measure with, instead of generated ones.
  var archives: [String] = []
  /// Names of suites; empty for all.
  var suites: [String] = []
  /// The built server and checker.
  var program: String
  /// A stripped static build of it, which is measured for its size and start alone.
  var staticProgram: String?
  /// Bytes of the large archive that is generated, and of each issue in it.
  var archiveSize = 127_000_000
  var issueSize = 180_000
  /// Where to write that archive, and to do no more.
  var generated: String?
  /// Times the seeds' archive that the growth suite goes to.
  var growth = 1000

  static let help = """
    usage: issue-lsp-benchmark [SUITE…] [--archive DIR…] [--peers] [--json]

      SUITE            only these suites; --list names them
      --archive DIR    measure with these issues instead of generated ones (repeatable)
      --peers          run other programs too, where they are installed
      --json           one JSON object a row instead of tables
      --program FILE   the issue-lsp to measure; default: the one beside this program
      --static FILE    a build made with `--static-swift-stdlib -Xlinker -s`: its size and start
      --size BYTES     size of the generated archive; default 127000000
      --issue BYTES    size of each of its issues; default 180000
      --generate DIR   write that archive and measure nothing
      --growth TIMES   the growth suite goes up to this many times the seeds; default 1000
      --list           the suites

    """

  /// What the words say; `nil` after a word that is not understood.
  init?(_ words: [String], programFolder: String) {
    program = "\(programFolder)/issue-lsp"
    var rest = words[...]
    while let word = rest.popFirst() {
      switch word {
      case "--json": isJSON = true
      case "--peers": withPeers = true
      case "--archive":
        while let folder = rest.first, !folder.hasPrefix("-") {
          archives.append(absolutePath(folder, relativeTo: currentDirectory()))
          rest.removeFirst()
        }
      case "--program":
        guard let file = rest.popFirst() else { return nil }
        program = file
      case "--static":
        guard let file = rest.popFirst() else { return nil }
        staticProgram = file
      case "--size":
        guard let size = rest.popFirst().flatMap({ Int($0) }), size > 0 else { return nil }
        archiveSize = size
      case "--issue":
        guard let size = rest.popFirst().flatMap({ Int($0) }), size > 0 else { return nil }
        issueSize = size
      case "--generate":
        guard let folder = rest.popFirst() else { return nil }
        generated = folder
      case "--growth":
        guard let times = rest.popFirst().flatMap({ Int($0) }), times > 0 else { return nil }
        growth = times
      default:
        if word.hasPrefix("-") { return nil }
        suites.append(word)
      }
    }
  }
}
