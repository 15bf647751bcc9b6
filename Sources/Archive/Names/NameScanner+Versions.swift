import Syntax

/// The grammar of model names: `family (separator? (version | size | variant))*`.
extension NameLexicon {
  private static let variants = WordSet(
    """
    pro max ultra mini nano flash lite turbo plus air preview exp experimental thinking instruct
    chat base coder code codex vl omni image video audio asr tts math vision instant high low
    medium large small xl xhigh heavy fast realtime distill next embedding reranker guard live
    native lightning spark sol scout maverick behemoth edit robotics er transcribe speciale
    terminus sonnet opus haiku deepthink dev schnell kontext klein flex oss it pt qat long
    research speech music translate ocr prover super captioner voicedesign light tiny huge
    medical search beta alpha hd i2v t2v s2v r2v t2i mt vla va v r a s t o awq gguf fp8 fp4
    nvfp4 int4 int8 bf16 zero lm moe rl rm prm reasoner reasoning standard latest multimodal
    creative agent character personality layered mythos luna terra nova ci safeguard abliterated
    uncensored animate world linear deep think fable express premier micro sonic act canvas reel
    multilingual parse safety diffusion swift pico
    """)

  /// Words that follow a family after a blank only where a version stands before or after them.
  private static let wideVariants = [
    "大模型", "图像", "图片", "视频", "语音", "音乐", "推理", "世界模型", "3D", "深度思考", "翻译", "同传",
  ].map { Array($0.utf8) }
  private static let wideVariantBeginnings = HanSet("大图视语音推世深翻同")

  private static let modelWord = Array("大模型".utf8)

  /// What counts things rather than versions: `Gemini 2 亿用户`, `Llama 10 倍`, `Qwen 3 个`.
  private static let units = HanSet("年月日亿万个倍款项种美元条次人家名岁分小天周季度台颗位大时秒百千和")

  /// The end of the versions and variants after a family that ends at `start`; `start` where there
  /// are none.
  func versionEnd(
    _ text: Span<UInt8>, _ bounds: ByteRange, of family: Int, after start: Int
  ) -> Int {
    var end = start
    // `Kimi K2` is a family with a version of its own.
    var hasVersion = hasDigit(text, family, start)
    while end < bounds.end {
      guard let next = partEnd(text, bounds, after: end, hasVersion: hasVersion) else { break }
      hasVersion = hasVersion || next.isVersion
      end = next.end
    }
    if end < bounds.end, text[end] == UInt8(ascii: "+"), hasVersion || end == start {
      let isLast = end + 1 >= bounds.end || !NameKey.isAlphanumeric(text[end + 1])
      if isLast { end += 1 }
    }
    return end
  }

  private func hasDigit(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    var i = start
    while i < end, !NameKey.isDigit(text[i]) { i += 1 }
    return i < end
  }

  private func partEnd(
    _ text: Span<UInt8>, _ bounds: ByteRange, after end: Int, hasVersion: Bool
  ) -> (end: Int, isVersion: Bool)? {
    var separator = NameKey.separatorLength(text, end, bounds.end)
    // `TRELLIS.2`, `FLUX.1`.
    if separator == 0, text[end] == UInt8(ascii: "."), !NameKey.isDigit(text[end - 1]),
      end + 1 < bounds.end, NameKey.isDigit(text[end + 1])
    {
      separator = 1
    }
    let isBlank = separator > 0 && (text[end] == 0x20 || text[end] == 0xC2)
    let i = end + separator
    guard i < bounds.end else { return nil }
    if text[i] >= 0xE3 {
      return widePartEnd(text, bounds, at: i, isBlank: isBlank, hasVersion: hasVersion)
    }
    guard NameKey.isAlphanumeric(text[i]) else { return nil }
    // Letters that follow letters at once belong to the word before.
    if separator == 0, text[end - 1] < 0x80, !NameKey.isDigit(text[i]),
      !NameKey.isDigit(text[end - 1])
    {
      return nil
    }
    var j = i
    while j < bounds.end {
      if NameKey.isAlphanumeric(text[j]) {
        j += 1
      } else if text[j] == UInt8(ascii: "."), j + 1 < bounds.end, NameKey.isDigit(text[j - 1]),
        NameKey.isDigit(text[j + 1]) || isVersionWildcard(text, bounds, j + 1)
      {
        j += 1
      } else {
        break
      }
    }
    if j < bounds.end, text[j] == UInt8(ascii: "_") { return nil }
    if isVersion(text, i, j) {
      if isBlank || separator == 0 && text[end - 1] >= 0x80 {
        guard !isCount(text, bounds, i, j) else { return nil }
      }
      return (j, true)
    }
    let word = WordSet.hash(text, i, j)
    if Self.variants.contains(hash: word) {
      if isBlank {
        // Variants after a blank have a capital: "Gemini 3 flash sale", "Claude code review".
        guard NameKey.isUpper(text[i]) || hasVersion && Self.plainVariants.contains(hash: word)
        else { return nil }
        if !hasVersion {
          guard Self.freeVariants.contains(hash: word) || versionFollows(text, bounds, j) else {
            return nil
          }
        }
        if Self.boundVariants.contains(hash: word) { return nil }
      }
      return (j, false)
    }
    // After a hyphen any word with a capital or a digit is part of the name.
    if separator > 0, !isBlank {
      let hasDigit = hasDigit(text, i, j)
      if hasDigit || NameKey.isUpper(text[i]) {
        return knownName(text, bounds, at: i, to: j) ? nil : (j, hasDigit)
      }
      return nil
    }
    return nil
  }

  /// `GPT-5.x`.
  private func isVersionWildcard(
    _ text: Span<UInt8>, _ bounds: ByteRange, _ i: Int
  ) -> Bool {
    text[i] == UInt8(ascii: "x") && (i + 1 >= bounds.end || !NameKey.isAlphanumeric(text[i + 1]))
  }

  /// Variants that name a member of a family without a version: `Claude Opus`, `Gemini Ultra`.
  private static let freeVariants = WordSet(
    """
    pro ultra flash nano sonnet opus haiku max coder vl omni large medium small turbo lite next
    scout maverick behemoth mini ocr asr tts mythos vision math
    """)

  /// Lower-case words that follow a version after a blank.
  private static let plainVariants = WordSet(
    """
    mini nano pro high xhigh instruct thinking preview sonnet opus haiku flash turbo max lite
    codex
    """)

  /// Letters that are a variant only when joined.
  private static let boundVariants = WordSet(
    """
    v r a s t o it code agent search research
    """)

  private func versionFollows(
    _ text: Span<UInt8>, _ bounds: ByteRange, _ end: Int
  ) -> Bool {
    guard end < bounds.end else { return false }
    let separator = NameKey.separatorLength(text, end, bounds.end)
    let i = end + separator
    guard i < bounds.end, separator > 0 else { return false }
    var j = i
    while j < bounds.end, NameKey.isAlphanumeric(text[j]) || text[j] == UInt8(ascii: ".") { j += 1 }
    while j > i, text[j - 1] == UInt8(ascii: ".") { j -= 1 }
    return isVersion(text, i, j) && !isCount(text, bounds, i, j)
  }

  private func knownName(
    _ text: Span<UInt8>, _ bounds: ByteRange, at i: Int, to end: Int
  ) -> Bool {
    guard let match = longestMatch(in: text, from: i, to: bounds.end), match.end >= end
    else {
      return false
    }
    let kind = forms[match.form].kind
    return kind == .company || kind == .product
  }

  /// `大模型` after a Chinese family, and `图像 3.0` after any.
  private func widePartEnd(
    _ text: Span<UInt8>, _ bounds: ByteRange, at i: Int, isBlank: Bool, hasVersion: Bool
  ) -> (end: Int, isVersion: Bool)? {
    guard !hasVersion, i + 5 < bounds.end,
      Self.wideVariantBeginnings.contains(
        bytes: UInt32(text[i]) << 16 | UInt32(text[i + 1]) << 8 | UInt32(text[i + 2]))
    else { return nil }
    for word in Self.wideVariants where i + word.count <= bounds.end {
      guard word.indices.allSatisfy({ word[$0] == text[i + $0] }) else { continue }
      let end = i + word.count
      let separator = end < bounds.end ? NameKey.separatorLength(text, end, bounds.end) : 0
      let next = end + separator
      var j = next
      while j < bounds.end, NameKey.isAlphanumeric(text[j]) || text[j] == UInt8(ascii: ".") {
        j += 1
      }
      while j > next, text[j - 1] == UInt8(ascii: ".") { j -= 1 }
      if j > next, isVersion(text, next, j), !isCount(text, bounds, next, j) { return (end, false) }
      if !isBlank, word == Self.modelWord, i > bounds.start, text[i - 1] >= 0x80 {
        return (end, false)
      }
      return nil
    }
    return nil
  }

  /// `5`, `5.2`, `4o`, `V3.1`, `K2`, `7B`, `A22B`, `8x7B`, `0528`, `Gen3`.
  func isVersion(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    var i = start
    // At most two letters before the number.
    while i < end, i - start < 2, !NameKey.isDigit(text[i]) {
      guard NameKey.isAlphanumeric(text[i]) else { return false }
      i += 1
    }
    let prefix = i - start
    guard i < end, NameKey.isDigit(text[i]), end - i <= 8 else { return false }
    if prefix == 2, !NameKey.isUpper(text[start]) { return false }
    while i < end, NameKey.isDigit(text[i]) || text[i] == UInt8(ascii: ".") { i += 1 }
    if i == end { return true }
    if text[i] == UInt8(ascii: "x"), i + 1 < end, NameKey.isDigit(text[i + 1]) {
      i += 1
      while i < end, NameKey.isDigit(text[i]) || text[i] == UInt8(ascii: ".") { i += 1 }
      if i == end { return true }
    }
    if end - i == 1 { return NameKey.isAlphanumeric(text[i]) }
    return Self.variants.contains(text, i, end)
  }

  /// Whether the number counts something: followed by `%`, a unit or a measure word, or too big for
  /// a version.
  private func isCount(
    _ text: Span<UInt8>, _ bounds: ByteRange, _ start: Int, _ end: Int
  ) -> Bool {
    var digitsEnd = start
    while digitsEnd < end, NameKey.isDigit(text[digitsEnd]) { digitsEnd += 1 }
    if digitsEnd == end, end - start > 2 {
      guard end - start == 3, text[end - 1] == 0x30 || end - start == 4 else { return true }
      if end - start == 4 { return true }
    }
    guard NameKey.isDigit(text[end - 1]) else {
      // `30B` is a size; `100x`, `10K`, `5M` count.
      let last = NameKey.lowercase(text[end - 1])
      guard NameKey.isDigit(text[start]) else { return false }
      return last == UInt8(ascii: "x") || last == UInt8(ascii: "k") || last == UInt8(ascii: "m")
    }
    var i = end
    if i < bounds.end, text[i] == 0x20 { i += 1 }
    guard i < bounds.end else { return false }
    if text[i] == UInt8(ascii: "%")
      || text[i] == UInt8(ascii: ",") && i + 1 < bounds.end
        && NameKey.isDigit(text[i + 1])
    {
      return true
    }
    guard NameKey.isDigit(text[start]), let scalar = scalar(text, bounds, at: i), scalar >= 0x80
    else {
      return false
    }
    if scalar == 0xFF05 { return true }
    // `GPT-5 和 Claude`: a joining word after a blank counts nothing.
    return Self.units.contains(scalar) && !(scalar == 0x548C)
      && !(scalar == 0x5927 && text.count > i + 5 && text[i + 3] == 0xE6)
  }

  /// The Unicode scalar of two or three text at `i`.
  func scalar(
    _ text: Span<UInt8>, _ bounds: ByteRange, at i: Int
  ) -> UInt32? {
    guard i < bounds.end else { return nil }
    let first = UInt32(text[i])
    if first < 0x80 { return first }
    if first < 0xE0 {
      return i + 1 < bounds.end ? (first & 0x1F) << 6 | UInt32(text[i + 1]) & 0x3F : nil
    }
    guard first < 0xF0, i + 2 < bounds.end else { return nil }
    return (first & 0x0F) << 12 | (UInt32(text[i + 1]) & 0x3F) << 6 | UInt32(text[i + 2]) & 0x3F
  }
}
