/// A half-open range of UTF-8 bytes, from 0, end exclusive.
///
/// Unlike `Range`, it can be made from any two numbers without a trap: an end before the start
/// counts as the start.
package struct ByteRange: Sendable, Hashable {
  package let start: Int
  package let end: Int

  @inlinable
  package init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = end < start ? start : end
  }

  @inlinable package var length: Int { end - start }
  @inlinable package var isEmpty: Bool { end == start }

  /// Whether `offset` lies within; the end does not.
  @inlinable
  package func contains(_ offset: Int) -> Bool { start <= offset && offset < end }

  /// Whether `offset` lies within or at the end, as a cursor does.
  @inlinable
  package func touches(_ offset: Int) -> Bool { start <= offset && offset <= end }

  @inlinable
  package func contains(_ other: ByteRange) -> Bool { start <= other.start && other.end <= end }

  /// Whether the two share at least one byte.
  @inlinable
  package func overlaps(_ other: ByteRange) -> Bool { start < other.end && other.start < end }

  @inlinable
  package func shifted(by distance: Int) -> ByteRange {
    ByteRange(start + distance, end + distance)
  }

  /// The part that lies within a text of `count` bytes.
  @inlinable
  package func clamped(to count: Int) -> ByteRange {
    let low = min(max(start, 0), count)
    return ByteRange(low, min(max(end, low), count))
  }
}
