import Platform

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A program that a test starts and talks to over pipes.
package final class ChildProcess: @unchecked Sendable {
  // Sendable by hand: a test uses one from one thread at a time.
  package let id: Int32
  private var input: Int32
  private let output: Int32
  private var status: Int32?

  package struct CannotStart: Error {
    let executable: String
    let code: Int32
  }

  /// - Parameters:
  ///   - environment: variables besides those of the tests themselves.
  ///   - errorFile: where standard error goes; nowhere by default.
  package init(
    _ executable: String, _ arguments: [String] = [], environment: [String: String] = [:],
    workingDirectory: String? = nil, errorFile: String = "/dev/null"
  ) throws {
    ignoreBrokenPipes()
    let (childInput, input) = openPipe()
    let (output, childOutput) = openPipe()
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = unsafe posix_spawn_file_actions_t()
    #endif
    unsafe posix_spawn_file_actions_init(&actions)
    defer { _ = unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_adddup2(&actions, childInput, 0)
    unsafe posix_spawn_file_actions_adddup2(&actions, childOutput, 1)
    unsafe posix_spawn_file_actions_addopen(
      &actions, 2, errorFile, O_WRONLY | O_CREAT | O_APPEND, 0o644)
    var variables = inheritedEnvironment()
    variables.merge(environment) { _, new in new }
    // There is no portable way to start a child in another folder but through the shell.
    let folder = workingDirectory.map { ["/bin/sh", "-c", "cd \"$0\" && exec \"$@\"", $0] } ?? []
    let command = folder + [executable] + arguments
    var words = unsafe command.map { unsafe strdup($0) } + [nil]
    var settings = unsafe variables.map { unsafe strdup("\($0.key)=\($0.value)") } + [nil]
    defer { unsafe (words + settings).forEach { unsafe free($0) } }
    var id = pid_t()
    let code = unsafe posix_spawnp(&id, command[0], &actions, nil, &words, &settings)
    _ = close(childInput)
    _ = close(childOutput)
    self.id = id
    self.input = input
    self.output = output
    if code != 0 {
      status = -1
      throw CannotStart(executable: executable, code: code)
    }
  }

  deinit {
    if status == nil {
      kill(SIGKILL)
      _ = wait()
    }
    closeInput()
    _ = close(output)
  }

  /// Writes all bytes; what a child that has gone does not take is lost.
  package func write(_ bytes: [UInt8]) {
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes.withUnsafeBytes {
        unsafe systemWrite(input, $0.baseAddress.map { unsafe $0 + written }, $0.count - written)
      }
      if count <= 0 { return }
      written += count
    }
  }

  package func closeInput() {
    if input >= 0 { _ = close(input) }
    input = -1
  }

  /// Some bytes of the output; empty at its end, `nil` when none come in time.
  package func read(waitingAtMost milliseconds: Int = 30_000) -> [UInt8]? {
    var waiting = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
    guard unsafe poll(&waiting, 1, Int32(milliseconds)) > 0 else { return nil }
    return unsafe [UInt8](unsafeUninitializedCapacity: 65536) { buffer, count in
      count = max(0, unsafe systemRead(output, buffer.baseAddress, buffer.count))
    }
  }

  /// All output to its end.
  package func readToEnd() -> [UInt8] {
    var bytes: [UInt8] = []
    while let part = read(), !part.isEmpty { bytes += part }
    return bytes
  }

  package func kill(_ signal: Int32) {
    if status == nil { _ = systemKill(id, signal) }
  }

  /// Waits for the end of the process.
  ///
  /// - Returns: the exit status, the negative number of the signal that ended it, or `nil` when it
  ///   has not ended in time.
  package func wait(atMost milliseconds: Int = 30_000) -> Int32? {
    if let status { return status }
    let end = monotonicNanoseconds() + UInt64(milliseconds) * 1_000_000
    var raw: Int32 = 0
    while unsafe waitpid(id, &raw, WNOHANG) == 0 {
      if monotonicNanoseconds() > end { return nil }
      sleep(milliseconds: 2)
    }
    let signal = raw & 0x7F
    status = signal == 0 ? raw >> 8 & 0xFF : -signal
    return status
  }
}

// The methods above bear the names of the functions that they call.
private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  unsafe write(descriptor, bytes, count)
}

private func systemRead(
  _ descriptor: Int32, _ bytes: UnsafeMutableRawPointer?, _ count: Int
) -> Int {
  unsafe read(descriptor, bytes, count)
}

private func systemKill(_ process: Int32, _ signal: Int32) -> Int32 { kill(process, signal) }

/// Both ends of a pipe that other children do not inherit.
private func openPipe() -> (read: Int32, write: Int32) {
  var ends: [Int32] = [-1, -1]
  unsafe pipe(&ends)
  for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
  return (ends[0], ends[1])
}

private func inheritedEnvironment() -> [String: String] {
  var variables: [String: String] = [:]
  for name in ["PATH", "HOME", "TMPDIR", "LANG", "CI", "NVIM", "LD_LIBRARY_PATH"] {
    variables[name] = environmentVariable(name)
  }
  return variables
}

/// The folder of the products that were built with these tests.
package func productsDirectory() -> String {
  let bundle = CommandLine.arguments.first { $0.contains(".xctest") } ?? ""
  let start = bundle.split(separator: "/").prefix { !$0.hasSuffix(".xctest") }
  return (bundle.hasPrefix("/") ? "/" : "") + start.joined(separator: "/")
}

/// The program under test.
package func builtProgram() -> String { "\(productsDirectory())/issue-lsp" }

/// The folder of the package, in which `seeds` and `editors` lie.
package func packageDirectory() -> String {
  var path = #filePath
  for _ in 0..<3 { path = parentDirectory(of: path) }
  return path
}
