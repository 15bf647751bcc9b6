// Reads bodies from standard input, each after a line with its length in bytes, and prints the XML
// of each in the same manner: comparing many thousand with another parser takes one process.
import Platform
import Syntax

let sourcepos = CommandLine.arguments.contains("--sourcepos")
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
  let body = Array(input[start..<offset])
  let xml = XMLPrinter.print(BlockTree(parsing: body), of: body, sourcepos: sourcepos)
  output += Array("\(xml.count)\n".utf8) + xml
}
try write(output, to: .output)
