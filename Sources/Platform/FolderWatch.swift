/// Hears of changes to the entries of folders, where the system tells of them.
///
/// It only knows whether there were any: what they were is found out by looking.
package final class FolderWatch {
  private let queue: Int32
  private var watched: Set<Int32> = []

  /// `nil` where the system tells of no changes.
  package init?() {
    queue = System.makeChangeQueue()
    if queue < 0 { return nil }
  }

  deinit { System.closeFile(queue) }

  /// Watches these folders, too.
  ///
  /// - Returns: whether one of them is new: what happened there before was not heard.
  package func add(_ folders: Set<String>) -> Bool {
    var hasNew = false
    for folder in folders {
      let number = System.watchFolder(folder, queue)
      if number >= 0, watched.insert(number).inserted { hasNew = true }
    }
    return hasNew
  }

  /// Whether something has changed since this was last asked.
  package func hasHeard() -> Bool {
    var hasHeard = false
    // A bound, lest somebody who writes all the time holds this up.
    for _ in 0..<16 {
      guard let notes = System.readBytes(queue, 1 << 16, isFilling: false), !notes.isEmpty
      else { break }
      hasHeard = true
    }
    return hasHeard
  }
}
