import Syntax

extension NameTable.Spelling {
  mutating func add(_ lesson: NameLesson) {
    count += Int32(lesson.count)
    issueCount += 1
    if lesson.nature == .version { versionCount += 1 }
    if lesson.nature == .tail { tailCount += 1 }
    votes.add(lesson.votes)
  }

  mutating func remove(_ lesson: NameLesson) {
    count -= Int32(lesson.count)
    issueCount -= 1
    if lesson.nature == .version { versionCount -= 1 }
    if lesson.nature == .tail { tailCount -= 1 }
    votes.subtract(lesson.votes)
  }
}

extension NameTable.Entry {
  /// - Parameter isFirst: whether no other spelling of the issue was added before.
  mutating func add(_ lesson: NameLesson, of issue: UInt32, isFirst: Bool, share: Double) {
    mentionCount += Int32(lesson.count)
    votes.add(lesson.votes)
    if isFirst { issues.append(NameTable.Mentions(issue: issue, count: 0)) }
    if let own = issues.lastIndex(where: { $0.issue == issue }) {
      issues[own].count += UInt32(lesson.count)
    }
    heat = NameHeat.sum(heat, share)
  }
}

extension NameTable {
  /// The entries that an update changes.
  struct Touched {
    /// By entry: the number of the last of the update's issues that changed it.
    private var issues: [UInt32] = []
    private var issue: UInt32 = 0
    private(set) var entries: [UInt32] = []

    mutating func beginIssue() { issue += 1 }

    /// - Returns: whether this is the first change of the entry at all, and by the issue.
    mutating func insert(_ entry: UInt32) -> (isFirst: Bool, isIssuesFirst: Bool) {
      let place = Int(entry)
      if place >= issues.count {
        issues += repeatElement(0, count: max(place + 1 - issues.count, issues.count))
      }
      let last = issues[place]
      if last == 0 { entries.append(entry) }
      issues[place] = issue
      return (last == 0, last != issue)
    }
  }

  mutating func add(_ record: IssueRecord, _ touched: inout Touched) {
    let evidence = record.nameEvidence
    let number: UInt32
    if let free = freeIssues.popLast() {
      number = free
    } else {
      number = UInt32(issues.count)
      issues.append(nil)
    }
    var own: [UInt32] = []
    own.reserveCapacity(evidence.spellingCount)
    evidence.forEachSpelling { own.append(place(of: $0)) }
    for (short, long) in evidence.longForms {
      link(own[short], to: spellings[Int(own[long])].entry)
    }
    touched.beginIssue()
    // By count: what most spellings of the issue add to the heat of their entry.
    var shares: [Double] = []
    evidence.forEachLesson { index, lesson in
      let place = Int(own[index])
      spellings[place].add(lesson)
      let entry = spellings[place].entry
      let count = Int(lesson.count)
      let share: Double
      if count < 32 {
        while shares.count <= count {
          shares.append(NameHeat.share(record.date, count: shares.count))
        }
        share = shares[count]
      } else {
        share = NameHeat.share(record.date, count: count)
      }
      let isFirst = touched.insert(entry).isIssuesFirst
      entries[Int(entry)].add(lesson, of: number, isFirst: isFirst, share: share)
    }
    issues[Int(number)] = Issue(
      path: record.path, date: record.date, names: IssueNames(evidence, spellings: own))
    issueNumbers[record.path] = number
  }

  mutating func remove(_ path: String, _ touched: inout Touched) {
    guard let number = issueNumbers.removeValue(forKey: path), let issue = issues[Int(number)]
    else { return }
    issues[Int(number)] = nil
    freeIssues.append(number)
    touched.beginIssue()
    issue.names.forEachLesson { spelling, lesson in
      spellings[spelling].remove(lesson)
      let entry = Int(spellings[spelling].entry)
      entries[entry].mentionCount -= Int32(lesson.count)
      entries[entry].votes.subtract(lesson.votes)
      if touched.insert(UInt32(entry)).isFirst
        || entries[entry].issues.contains(where: { $0.issue == number })
      {
        entries[entry].issues.removeAll { $0.issue == number }
        let share = NameHeat.share(issue.date, count: Int(lesson.count))
        entries[entry].heat = NameHeat.difference(entries[entry].heat, share) ?? heat(of: entry)
      }
    }
  }

  /// An entry's heat, summed up anew.
  private func heat(of entry: Int) -> Double {
    var heat = 0.0
    for mentions in entries[entry].issues {
      guard let issue = issues[Int(mentions.issue)] else { continue }
      issue.names.forEachLesson { spelling, lesson in
        guard spellings[spelling].entry == UInt32(entry) else { return }
        heat = NameHeat.sum(heat, NameHeat.share(issue.date, count: Int(lesson.count)))
      }
    }
    return heat
  }

  /// The table's number of a spelling, new or known.
  private mutating func place(of text: ArraySlice<UInt8>) -> UInt32 {
    let hash = NameKey.hash(text.span, 0, text.count)
    if let number = spellingNumbers[hash] { return number }
    let number = UInt32(spellings.count)
    let text = Array(text)
    let entry = self.entry(of: text)
    spellings.append(Spelling(text: text, entry: entry))
    spellingNumbers.set(hash, number)
    entries[Int(entry)].spellings.append(number)
    return number
  }

  /// The entry that a spelling belongs to, new or known.
  private mutating func entry(of text: [UInt8]) -> UInt32 {
    let folded = NameKey.fold(text)
    if let form = lexicon.form(key: folded), Int(lexicon.forms[form].entry) < entries.count {
      return lexicon.forms[form].entry
    }
    let key = key(of: text)
    if let known = entryNumbers[key.hash] { return known }
    let number = UInt32(entries.count)
    entries.append(
      Entry(kind: key.kind, versionKind: key.kind, origin: .archive, isName: false))
    entryNumbers.set(key.hash, number)
    return number
  }

  /// What all spellings of one version have in common: the family, and the parts after it in any
  /// order (`Claude 4.5 Sonnet`, `Claude Sonnet 4.5`, `Sonnet 4.5`; `可灵 3.0`, `Kling 3.0`).
  func key(of text: [UInt8]) -> (hash: UInt64, kind: NameKind) {
    guard let match = lexicon.longestMatch(in: text.span, from: 0, to: text.count),
      lexicon.forms[match.form].isFamily, match.end < text.count
    else { return (NameKey.hash(NameKey.fold(text)), .product) }
    let form = lexicon.forms[match.form]
    // The family's own first spelling stands for all of them.
    var base = NameKey.fold(
      NameKnowledge.builtIn.title(of: form.entry) ?? text[0..<match.end])
    var rest = Self.parts(NameKey.fold(text[match.end...]))
    let claude = Array("claude".utf8)
    if base.starts(with: claude), base.count > claude.count {
      rest.append(Array(base[claude.count...]))
      base = claude
    }
    rest.sort { $0.lexicographicallyPrecedes($1) }
    var key = base
    for part in rest {
      key.append(0)
      key += part
    }
    let kind: NameKind = form.kind == .product ? .product : .model
    return (NameKey.hash(key), kind)
  }

  /// Runs of letters and of digits.
  private static func parts(_ key: [UInt8]) -> [[UInt8]] {
    var parts: [[UInt8]] = []
    var wasDigit: Bool?
    for byte in key where byte != UInt8(ascii: "-") {
      let isDigit = NameKey.isDigit(byte) || byte == UInt8(ascii: ".")
      if isDigit == wasDigit, let last = parts.indices.last {
        parts[last].append(byte)
      } else {
        parts.append([byte])
      }
      wasDigit = isDigit
    }
    return parts
  }

  /// Makes a short form stand for a long one.
  private mutating func link(_ spelling: UInt32, to entry: UInt32) {
    let old = spellings[Int(spelling)].entry
    guard old != entry, entries[Int(old)].origin == .archive,
      entries[Int(old)].spellings == [spelling]
    else { return }
    let mentions = entries[Int(old)].mentionCount
    let votes = entries[Int(old)].votes
    spellings[Int(spelling)].entry = entry
    entries[Int(old)].spellings = []
    entries[Int(old)].mentionCount = 0
    entries[Int(old)].votes = NameVotes()
    entries[Int(entry)].spellings.append(spelling)
    entries[Int(entry)].mentionCount += mentions
    entries[Int(entry)].votes.add(votes)
    for mentions in entries[Int(old)].issues {
      if let known = entries[Int(entry)].issues.firstIndex(where: { $0.issue == mentions.issue }) {
        entries[Int(entry)].issues[known].count += mentions.count
      } else {
        entries[Int(entry)].issues.append(mentions)
      }
    }
    entries[Int(old)].issues = []
  }

  /// Decides from all that was learnt whether an entry is a name, and of what kind.
  mutating func judge(_ number: UInt32) {
    let entry = entries[Int(number)]
    guard entry.origin == .archive else { return }
    var isVersion = false
    var isTail = true
    for spelling in entry.spellings where spellings[Int(spelling)].issueCount > 0 {
      if spellings[Int(spelling)].versionCount > 0 { isVersion = true }
      if spellings[Int(spelling)].tailCount < spellings[Int(spelling)].issueCount { isTail = false }
    }
    var isName = isVersion
    var kind = entry.versionKind
    if !isVersion {
      let best = entry.votes.best
      kind = best.kind
      isName = !isTail && best.weight >= 3 && entry.votes.none < best.weight
      if kind == .company, best.weight < 4 || entry.votes.product + entry.votes.model >= best.weight
      {
        kind = .product
      }
    }
    entries[Int(number)].isName = isName
    entries[Int(number)].kind = kind
    guard isName else { return }
    for spelling in entry.spellings where spellings[Int(spelling)].count > 0 {
      lexicon.insert(
        spellings[Int(spelling)].text, entry: number, kind: kind, casing: .exact,
        isFamily: kind == .model)
    }
  }
}
