import Syntax

/// One query at work.
///
/// A story is a vector of terms for each field: words, names, topics. A term weighs more where the
/// archive has it seldom and where the story makes much of it. Two stories are as related as their
/// vectors are near, summed over the fields, to the power of three quarters, since fields that agree
/// prove more than one that is very near. They are a little more related where the other one is
/// fresh, and much more where they share a source. Only what is near enough is offered.
struct StoryRanking {
  /// A term of the story at hand.
  private struct Term {
    let hash: UInt32
    let field: StoryField
    var emphasis: StoryEmphasis
    /// Where it stands first.
    var place = Place()
    /// How common it is in the field. From 0 to 1.
    var share: Float = 0
    /// How much it tells of the story.
    var weight: Float = 0
  }

  private struct Place {
    /// In the title, or in the lead.
    var isInTitle = true
    var start = 0
    var end = 0
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
  /// Of a term that one or two stories have.
  private let greatestRarity: Float
  /// By part, field and story: how much it shares with the story at hand.
  private var shared: [[[Float]]]
  private var terms: [Term] = []
  /// By field: of the story at hand, softened.
  private var ownLengths: [Float] = []
  /// By field and length as it is kept: one over the length, softened.
  private var inverseLengths: [[Float]] = []

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
    storyCount = Float(parts.reduce(0) { $0 + $1.segment.storyCount })
    greatestRarity = logarithm((1 + storyCount + CommonTerms.storyCount) / 2.5)
    shared = parts.map { part in
      StoryField.allCases.map { _ in [Float](repeating: 0, count: part.segment.storyCount) }
    }
  }

  /// `nil` where the issue is not earlier.
  private static func freshness(of issue: IssueRecord, at date: Day?) -> Float? {
    guard let date else { return 1 }
    guard let day = issue.date, day < date else { return nil }
    return 1 + 0.13 / (1 + Float(date.distance(from: day)) / 7)
  }

  mutating func best(_ limit: Int) -> [RelatedStory] {
    guard pastCount > 0, limit > 0 else { return [] }
    collectTerms()
    for index in terms.indices { compare(index) }
    let candidates = candidates(limit)
    guard !candidates.isEmpty else { return [] }
    let reasons = reasons(for: candidates)
    return candidates.indices.map { number -> RelatedStory in
      let candidate = candidates[number]
      let segment = parts[candidate.part].segment
      let issue = segment.issue(ofStory: candidate.story)
      return RelatedStory(
        issue: segment.issues[issue],
        index: candidate.story - segment.stories(ofIssue: issue).lowerBound,
        score: Double(candidate.similarity / (candidate.similarity + Self.offered)),
        reasons: reasons[number])
    }
  }

  // MARK: - What is shared

  private mutating func collectTerms() {
    var known = HashIndex(minimumCapacity: 512)
    var topics = TopicEmphases()
    var places: [Int: Place] = [:]
    for (text, inTitle) in [(query.text.title, true), (query.text.lead, false)] {
      StoryTerms.forEach(in: text.span) { hash, kind, start, end in
        let place = Place(isInTitle: inTitle, start: start, end: end)
        if inTitle || start < StoryWording.topicReach {
          let told = StoryTopics.numbers(of: hash)
          topics.add(told, inTitle: inTitle)
          StoryTopics.forEach(in: told) { if places[$0] == nil { places[$0] = place } }
        }
        guard kind.isCompared else { return true }
        if let index = known[UInt64(hash) << 1] {
          terms[Int(index)].emphasis.add(inTitle: inTitle)
        } else {
          known.set(UInt64(hash) << 1, UInt32(clamping: terms.count))
          terms.append(
            Term(
              hash: hash, field: kind.field, emphasis: StoryEmphasis(inTitle: inTitle),
              place: place, share: CommonTerms.share(of: hash) ?? 0))
        }
        return true
      }
    }
    var length = StoryLength()
    for term in terms { length.add(term.field, term.hash, term.emphasis) }
    topics.forEach { topic, emphasis in
      length.add(topic: topic, emphasis)
      terms.append(
        Term(
          hash: StoryTerms.hash(ofTopic: topic), field: StoryField(topic: topic),
          emphasis: emphasis, place: wordPlace(of: topic, places[topic] ?? Place()),
          share: StoryTopics.share(of: topic)))
    }
    var collecting = StoryNames(names)
    for name in collecting.collect(from: query.mentions, titleRange: query.titleRange) {
      length.add(name)
      terms.append(Term(hash: name.term, field: name.field, emphasis: name.emphasis))
    }
    let size = logarithm(1 + storyCount + CommonTerms.storyCount) / 7
    for field in StoryField.allCases {
      let unit = field.lengthUnit(greatestRarity) / 8
      let softening = field.softening * size
      ownLengths.append(Float(length[field]) * unit + softening)
      inverseLengths.append((0..<256).map { 1 / (Float($0) * unit + softening) })
    }
  }

  /// The word that a topic is known by at a place, in full.
  private func wordPlace(of topic: Int, _ place: Place) -> Place {
    var place = place
    let text = place.isInTitle ? query.text.title : query.text.lead
    place.start = StoryTopics.start(of: topic, endingAt: place.end, in: text) ?? place.start
    return place
  }

  /// Adds what a term contributes to each story's likeness.
  private mutating func compare(_ index: Int) {
    let term = terms[index]
    let found = find(term)
    let rarity = rarity(of: term, count: found.count)
    terms[index].weight = term.field.telling * rarity * rarity * term.emphasis.weight
    guard found.count > 0, rarity > StoryField.leastRarity else { return }
    let field = term.field.rawValue
    let gain = rarity * rarity * term.emphasis.weight / ownLengths[field]
    let gains = StoryEmphasis.weights.map { $0 * gain }
    for part in parts.indices where found.postings[part].count > 0 {
      // Taken out while it is at work, for the compiler to know it unshared.
      var sums: [Float] = []
      swap(&sums, &shared[part][field])
      parts[part].segment[term.field].add(gains, toThoseIn: found.postings[part], &sums)
      swap(&sums, &shared[part][field])
    }
  }

  private func rarity(of term: Term, count: Int) -> Float {
    // A small archive cannot tell what is common; the field at large helps it.
    let prior: Float =
      switch term.field {
      case .han, .latin: CommonTerms.storyCount
      case .name, .family: 0
      case .topic, .maker: StoryTopics.storyCount
      }
    return max(
      0, logarithm((1 + storyCount + prior) / (1 + Float(count) + prior * term.share)))
  }

  /// Where the archive has a term.
  private struct Found {
    let field: StoryField
    /// By part.
    let postings: [PostingTable.Postings]
    /// How many stories have it.
    let count: Int
  }

  private func find(_ hash: UInt32, in field: StoryField) -> Found {
    var count = 0
    let postings = parts.map { part in
      let postings = part.segment[field].postings(of: hash)
      count += postings.count
      return postings
    }
    return Found(field: field, postings: postings, count: count)
  }

  private func find(_ term: Term) -> Found { find(term.hash, in: term.field) }

  private func forEach(
    in found: Found, _ body: (_ part: Int, _ story: Int) -> Void
  ) {
    for part in parts.indices where found.postings[part].count > 0 {
      parts[part].segment[found.field].forEach(in: found.postings[part]) { story, _ in
        body(part, story)
      }
    }
  }

  // MARK: - What is offered

  /// How related the most related story must be for anything to be offered. Found on judged stories:
  /// of those that have no related one, four in five are left alone.
  private static let offered: Float = 0.311
  /// What is less related than this share of the most related is not offered with it.
  private static let leastShare: Float = 0.4
  /// What a source in common adds.
  private static let sharedSource: Float = 0.55

  /// The pages that both could have as their source. One that many stories link to is a digest or a
  /// home page, and says nothing.
  private var sources: [(url: String, found: Found)] {
    query.text.sources.compactMap { source in
      let found = find(source.hash, in: .han)
      return found.count > 0 && found.count <= 3 ? (source.url, found) : nil
    }
  }

  private func candidates(_ limit: Int) -> [Candidate] {
    var similarities: [[Float]] = []
    for part in parts.indices {
      let segment = parts[part].segment
      var similarity = [Float](repeating: 0, count: segment.storyCount)
      for field in StoryField.allCases {
        let shared = shared[part][field.rawValue]
        let lengths = segment.lengths[field.rawValue]
        let inverseLengths = inverseLengths[field.rawValue]
        for story in similarity.indices where shared[story] > 0 {
          let root = (shared[story] * inverseLengths[Int(lengths[story])]).squareRoot()
          similarity[story] += field.weight * root * root.squareRoot()
        }
      }
      for (issue, factor) in freshness[part].enumerated() {
        for story in segment.stories(ofIssue: issue) { similarity[story] *= factor }
      }
      similarities.append(similarity)
    }
    for source in sources {
      forEach(in: source.found) { part, story in
        if freshness[part][parts[part].segment.issue(ofStory: story)] > 0 {
          similarities[part][story] += Self.sharedSource
        }
      }
    }
    let best = similarities.reduce(0) { max($0, $1.max() ?? 0) }
    guard best >= Self.offered else { return [] }
    // Where one is related others are likelier to be.
    let least = best * Self.leastShare
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
    var numbers = parts.map { [Int32](repeating: -1, count: $0.segment.storyCount) }
    for (number, candidate) in candidates.enumerated() {
      numbers[candidate.part][candidate.story] = Int32(truncatingIfNeeded: number)
    }
    /// Which of the candidates have the term.
    func holders(_ found: Found) -> [Bool] {
      var holders = [Bool](repeating: false, count: candidates.count)
      forEach(in: found) { part, story in
        let number = numbers[part][story]
        if number >= 0 { holders[Int(number)] = true }
      }
      return holders
    }
    func weightiest(
      _ fields: Set<StoryField>, atMost limit: Int
    ) -> [(term: Term, holders: [Bool])] {
      terms.filter { fields.contains($0.field) && $0.weight > 0 }
        .sorted { ($0.weight, $1.place.start) > ($1.weight, $0.place.start) }
        .prefix(limit).map { ($0, holders(find($0))) }
    }
    let sources = sources.map { (value: $0.url, holders: holders($0.found)) }
    let names = weightiest([.name], atMost: 24)
    let topics = weightiest([.topic], atMost: 12) + weightiest([.maker], atMost: 4)
    let wording = weightiest([.han, .latin], atMost: 60).sorted {
      ($0.term.place.isInTitle ? 0 : 1, $0.term.place.start)
        < ($1.term.place.isInTitle ? 0 : 1, $1.term.place.start)
    }
    return candidates.indices.map { number in
      var reasons: [RelatedStory.Reason] = []
      for source in sources where source.holders[number] {
        reasons.append(RelatedStory.Reason(kind: .source, value: source.value))
      }
      for name in names where name.holders[number] {
        if let value = spelling(of: name.term) {
          reasons.append(RelatedStory.Reason(kind: .name, value: value))
        }
      }
      let told = Set(reasons.map { $0.value.lowercased() })
      var phrases = phrases(of: wording.lazy.filter { $0.holders[number] }.map(\.term))
        .filter { !told.contains($0.lowercased()) }
      // Two characters may be the end of one word and the beginning of another.
      let sure = phrases.filter { !Self.isHanPair($0) }
      if !sure.isEmpty || !reasons.isEmpty { phrases = sure }
      // Other words may tell the same topic.
      for topic in topics where topic.holders[number] && phrases.count < 3 {
        let word = text(at: topic.term.place)
        if topic.term.field == .topic || reasons.isEmpty && phrases.isEmpty,
          !phrases.contains(where: { Self.holds($0, word) }), !told.contains(word.lowercased())
        {
          phrases.append(word)
        }
      }
      return reasons + phrases.map { RelatedStory.Reason(kind: .wording, value: $0) }
    }
  }

  private static func isHanPair(_ text: String) -> Bool {
    text.utf8.count == 6 && text.utf8.allSatisfy { $0 >= 0x80 }
  }

  private static func holds(_ text: String, _ part: String) -> Bool {
    let (bytes, part) = (Array(text.utf8), Array(part.utf8))
    return bytes.indices.contains { bytes[$0...].starts(with: part) }
  }

  /// A name as the archive spells it most.
  private func spelling(of name: Term) -> String? {
    query.mentions.first { StoryTerms.hash(ofName: $0.id) == name.hash }
      .flatMap { names[$0.id]?.canonical }
  }

  private func text(at place: Place) -> String {
    let text = place.isInTitle ? query.text.title : query.text.lead
    let range = ByteRange(place.start, place.end).clamped(to: text.count)
    return String(decoding: text[range.start..<range.end], as: UTF8.self)
  }

  /// Without a character at either end that belongs to a word of which the rest stands outside: 持
  /// of 支持.
  private func withoutCutWords(_ place: Place) -> Place {
    let text = (place.isInTitle ? query.text.title : query.text.lead).span
    func isWord(at start: Int) -> Bool {
      StoryTerms.hash(ofPair: text, at: start).map { CommonTerms.share(of: $0) != nil } ?? false
    }
    var place = place
    guard place.start >= 0, place.end <= text.count else { return place }
    if place.end - place.start >= 9, !isWord(at: place.start), isWord(at: place.start - 3) {
      place.start += 3
    }
    if place.end - place.start >= 9, !isWord(at: place.end - 6), isWord(at: place.end - 3) {
      place.end -= 3
    }
    return place
  }

  /// The weightiest wordings that terms make up, as the story at hand spells them.
  ///
  /// - Parameter terms: in text order.
  private func phrases(of terms: some Sequence<Term>) -> [String] {
    var runs: [(place: Place, weight: Float)] = []
    for term in terms {
      if let last = runs.last?.place, last.isInTitle == term.place.isInTitle,
        term.place.start <= last.end
      {
        runs[runs.count - 1].place.end = max(last.end, term.place.end)
        runs[runs.count - 1].weight += term.weight
      } else {
        runs.append((term.place, term.weight))
      }
    }
    var phrases: [String] = []
    for run in runs.sorted(by: { $0.weight > $1.weight }) {
      let phrase = text(at: withoutCutWords(run.place))
      if !phrases.contains(phrase) { phrases.append(phrase) }
      if phrases.count == 3 { break }
    }
    return phrases
  }
}
