package func environmentVariable(_ name: String) -> String? { System.environment(name) }

/// Whether a process of this number runs, be it ours to signal or not.
package func processIsAlive(_ id: Int) -> Bool { System.isAlive(id) }

package func currentProcessID() -> Int { System.ownID }

/// Ends the process at once, whatever other threads do.
package func exitProcess(_ status: Int32) -> Never { System.exit(status) }

/// Writing to a pipe whose reader has gone becomes an error instead of the end of the process.
package func ignoreBrokenPipes() { System.ignoreBrokenPipes() }

/// Has the process hold no more memory than it needs, as far as that is to be had. Before anything
/// large is allocated.
package func keepLargeBlocksApart() { System.keepLargeBlocksApart() }

/// Gives freed memory back to the system: after work that took much.
package func returnFreeMemory() { System.returnFreeMemory() }

/// Has the peak memory of processes that are started from now on be their own.
package func forgetPeakMemory() {
  returnFreeMemory()
  System.forgetPeakMemory()
}
