import Syntax

// `--tree FILE`: what `cmark -t xml` prints for the body.
extension Command {
  mutating func tree() -> Int32 {
    guard let (_, document) = read(arguments.operands.first ?? "") else {
      return ExitStatus.failure
    }
    console.write(
      XMLPrinter.print(
        document.body, of: document.bytes, sourcepos: arguments.has("--sourcepos")))
    return ExitStatus.success
  }
}
