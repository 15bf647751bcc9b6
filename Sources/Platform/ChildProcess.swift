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
    guard let toChild = System.makePipe() else { throw SystemError(path: name) }
    defer { System.closeFile(toChild.reading) }
    guard let fromChild = System.makePipe() else {
      let error = SystemError(path: name)
      System.closeFile(toChild.writing)
      throw error
    }
    defer { System.closeFile(fromChild.writing) }
    let (process, error) = System.spawn(
      command, input: toChild.reading, output: fromChild.writing, showsErrors: showsErrors)
    guard error == 0 else {
      System.closeFile(toChild.writing)
      System.closeFile(fromChild.reading)
      throw SystemError(code: error, path: name)
    }
    id = process
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
    if input >= 0 { System.closeFile(input) }
    input = -1
  }

  /// The program finds nobody who reads what it writes.
  package func closeOutput() {
    if output >= 0 { System.closeFile(output) }
    output = -1
  }

  /// Waits for output and appends what is there, at most `limit` bytes.
  ///
  /// - Parameter timeout: how long to wait, in milliseconds, before it throws; `nil` for ever.
  /// - Returns: how many bytes came; 0 at the end of the output.
  package func read(
    into bytes: inout [UInt8], limit: Int = 65536, timeout: Int? = nil
  ) throws(SystemError) -> Int {
    if let timeout, !System.waitUntilReady(output, for: .reading, milliseconds: timeout) {
      throw SystemError(code: System.timedOut, path: "")
    }
    return try readSome(output, into: &bytes, limit: limit)
  }

  /// Ends the program at once; `wait` is still to be called.
  package func kill() { System.killProcess(id) }

  /// Waits for the end of the program; to be called once.
  ///
  /// - Returns: the exit status, 128 and the signal's number where one ended it.
  package func wait() -> (status: Int, usage: ResourceUsage) { System.waitForEnd(of: id) }

  /// Bytes of memory that are resident now; `nil` where the system does not tell.
  package var residentMemory: Int? { System.residentMemory(of: id) }
}
