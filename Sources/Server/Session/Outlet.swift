import LanguageServerProtocol
import Platform

/// Takes a message to the client, without the header, and answers whether someone still listens.
package typealias Outlet = (_ message: [UInt8]) -> Bool

/// Frames on standard output.
func sendFramed(_ message: [UInt8]) -> Bool {
  (try? write([Outgoing.header(for: message), message], to: .output)) != nil
}

/// One message a line on standard output, to be read by people and compared by tests.
func sendAsLine(_ message: [UInt8]) -> Bool {
  (try? write([message, [0x0A]], to: .output)) != nil
}
