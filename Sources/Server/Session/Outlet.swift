import LanguageServerProtocol
import Platform

/// Where messages to the client go.
protocol Outlet: Sendable {
  /// - Parameter message: without the header.
  /// - Returns: whether someone still listens.
  func send(_ message: [UInt8]) -> Bool
}

/// Frames on standard output.
struct FramedOutlet: Outlet {
  func send(_ message: [UInt8]) -> Bool {
    (try? write([Outgoing.header(for: message), message], to: .output)) != nil
  }
}

/// One message a line, to be read by people and compared by tests.
struct LineOutlet: Outlet {
  func send(_ message: [UInt8]) -> Bool {
    (try? write([message, [0x0A]], to: .output)) != nil
  }
}
