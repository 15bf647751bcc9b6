/// The headings of an issue's stories, ready to be held against each other and against those of
/// other issues: what `TitleTerms.similarity` says of each pair, at the price of reading the
/// others' terms once.
package struct TitleTable {
  /// A story of another issue that tells what one of these headings tells.
  package struct Retelling {
    package let issue: IssueRecord
    /// Index in the issue's stories.
    package let index: Int
    package let sharesSource: Bool
  }

  private struct Term {
    let term: UInt32
    let weight: Float
    let isNaming: Bool
    /// Where its headings begin in `postings`.
    var start: Int32 = 0
  }

  private struct Candidate {
    /// Counted over all issues that are asked.
    let number: Int
    let own: Int
    let overlap: TitleTerms.Overlap
  }

  private let titles: [TitleTerms]
  private var numbers = TermNumbers(capacity: 0)
  private var terms: [Term] = []
  /// The headings that have each term, in order.
  private var postings: [Int32] = []

  package init(_ titles: [TitleTerms]) {
    self.titles = titles
    let count = titles.reduce(0) { $0 + $1.terms.count }
    numbers = TermNumbers(capacity: count)
    terms.reserveCapacity(count + 1)
    var counts: [Int32] = []
    counts.reserveCapacity(count)
    for title in titles {
      for term in title.terms {
        let number = numbers.insert(term)
        if number == terms.count {
          terms.append(
            Term(
              term: term, weight: TitleTerms.weight(of: term), isNaming: TitleTerms.isNaming(term)))
          counts.append(0)
        }
        counts[number] += 1
      }
    }
    var start: Int32 = 0
    for number in terms.indices {
      terms[number].start = start
      start += counts[number]
      counts[number] = terms[number].start
    }
    terms.append(Term(term: 0, weight: 0, isNaming: false, start: start))
    postings = [Int32](repeating: 0, count: Int(start))
    for (index, title) in titles.enumerated() {
      for term in title.terms {
        guard let number = numbers[term] else { continue }
        postings[Int(counts[number])] = Int32(truncatingIfNeeded: index)
        counts[number] += 1
      }
    }
  }

  private func headings(with term: Int) -> Range<Int> {
    Int(terms[term].start)..<Int(terms[term + 1].start)
  }

  // MARK: - Within the issue

  /// Pairs of headings that tell the same, the first that does before the later one.
  package func twins() -> [(first: Int, second: Int)] {
    var overlaps = [TitleTerms.Overlap](repeating: TitleTerms.Overlap(), count: titles.count)
    var twins: [(first: Int, second: Int)] = []
    func frequency(_ term: Int) -> Int { headings(with: term).count + 1 }
    for (index, title) in titles.enumerated() {
      var touched: [Int] = []
      for term in title.terms {
        guard let number = numbers[term] else { continue }
        let own = terms[number]
        let weight = TitleTerms.weight(own.weight, frequency: frequency(number))
        guard weight > 0 else { continue }
        for posting in headings(with: number) {
          let other = Int(postings[posting])
          if other >= index { break }
          if overlaps[other].terms == 0 { touched.append(other) }
          overlaps[other].add(term, weight)
        }
      }
      var first: Int?
      for other in touched {
        let overlap = overlaps[other]
        overlaps[other] = TitleTerms.Overlap()
        guard overlap.terms >= 3, TitleTerms.maySayTheSame(overlap.weight, overlap.names),
          other < first ?? .max,
          title.mayTellTheSame(as: titles[other], sharing: overlap)
        else { continue }
        let similarity = measure(of: index, frequency).similarity(
          to: measure(of: other, frequency), shared: overlap.weight, sharedNames: overlap.names)
        if similarity >= TitleTerms.sameStory { first = other }
      }
      if let first { twins.append((first, index)) }
    }
    return twins
  }

  private func measure(of index: Int, _ frequency: (Int) -> Int) -> TitleTerms.Measure {
    var measure = TitleTerms.Measure()
    for term in titles[index].terms {
      guard let number = numbers[term] else { continue }
      measure.add(
        TitleTerms.weight(terms[number].weight, frequency: frequency(number)),
        isNaming: terms[number].isNaming)
    }
    return measure
  }

  // MARK: - In other issues

  /// For each heading the story that has the same source, else the one whose heading most says the
  /// same.
  ///
  /// - Parameters:
  ///   - issues: Of two that share a source, the one that comes first is named.
  ///   - sources: hashes of the headings' own sources.
  package func retellings(in issues: [IssueRecord], sources: [UInt32?]) -> [Retelling?] {
    var found = sameSources(in: issues, sources)
    // How many of the others have each term, and where.
    var frequencies = [Int](repeating: 0, count: terms.count)
    var hits: [(number: Int32, term: Int32)] = []
    let headings = Headings(of: issues)
    headings.forEachTerm { story, term in
      guard let number = numbers[term] else { return }
      frequencies[number] += 1
      hits.append((Int32(truncatingIfNeeded: story), Int32(truncatingIfNeeded: number)))
    }
    let weights = frequencies.indices.map {
      TitleTerms.weight(terms[$0].weight, frequency: frequencies[$0])
    }
    let candidates = candidates(hits, weights)
    guard !candidates.isEmpty else { return found }
    let others = Others(headings, candidates.map(\.number), known: numbers, frequencies)
    var best = [(similarity: Float, number: Int)](repeating: (0, -1), count: titles.count)
    for candidate in candidates where found[candidate.own] == nil {
      let similarity = measure(of: candidate.own) { frequencies[$0] }.similarity(
        to: others.measure(of: candidate.number), shared: candidate.overlap.weight,
        sharedNames: candidate.overlap.names)
      if similarity >= TitleTerms.sameStory, (similarity, candidate.number) > best[candidate.own],
        let (issue, index) = headings.story(candidate.number),
        titles[candidate.own].mayTellTheSame(
          as: TitleTerms(Array(issue.stories.title(index))), sharing: candidate.overlap)
      {
        best[candidate.own] = (similarity, candidate.number)
      }
    }
    for (own, (_, number)) in best.enumerated() where number >= 0 {
      // What stands in each issue is no story: a listening link, an imprint.
      if let (issue, index) = headings.story(number), !headings.isRecurring(number) {
        found[own] = Retelling(issue: issue, index: index, sharesSource: false)
      }
    }
    return found
  }

  private func sameSources(in issues: [IssueRecord], _ sources: [UInt32?]) -> [Retelling?] {
    var found = [Retelling?](repeating: nil, count: titles.count)
    var numbers = TermNumbers(capacity: sources.count)
    for case let source? in sources { _ = numbers.insert(source) }
    guard numbers.count > 0 else { return found }
    var uses: [(count: Int, story: Retelling?)] = Array(repeating: (0, nil), count: numbers.count)
    for issue in issues {
      issue.digest.forEachSource { story, source in
        guard let number = numbers[source] else { return }
        uses[number].count += 1
        if uses[number].story == nil {
          uses[number].story = Retelling(issue: issue, index: story, sharesSource: true)
        }
      }
    }
    for (index, source) in sources.enumerated() {
      // What more link to is a digest or a home page.
      if let source, let number = numbers[source], uses[number].count <= 2 {
        found[index] = uses[number].story
      }
    }
    return found
  }

  /// Pairs that share enough to be held against each other.
  private func candidates(
    _ hits: [(number: Int32, term: Int32)], _ weights: [Float]
  ) -> [Candidate] {
    var overlaps = [TitleTerms.Overlap](repeating: TitleTerms.Overlap(), count: titles.count)
    var touched: [Int] = []
    var candidates: [Candidate] = []
    var next = 0
    while next < hits.count {
      let number = hits[next].number
      while next < hits.count, hits[next].number == number {
        let term = Int(hits[next].term)
        next += 1
        let weight = weights[term]
        guard weight > 0 else { continue }
        for posting in headings(with: term) {
          let own = Int(postings[posting])
          if overlaps[own].terms == 0 { touched.append(own) }
          overlaps[own].add(terms[term].term, weight)
        }
      }
      for own in touched {
        let overlap = overlaps[own]
        overlaps[own] = TitleTerms.Overlap()
        // A name alone may come back with other news.
        if overlap.terms >= 2, overlap.weight >= TitleTerms.muchShared {
          candidates.append(Candidate(number: Int(number), own: own, overlap: overlap))
        }
      }
      touched.removeAll(keepingCapacity: true)
    }
    return candidates
  }

  /// The headings of other issues, numbered through.
  private struct Headings {
    private let issues: [IssueRecord]
    private var terms: [UInt32] = []
    /// Where each heading's terms end.
    private var ends: [Int32] = []

    init(of issues: [IssueRecord]) {
      self.issues = issues
      var seen = TermSet()
      let count = issues.reduce(0) { $0 + $1.stories.count }
      ends.reserveCapacity(count)
      terms.reserveCapacity(count * 32)
      for issue in issues {
        for story in issue.stories.indices {
          TitleTerms.forEach(in: issue.stories.title(story).span, &seen) { terms.append($0) }
          ends.append(Int32(truncatingIfNeeded: terms.count))
        }
      }
    }

    subscript(number: Int) -> ArraySlice<UInt32> {
      let start = number > 0 ? Int(ends[number - 1]) : 0
      return terms[start..<Int(ends[number])]
    }

    @inline(__always)
    func forEachTerm(_ body: (_ heading: Int, _ term: UInt32) -> Void) {
      var next = 0
      for (number, end) in ends.enumerated() {
        while next < end {
          body(number, terms[next])
          next += 1
        }
      }
    }

    func story(_ number: Int) -> (issue: IssueRecord, index: Int)? {
      var index = number
      for issue in issues {
        if index < issue.stories.count { return (issue, index) }
        index -= issue.stories.count
      }
      return nil
    }

    func isRecurring(_ number: Int) -> Bool {
      let title = self[number]
      return ends.indices.reduce(0) { $0 + (self[$1].elementsEqual(title) ? 1 : 0) } >= 2
    }
  }

  /// Those headings that are candidates, in full.
  private struct Others {
    private let headings: Headings
    private let known: TermNumbers
    private let knownFrequencies: [Int]
    /// Of the candidates' further terms.
    private var unknown = TermNumbers(capacity: 0)
    private var unknownFrequencies: [Int] = []

    init(
      _ headings: Headings, _ candidates: [Int], known: TermNumbers, _ frequencies: [Int]
    ) {
      self.headings = headings
      self.known = known
      knownFrequencies = frequencies
      unknown = TermNumbers(capacity: candidates.count * 24)
      for candidate in candidates {
        for term in headings[candidate] where known[term] == nil { _ = unknown.insert(term) }
      }
      unknownFrequencies = [Int](repeating: 0, count: unknown.count)
      headings.forEachTerm { _, term in
        if let number = unknown[term] { unknownFrequencies[number] += 1 }
      }
    }

    func measure(of number: Int) -> TitleTerms.Measure {
      var measure = TitleTerms.Measure()
      for term in headings[number] {
        let frequency =
          known[term].map { knownFrequencies[$0] } ?? unknown[term].map { unknownFrequencies[$0] }
        measure.add(
          TitleTerms.weight(TitleTerms.weight(of: term), frequency: frequency ?? 1),
          isNaming: TitleTerms.isNaming(term))
      }
      return measure
    }
  }
}

/// Numbers for terms, in the order in which they come. Terms are hashes, so their bits are as good
/// as those of a hash of them.
private struct TermNumbers {
  /// A slot is a term and its number plus one, or 0.
  private var slots: [UInt64]
  private let mask: Int
  private(set) var count = 0

  /// - Parameter capacity: how many terms there are at most.
  init(capacity: Int) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    mask = size - 1
    slots = [UInt64](repeating: 0, count: size)
  }

  @inline(__always)
  private func slot(of term: UInt32) -> Int {
    // The two lowest bits are the kind.
    var slot = Int(term >> 2) & mask
    while slots[slot] != 0, slots[slot] >> 32 != term { slot = (slot &+ 1) & mask }
    return slot
  }

  mutating func insert(_ term: UInt32) -> Int {
    let slot = slot(of: term)
    if slots[slot] == 0 {
      guard count < mask else { return 0 }
      count += 1
      slots[slot] = UInt64(term) << 32 | UInt64(UInt32(truncatingIfNeeded: count))
    }
    return Int(slots[slot] & 0xFFFF_FFFF) - 1
  }

  @inline(__always)
  subscript(term: UInt32) -> Int? {
    let value = slots[slot(of: term)] & 0xFFFF_FFFF
    return value == 0 ? nil : Int(value) - 1
  }
}
