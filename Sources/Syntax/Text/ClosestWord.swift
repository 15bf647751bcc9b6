/// The candidate that `word` is most likely a slip of the finger for; `nil` when none is near.
///
/// Near is one edit (insertion, deletion, replacement, swap of neighbours) for every four letters
/// and one more, upper and lower case being equal. Of equally near ones the first counts.
package func closestWord(to word: String, among candidates: [String]) -> String? {
  let word = word.lowercased()
  let limit = word.unicodeScalars.count / 4 + 1
  var best: (distance: Int, candidate: String)?
  for candidate in candidates {
    let lowercased = candidate.lowercased()
    let distance = editDistance(word, lowercased)
    guard distance <= limit, distance < lowercased.unicodeScalars.count else { continue }
    if best.map({ distance < $0.distance }) ?? true { best = (distance, candidate) }
  }
  return best?.candidate
}

/// How many scalars must be inserted, deleted, replaced or swapped with their neighbour to make one
/// text of the other (optimal string alignment). For short texts: the time is the product of both
/// lengths.
package func editDistance(_ first: String, _ second: String) -> Int {
  let a = Array(first.unicodeScalars)
  let b = Array(second.unicodeScalars)
  var beforePrevious: [Int] = []
  var previous = Array(0...b.count)
  for i in a.indices {
    var row = [i + 1]
    row.reserveCapacity(b.count + 1)
    for j in b.indices {
      var cost = min(previous[j + 1] + 1, row[j] + 1, previous[j] + (a[i] == b[j] ? 0 : 1))
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
        cost = min(cost, beforePrevious[j - 1] + 1)
      }
      row.append(cost)
    }
    beforePrevious = previous
    previous = row
  }
  return previous[b.count]
}
