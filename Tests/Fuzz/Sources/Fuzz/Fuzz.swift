import Analysis
import Archive
import LanguageServerProtocol
import Platform
import Server
import Syntax
import TestSupport

@_silgen_name("LLVMFuzzerRunDriver")
func runDriver(
  _: UnsafeMutablePointer<CInt>,
  _: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// Runs the fuzzer on the target that `FUZZ_TARGET` names. A trap, a broken law or a leak is a
/// finding.
@main
struct Fuzz {
  static let targets: [String: @Sendable ([UInt8]) -> Void] = [
    "framing": framing, "markdown": markdown, "front-matter": frontMatter, "edits": edits,
    "sessions": sessions,
  ]

  static func main() {
    var count = CommandLine.argc
    var arguments = CommandLine.unsafeArgv
    exitProcess(
      runDriver(&count, &arguments) { bytes, count in
        Fuzz.target(Array(UnsafeBufferPointer(start: bytes, count: count)))
        return 0
      })
  }

  static let target: @Sendable ([UInt8]) -> Void = {
    let name = environmentVariable("FUZZ_TARGET") ?? ""
    guard let target = targets[name] else {
      fatalError("FUZZ_TARGET is none of \(targets.keys.sorted())")
    }
    return target
  }()

  /// What is cut into frames and read is written and read again the same.
  private static func framing(_ input: [UInt8]) {
    var frames = FrameReader()
    let middle = input.count / 2
    for part in [input[..<middle], input[middle...]] {
      frames.append(Array(part))
      while let frame = frames.next() {
        guard case .message(let body) = frame, let json = try? JSONReader.read(body) else {
          continue
        }
        _ = Message(json)
        precondition((try? JSONReader.read(JSONWriter.bytes(of: json))) == json)
      }
    }
    if let json = try? JSONReader.read(input) {
      precondition((try? JSONReader.read(JSONWriter.bytes(of: json))) == json)
    }
  }

  private static func markdown(_ input: [UInt8]) {
    let tree = BlockTree(parsing: input)
    precondition(tree.root.length == input.count || input.isEmpty)
    _ = XMLPrinter.print(tree, of: input, sourcepos: true)
  }

  private static func frontMatter(_ input: [UInt8]) {
    let document = Document(bytes: Array("---\n".utf8) + input + Array("\n---\n# a\n".utf8))
    var cache = DiagnosticsCache()
    let snapshot = Snapshot(document: document, path: "/a/2026-01-31.md")
    for diagnostic in diagnostics(of: snapshot, cache: &cache) {
      precondition(diagnostic.range.end <= document.bytes.count)
    }
  }

  /// The first half is a text, the second are edits of it: the tree after each is that of a full
  /// parse.
  private static func edits(_ input: [UInt8]) {
    let middle = input.count / 2
    var document = Document(bytes: Array(input[..<middle]))
    var rest = input[middle...]
    while rest.count >= 3 {
      let start = Int(rest.removeFirst())
      let length = Int(rest.removeFirst()) % 16
      let count = Int(rest.removeFirst()) % 8
      let text = Array(rest.prefix(count))
      rest = rest.dropFirst(count)
      document.apply(TextEdit(range: ByteRange(start, start + length), newText: text))
      let fresh = Document(bytes: document.bytes)
      precondition(document.frontMatter == fresh.frontMatter)
      precondition(
        XMLPrinter.print(document.body, of: document.bytes, sourcepos: true)
          == XMLPrinter.print(fresh.body, of: fresh.bytes, sourcepos: true))
    }
  }

  /// Each request gets one answer, and no invariant breaks.
  private static func sessions(_ input: [UInt8]) {
    let session = RandomSession(input)
    var options = ServerOptions()
    options.readsConfiguration = false
    options.isParanoid = true
    var answers: [Int: Int] = [:]
    let status = replaySession(session.input, options: options) { message in
      if let json = try? JSONReader.read(message), json["method"] == nil,
        let id = json["id"]?.integer
      {
        answers[id, default: 0] += 1
      }
      return true
    }
    precondition(status == 0)
    precondition(session.requests.allSatisfy { answers[$0] == 1 })
  }
}
