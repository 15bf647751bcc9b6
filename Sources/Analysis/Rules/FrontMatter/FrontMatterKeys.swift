import Archive
import Syntax

/// What site generators agree on about the names of keys, for where the archive says nothing.
enum FrontMatterKeys {
  /// Keys whose values are text.
  static let texts: Set<String> = [
    "title", "category", "summary", "description", "author", "excerpt", "subtitle", "linkTitle",
    "slug",
  ]
  /// Keys whose values are lists of text.
  static let lists: Set<String> = ["tags", "keywords", "seo"]
  static let dates: Set<String> = [
    "date", "pubDate", "pubDatetime", "published", "publishDate", "lastmod", "updated", "created",
  ]
  static let urls: Set<String> = ["coverImage", "cover", "image", "url", "link", "canonical"]

  /// Whether the name alone tells what the key holds.
  static func isUniversal(_ key: String) -> Bool {
    texts.contains(key) || lists.contains(key) || dates.contains(key) || urls.contains(key)
  }

  /// Keys that need no archive to be known.
  static let common: [String] = [
    "title", "date", "category", "categories", "tags", "seo", "keywords", "coverImage", "cover",
    "image", "summary", "description", "author", "authors", "slug", "draft", "layout", "lang",
    "id", "url", "weight", "lastmod", "updated", "toc", "comments", "linkTitle", "subtitle",
    "excerpt", "series", "type", "permalink", "aliases", "published",
  ]

  /// Other names for one thing, the Chinese ones included.
  private static let synonyms: [[String]] = [
    ["title", "标题", "题目", "name", "headline"], ["date", "日期", "时间", "day", "pubDate"],
    ["category", "分类", "类别", "栏目", "categories"], ["tags", "标签", "tag", "labels"],
    ["summary", "摘要", "简介", "description", "abstract", "excerpt"],
    ["coverImage", "封面", "封面图", "cover", "image", "thumbnail", "banner", "cover_image"],
    ["seo", "keywords", "关键词", "关键字", "SEO"], ["author", "作者", "authors"],
  ]

  /// The one of `candidates` that `key` was probably meant to be.
  ///
  /// - Parameter isNeeded: whether each of them is missing where it ought to be; otherwise only the
  ///   slightest difference counts.
  static func meant(by key: String, among candidates: [String], isNeeded: Bool) -> String? {
    if let same = candidates.first(where: { folded($0) == folded(key) }) { return same }
    if isNeeded, let group = synonyms.first(where: { $0.contains(key) }),
      let other = candidates.first(where: { group.contains($0) })
    {
      return other
    }
    guard let near = closestWord(to: key, among: candidates) else { return nil }
    let distance = editDistance(folded(key), folded(near))
    let length = min(key.utf8.count, near.utf8.count)
    return distance <= max(1, isNeeded ? length / 3 : 1) && length > 2 ? near : nil
  }

  /// Without case, `_` and `-`.
  private static func folded(_ key: String) -> String {
    key.lowercased().filter { $0 != "_" && $0 != "-" && $0 != " " }
  }
}

/// What a field is expected to hold.
enum FieldKind: Sendable, Equatable {
  case text, number, boolean, date, list, mapping

  init?(_ shape: FieldShape) {
    switch shape {
    case .empty: return nil
    case .boolean: self = .boolean
    case .integer, .number: self = .number
    case .date: self = .date
    case .url, .text: self = .text
    case .list: self = .list
    case .mapping: self = .mapping
    }
  }

  func name(in language: Language) -> String {
    switch self {
    case .text: language.say("text", "文本")
    case .number: language.say("a number", "数字")
    case .boolean: language.say("true or false", "true 或 false")
    case .date: language.say("a date", "日期")
    case .list: language.say("a list", "列表")
    case .mapping: language.say("a mapping", "映射")
    }
  }
}

extension FrontMatterContext {
  /// The kinds of value that are usual for `key`, the commonest first; none where nothing is known.
  func usualKinds(of key: String) -> [FieldKind] {
    if let type = snapshot.configuration.frontMatter.fields[key]?.type { return [FieldKind(type)] }
    for group in [peers, others] where group.count(having: key) > 0 {
      var counts: [(kind: FieldKind, count: Int)] = []
      for shape in FieldShape.allCases {
        guard let kind = FieldKind(shape) else { continue }
        let count = group.count(key, shaped: shape)
        guard count > 0 else { continue }
        if let index = counts.firstIndex(where: { $0.kind == kind }) {
          counts[index].count += count
        } else {
          counts.append((kind, count))
        }
      }
      let total = counts.reduce(0) { $0 + $1.count }
      guard total > 0 else { continue }
      return counts.filter { $0.count * 20 >= total }.sorted { $0.count > $1.count }.map(\.kind)
    }
    if FrontMatterKeys.texts.contains(key) || FrontMatterKeys.urls.contains(key) { return [.text] }
    if FrontMatterKeys.lists.contains(key) { return [.list] }
    if FrontMatterKeys.dates.contains(key) { return [.date] }
    return []
  }

  /// Whether `key` holds dates.
  func isDate(_ key: String) -> Bool {
    let kinds = usualKinds(of: key)
    return kinds.contains(.date) && (kinds == [.date] || FrontMatterKeys.dates.contains(key))
  }

  /// `118 of 121 issues`, with the category where it plays a part.
  func evidence(_ count: Int, of total: Int, in group: FrontMatterPeers) -> String {
    if let category = group.category, !category.isEmpty {
      return language.say(
        "\(count) of \(total) other issues of “\(category)”",
        "“\(category)”的其他 \(total) 期中有 \(count) 期")
    }
    return language.say("\(count) of \(total) other issues", "其他 \(total) 期中有 \(count) 期")
  }
}

extension FieldKind {
  fileprivate init(_ type: FrontMatterSettings.FieldType) {
    switch type {
    case .string, .url: self = .text
    case .integer, .number: self = .number
    case .boolean: self = .boolean
    case .date: self = .date
    case .list: self = .list
    case .mapping: self = .mapping
    }
  }
}

/// The ways to write a text as a YAML scalar.
enum YAMLText {
  /// In double quotes, what must be escaped escaped.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// As it is where that means the same, else in double quotes.
  static func plain(_ text: String) -> String {
    let document = YAML.parse(Array("a: \(text)\n".utf8))
    guard document.problems.isEmpty, document.comments.isEmpty,
      let node = document.root?["a"], node.value == .string(text),
      node.scalar?.style == .plain
    else { return quoted(text) }
    return text
  }
}
