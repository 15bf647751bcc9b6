/// A pattern for paths: `*`, `?`, `[a-z]` and `[!a-z]` within a component, `**` for any number of
/// components, `{a,b}` for either.
///
/// A pattern without a slash fits a component at any depth; one with a slash starts at the root. A
/// pattern that fits a folder fits all that the folder holds.
package struct Glob: Sendable, Equatable {
  private enum Component: Equatable {
    case anyNumber
    case pattern([UInt8])
  }

  private let alternatives: [[Component]]

  package init(_ pattern: String) {
    alternatives = Self.expandBraces(Array(pattern.utf8)).compactMap { bytes in
      let parts = bytes.split(separator: UInt8(ascii: "/")).filter { $0 != [UInt8(ascii: ".")] }
      var components = parts.map { part -> Component in
        part.elementsEqual("**".utf8) ? .anyNumber : .pattern(Array(part))
      }
      if components.isEmpty { return nil }
      // A slash at the end only says "a folder"; any other ties the pattern to the root.
      if !bytes.dropLast().contains(UInt8(ascii: "/")) { components.insert(.anyNumber, at: 0) }
      return components
    }
  }

  /// Whether the pattern fits `path`, relative to the root, or a folder above it.
  package func matches(_ path: String) -> Bool {
    let parts = path.utf8.split(separator: UInt8(ascii: "/")).map(Array.init)
    return alternatives.contains { Self.matches(parts, $0) }
  }

  /// Runs all ways to read the pattern side by side, one path component a step.
  private static func matches(_ parts: [[UInt8]], _ pattern: [Component]) -> Bool {
    var states = Array(repeating: false, count: pattern.count + 1)
    states[0] = true
    for part in parts {
      var next = Array(repeating: false, count: states.count)
      for (index, component) in pattern.enumerated() {
        switch component {
        case .anyNumber:
          if states[index] {
            states[index + 1] = true
            next[index] = true
            if index + 1 == pattern.count { return true }
          }
        case .pattern(let pattern):
          if states[index], fits(part, pattern) { next[index + 1] = true }
        }
      }
      states = next
      if states[pattern.count] { return true }
    }
    // `a/**` fits all that is in `a`, so `a` itself too.
    return pattern.last == .anyNumber && states[pattern.count - 1]
  }

  /// Whether a component fits a pattern; only the last `*` is ever tried again.
  private static func fits(_ text: [UInt8], _ pattern: [UInt8]) -> Bool {
    var (t, p) = (0, 0)
    var star: (pattern: Int, text: Int)?
    while t < text.count {
      if p < pattern.count, pattern[p] == UInt8(ascii: "*") {
        p += 1
        star = (p, t)
      } else if p < pattern.count, let length = lengthOfOne(pattern, p, fitting: text, t) {
        p += length
        t = endOfScalar(text, t)
      } else if let last = star {
        t = last.text + 1
        p = last.pattern
        star = (p, t)
      } else {
        return false
      }
    }
    return pattern[p...].allSatisfy { $0 == UInt8(ascii: "*") }
  }

  /// How long the part of the pattern is that stands for the one character at `t`; `nil` where it
  /// stands for another.
  private static func lengthOfOne(
    _ pattern: [UInt8], _ p: Int, fitting text: [UInt8], _ t: Int
  ) -> Int? {
    let character = text[t..<endOfScalar(text, t)]
    if pattern[p] == UInt8(ascii: "?") { return 1 }
    if pattern[p] == UInt8(ascii: "[") {
      // A `]` that comes first is one of the set.
      let isNegated = pattern.dropFirst(p + 1).first.map(isNegation) ?? false
      guard
        let end = pattern.dropFirst(p + (isNegated ? 3 : 2)).firstIndex(of: UInt8(ascii: "]"))
      else { return character.first == pattern[p] ? 1 : nil }
      return isInSet(character, pattern[(p + 1)..<end]) ? end + 1 - p : nil
    }
    return pattern[p...].starts(with: character) ? character.count : nil
  }

  /// `!` or `^`.
  private static func isNegation(_ byte: UInt8) -> Bool { byte == 0x21 || byte == 0x5E }

  private static func isInSet(_ character: ArraySlice<UInt8>, _ set: ArraySlice<UInt8>) -> Bool {
    func scalars(_ bytes: ArraySlice<UInt8>) -> [UInt32] {
      String(decoding: bytes, as: UTF8.self).unicodeScalars.map(\.value)
    }
    guard let scalar = scalars(character).first else { return false }
    var members = scalars(set)[...]
    let isNegated = set.first.map(isNegation) ?? false
    if isNegated { members.removeFirst() }
    var isMember = false
    while let low = members.popFirst() {
      var high = low
      if members.count > 1, members.first == 0x2D {
        members.removeFirst()
        high = members.removeFirst()
      }
      if low <= scalar, scalar <= high { isMember = true }
    }
    return isMember != isNegated
  }

  private static func endOfScalar(_ text: [UInt8], _ start: Int) -> Int {
    var end = start + 1
    while end < text.count, text[end] & 0xC0 == 0x80 { end += 1 }
    return end
  }

  /// `a{b,c}` as `ab` and `ac`. A brace without its partner is a letter. The number of alternatives
  /// is bounded, for it doubles with every pair of braces.
  private static func expandBraces(_ pattern: [UInt8], limit: Int = 256) -> [[UInt8]] {
    var done: [[UInt8]] = []
    var waiting = [pattern]
    while let next = waiting.popLast() {
      guard done.count + waiting.count < limit, let (open, commas, close) = firstBraces(next) else {
        done.append(next)
        continue
      }
      var start = open + 1
      var parts: [[UInt8]] = []
      for end in commas + [close] {
        parts.append(Array(next[..<open] + next[start..<end] + next[(close + 1)...]))
        start = end + 1
      }
      waiting += parts.reversed()
    }
    return done
  }

  private static func firstBraces(
    _ pattern: [UInt8]
  ) -> (open: Int, commas: [Int], close: Int)? {
    guard let open = pattern.firstIndex(of: UInt8(ascii: "{")) else { return nil }
    var depth = 0
    var commas: [Int] = []
    for index in pattern.indices[open...] {
      switch pattern[index] {
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"):
        depth -= 1
        if depth == 0 { return (open, commas, index) }
      case UInt8(ascii: ",") where depth == 1: commas.append(index)
      default: break
      }
    }
    return nil
  }
}
