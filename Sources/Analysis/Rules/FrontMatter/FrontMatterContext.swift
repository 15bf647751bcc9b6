package import Archive
package import Syntax

/// What rules and features for front matter look at.
package struct FrontMatterContext {
  /// A key of the front matter with its value.
  package struct Field {
    package let key: String
    package let entry: YAMLEntry
    package let shape: FieldShape

    var keyRange: ByteRange { entry.key.range }
    var value: YAMLNode { entry.value }
    /// Whether rules about values have to stay silent: what the parser read is a guess, or counts
    /// for nothing since the key stands twice.
    let isDamaged: Bool
    /// Whether bytes that are no text stand in the key.
    let isUnreadable: Bool
    /// Whether a tag or an anchor that nothing refers to took the start of the value.
    let isStolen: Bool
  }

  package let snapshot: Snapshot
  package let matter: FrontMatter
  /// Bytes of the front matter that are no UTF-8, or NUL.
  let unreadable: [ByteRange]
  /// In text order; a key may occur twice.
  package let fields: [Field]
  /// By key: the first field of this name.
  private let firstFields: [String: Int]
  /// The first heading of level 1.
  package let heading: MainHeading?
  /// The date in the file name.
  package let fileDay: Day?
  /// Other issues of the same category, or all others where there are none.
  package let peers: FrontMatterPeers
  /// All other issues.
  package let others: FrontMatterPeers

  package init(_ snapshot: Snapshot) {
    self.snapshot = snapshot
    matter = snapshot.document.frontMatter
    let bytes = snapshot.document.text.bytes
    let unreadable = invalidUTF8(in: bytes, matter.content) + nulls(in: bytes, matter.content)
    self.unreadable = unreadable
    var seen: Set<String> = []
    fields = (matter.yaml.root?.entries ?? []).compactMap { entry in
      guard let key = entry.key.scalar?.text else { return nil }
      let range = ByteRange(entry.key.range.start, entry.value.range.end)
      let isFirst = seen.insert(key).inserted
      let isStolen = hasStolenStart(entry.value, bytes, snapshot.document.frontMatter.content)
      return Field(
        key: key, entry: entry, shape: FieldShape(of: entry.value),
        isDamaged: entry.isDamaged || !isFirst || isStolen
          || unreadable.contains { $0.overlaps(range) },
        isUnreadable: unreadable.contains { $0.overlaps(entry.key.range) }, isStolen: isStolen)
    }
    firstFields = Dictionary(
      fields.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })
    heading = snapshot.document.mainHeading
    fileDay = Day(fileName: snapshot.path)

    let conventions = snapshot.archive.conventions.frontMatter
    let record = snapshot.archive.issue(at: snapshot.path)
    let facts = record?.frontMatterFacts
    others = FrontMatterPeers(conventions.all, without: facts, fileDay: record?.fileDate)
    let category = fields.first { $0.key == "category" }?.value.scalar?.text ?? ""
    let isOwnGroup = (facts?.category ?? "") == category
    let group = FrontMatterPeers(
      conventions.group(category), without: isOwnGroup ? facts : nil, fileDay: record?.fileDate,
      category: category)
    peers = category.isEmpty || group.count == 0 ? others : group
  }

  package var bytes: [UInt8] { snapshot.document.text.bytes }
  package var language: Language { snapshot.language }

  /// The first field of this name.
  package func field(_ key: String) -> Field? { firstFields[key].map { fields[$0] } }

  package func text(_ range: ByteRange) -> String {
    let range = range.clamped(to: bytes.count)
    return String(decoding: bytes[range.start..<range.end], as: UTF8.self)
  }

  /// Whether the line of `offset` has bytes that are no UTF-8.
  func isUnreadable(at offset: Int) -> Bool {
    guard !unreadable.isEmpty else { return false }
    let line = lines(of: ByteRange(offset, offset))
    return unreadable.contains { $0.overlaps(line) }
  }

  /// The bytes that end a line here.
  package var lineEnding: [UInt8] {
    let end = bytes.firstIndex { $0 == 0x0A || $0 == 0x0D }
    guard let end, bytes[end] == 0x0D else { return [0x0A] }
    return end + 1 < bytes.count && bytes[end + 1] == 0x0A ? [0x0D, 0x0A] : [0x0D]
  }

  /// Where a report stands that is about the front matter as a whole.
  package var place: ByteRange {
    matter.closing ?? matter.opening ?? ByteRange(matter.content.start, matter.content.start)
  }

  /// The whole lines that `range` touches, endings included.
  package func lines(of range: ByteRange) -> ByteRange {
    let text = snapshot.document.text
    let first = text.lineRange(text.line(at: range.start), includingEnding: true)
    let last = text.lineRange(
      text.line(at: max(range.start, range.end - 1)), includingEnding: true)
    return ByteRange(first.start, last.end)
  }
}

/// The issues that an issue is measured by, the issue itself left out.
package struct FrontMatterPeers {
  private let group: FrontMatterGroup
  /// What the archive holds of the issue itself.
  private let own: FrontMatterFacts?
  private let ownOffset: Int?
  /// `nil` where the category plays no part.
  package let category: String?

  init(
    _ group: FrontMatterGroup, without own: FrontMatterFacts?, fileDay: Day?,
    category: String? = nil
  ) {
    self.group = group
    self.own = own
    self.category = category
    if let day = own?.day, let fileDay {
      ownOffset = day.distance(from: fileDay)
    } else {
      ownOffset = nil
    }
  }

  /// Issues with front matter.
  package var count: Int { group.count - (own?.isPresent == true ? 1 : 0) }
  /// Issues without any.
  package var bareCount: Int { group.bareCount - (own?.isPresent == false ? 1 : 0) }

  /// The keys that at least one issue has, in their usual order.
  package var keys: [String] { group.usualOrder.filter { count(having: $0) > 0 } }

  /// Issues that have `key`.
  package func count(having key: String) -> Int {
    (group.keys[key]?.count ?? 0) - (own?[key] == nil ? 0 : 1)
  }

  /// Issues whose `key` has a value of this shape.
  package func count(_ key: String, shaped shape: FieldShape) -> Int {
    (group.keys[key]?.shapes[shape] ?? 0) - (own?[key]?.shape == shape ? 1 : 0)
  }

  /// How often `value` occurs under `key`, as the value or as an item.
  package func count(_ key: String, valued value: String) -> Int {
    let owned = own?[key]?.values.reduce(0) { $0 + ($1 == value ? 1 : 0) } ?? 0
    return (group.keys[key]?.values[value] ?? 0) - owned
  }

  /// Values or items of `key` that occur in other issues, the commonest first.
  package func values(of key: String) -> [(value: String, count: Int)] {
    (group.keys[key]?.values ?? [:]).keys
      .map { (value: $0, count: count(key, valued: $0)) }
      .filter { $0.count > 0 }
      .sorted { ($1.count, $0.value) < ($0.count, $1.value) }
  }

  /// The forms that dates under `key` have in other issues, the commonest first.
  package func dateForms(of key: String) -> [(form: String, count: Int)] {
    let ownForm = own?[key].flatMap { $0.shape == .date ? $0.values.first.map(dateForm) : nil }
    return (group.keys[key]?.dateForms ?? [:])
      .map { (form: $0.key, count: $0.value - ($0.key == ownForm ? 1 : 0)) }
      .filter { $0.count > 0 }
      .sorted { ($1.count, $0.form) < ($0.count, $1.form) }
  }

  /// How summaries under `key` usually string their points together.
  package func summaryForm(of key: String) -> FrontMatterFacts.SummaryForm? {
    group.keys[key]?.forms.max { $0.value < $1.value }?.key
  }

  /// The first day on which an issue has `key`; `nil` where none with a date has.
  package func firstDay(having key: String) -> Day? {
    var days = group.keys[key]?.days[...] ?? []
    if let own, own[key] != nil, let day = own.day?.number, days.first == day { days.removeFirst() }
    return days.first.map { Day(number: $0) }
  }

  /// Issues that have both a title and an H1, and those where both are the same.
  package var titles: (same: Int, all: Int) {
    let same = group.sameTitles - (own?.titleIsHeading == true ? 1 : 0)
    let other = group.otherTitles - (own?.titleIsHeading == false ? 1 : 0)
    return (same, same + other)
  }

  /// How many issues have a date that many days after the one in their file name.
  package func count(withOffset offset: Int) -> Int {
    (group.dateOffsets[offset] ?? 0) - (ownOffset == offset ? 1 : 0)
  }

  /// Issues whose date and file name can be compared.
  package var datedCount: Int {
    group.dateOffsets.values.reduce(0, +) - (ownOffset == nil ? 0 : 1)
  }
}

/// Whether the value is a plain text whose first word became a tag or an anchor.
private func hasStolenStart(_ value: YAMLNode, _ bytes: [UInt8], _ content: ByteRange) -> Bool {
  guard let scalar = value.scalar, scalar.style == .plain, value.alias == nil else { return false }
  if let tag = value.tag, !tag.utf8.starts(with: "tag:".utf8) { return true }
  guard let anchor = value.anchor else { return false }
  let alias = [UInt8(ascii: "*")] + bytes[(anchor.start + 1)..<anchor.end]
  var i = anchor.end
  while i + alias.count <= content.end {
    if bytes[i] == alias[0], bytes[i..<(i + alias.count)].elementsEqual(alias) { return false }
    i += 1
  }
  return true
}
