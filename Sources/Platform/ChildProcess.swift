#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// What a process that has ended took from the machine.
package struct ResourceUsage: Sendable, Equatable {
  /// Nanoseconds in the program itself and in system calls for it, on all cores.
  package let processorTime: UInt64
  /// The most memory that was resident at once, in bytes. Linux counts what the starting process had
  /// when it started this one too.
  package let peakMemory: Int
}

/// A program that runs beside this one, with pipes to its standard input and from its standard
/// output.
package final class ChildProcess {
  package let id: Int
  private var input: Int32
  private var output: Int32

  /// Starts a program, looked for in `PATH` when its name has no slash.
  ///
  /// - Parameters:
  ///   - command: the program, then its arguments.
  ///   - showsErrors: whether its standard error is this process's own, or goes nowhere.
  package init(_ command: [String], showsErrors: Bool = false) throws(SystemError) {
    let name = command.first ?? ""
    let toChild = try makePipe(for: name)
    let fromChild = try makePipe(for: name)
    defer {
      _ = close(toChild.reading)
      _ = close(fromChild.writing)
    }
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = unsafe posix_spawn_file_actions_t()
    #endif
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe _ = posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_adddup2(&actions, toChild.reading, 0)
    unsafe posix_spawn_file_actions_adddup2(&actions, fromChild.writing, 1)
    if !showsErrors {
      unsafe posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    }
    // The thread at hand may hold signals back and the process ignore some: the program starts afresh.
    #if canImport(Darwin)
      var attributes: posix_spawnattr_t?
    #else
      var attributes = posix_spawnattr_t()
    #endif
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe _ = posix_spawnattr_destroy(&attributes) }
    var held = sigset_t()
    unsafe sigemptyset(&held)
    unsafe posix_spawnattr_setsigmask(&attributes, &held)
    var ignored = sigset_t()
    unsafe sigemptyset(&ignored)
    unsafe sigaddset(&ignored, SIGPIPE)
    unsafe posix_spawnattr_setsigdefault(&attributes, &ignored)
    let flags = Int16(POSIX_SPAWN_SETSIGMASK) | Int16(POSIX_SPAWN_SETSIGDEF)
    unsafe posix_spawnattr_setflags(&attributes, flags)
    let words = unsafe command.map { unsafe strdup($0) }
    defer { unsafe words.forEach { unsafe free($0) } }
    var arguments = unsafe words + [nil]
    var process = pid_t()
    let code = unsafe posix_spawnp(
      &process, name, &actions, &attributes, &arguments, environ)
    guard code == 0 else {
      _ = close(toChild.writing)
      _ = close(fromChild.reading)
      throw SystemError(code: code, path: name)
    }
    id = Int(process)
    input = toChild.writing
    output = fromChild.reading
  }

  deinit {
    closeInput()
    closeOutput()
  }

  package func write(_ parts: [[UInt8]]) throws(SystemError) {
    try writeAll(parts, to: input, path: "")
  }

  /// The program reads the end of its input.
  package func closeInput() {
    if input >= 0 { _ = close(input) }
    input = -1
  }

  /// The program finds nobody who reads what it writes.
  package func closeOutput() {
    if output >= 0 { _ = close(output) }
    output = -1
  }

  /// Waits for output and appends what is there, at most `limit` bytes.
  ///
  /// - Parameter timeout: how long to wait, in milliseconds, before it throws; `nil` for ever.
  /// - Returns: how many bytes came; 0 at the end of the output.
  package func read(
    into bytes: inout [UInt8], limit: Int = 65536, timeout: Int? = nil
  ) throws(SystemError) -> Int {
    if let timeout {
      var waiting = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
      guard unsafe poll(&waiting, 1, Int32(clamping: timeout)) != 0 else {
        throw SystemError(code: ETIMEDOUT, path: "")
      }
    }
    return try readSome(output, into: &bytes, limit: limit)
  }

  /// Ends the program at once; `wait` is still to be called.
  package func kill() {
    if let process = pid_t(exactly: id) { _ = signal(process) }
  }

  private func signal(_ process: pid_t) -> Int32 {
    #if canImport(Darwin)
      Darwin.kill(process, SIGKILL)
    #elseif canImport(Musl)
      Musl.kill(process, SIGKILL)
    #else
      Glibc.kill(process, SIGKILL)
    #endif
  }

  /// Waits for the end of the program; to be called once.
  ///
  /// - Returns: the exit status, 128 and the signal's number where one ended it.
  package func wait() -> (status: Int, usage: ResourceUsage) {
    var status: Int32 = 0
    var usage = rusage()
    let process = pid_t(truncatingIfNeeded: id)
    _ = retrying { unsafe Int(wait4(process, &status, 0, &usage)) }
    let terminatingSignal = Int(status & 0x7F)
    #if canImport(Darwin)
      let unit = 1
    #else
      let unit = 1024
    #endif
    return (
      terminatingSignal == 0 ? Int(status >> 8 & 0xFF) : 128 + terminatingSignal,
      ResourceUsage(
        processorTime: nanoseconds(usage.ru_utime) + nanoseconds(usage.ru_stime),
        peakMemory: Int(usage.ru_maxrss) * unit)
    )
  }

  /// Bytes of memory that are resident now; `nil` where the system does not tell.
  package var residentMemory: Int? {
    #if canImport(Darwin)
      var usage = rusage_info_v2()
      let result = unsafe withUnsafeMutablePointer(to: &usage) { pointer in
        unsafe pointer.withMemoryRebound(to: rusage_info_t?.self, capacity: 1) {
          unsafe proc_pid_rusage(pid_t(truncatingIfNeeded: id), RUSAGE_INFO_V2, $0)
        }
      }
      return result == 0 ? Int(clamping: usage.ri_resident_size) : nil
    #else
      // The second number of `statm` is in pages.
      guard let bytes = try? readFile("/proc/\(id)/statm") else { return nil }
      let fields = String(decoding: bytes, as: UTF8.self).split(separator: " ")
      guard fields.count > 1, let pages = Int(fields[1]) else { return nil }
      return pages * Int(sysconf(Int32(_SC_PAGESIZE)))
    #endif
  }
}

private func nanoseconds(_ time: timeval) -> UInt64 {
  UInt64(clamping: time.tv_sec) * 1_000_000_000 + UInt64(clamping: time.tv_usec) * 1000
}

private func makePipe(
  for name: String
) throws(SystemError) -> (reading: Int32, writing: Int32) {
  var ends: [Int32] = [-1, -1]
  guard unsafe pipe(&ends) == 0 else { throw SystemError(path: name) }
  // Another child must not hold these ends, or the end of a stream would never come.
  for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
  return (ends[0], ends[1])
}
