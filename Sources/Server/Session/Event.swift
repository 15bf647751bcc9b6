import LanguageServerProtocol
import Workspace

/// What the owning thread reacts to.
enum Event: Sendable {
  case message(Message)
  /// Bytes that are no message, or no JSON.
  case unreadable(String)
  case archiveRead(LibraryID, generation: Int, LoadedArchive, milliseconds: Int)
  case archiveProgress(LibraryID, generation: Int, done: Int, total: Int)
  case inputClosed
  case clientGone

  init(_ frame: FrameReader.Frame) {
    switch frame {
    case .malformed(let reason):
      self = .unreadable(reason)
    case .message(let bytes):
      do throws(JSONError) {
        self = .message(Message(try JSONReader.read(bytes)))
      } catch {
        self = .unreadable(error.description)
      }
    }
  }
}
