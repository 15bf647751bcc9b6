import Synchronization

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Counts the objects that this process makes on the heap, buffers of arrays and strings among them.
///
/// It stands on the runtime's own hook for instruments, which costs nothing while it is not used and
/// is found only where the runtime is a dynamic library.
package enum HeapCounter {
  private typealias Allocate =
    @convention(c) (
      UnsafeRawPointer?, Int, Int
    ) -> UnsafeMutableRawPointer?

  private final class Count: Sendable {
    let objects = Atomic<Int>(0)
    let bytes = Atomic<Int>(0)
  }

  private static let count = Count()
  private nonisolated(unsafe) static var allocate: Allocate?

  /// Objects made while `body` ran, on all threads, and their bytes; `nil` where nothing can be
  /// counted.
  package static func counting(_ body: () -> Void) -> (objects: Int, bytes: Int)? {
    guard isInstalled else {
      body()
      return nil
    }
    let (objects, bytes) = (
      count.objects.load(ordering: .relaxed), count.bytes.load(ordering: .relaxed)
    )
    body()
    return (
      count.objects.load(ordering: .relaxed) - objects, count.bytes.load(ordering: .relaxed) - bytes
    )
  }

  private static let isInstalled: Bool = {
    // Made before anything counts: making it is an allocation too.
    _ = count
    guard let program = unsafe dlopen(nil, RTLD_NOW),
      let function = unsafe dlsym(program, "_swift_allocObject"),
      let isEnabled = unsafe dlsym(
        program, "_swift_enableSwizzlingOfAllocationAndRefCountingFunctions_forInstrumentsOnly")
    else { return false }
    let slot = unsafe function.assumingMemoryBound(to: Allocate.self)
    unsafe allocate = slot.pointee
    unsafe slot.pointee = { type, size, alignment in
      HeapCounter.count.objects.wrappingAdd(1, ordering: .relaxed)
      HeapCounter.count.bytes.wrappingAdd(size, ordering: .relaxed)
      return unsafe HeapCounter.allocate?(type, size, alignment)
    }
    unsafe isEnabled.assumingMemoryBound(to: Bool.self).pointee = true
    return true
  }()
}
