// The parser for scripts and long runs, built for speed.
//
// Without arguments it reads bodies from standard input, each after a line with its length in bytes,
// and prints the XML of each in the same manner (`--sourcepos`: with positions): comparing many
// thousand with another parser takes one process. `--values` does so for YAML: the value as JSON, or
// the causes of what is wrong after a `!`. `--edits COUNT SEED` carries out random edits and
// holds every tree against one made from scratch.
import Platform
import Syntax
import TestSupport

let arguments = CommandLine.arguments
if let index = arguments.firstIndex(of: "--edits"), arguments.count > index + 2,
  let count = Int(arguments[index + 1]), let seed = UInt64(arguments[index + 2])
{
  var edits = RandomEdits(seed: seed)
  let problem = edits.firstProblem(among: count)
  try write(
    (problem.map { $0 + "\n" } ?? "") + "\(problem == nil ? count : 0) passed, ", to: .output)
  try write("\(problem == nil ? 0 : 1) failed\n", to: .output)
  exitProcess(problem == nil ? 0 : 1)
}
if arguments.contains("--values") {
  try answerEach { text in
    let document = YAML.parse(text)
    guard document.isValid else {
      let causes = document.problems.filter { !$0.isSuspicion }.map { "\($0.cause)" }
      return Array(("!" + causes.joined(separator: " ")).utf8)
    }
    return document.root?.json ?? Array("null".utf8)
  }
} else {
  let sourcepos = arguments.contains("--sourcepos")
  try answerEach { body in
    XMLPrinter.print(BlockTree(parsing: body), of: body, sourcepos: sourcepos)
  }
}

func answerEach(_ answer: ([UInt8]) -> [UInt8]) throws {
  let input = try readWholeStandardInput()
  var output: [UInt8] = []
  var offset = 0
  while offset < input.count {
    var length = 0
    while offset < input.count, input[offset] != 0x0A {
      length = length * 10 + Int(input[offset] &- 0x30)
      offset += 1
    }
    let start = min(offset + 1, input.count)
    offset = min(start + length, input.count)
    let result = answer(Array(input[start..<offset]))
    output += Array("\(result.count)\n".utf8) + result
  }
  try write(output, to: .output)
}
