import Archive
import Syntax

/// What a writer silences in place: `<!-- issue-lsp-disable-line CODE… -->`, `-disable-next-line`,
/// or `-disable` … `-enable` around a block; in front matter with the same words after `#`.
struct Silencers {
  private struct Silencer {
    /// The whole comment.
    let range: ByteRange
    /// Lines from 0, the last included.
    let lines: ClosedRange<Int>
    /// Codes and groups; all when empty.
    var codes: [Code]
    /// Of a silencer without codes, whether it silenced anything.
    var isUsed = false
  }

  private struct Code {
    let name: String
    let range: ByteRange
    var isUsed = false
  }

  private var silencers: [Silencer] = []

  var isEmpty: Bool { silencers.isEmpty }

  /// - Parameter comments: where comments stand that speak to this program, in text order.
  init(of document: Document, comments: [ByteRange]) {
    let text = document.text
    let places = Self.frontMatterComments(in: document) + comments
    // Blocks that are still open: code and index of the silencer that begins them.
    var open: [(silencer: Silencer, start: Int)] = []
    for place in places {
      guard let directive = Directive(in: text.bytes, at: place) else { continue }
      let line = text.line(at: place.start)
      let codes = directive.codes.map { Code(name: $0.name, range: $0.range) }
      switch directive.action {
      case .line:
        silencers.append(Silencer(range: place, lines: line...line, codes: codes))
      case .nextLine:
        let next = text.line(at: max(place.start, place.end - 1)) + 1
        silencers.append(Silencer(range: place, lines: next...next, codes: codes))
      case .begin:
        open.append((Silencer(range: place, lines: line...line, codes: codes), line))
      case .end:
        let names = Set(codes.map(\.name))
        for index in open.indices.reversed()
        where names.isEmpty
          || open[index].silencer.codes.contains(where: { names.contains($0.name) })
        {
          let (silencer, start) = open.remove(at: index)
          silencers.append(
            Silencer(
              range: silencer.range, lines: start...max(start, line), codes: silencer.codes))
        }
      }
    }
    for (silencer, start) in open {
      silencers.append(
        Silencer(range: silencer.range, lines: start...Int.max, codes: silencer.codes))
    }
    silencers.sort { $0.range.start < $1.range.start }
  }

  /// Whether the writer silenced reports of `code` on `line`.
  mutating func silence(_ code: String, line: Int) -> Bool {
    let group = Configuration.group(of: code)
    var isSilenced = false
    for index in silencers.indices where silencers[index].lines.contains(line) {
      if silencers[index].codes.isEmpty {
        silencers[index].isUsed = true
        isSilenced = true
      }
      for (number, name) in silencers[index].codes.enumerated()
      where name.name == code || name.name == group {
        silencers[index].codes[number].isUsed = true
        isSilenced = true
      }
    }
    return isSilenced
  }

  /// Reports what silenced nothing, once all reports were offered.
  func reportUnused(_ snapshot: Snapshot, to reports: inout Reports) {
    let language = snapshot.language
    for silencer in silencers {
      if silencer.codes.isEmpty {
        if !silencer.isUsed {
          reports.report(
            .configUnusedDisable, at: silencer.range,
            language.say("This comment silences nothing", "这条注释没有关闭任何提示"))
        }
        continue
      }
      for code in silencer.codes where !code.isUsed {
        // A rule that is off has nothing to say.
        if let rule = Rule.named(code.name),
          snapshot.configuration.severity(of: rule.code, default: rule.severity) == nil
        {
          continue
        }
        let isKnown = Rule.codesAndGroups.contains(code.name)
        reports.report(
          .configUnusedDisable, at: code.range,
          isKnown
            ? language.say(
              "`\(code.name)` has nothing to silence here", "`\(code.name)` 在这里没有要关闭的提示")
            : language.say("There is no rule `\(code.name)`", "没有规则 `\(code.name)`"))
      }
    }
  }

  private static func frontMatterComments(in document: Document) -> [ByteRange] {
    let text = document.text
    let content = document.frontMatter.content.clamped(to: text.count)
    var comments: [ByteRange] = []
    for start in Directive.places(in: text.bytes, range: content) {
      let line = text.line(at: start)
      let lineRange = text.lineRange(line)
      var hash = start
      while hash > lineRange.start && text.bytes[hash] != UInt8(ascii: "#") { hash -= 1 }
      if text.bytes[hash] == UInt8(ascii: "#") { comments.append(ByteRange(hash, lineRange.end)) }
    }
    return comments
  }
}

/// The words of one silencer.
private struct Directive {
  enum Action {
    case line
    case nextLine
    case begin
    case end
  }

  let action: Action
  let codes: [(name: String, range: ByteRange)]

  private static let prefix = Array("issue-lsp-".utf8)

  /// Where the words begin in `range`.
  static func places(in bytes: [UInt8], range: ByteRange) -> [Int] {
    var places: [Int] = []
    var i = range.start
    while i + prefix.count <= range.end {
      if bytes[i] == prefix[0], bytes[i..<i + prefix.count].elementsEqual(prefix) {
        places.append(i)
        i += prefix.count
      } else {
        i += 1
      }
    }
    return places
  }

  init?(in bytes: [UInt8], at place: ByteRange) {
    let place = place.clamped(to: bytes.count)
    guard let start = Self.places(in: bytes, range: place).first else { return nil }
    var words: [(name: String, range: ByteRange)] = []
    var i = start
    while i < place.end {
      let wordStart = i
      while i < place.end, Self.isWord(bytes[i]) { i += 1 }
      if i > wordStart {
        // The `--` of `-->` belongs to no word.
        let end = bytes[wordStart..<i].lastIndex { $0 != UInt8(ascii: "-") }.map { $0 + 1 }
        if let end {
          words.append(
            (String(decoding: bytes[wordStart..<end], as: UTF8.self), ByteRange(wordStart, end)))
        }
      } else {
        i += 1
      }
    }
    guard let first = words.first else { return nil }
    switch first.name {
    case "issue-lsp-disable-line": action = .line
    case "issue-lsp-disable-next-line": action = .nextLine
    case "issue-lsp-disable": action = .begin
    case "issue-lsp-enable": action = .end
    default: return nil
    }
    codes = Array(words.dropFirst())
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "/"): true
    default: false
    }
  }
}
