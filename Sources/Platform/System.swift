// The one file that imports the C library: every call to the system, as thin as Swift allows. What
// the room offers to others is built on these and has no need to know which system it runs on.

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A call that fails answers `nil`, `false` or a negative number and leaves its reason in
/// `lastError`. None of them gives up because a signal came.
enum System {}

// MARK: Errors

extension System {
  static var lastError: Int32 { errno }

  static let timedOut = ETIMEDOUT
  static let wouldBlock = EAGAIN

  static func kind(ofError code: Int32) -> SystemError.Kind {
    switch code {
    case ENOENT: .notFound
    case EACCES, EPERM: .permissionDenied
    case EISDIR: .isDirectory
    case ENOTDIR: .notDirectory
    case EPIPE: .brokenPipe
    case EEXIST: .alreadyExists
    default: .other(code: code)
    }
  }

  static func message(ofError code: Int32) -> String {
    guard let text = unsafe strerror(code) else { return "error \(code)" }
    return unsafe String(cString: text)
  }

  /// Repeats a call for as long as a signal interrupts it.
  private static func retrying(_ call: () -> Int) -> Int {
    while true {
      let result = call()
      if result >= 0 || errno != EINTR { return result }
    }
  }
}

// MARK: Descriptors

extension System {
  enum Access {
    case reading
    /// The file is made where it is missing.
    case appending
    /// The same, but what it held is dropped.
    case replacing
  }

  /// - Returns: a descriptor that no child process inherits; negative where it failed.
  static func openFile(_ path: String, _ access: Access) -> Int32 {
    let flags =
      switch access {
      case .reading: O_RDONLY
      case .appending: O_WRONLY | O_CREAT | O_APPEND
      case .replacing: O_WRONLY | O_CREAT | O_APPEND | O_TRUNC
      }
    return Int32(
      truncatingIfNeeded: retrying { unsafe Int(open(path, flags | O_CLOEXEC, 0o644)) })
  }

  static func closeFile(_ descriptor: Int32) { _ = close(descriptor) }

  /// Bytes that come next.
  ///
  /// - Parameter isFilling: whether to go on until `count` bytes are there or the end is reached;
  ///   else what comes first is enough.
  /// - Returns: empty at the end.
  static func readBytes(_ descriptor: Int32, _ count: Int, isFilling: Bool) -> [UInt8]? {
    var hasFailed = false
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      guard let base = buffer.baseAddress else { return }
      while filled < buffer.count {
        let got = retrying { unsafe read(descriptor, base + filled, buffer.count - filled) }
        hasFailed = got < 0
        if got <= 0 { return }
        filled += got
        if !isFilling { return }
      }
    }
    return hasFailed ? nil : bytes
  }

  /// Writes two arrays in one call, the first from `offset`.
  ///
  /// - Returns: how many bytes went out, maybe not all.
  static func writeBytes(
    _ descriptor: Int32, _ first: [UInt8], from offset: Int, _ second: [UInt8]
  ) -> Int {
    unsafe first.withUnsafeBytes { first in
      unsafe second.withUnsafeBytes { second in
        guard let start = first.baseAddress else { return 0 }
        var vectors = unsafe [
          iovec(
            iov_base: UnsafeMutableRawPointer(mutating: start + offset),
            iov_len: first.count - offset),
          iovec(
            iov_base: second.baseAddress.map { unsafe UnsafeMutableRawPointer(mutating: $0) },
            iov_len: second.count),
        ]
        return retrying { unsafe writev(descriptor, &vectors, second.isEmpty ? 1 : 2) }
      }
    }
  }

  enum Readiness {
    case reading
    case writing
  }

  /// Waits until reading or writing would not block.
  ///
  /// - Returns: whether it is so; `false` when the time was over first.
  static func waitUntilReady(
    _ descriptor: Int32, for readiness: Readiness, milliseconds: Int? = nil
  ) -> Bool {
    let events = Int16(readiness == .reading ? POLLIN : POLLOUT)
    var state = pollfd(fd: descriptor, events: events, revents: 0)
    return unsafe poll(&state, 1, milliseconds.map { Int32(clamping: $0) } ?? -1) != 0
  }

  /// Whether nobody holds the other end of a pipe or socket.
  static func isOtherEndGone(_ descriptor: Int32) -> Bool {
    var state = pollfd(fd: descriptor, events: 0, revents: 0)
    let gone = Int16(POLLERR | POLLHUP | POLLNVAL)
    return unsafe poll(&state, 1, 0) > 0 && state.revents & gone != 0
  }

  /// Waits until what was written is on disk.
  static func synchronize(_ descriptor: Int32) -> Bool { fsync(descriptor) == 0 }

  /// Whether the file may be written or is not there; else `errno` says why.
  static func mayWrite(_ path: String) -> Bool { unsafe access(path, W_OK) == 0 || errno == ENOENT }

  static func setPermissions(_ descriptor: Int32, _ mode: UInt32) -> Bool {
    fchmod(descriptor, mode_t(truncatingIfNeeded: mode & 0o7777)) == 0
  }

  static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// Columns of a terminal.
  static func width(ofTerminal descriptor: Int32) -> Int? {
    var size = winsize()
    guard unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
      return nil
    }
    return Int(size.ws_col)
  }

  /// No child process inherits the ends.
  static func makePipe() -> (reading: Int32, writing: Int32)? {
    var ends: [Int32] = [-1, -1]
    guard unsafe pipe(&ends) == 0 else { return nil }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }
}

// MARK: Files and folders

extension System {
  static func status(_ path: String, followingLinks: Bool) -> FileStatus? {
    var status = stat()
    let result = unsafe followingLinks ? stat(path, &status) : lstat(path, &status)
    return result == 0 ? fileStatus(status) : nil
  }

  static func status(of descriptor: Int32) -> FileStatus? {
    var status = stat()
    return unsafe fstat(descriptor, &status) == 0 ? fileStatus(status) : nil
  }

  private static func fileStatus(_ status: stat) -> FileStatus {
    let kind: FileKind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .directory
      case S_IFLNK: .symbolicLink
      default: .other
      }
    #if canImport(Darwin)
      let (modified, changed) = (status.st_mtimespec, status.st_ctimespec)
    #else
      let (modified, changed) = (status.st_mtim, status.st_ctim)
    #endif
    return FileStatus(
      kind: kind, size: Int(clamping: status.st_size),
      device: UInt64(truncatingIfNeeded: status.st_dev),
      inode: UInt64(truncatingIfNeeded: status.st_ino), modified: nanoseconds(modified),
      changed: nanoseconds(changed), mode: UInt32(status.st_mode))
  }

  /// - Returns: the entries of a folder without `.` and `..`; the kind is `nil` where the file
  ///   system leaves it to `status`.
  static func entries(of path: String) -> [(name: String, kind: FileKind?)]? {
    guard let directory = unsafe opendir(path) else { return nil }
    defer { unsafe _ = closedir(directory) }
    var entries: [(name: String, kind: FileKind?)] = []
    while let entry = unsafe readdir(directory) {
      guard let offset = MemoryLayout<dirent>.offset(of: \dirent.d_name) else { continue }
      let name = unsafe String(
        cString: UnsafeRawPointer(entry).advanced(by: offset).assumingMemoryBound(to: CChar.self))
      if name == "." || name == ".." { continue }
      let kind: FileKind? =
        switch unsafe Int32(entry.pointee.d_type) {
        case Int32(DT_REG): .file
        case Int32(DT_DIR): .directory
        case Int32(DT_LNK): .symbolicLink
        case Int32(DT_UNKNOWN): nil
        default: .other
        }
      entries.append((name, kind))
    }
    return entries
  }

  /// The path without symbolic links, `.` and `..`.
  static func resolve(_ path: String) -> String? {
    guard let resolved = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved)
  }

  static var workingFolder: String? {
    guard let path = unsafe getcwd(nil, 0) else { return nil }
    defer { unsafe free(path) }
    return unsafe String(cString: path)
  }

  static func makeFolder(_ path: String) -> Bool { unsafe mkdir(path, 0o755) == 0 }
  static func removeEntry(_ path: String) -> Bool { unsafe remove(path) == 0 }
  static func move(_ path: String, to new: String) -> Bool { unsafe rename(path, new) == 0 }
  static func makeLink(_ path: String, to target: String) -> Bool {
    unsafe symlink(target, path) == 0
  }

  /// Makes a file that nobody else has, its name `prefix` and some letters.
  static func makeTemporaryFile(_ prefix: String) -> (descriptor: Int32, path: String)? {
    var template = Array("\(prefix)XXXXXX".utf8CString)
    let descriptor = unsafe mkstemp(&template)
    guard descriptor >= 0 else { return nil }
    let path = template.dropLast().map { UInt8(bitPattern: $0) }
    return (descriptor, String(decoding: path, as: UTF8.self))
  }

  /// The permissions that a new file gets.
  static var usualPermissions: UInt32 {
    let mask = umask(0o077)
    _ = umask(mask)
    return 0o666 & ~UInt32(mask)
  }

  /// Holds signals to this thread back while `body` runs.
  static func withoutSignals<Failure: Error>(
    _ body: () throws(Failure) -> Void
  ) throws(Failure) {
    var signals = sigset_t()
    var before = sigset_t()
    unsafe sigfillset(&signals)
    unsafe pthread_sigmask(SIG_BLOCK, &signals, &before)
    defer { _ = unsafe pthread_sigmask(SIG_SETMASK, &before, nil) }
    try body()
  }
}

// MARK: Time

extension System {
  enum Clock {
    /// Never goes back.
    case monotonic
    /// The time that this thread has run.
    case thread
  }

  /// Nanoseconds since some moment.
  static func now(_ clock: Clock) -> UInt64 {
    var time = timespec()
    _ = unsafe clock_gettime(
      clock == .monotonic ? CLOCK_MONOTONIC : CLOCK_THREAD_CPUTIME_ID, &time)
    return UInt64(truncatingIfNeeded: nanoseconds(time))
  }

  static var localTime: LocalTime {
    var seconds = time(nil)
    var parts = unsafe tm()
    _ = unsafe localtime_r(&seconds, &parts)
    return unsafe LocalTime(
      year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday),
      hour: Int(parts.tm_hour), minute: Int(parts.tm_min), second: Int(parts.tm_sec))
  }

  private static func nanoseconds(_ time: timespec) -> Int64 {
    Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
  }

  private static func nanoseconds(_ time: timeval) -> UInt64 {
    UInt64(clamping: time.tv_sec) * 1_000_000_000 + UInt64(clamping: time.tv_usec) * 1000
  }

  static func rest(milliseconds: Int) { _ = poll(nil, 0, Int32(clamping: milliseconds)) }
}

// MARK: Changes to folders

extension System {
  /// A queue that the system puts a note in for each change to a folder that is watched.
  ///
  /// - Returns: a descriptor to read from, which never waits; negative where there is no such thing.
  static func makeChangeQueue() -> Int32 {
    #if canImport(Glibc)
      inotify_init1(Int32(bitPattern: UInt32(O_NONBLOCK | O_CLOEXEC)))
    #else
      -1
    #endif
  }

  /// Tells the queue of entries that come, go or are written to in the folder, not below it.
  ///
  /// - Returns: what the folder goes by, the same for as long as it is watched; negative where it
  ///   cannot be.
  static func watchFolder(_ path: String, _ queue: Int32) -> Int32 {
    #if canImport(Glibc)
      let changes = IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_MODIFY | IN_ONLYDIR
      return unsafe inotify_add_watch(queue, path, UInt32(truncatingIfNeeded: changes))
    #else
      return -1
    #endif
  }
}

// MARK: Memory

extension System {
  /// Has large blocks of memory go back to the system as they are freed: by itself, Glibc keeps them
  /// once there were some, and what is small comes to lie between them.
  static func keepLargeBlocksApart() {
    #if canImport(Glibc)
      _ = setAllocatorParameter(largestKept, 1 << 18)
    #endif
  }

  /// Gives back what is free by now.
  static func returnFreeMemory() {
    #if canImport(Glibc)
      _ = trimAllocator(0)
    #endif
  }
}

extension System {
  /// Has the most memory that was ever held count from now on: a process that is started inherits
  /// the number.
  static func forgetPeakMemory() {
    #if !canImport(Darwin)
      let descriptor = openFile("/proc/self/clear_refs", .appending)
      guard descriptor >= 0 else { return }
      _ = writeBytes(descriptor, [UInt8(ascii: "5")], from: 0, [])
      closeFile(descriptor)
    #endif
  }
}

#if canImport(Glibc)
  // <malloc.h> is no part of the module that Swift makes of Glibc.
  @_silgen_name("mallopt")
  private func setAllocatorParameter(_ parameter: Int32, _ value: Int32) -> Int32
  @_silgen_name("malloc_trim")
  private func trimAllocator(_ kept: Int) -> Int32
  /// `M_MMAP_THRESHOLD`
  private let largestKept: Int32 = -3
#endif

// MARK: Processes

extension System {
  static func environment(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    return unsafe String(cString: value)
  }

  static var ownID: Int { Int(getpid()) }
  static var coreCount: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
  static func exit(_ status: Int32) -> Never { _exit(status) }
  static func ignoreBrokenPipes() { _ = signal(SIGPIPE, SIG_IGN) }

  static func isAlive(_ id: Int) -> Bool {
    guard let process = pid_t(exactly: id), process > 0 else { return false }
    return kill(process, 0) == 0 || errno == EPERM
  }

  static func killProcess(_ id: Int) {
    if let process = pid_t(exactly: id), process > 0 { _ = kill(process, SIGKILL) }
  }

  /// Starts a program with these descriptors as its standard input and output, and no signal held
  /// back or ignored, whatever this process does.
  ///
  /// - Parameter showsErrors: whether its standard error is this process's own, or goes nowhere.
  /// - Returns: its number, or the error.
  static func spawn(
    _ command: [String], input: Int32, output: Int32, showsErrors: Bool
  ) -> (id: Int, error: Int32) {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #else
      var actions = unsafe posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #endif
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe _ = posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_adddup2(&actions, input, 0)
    unsafe posix_spawn_file_actions_adddup2(&actions, output, 1)
    if !showsErrors {
      unsafe posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    }
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
    let error = unsafe posix_spawnp(
      &process, command.first ?? "", &actions, &attributes, &arguments, environ)
    return (Int(process), error)
  }

  /// Waits for the end of a child.
  ///
  /// - Returns: the exit status, 128 and the signal's number where one ended it.
  static func waitForEnd(of id: Int) -> (status: Int, usage: ResourceUsage) {
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

  /// Bytes of a process's memory that are resident now.
  static func residentMemory(of id: Int) -> Int? {
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

// MARK: Threads

extension System {
  struct Thread {
    fileprivate let handle: pthread_t

    /// Waits for its end; to be called once, or `detach` instead.
    func join() { pthread_join(handle, nil) }
    func detach() { pthread_detach(handle) }
  }

  private final class ThreadBody: Sendable {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }

  /// Runs `body` on a new thread.
  ///
  /// - Parameter stackSize: in bytes.
  /// - Returns: `nil` where the system gives no more threads.
  static func startThread(
    stackSize: Int, _ body: @escaping @Sendable () -> Void
  ) -> Thread? {
    #if canImport(Darwin)
      var thread: pthread_t?
    #else
      var thread = pthread_t()
    #endif
    var attributes = pthread_attr_t()
    unsafe pthread_attr_init(&attributes)
    unsafe pthread_attr_setstacksize(&attributes, stackSize)
    defer { unsafe _ = pthread_attr_destroy(&attributes) }
    let box = unsafe Unmanaged.passRetained(ThreadBody(body))
    let result = unsafe pthread_create(
      &thread, &attributes,
      { pointer in
        #if canImport(Darwin)
          unsafe Unmanaged<ThreadBody>.fromOpaque(pointer).takeRetainedValue().run()
        #else
          if let pointer = unsafe pointer {
            unsafe Unmanaged<ThreadBody>.fromOpaque(pointer).takeRetainedValue().run()
          }
        #endif
        return nil
      }, box.toOpaque())
    guard result == 0 else {
      unsafe box.release()
      return nil
    }
    #if canImport(Darwin)
      return thread.map { Thread(handle: $0) }
    #else
      return Thread(handle: thread)
    #endif
  }

  /// A lock, and a place where its holder waits for another thread to change what it guards.
  ///
  /// POSIX's, not the standard library's: ThreadSanitizer knows these.
  @safe final class Monitor: @unchecked Sendable {
    // Sendable by hand: the pointers never change, and what they point to is made for threads.
    private let mutex: UnsafeMutablePointer<pthread_mutex_t>
    private let condition: UnsafeMutablePointer<pthread_cond_t>

    init() {
      unsafe mutex = .allocate(capacity: 1)
      unsafe condition = .allocate(capacity: 1)
      unsafe mutex.initialize(to: pthread_mutex_t())
      unsafe condition.initialize(to: pthread_cond_t())
      unsafe pthread_mutex_init(mutex, nil)
      unsafe pthread_cond_init(condition, nil)
    }

    deinit {
      unsafe pthread_cond_destroy(condition)
      unsafe pthread_mutex_destroy(mutex)
      unsafe condition.deallocate()
      unsafe mutex.deallocate()
    }

    func lock() { unsafe pthread_mutex_lock(mutex) }
    func unlock() { unsafe pthread_mutex_unlock(mutex) }

    /// Wakes one that waits.
    func signal() { unsafe pthread_cond_signal(condition) }

    /// Lets go of the lock until a signal comes, maybe longer, maybe shorter.
    func wait() { unsafe pthread_cond_wait(condition, mutex) }

    /// The same until `end` at most.
    ///
    /// - Returns: whether it ended before.
    func wait(until end: Deadline) -> Bool {
      var time = end.time
      return unsafe pthread_cond_timedwait(condition, mutex, &time) != ETIMEDOUT
    }
  }

  /// A moment to come.
  struct Deadline {
    fileprivate var time = timespec()

    init(milliseconds: Int) {
      _ = unsafe clock_gettime(CLOCK_REALTIME, &time)
      let nanoseconds = Int(time.tv_nsec) + milliseconds % 1000 * 1_000_000
      time.tv_sec += milliseconds / 1000 + nanoseconds / 1_000_000_000
      time.tv_nsec = nanoseconds % 1_000_000_000
    }
  }
}
