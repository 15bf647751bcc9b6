import Syntax

/// What turns `old` into `new`, as `patch -p0` reads it; empty when they are equal. Bytes that are no
/// text are passed on as they are.
func unifiedDiff(_ old: [UInt8], _ new: [UInt8], path: String, palette: Palette) -> [UInt8] {
  let before = lines(old)
  let after = lines(new)
  let changes = changedRuns(before, after)
  if changes.isEmpty { return [] }
  let name = shown(path)
  var output = Array("\(palette.bold("--- \(name)"))\n\(palette.bold("+++ \(name)"))\n".utf8)
  var index = 0
  while index < changes.count {
    // Changes so near that their contexts would meet share a hunk.
    var end = index + 1
    while end < changes.count,
      changes[end].old.lowerBound - changes[end - 1].old.upperBound <= 2 * context
    {
      end += 1
    }
    output += hunk(changes[index..<end], before, after, palette)
    index = end
  }
  return output
}

private let context = 3

/// The path as `patch` reads it: quoted where it could be misread, and with a tab after one that
/// holds blanks.
private func shown(_ path: String) -> String {
  let isPlain = path.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C && $0 != 0x7F }
  if isPlain { return path.utf8.contains(0x20) ? path + "\t" : path }
  var quoted = "\""
  for scalar in path.unicodeScalars {
    switch scalar {
    case "\"", "\\": quoted += "\\\(scalar)"
    case "\n": quoted += "\\n"
    case "\t": quoted += "\\t"
    case "\r": quoted += "\\r"
    case _ where scalar.value < 0x20 || scalar.value == 0x7F:
      let octal = String(scalar.value, radix: 8)
      quoted += "\\" + String(repeating: "0", count: 3 - octal.count) + octal
    default: quoted.unicodeScalars.append(scalar)
    }
  }
  return quoted + "\""
}

/// Lines that give way to others; the numbers count from 0.
private struct Change {
  var old: Range<Int>
  var new: Range<Int>
}

private func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
  var lines: [ArraySlice<UInt8>] = []
  var start = 0
  for index in bytes.indices where bytes[index] == UInt8(ascii: "\n") {
    lines.append(bytes[start...index])
    start = index + 1
  }
  if start < bytes.count { lines.append(bytes[start...]) }
  return lines
}

private func changedRuns(
  _ old: [ArraySlice<UInt8>], _ new: [ArraySlice<UInt8>]
) -> [Change] {
  var start = 0
  while start < min(old.count, new.count), old[start] == new[start] { start += 1 }
  var (oldEnd, newEnd) = (old.count, new.count)
  while oldEnd > start, newEnd > start, old[oldEnd - 1] == new[newEnd - 1] {
    oldEnd -= 1
    newEnd -= 1
  }
  if start == oldEnd && start == newEnd { return [] }
  // The search costs the square of what differs, as when every line ending does.
  let isLarge = (oldEnd - start) + (newEnd - start) > 4000
  if isLarge { return [Change(old: start..<oldEnd, new: start..<newEnd)] }

  let difference = Array(new[start..<newEnd]).difference(from: Array(old[start..<oldEnd]))
  let removed = Set(difference.removals.map { start + offset($0) })
  let inserted = Set(difference.insertions.map { start + offset($0) })
  var changes: [Change] = []
  var (o, n) = (start, start)
  while o < oldEnd || n < newEnd {
    let (oldStart, newStart) = (o, n)
    while removed.contains(o) { o += 1 }
    while inserted.contains(n) { n += 1 }
    if o > oldStart || n > newStart {
      changes.append(Change(old: oldStart..<o, new: newStart..<n))
    } else {
      o += 1
      n += 1
    }
  }
  return changes
}

private func offset(_ change: CollectionDifference<ArraySlice<UInt8>>.Change) -> Int {
  switch change {
  case .insert(let offset, _, _), .remove(let offset, _, _): offset
  }
}

private func hunk(
  _ changes: ArraySlice<Change>, _ before: [ArraySlice<UInt8>], _ after: [ArraySlice<UInt8>],
  _ palette: Palette
) -> [UInt8] {
  guard let first = changes.first, let last = changes.last else { return [] }
  let lead = min(context, first.old.lowerBound)
  let tail = min(context, before.count - last.old.upperBound)
  let old = (first.old.lowerBound - lead)..<(last.old.upperBound + tail)
  let new = (first.new.lowerBound - lead)..<(last.new.upperBound + tail)
  var output = Array((palette.cyan("@@ -\(place(old)) +\(place(new)) @@") + "\n").utf8)
  var line = old.lowerBound
  for change in changes {
    for index in line..<change.old.lowerBound { output += printed(" ", before[index]) { $0 } }
    for index in change.old { output += printed("-", before[index], palette.removed) }
    for index in change.new { output += printed("+", after[index], palette.added) }
    line = change.old.upperBound
  }
  for index in line..<old.upperBound { output += printed(" ", before[index]) { $0 } }
  return output
}

/// The first line, from 1, and how many; an empty range names the line before it.
private func place(_ range: Range<Int>) -> String {
  range.isEmpty ? "\(range.lowerBound),0" : "\(range.lowerBound + 1),\(range.count)"
}

private func printed(
  _ sign: String, _ line: ArraySlice<UInt8>, _ paint: (String) -> String
) -> [UInt8] {
  let isEnded = line.last == UInt8(ascii: "\n")
  let text = isEnded ? line.dropLast() : line
  let ending = isEnded ? "\n" : "\n\\ No newline at end of file\n"
  guard isUTF8(Array(text)) else { return Array(sign.utf8) + text + Array(ending.utf8) }
  return Array((paint(sign + String(decoding: text, as: UTF8.self)) + ending).utf8)
}
