import Platform
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
  static func main() throws {
    try FuzzTarget.writeArchive(to: archive)
    var count = CommandLine.argc
    var arguments = CommandLine.unsafeArgv
    exitProcess(
      runDriver(&count, &arguments) { bytes, count in
        let input = Array(UnsafeBufferPointer(start: bytes, count: count))
        if let problem = Fuzz.target.problem(with: input, archive: Fuzz.archive) {
          fatalError(problem)
        }
        return 0
      })
  }

  static let archive = TemporaryFolder()

  static let target: FuzzTarget = {
    let name = environmentVariable("FUZZ_TARGET") ?? ""
    guard let target = FuzzTarget(rawValue: name) else {
      fatalError("FUZZ_TARGET is none of \(FuzzTarget.allCases.map(\.rawValue))")
    }
    return target
  }()
}
