import Syntax

/// One query at work.
///
/// Stories are vectors of terms: wording, names and families of names, each weighed by its kind, by
/// its rarity in the archive and by what the story makes of it. Two stories are as related as their
/// vectors are near (the cosine), a little more where the other one is fresh, and much more where
/// they share a source. Only what is near enough is offered.
struct StoryRanking {
  /// A term of the story at hand.
  private struct Term {
    let hash: UInt32
    /// Of its kind.
    let kindWeight: Float
    var emphasis: StoryEmphasis
    /// In the title or in the lead, whichever has it first.
    let isInTitle: Bool
    let start: Int
    let end: Int
    /// What it adds to the likeness of two stories, at its first place.
    var weight: Float = 0
  }

  private struct Candidate {
    let part: Int
    let story: Int
    let similarity: Float
  }

  private let query: StoryQuery
  private let names: NameTable
  private let parts: [StoryIndex.Part]
  /// By part and issue: how much its stories count, more when they are fresh; 0 for those that are
  /// not earlier than the one at hand.
  private let freshness: [[Float]]
  private let pastCount: Int
  /// Of the whole archive.
  private let storyCount: Float
  /// By part and story: the product of its vector with that of the story at hand.
  private var products: [[Float]]
  private var terms: [Term] = []
  private var storyNames: [StoryName] = []
  private var length = StoryLength()

  init(query: StoryQuery, names: NameTable, parts: [StoryIndex.Part]) {
    self.query = query
    self.names = names
    self.parts = parts
    var freshness: [[Float]] = []
    var pastCount = 0
    for part in parts {
      freshness.append(
        part.segment.issues.enumerated().map { index, issue in
          guard !part.isGone[index], issue.path != query.path,
            let factor = Self.freshness(of: issue, at: query.date)
          else { return 0 }
          pastCount += issue.stories.count
          return factor
        })
    }
    self.freshness = freshness
    self.pastCount = pastCount
    storyCount = Float(parts.reduce(0) { $0 + $1.segment.stories.count })
    products = parts.map { [Float](repeating: 0, count: $0.segment.stories.count) }
  }

  /// `nil` where the issue is not earlier.
  private static func freshness(of issue: IssueRecord, at date: Day?) -> Float? {
    guard let date else { return 1 }
    guard let day = issue.date, day < date else { return nil }
    return 1 + 0.3 / (1 + Float(date.distance(from: day)) / 5)
  }

  mutating func best(_ limit: Int) -> [RelatedStory] {
    guard pastCount > 0, limit > 0 else { return [] }
    collectTerms()
    addWording()
    addNames()
    let candidates = candidates(limit)
    guard !candidates.isEmpty else { return [] }
    return zip(candidates, reasons(for: candidates)).map { candidate, reasons in
      let segment = parts[candidate.part].segment
      let story = segment.stories[candidate.story]
      return RelatedStory(
        issue: segment.issues[Int(story.issue)], index: Int(story.index),
        score: Double(candidate.similarity / (candidate.similarity + Self.offered)),
        reasons: reasons)
    }
  }

  // MARK: - What is shared

  private mutating func collectTerms() {
    var known: [UInt32: Int] = [:]
    for (text, inTitle) in [(query.text.title, true), (query.text.lead, false)] {
      StoryTerms.forEach(in: text) { hash, kind, start, end in
        guard kind.weight > 0 else { return }
        if let index = known[hash] {
          terms[index].emphasis.add(inTitle: inTitle)
        } else {
          known[hash] = terms.count
          terms.append(
            Term(
              hash: hash, kindWeight: kind.weight, emphasis: StoryEmphasis(inTitle: inTitle),
              isInTitle: inTitle, start: start, end: end))
        }
      }
    }
    for term in terms { length.add(term.hash, weight: term.kindWeight * term.emphasis.weight) }
    var collecting = StoryNames(names)
    storyNames = collecting.collect(from: query.mentions, titleRange: query.titleRange)
    for name in storyNames { length.add(name) }
  }

  private mutating func addWording() {
    let total = storyCount + CommonTerms.storyCount
    for index in terms.indices {
      let term = terms[index]
      let (postings, count) = postings(of: term.hash)
      // A small archive cannot tell what is common; the field at large helps it.
      let share = CommonTerms.share(of: term.hash) ?? 0
      let rarity = Self.rarity(Float(count) + CommonTerms.storyCount * share, of: total)
      let weight = term.kindWeight * rarity
      terms[index].weight = weight * term.emphasis.weight
      // What a fifth of all stories say relates none of them.
      guard count > 0, rarity > 1.5 else { continue }
      add(weight * terms[index].weight, to: postings)
    }
  }

  private mutating func addNames() {
    for name in storyNames {
      let (postings, count) = postings(of: name.term)
      guard count > 0 else { continue }
      let weight = name.kind.weight * Self.rarity(Float(count), of: storyCount)
      add(weight * weight * name.emphasis.weight, to: postings)
    }
  }

  private static func rarity(_ count: Float, of total: Float) -> Float {
    max(0, logarithm((1 + total) / (1 + count)))
  }

  private mutating func add(_ gain: Float, to postings: [StorySegment.Postings]) {
    guard gain > 0 else { return }
    let gains = StoryEmphasis.weights.map { $0 * gain }
    for part in parts.indices where postings[part].count > 0 {
      // Taken out while it is at work, for the compiler to know it unshared.
      var sums: [Float] = []
      swap(&sums, &products[part])
      parts[part].segment.forEach(in: postings[part]) { sums[$0] += gains[Int($1)] }
      swap(&sums, &products[part])
    }
  }

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

  // MARK: - What is offered

  /// How near the nearest story must be for anything to be offered. Found on judged stories: of
  /// those that have no related one, four in five are left alone.
  private static let offered: Float = 0.073
  /// What a source in common adds.
  private static let sharedSource: Float = 0.35

  /// The pages that both could have as their source. One that many stories link to is a digest or a
  /// home page, and says nothing.
  private var sources: [(url: String, postings: [StorySegment.Postings])] {
    query.text.sources.compactMap { source in
      let (postings, count) = postings(of: source.hash)
      return count > 0 && count <= 3 ? (source.url, postings) : nil
    }
  }

  private func candidates(_ limit: Int) -> [Candidate] {
    let rarity = logarithm((1 + storyCount + CommonTerms.storyCount) / 2.5)
    let own = length.value(rarity: rarity)
    var similarities = products
    for part in parts.indices {
      let stories = parts[part].segment.stories
      for (story, product) in products[part].enumerated() where product > 0 {
        let factor = freshness[part][Int(stories[story].issue)]
        similarities[part][story] =
          factor > 0 ? product * factor / (own * stories[story].length.value(rarity: rarity)) : 0
      }
    }
    for (_, postings) in sources {
      for part in parts.indices {
        let segment = parts[part].segment
        segment.forEach(in: postings[part]) { story, _ in
          if freshness[part][Int(segment.stories[story].issue)] > 0 {
            similarities[part][story] += Self.sharedSource
          }
        }
      }
    }
    let best = similarities.reduce(0) { max($0, $1.max() ?? 0) }
    guard best >= Self.offered else { return [] }
    // Where one is related others are likelier to be.
    let least = best / 4
    var found: [Candidate] = []
    for part in parts.indices {
      for (story, similarity) in similarities[part].enumerated() where similarity >= least {
        found.append(Candidate(part: part, story: story, similarity: similarity))
      }
    }
    // Of equals the later is the better known.
    found.sort {
      ($0.similarity, $0.part, $0.story) > ($1.similarity, $1.part, $1.story)
    }
    return Array(found.prefix(limit))
  }

  // MARK: - Why

  private func reasons(for candidates: [Candidate]) -> [[RelatedStory.Reason]] {
    // By part and story: the number of the candidate that it is.
    var numbers = parts.map { [Int32](repeating: -1, count: $0.segment.stories.count) }
    for (number, candidate) in candidates.enumerated() {
      numbers[candidate.part][candidate.story] = Int32(truncatingIfNeeded: number)
    }
    /// Which of the candidates have the term.
    func holders(_ postings: [StorySegment.Postings]) -> [Bool] {
      var holders = [Bool](repeating: false, count: candidates.count)
      for part in parts.indices {
        parts[part].segment.forEach(in: postings[part]) { story, _ in
          let number = numbers[part][story]
          if number >= 0 { holders[Int(number)] = true }
        }
      }
      return holders
    }
    let sources = sources.map { (value: $0.url, holders: holders($0.postings)) }
    let names = weightyNames.map { (value: $0.name, holders: holders($0.postings)) }
    let wording = terms.sorted { $0.weight > $1.weight }.prefix(60)
      .map { (term: $0, holders: holders(postings(of: $0.hash).0)) }
      .sorted {
        ($0.term.isInTitle ? 0 : 1, $0.term.start) < ($1.term.isInTitle ? 0 : 1, $1.term.start)
      }
    return candidates.indices.map { number in
      var reasons: [RelatedStory.Reason] = []
      for source in sources where source.holders[number] {
        reasons.append(RelatedStory.Reason(kind: .source, value: source.value))
      }
      for name in names where name.holders[number] {
        reasons.append(RelatedStory.Reason(kind: .name, value: name.value))
      }
      let told = Set(reasons.map { $0.value.lowercased() })
      let shared = wording.lazy.filter { $0.holders[number] }.map(\.term)
      for phrase in phrases(of: shared) where !told.contains(phrase.lowercased()) {
        reasons.append(RelatedStory.Reason(kind: .wording, value: phrase))
      }
      return reasons
    }
  }

  /// The names of the story at hand that past stories have, the weightiest first.
  private var weightyNames: [(name: String, postings: [StorySegment.Postings])] {
    var found: [(name: String, weight: Float, postings: [StorySegment.Postings])] = []
    for name in storyNames {
      let (postings, count) = postings(of: name.term)
      guard count > 0,
        let id = query.mentions.first(where: { StoryTerms.hash(ofName: $0.id) == name.term })?.id,
        let known = names[id]
      else { continue }
      let rarity = Self.rarity(Float(count), of: storyCount)
      found.append((known.canonical, name.kind.weight * rarity * name.emphasis.weight, postings))
    }
    return found.sorted { ($1.weight, $0.name) < ($0.weight, $1.name) }.map {
      ($0.name, $0.postings)
    }
  }

  /// The weightiest wordings that terms make up, as the story at hand spells them.
  ///
  /// - Parameter terms: in text order.
  private func phrases(of terms: some Sequence<Term>) -> [String] {
    var runs: [(isInTitle: Bool, start: Int, end: Int, weight: Float)] = []
    for term in terms {
      if let last = runs.last, last.isInTitle == term.isInTitle, term.start <= last.end {
        runs[runs.count - 1].end = max(last.end, term.end)
        runs[runs.count - 1].weight += term.weight
      } else {
        runs.append((term.isInTitle, term.start, term.end, term.weight))
      }
    }
    var phrases: [String] = []
    for run in runs.sorted(by: { $0.weight > $1.weight }) {
      let text = run.isInTitle ? query.text.title : query.text.lead
      let range = ByteRange(run.start, run.end).clamped(to: text.count)
      let phrase = String(decoding: text[range.start..<range.end], as: UTF8.self)
      if !phrases.contains(phrase) { phrases.append(phrase) }
      if phrases.count == 3 { break }
    }
    return phrases
  }
}
