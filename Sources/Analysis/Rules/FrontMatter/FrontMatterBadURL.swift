import Archive
import Syntax

extension Rule {
  static let frontMatterBadURL: Rule = Rule(
    code: "front-matter/bad-url",
    severity: .error,
    title: Localized("A URL that leads nowhere", "无效的 URL"),
    manual: Localized(
      """
      The value of a field for URLs (the archive's other issues have one there) is none: a scheme that
      does not exist, `https:/` or `https：//`, a blank or full-width mark within, a host without a
      dot, no scheme at all.

      Wrong:

      ```yaml
      coverImage: https:/example.com/a.png
      ```

      Right:

      ```yaml
      coverImage: https://example.com/a.png
      ```

      To mend it, take the fix or paste the address again. To silence it, end the line with
      `# issue-lsp-disable-line front-matter/bad-url`.
      """,
      """
      往期这个字段都是 URL，这里却不是：协议不存在，写成了 `https:/` 或 `https：//`，中间有空格或全角符号，主机名没有点，或者没有
      协议。

      错误：

      ```yaml
      coverImage: https:/example.com/a.png
      ```

      正确：

      ```yaml
      coverImage: https://example.com/a.png
      ```

      采用所给的修复，或重新粘贴地址。要屏蔽某一行，请在行尾加 `# issue-lsp-disable-line front-matter/bad-url`。
      """),
    check: .frontMatter { context, reports in
      for field in context.fields where !field.isDamaged {
        guard let scalar = field.value.scalar, field.shape == .text || field.shape == .url,
          context.isURL(field.key) || field.shape == .url,
          // The rule for syntax speaks of quotes of full width.
          scalar.style != .plain
            || context.wideMarks(in: field.value.range, isItem: false, isFlow: false).isEmpty,
          let fault = urlFault(scalar.text, key: field.key, context)
        else { continue }
        if isBeginning(scalar.text) {
          reports.report(
            .frontMatterBadURL, at: context.firstLine(of: field.value.range),
            context.language.say("the URL is not complete", "URL 不完整"), severity: .info)
          continue
        }
        reports.report(
          .frontMatterBadURL, at: context.firstLine(of: field.value.range), fault.message,
          fixes: fault.cure.map { cure in
            [
              Fix(
                title: context.language.say("Write \(cure)", "改为 \(cure)"), isSafe: false,
                edits: [
                  TextEdit(
                    range: field.value.range, newText: context.styled(cure, like: field.value))
                ])
            ]
          } ?? [])
      }
    })
}

extension FrontMatterContext {
  /// Whether `key` holds URLs with a scheme.
  func isURL(_ key: String) -> Bool {
    if snapshot.configuration.frontMatter.fields[key]?.type == .url { return true }
    for group in [peers, others] {
      let urls = group.count(key, shaped: .url)
      let texts = group.count(key, shaped: .text)
      if urls + texts > 0 { return urls * 5 >= (urls + texts) * 4 }
    }
    return FrontMatterKeys.urls.contains(key)
  }
}

private func urlFault(
  _ text: String, key: String, _ context: FrontMatterContext
) -> (message: String, cure: String?)? {
  let language = context.language
  if let odd = text.unicodeScalars.first(where: isForeign) {
    let cured = curingMarks(text)
    return (
      language.say("“\(odd)” does not belong in a URL", "URL 中不应有“\(odd)”"),
      isSound(cured) ? cured : nil
    )
  }
  let utf8 = Array(text.utf8)
  guard let colon = utf8.firstIndex(of: UInt8(ascii: ":")),
    utf8[..<colon].allSatisfy({ $0.isASCIILetter }), colon > 0,
    utf8[colon...].starts(with: "://".utf8)
  else {
    if isRelative(utf8) {
      // A path is right where the archive has paths, or where there is no archive.
      let urls = context.others.count(key, shaped: .url)
      guard urls > 0 else { return nil }
      return (
        language.say(
          "a path, while \(urls) other issues have a URL here", "这里是路径，其他 \(urls) 期都是 URL"), nil
      )
    }
    let cured = curingScheme(text)
    return (
      language.say("a URL begins with “https://”", "URL 应以“https://”开头"),
      isSound(cured) ? cured : nil
    )
  }
  let scheme = String(decoding: utf8[..<colon], as: UTF8.self).lowercased()
  guard scheme == "https" || scheme == "http" else {
    let cured = "https" + String(decoding: utf8[colon...], as: UTF8.self)
    return (
      language.say("there is no scheme “\(scheme)” for images and pages", "没有“\(scheme)”这样的协议"),
      isSound(cured) ? cured : nil
    )
  }
  let rest = utf8[(colon + 3)...]
  let host = rest.prefix {
    $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#")
  }
  guard isHost(host) else {
    return (
      language.say(
        "“\(String(decoding: host, as: UTF8.self))” is no host name",
        "“\(String(decoding: host, as: UTF8.self))”不是主机名"), nil
    )
  }
  let name = String(decoding: host, as: UTF8.self).lowercased()
  if examples.contains(name), !isUsual(name, key: key, context) {
    return (language.say("“\(name)” only stands for an address", "“\(name)”只是示例网址"), nil)
  }
  if rest.dropFirst(host.count).contains(where: { $0 == UInt8(ascii: "\\") }) {
    let cured = text.map { $0 == "\\" ? "/" : $0 }
    return (language.say("“\\” does not belong in a URL", "URL 中不应有“\\”"), String(cured))
  }
  let path = String(decoding: rest.dropFirst(host.count), as: UTF8.self)
  if path.pieces(between: "://").count > 1 {
    return (language.say("one URL within another", "一个 URL 里又有一个 URL"), nil)
  }
  if path.isEmpty || path == "/", FrontMatterKeys.urls.contains(key), key != "url", key != "link",
    key != "canonical"
  {
    return (
      language.say("the URL names a site and no image", "URL 只有站点，没有具体的图片"), nil
    )
  }
  return nil
}

/// Hosts that lead nowhere by design (RFC 2606).
private let examples: Set<String> = [
  "example.com", "www.example.com", "example.org", "www.example.org", "example.net",
]

private func isUsual(_ host: String, key: String, _ context: FrontMatterContext) -> Bool {
  context.others.values(of: key).contains { value, _ in
    ["https://", "http://"].contains { value.lowercased().hasPrefix($0 + host + "/") }
  }
}

/// Whether it is a URL as far as somebody who types one has come, up to the host.
private func isBeginning(_ text: String) -> Bool {
  ["https://", "http://"].contains { scheme in
    guard text.hasPrefix(scheme) else { return !text.isEmpty && scheme.hasPrefix(text) }
    return text.utf8.dropFirst(scheme.utf8.count).allSatisfy {
      $0.isASCIILetter || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-")
        || $0 == UInt8(ascii: ".")
    }
  }
}

/// Characters that stand in no URL, or only by mistake.
private func isForeign(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0...0x20, 0x22, 0x3C, 0x3E, 0x5E, 0x60, 0x7B...0x7D, 0x7F...0xA0: true
  case 0x2000...0x206F, 0x3000...0x303F, 0xFE30...0xFE4F, 0xFF00...0xFFEF, 0xFEFF: true
  default: false
  }
}

private func curingMarks(_ text: String) -> String {
  var result = ""
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 0xFF01...0xFF5E:
      if let half = Unicode.Scalar(scalar.value - 0xFEE0) { result.unicodeScalars.append(half) }
    case 0x3002: result += "."
    case 0...0x20, 0x7F...0xA0, 0x2000...0x206F, 0x3000, 0xFEFF: break
    default: result.unicodeScalars.append(scalar)
    }
  }
  while let last = result.last, ",.;".contains(last) { result.removeLast() }
  return result
}

/// `https:/a.b`, `https//a.b`, `htps://a.b`, `//a.b`, `a.b/c`: what they were meant to be.
private func curingScheme(_ text: String) -> String {
  let isScheme = { (character: Character) in
    character.isASCII && (character.isLetter || character == ":" || character == "/")
  }
  let slash = text.lastIndex { $0 == "/" }
  if let first = text.firstIndex(of: "/"), slash != nil {
    let head = text[..<first]
    let isOnlyScheme = head.allSatisfy(isScheme) && !head.contains(".")
    if isOnlyScheme {
      let rest = text[first...].drop { $0 == "/" }
      return (head.hasPrefix("http:") || head == "http" ? "http://" : "https://") + rest
    }
  }
  if text.hasPrefix("http:") || text.hasPrefix("https:"), let colon = text.firstIndex(of: ":") {
    return text[..<colon] + "://" + text[text.index(after: colon)...].drop { $0 == "/" }
  }
  return "https://" + text
}

private func isSound(_ text: String) -> Bool {
  guard !text.unicodeScalars.contains(where: isForeign),
    text.hasPrefix("https://") || text.hasPrefix("http://")
  else { return false }
  let rest = Array(text.utf8).drop { $0 != UInt8(ascii: ":") }.dropFirst(3)
  return isHost(rest.prefix { $0 != UInt8(ascii: "/") })
}

private func isHost(_ host: ArraySlice<UInt8>) -> Bool {
  let name = host.prefix { $0 != UInt8(ascii: ":") }
  let port = host.dropFirst(name.count).dropFirst()
  guard port.allSatisfy({ (0x30...0x39).contains($0) }) else { return false }
  if name.elementsEqual("localhost".utf8) { return true }
  let labels = name.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
  guard labels.count >= 2, let last = labels.last, last.count >= 2 else { return false }
  return labels.allSatisfy { label in
    !label.isEmpty && label.first != UInt8(ascii: "-")
      && label.allSatisfy {
        $0.isASCIILetter || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-")
          || $0 == UInt8(ascii: "_") || $0 >= 0x80
      }
  }
}

/// `/images/a.png`, `./a.png`, `images/a.png`.
private func isRelative(_ utf8: [UInt8]) -> Bool {
  if utf8.starts(with: "//".utf8) || utf8.contains(UInt8(ascii: ":")) { return false }
  if utf8.first == UInt8(ascii: "/") || utf8.first == UInt8(ascii: ".") { return true }
  // A host has a dot before its first slash.
  let head = utf8.prefix { $0 != UInt8(ascii: "/") }
  return head.count < utf8.count && !head.contains(UInt8(ascii: "."))
    && !["http", "https", "htp", "htps", "http:", "https:"].contains {
      $0.utf8.elementsEqual(head)
    }
}
