#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

package func environmentVariable(_ name: String) -> String? {
  guard let value = unsafe getenv(name) else { return nil }
  return unsafe String(cString: value)
}

/// Whether a process of this number runs, be it ours to signal or not.
package func processIsAlive(_ id: Int) -> Bool {
  guard let process = pid_t(exactly: id), process > 0 else { return false }
  return kill(process, 0) == 0 || lastErrorCode() == EPERM
}

package func currentProcessID() -> Int { Int(getpid()) }

/// Ends the process at once, whatever other threads do.
package func exitProcess(_ status: Int32) -> Never { _exit(status) }

/// Writing to a pipe whose reader has gone becomes an error instead of the end of the process.
package func ignoreBrokenPipes() {
  _ = signal(SIGPIPE, SIG_IGN)
}
