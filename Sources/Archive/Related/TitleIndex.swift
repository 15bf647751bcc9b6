/// Headings that can be asked which of them tell what another one tells: what
/// `TitleTerms.similarity` says of each pair, at the price of the terms that they share.
///
/// It lives on one thread.
package final class TitleIndex {
  private struct Term {
    let weight: Float
    let isNaming: Bool
    /// The headings that have it, in order.
    let titles: [Int32]
  }

  /// What a heading shares with the one that is asked for.
  private struct Overlap {
    var terms = 0
    var names = 0
    var weight: Float = 0
  }

  private let numbers: [UInt32: Int32]
  private let terms: [Term]
  private let measures: [TitleTerms.Measure]
  private let others: Int
  /// By heading; empty between two questions.
  private var overlaps: [Overlap]

  package var isEmpty: Bool { measures.isEmpty }

  /// - Parameter others: How many headings more are taken to have each term.
  package init(_ titles: [TitleTerms], others: Int = 0) {
    var numbers: [UInt32: Int32] = [:]
    var postings: [(term: UInt32, titles: [Int32])] = []
    numbers.reserveCapacity(titles.count * 24)
    for (index, title) in titles.enumerated() {
      for term in title.terms {
        if let number = numbers[term] {
          postings[Int(number)].titles.append(Int32(truncatingIfNeeded: index))
        } else {
          numbers[term] = Int32(truncatingIfNeeded: postings.count)
          postings.append((term, [Int32(truncatingIfNeeded: index)]))
        }
      }
    }
    terms = postings.map { term, titles in
      Term(
        weight: TitleTerms.weight(of: term, frequency: titles.count + others),
        isNaming: TitleTerms.isNaming(term), titles: titles)
    }
    var measures = Array(repeating: TitleTerms.Measure(), count: titles.count)
    for term in terms {
      for title in term.titles {
        measures[Int(title)].add(term.weight, isNaming: term.isNaming)
      }
    }
    self.numbers = numbers
    self.measures = measures
    self.others = others
    overlaps = Array(repeating: Overlap(), count: titles.count)
  }

  /// Calls `body` with the number and the similarity of each heading that shares terms with `title`.
  ///
  /// - Parameters:
  ///   - count: how many terms they share at least.
  ///   - limit: only headings before this one.
  package func forEach(
    like title: TitleTerms, sharing count: Int, before limit: Int = .max,
    _ body: (_ number: Int, _ similarity: Float) -> Void
  ) {
    var own = TitleTerms.Measure()
    // Taken out of the object while they are at work, for the compiler to know them unshared.
    var overlaps: [Overlap] = []
    swap(&overlaps, &self.overlaps)
    var touched: [Int] = []
    for term in title.terms {
      guard let known = numbers[term] else {
        own.add(
          TitleTerms.weight(of: term, frequency: others), isNaming: TitleTerms.isNaming(term))
        continue
      }
      let term = terms[Int(known)]
      own.add(term.weight, isNaming: term.isNaming)
      for number in term.titles {
        let index = Int(number)
        if index >= limit { break }
        if overlaps[index].terms == 0 { touched.append(index) }
        overlaps[index].terms += 1
        overlaps[index].weight += term.weight
        if term.isNaming { overlaps[index].names += 1 }
      }
    }
    for index in touched {
      let overlap = overlaps[index]
      overlaps[index] = Overlap()
      guard overlap.terms >= count else { continue }
      body(
        index,
        own.similarity(to: measures[index], shared: overlap.weight, sharedNames: overlap.names))
    }
    swap(&overlaps, &self.overlaps)
  }
}
