import TestSupport
import Testing

@Suite struct SoakTests {
  @Test func `after many edits and requests, and an archive that changed, the texts agree`() throws
  {
    let soak = try Soak([BuiltProgram.path, "--paranoid"], seed: 3)
    try soak.run(edits: 3_000, requests: 600)
    #expect(soak.editCount == 3_000)
    #expect(try soak.end() == 0)
  }
}
