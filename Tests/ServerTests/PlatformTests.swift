import Platform
import TestSupport
import Testing

@Suite struct PlatformTests {
  let folder = TemporaryFolder()

  @Test func `a file is read as it was written`() throws {
    let path = folder.path("a.md")
    for size in [0, 1, 4095, 4096, 4097, 1 << 20] {
      let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31) }
      try writeFileAtomically(path, bytes)
      #expect(try readFile(path) == bytes)
      #expect(try fileStatus(path).size == size)
    }
    #expect(try listDirectory(folder.path).map(\.name) == ["a.md"])
  }

  @Test func `what cannot be read says why`() throws {
    let path = folder.path("a.md")
    try writeFileAtomically(path, Array("12345".utf8))
    #expect(throws: SystemError(.tooLarge(limit: 4), path: path)) { try readFile(path, limit: 4) }
    #expect(try readFile(path, limit: 5).count == 5)
    #expect(throws: SystemError(.isDirectory, path: folder.path)) { try readFile(folder.path) }
    #expect(throws: SystemError(.notFound, path: "/nowhere/x")) { try readFile("/nowhere/x") }
    #expect(throws: SystemError(.notDirectory, path: path)) { try listDirectory(path) }
  }

  @Test func `a link stays a link when its file is written`() throws {
    let path = folder.path("real.md")
    let link = folder.path("link.md")
    try writeFileAtomically(path, Array("old".utf8))
    try createSymbolicLink(link, to: path)
    try writeFileAtomically(link, Array("new".utf8))
    #expect(try readFile(path) == Array("new".utf8))
    #expect(try fileStatus(link, followingLinks: false).kind == .symbolicLink)
    #expect(try canonicalPath(link) == canonicalPath(path))
  }

  @Test func `paths are made absolute by their letters`() {
    #expect(absolutePath("b/../c.md", relativeTo: "/a") == "/a/c.md")
    #expect(absolutePath("/a//./b", relativeTo: "/x") == "/a/b")
    #expect(absolutePath("../../..", relativeTo: "/a/b") == "/")
    #expect(parentDirectory(of: "/a/b") == "/a")
    #expect(parentDirectory(of: "/a") == "/")
    #expect(parentDirectory(of: "a") == ".")
    #expect(lastComponent(of: "/a/日报.md") == "日报.md")
  }

  @Test func `every index is worked on exactly once`() {
    let hits = Guarded([Int](repeating: 0, count: 1000))
    parallelFor(1000, workers: 4) { index in hits.withLock { $0[index] += 1 } }
    #expect(hits.withLock { $0.allSatisfy { $0 == 1 } })
  }

  @Test func `a mailbox keeps the order of each sender`() {
    let mailbox = Mailbox<Int>()
    startThread { for number in 0..<1000 { mailbox.put(number) } }
    var received: [Int] = []
    while received.count < 1000 { received += mailbox.takeAll() }
    #expect(received == Array(0..<1000))
  }

  @Test func `a process that runs is alive and one that never was is not`() {
    #expect(processIsAlive(currentProcessID()))
    #expect(!processIsAlive(0))
    #expect(!processIsAlive(-1))
    #expect(!processIsAlive(Int.max))
  }
}
