import Syntax

/// One query at work: collects what each past story shares with the story at hand, then weighs it.
struct StoryRanking {
  private struct Term {
    let hash: UInt32
    let kind: StoryTerms.Kind
    var weight: Float
    let place: StoryPlace
    /// In the bytes of the part of the story that `place` names.
    let start: Int
    let end: Int
  }

  private struct NameTerm {
    let id: NameID
    let hash: UInt32
    let weight: Float
  }

  /// What a past story shares with the one at hand.
  private struct Evidence {
    var wording: Float = 0
    /// Models and products.
    var names: Float = 0
    /// Models and products of one family.
    var families: Float = 0
    var persons: Float = 0
    /// Companies and other organizations.
    var companies: Float = 0
    var sources: Float = 0

    var isAny: Bool {
      wording > 0.05 || names + families + persons + companies + sources > 0
    }
  }

  private struct Candidate {
    let part: Int
    let story: Int
    let score: Float
  }

  private let query: StoryQuery
  private let names: NameTable
  private let parts: [StoryIndex.Part]
  /// By part and issue: whether the issue is earlier than the one at hand.
  private let isPast: [[Bool]]
  private let pastCount: Int
  private var evidence: [[Evidence]]
  private var terms: [Term] = []
  private var nameTerms: [NameTerm] = []
  /// Length of the vector of the terms' weights.
  private var norm: Float = 0

  init(query: StoryQuery, names: NameTable, parts: [StoryIndex.Part]) {
    self.query = query
    self.names = names
    self.parts = parts
    var isPast: [[Bool]] = []
    var pastCount = 0
    for part in parts {
      isPast.append(
        part.segment.issues.enumerated().map { index, issue in
          let isEarlier =
            query.date.map { date in issue.date.map { $0 < date } ?? false } ?? true
          let counts = isEarlier && !part.isGone[index] && issue.path != query.path
          if counts { pastCount += issue.stories.count }
          return counts
        })
    }
    self.isPast = isPast
    self.pastCount = pastCount
    evidence = parts.map { [Evidence](repeating: Evidence(), count: $0.segment.stories.count) }
  }

  mutating func best(_ limit: Int) -> [RelatedStory] {
    guard pastCount > 0, limit > 0 else { return [] }
    collectTerms()
    addWording()
    addNames()
    addSources()
    return candidates(limit).map { candidate in
      let segment = parts[candidate.part].segment
      let story = segment.stories[candidate.story]
      return RelatedStory(
        issue: segment.issues[Int(story.issue)], index: Int(story.index),
        score: Double(candidate.score), reasons: reasons(for: candidate))
    }
  }

  // MARK: - What is shared

  private mutating func collectTerms() {
    var known: [UInt32: Int] = [:]
    var terms: [Term] = []
    let parts: [([UInt8], StoryPlace)] = [
      (query.text.title, .title), (query.text.lead, .lead), (query.text.rest, .rest),
    ]
    for (text, place) in parts {
      let named = namedRanges(in: text)
      var next = 0
      StoryTerms.forEach(in: text) { hash, kind, start, end in
        while next < named.count, named[next].end <= start { next += 1 }
        let isNamed = next < named.count && named[next].start < end
        if let index = known[hash] {
          if place == .lead, terms[index].place == .title {
            terms[index].weight = StoryPlace.titleAndLead.weight
          }
        } else if terms.count < Self.termLimit {
          known[hash] = terms.count
          terms.append(
            Term(
              hash: hash, kind: kind,
              weight: isNamed ? place.weight * Self.namedWeight : place.weight,
              place: place, start: start, end: end))
        }
      }
    }
    self.terms = terms
  }

  /// Where names stand in a part of the story, in text order.
  private func namedRanges(in text: [UInt8]) -> [ByteRange] {
    var ranges: [ByteRange] = []
    for mention in query.names {
      guard let first = mention.surface.first, mention.surface.count > 1 else { continue }
      var i = 0
      while i + mention.surface.count <= text.count {
        if text[i] == first, text[i..<i + mention.surface.count].elementsEqual(mention.surface) {
          ranges.append(ByteRange(i, i + mention.surface.count))
          i += mention.surface.count
        } else {
          i += 1
        }
      }
    }
    return ranges.sorted { ($0.start, $0.end) < ($1.start, $1.end) }
  }

  private mutating func addWording() {
    let own = Float(parts.reduce(0) { $0 + $1.segment.stories.count })
    let total = CommonTerms.storyCount + own
    let scale = 1 / logarithm(total + 1)
    var sum: Float = 0
    for index in terms.indices {
      let term = terms[index]
      let (postings, count) = postings(of: term.hash)
      let share = CommonTerms.share(of: term.hash) ?? 0
      let frequency = Float(count) + CommonTerms.storyCount * share
      // What this archive repeats is common in it, however rare elsewhere; a small one knows less.
      let odds = min((total + 1) / (frequency + 0.5), (own + 60) / (Float(count) + 0.5))
      let rarity = max(0, logarithm(odds) * scale)
      let specificity = rarity * Self.weight(of: term.kind)
      terms[index].weight *= specificity
      sum += terms[index].weight * terms[index].weight
      // What a tenth of all stories say relates none of them.
      guard count > 0, rarity > 0.25 else { continue }
      let gain = terms[index].weight * specificity
      addToPast(postings) { $0.wording += gain * Self.placeWeights[Int($1)] }
    }
    norm = sum.squareRoot()
  }

  private mutating func addNames() {
    var families: [UInt32: StoryPlace] = [:]
    var lookup = NameFamilies()
    for mention in query.names {
      let hash = StoryTerms.hash(ofName: mention.id)
      let gain: Float
      switch names.kind(of: mention.id) {
      case .company, .organization:
        gain = addName(hash, at: mention.place, commonness: 3.5) { $0.companies += $1 }
      case .person: gain = addName(hash, at: mention.place) { $0.persons += $1 }
      case .model, .product: gain = addName(hash, at: mention.place) { $0.names += $1 }
      }
      if gain > 0 { nameTerms.append(NameTerm(id: mention.id, hash: hash, weight: gain)) }
      guard let family = lookup.term(of: mention.id, in: names) else { continue }
      if families[family].map({ $0.rawValue < mention.place.rawValue }) ?? true {
        families[family] = mention.place
      }
    }
    for (family, place) in families { _ = addName(family, at: place) { $0.families += $1 } }
  }

  /// - Returns: what a story gains that has the name in its heading; 0 where none has the name.
  private mutating func addName(
    _ hash: UInt32, at place: StoryPlace, commonness: Float = 0.5,
    _ add: (inout Evidence, Float) -> Void
  ) -> Float {
    let (postings, count) = postings(of: hash)
    guard count > 0 else { return 0 }
    let total = Float(pastCount) + 100
    let rarity = max(0, logarithm(total / (Float(count) + commonness)) / logarithm(total))
    let gain = rarity * place.nameWeight
    addToPast(postings) { add(&$0, gain * Self.namePlaceWeights[Int($1)]) }
    return gain
  }

  private mutating func addSources() {
    for source in query.text.sources {
      let (postings, count) = postings(of: StoryTerms.hash(ofSource: source))
      guard Self.isSource(linkedBy: count) else { continue }
      addToPast(postings) { evidence, _ in evidence.sources += 1 }
    }
  }

  /// A page that many stories link to is a digest or a home page, and says nothing.
  private static func isSource(linkedBy count: Int) -> Bool { count > 0 && count <= 3 }

  /// The postings by part, and how many there are.
  private func postings(of hash: UInt32) -> ([StorySegment.Postings], count: Int) {
    var count = 0
    let postings = parts.map { part in
      let postings = part.segment.postings(of: hash)
      count += postings.count
      return postings
    }
    return (postings, count)
  }

  @inline(__always)
  private mutating func addToPast(
    _ postings: [StorySegment.Postings], _ add: (inout Evidence, _ place: UInt8) -> Void
  ) {
    for part in parts.indices where postings[part].count > 0 {
      let segment = parts[part].segment
      segment.forEach(in: postings[part]) { story, place in
        guard isPast[part][Int(segment.stories[story].issue)] else { return }
        add(&evidence[part][story], place)
      }
    }
  }

  // MARK: - What it weighs

  /// The weights were fitted on a few hundred judged pairs of stories.
  private static let termLimit = 400
  /// Of words that are part of a name, since names count by themselves.
  private static let namedWeight: Float = 0.6
  private static let placeWeights: [Float] = (UInt8(0)...3).map {
    StoryPlace(rawValue: $0)?.weight ?? 0
  }
  private static let namePlaceWeights: [Float] = (UInt8(0)...3).map {
    StoryPlace(rawValue: $0)?.nameWeight ?? 0
  }

  private static func weight(of kind: StoryTerms.Kind) -> Float {
    switch kind {
    case .hanPair: 0.8
    case .hanTriple: 0.9
    case .word: 1.3
    case .wordPair: 1.6
    }
  }

  /// How likely the two stories have to do with each other, as a logarithm of odds, beyond what
  /// the likeliest of so many strangers would reach. A maker in common says little by itself, and
  /// much where the rest is alike.
  private func odds(_ evidence: Evidence, norm storyNorm: Float) -> Float {
    let similarity = evidence.wording / ((norm + 1.8) * (storyNorm + 1.8))
    let root = similarity.squareRoot()
    let named = 4.2 * evidence.names + 4.4 * evidence.families + 2.9 * evidence.persons
    let made = evidence.companies * (1.9 + 31 * root)
    // A page that both link to says it all.
    return 73 * similarity - 6.5 * root + named + made + 8 * min(evidence.sources, 2)
      - (logarithm(Float(max(pastCount, 80))) - 4.4)
  }

  private static let threshold: Float = 1.65

  private func candidates(_ limit: Int) -> [Candidate] {
    var found: [Candidate] = []
    for part in evidence.indices {
      let stories = parts[part].segment.stories
      for (story, evidence) in evidence[part].enumerated()
      where evidence.isAny {
        let margin = odds(evidence, norm: stories[story].norm) - Self.threshold
        if margin > 0 {
          found.append(Candidate(part: part, story: story, score: 1 - 2 / (3 + margin)))
        }
      }
    }
    // Of equals the later is the better known.
    found.sort {
      $0.score != $1.score
        ? $0.score > $1.score : ($0.part, $0.story) > ($1.part, $1.story)
    }
    return Array(found.prefix(limit))
  }

  // MARK: - Why

  private func reasons(for candidate: Candidate) -> [RelatedStory.Reason] {
    var reasons: [RelatedStory.Reason] = []
    func has(_ hash: UInt32) -> Bool {
      let segment = parts[candidate.part].segment
      var result = false
      segment.forEach(in: segment.postings(of: hash)) { story, _ in
        if story == candidate.story { result = true }
      }
      return result
    }
    for source in query.text.sources {
      let hash = StoryTerms.hash(ofSource: source)
      if Self.isSource(linkedBy: postings(of: hash).count), has(hash) {
        reasons.append(RelatedStory.Reason(kind: .source, value: source))
      }
    }
    for term in nameTerms.sorted(by: { ($0.weight, $1.hash) > ($1.weight, $0.hash) })
    where has(term.hash) {
      if let name = names[term.id] {
        reasons.append(RelatedStory.Reason(kind: .name, value: name.canonical))
      }
    }
    let told = Set(reasons.map { $0.value.lowercased() })
    for phrase in sharedPhrases(where: has) where !told.contains(phrase.lowercased()) {
      reasons.append(RelatedStory.Reason(kind: .wording, value: phrase))
    }
    return reasons
  }

  /// The weightiest wordings that both stories have, as the story at hand spells them.
  private func sharedPhrases(where isShared: (UInt32) -> Bool) -> [String] {
    let rare = terms.sorted { $0.weight > $1.weight }.prefix(60)
    var runs: [(place: StoryPlace, start: Int, end: Int, weight: Float)] = []
    let shared = rare.filter { isShared($0.hash) }.sorted {
      ($0.place.rawValue, $0.start) < ($1.place.rawValue, $1.start)
    }
    for term in shared {
      if let last = runs.last, last.place == term.place, term.start <= last.end {
        runs[runs.count - 1].end = max(last.end, term.end)
        runs[runs.count - 1].weight += term.weight
      } else {
        runs.append((term.place, term.start, term.end, term.weight))
      }
    }
    var phrases: [String] = []
    for run in runs.sorted(by: { $0.weight > $1.weight }) {
      let text: [UInt8] =
        switch run.place {
        case .title, .titleAndLead: query.text.title
        case .lead: query.text.lead
        case .rest: query.text.rest
        }
      let range = ByteRange(run.start, run.end).clamped(to: text.count)
      let phrase = String(decoding: text[range.start..<range.end], as: UTF8.self)
      if !phrases.contains(phrase) { phrases.append(phrase) }
      if phrases.count == 3 { break }
    }
    return phrases
  }
}
