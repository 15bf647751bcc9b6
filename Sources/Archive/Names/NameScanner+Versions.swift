/// The grammar of model names: `family (separator? (version | size | variant))*`.
extension NameScanner {
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

  private static let modelWord = Array("大模型".utf8)

  /// What counts things rather than versions: `Gemini 2 亿用户`, `Llama 10 倍`, `Qwen 3 个`.
  private static let units: Set<UInt32> = Set(
    "年月日亿万个倍款项种美元条次人家名岁分小天周季度台颗位大时秒百千和".unicodeScalars.map(\.value))

  /// The end of the versions and variants after a family that ends at `start`; `start` where there
  /// are none.
  func versionEnd(of family: Int, after start: Int) -> Int {
    var end = start
    // `Kimi K2` is a family with a version of its own.
    var hasVersion = bytes[family..<start].contains(where: NameKey.isDigit)
    while end < upper {
      guard let next = partEnd(after: end, isFirst: end == start, hasVersion: hasVersion) else {
        break
      }
      hasVersion = hasVersion || next.isVersion
      end = next.end
    }
    if end < upper, bytes[end] == UInt8(ascii: "+"), hasVersion || end == start {
      let isLast = end + 1 >= upper || !NameKey.isAlphanumeric(bytes[end + 1])
      if isLast { end += 1 }
    }
    return end
  }

  private func partEnd(
    after end: Int, isFirst: Bool, hasVersion: Bool
  ) -> (end: Int, isVersion: Bool)? {
    var separator = NameKey.separatorLength(bytes, end, upper)
    // `TRELLIS.2`, `FLUX.1`.
    if separator == 0, bytes[end] == UInt8(ascii: "."), !NameKey.isDigit(bytes[end - 1]),
      end + 1 < upper, NameKey.isDigit(bytes[end + 1])
    {
      separator = 1
    }
    let isBlank = separator > 0 && (bytes[end] == 0x20 || bytes[end] == 0xC2)
    let i = end + separator
    guard i < upper else { return nil }
    if bytes[i] >= 0xE3 { return widePartEnd(at: i, isBlank: isBlank, hasVersion: hasVersion) }
    guard NameKey.isAlphanumeric(bytes[i]) else { return nil }
    // Letters that follow letters at once belong to the word before.
    if separator == 0, bytes[end - 1] < 0x80, !NameKey.isDigit(bytes[i]),
      !NameKey.isDigit(bytes[end - 1])
    {
      return nil
    }
    var j = i
    while j < upper {
      if NameKey.isAlphanumeric(bytes[j]) {
        j += 1
      } else if bytes[j] == UInt8(ascii: "."), j + 1 < upper, NameKey.isDigit(bytes[j - 1]),
        NameKey.isDigit(bytes[j + 1]) || isVersionWildcard(j + 1)
      {
        j += 1
      } else {
        break
      }
    }
    if j < upper, bytes[j] == UInt8(ascii: "_") { return nil }
    if isVersion(i, j) {
      if isBlank || separator == 0 && bytes[end - 1] >= 0x80 {
        guard !isCount(i, j) else { return nil }
      }
      return (j, true)
    }
    let word = WordSet.hash(bytes, i, j)
    if Self.variants.contains(hash: word) {
      if isBlank {
        // Variants after a blank have a capital: "Gemini 3 flash sale", "Claude code review".
        guard NameKey.isUpper(bytes[i]) || hasVersion && Self.plainVariants.contains(hash: word)
        else { return nil }
        if !hasVersion {
          guard Self.freeVariants.contains(hash: word) || versionFollows(j) else { return nil }
        }
        if Self.boundVariants.contains(hash: word) { return nil }
      }
      return (j, false)
    }
    // After a hyphen any word with a capital or a digit is part of the name.
    if separator > 0, !isBlank {
      let hasDigit = bytes[i..<j].contains { NameKey.isDigit($0) }
      if hasDigit || NameKey.isUpper(bytes[i]) {
        return knownName(at: i, to: j) ? nil : (j, hasDigit)
      }
      return nil
    }
    return nil
  }

  /// `GPT-5.x`.
  private func isVersionWildcard(_ i: Int) -> Bool {
    bytes[i] == UInt8(ascii: "x") && (i + 1 >= upper || !NameKey.isAlphanumeric(bytes[i + 1]))
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

  private func versionFollows(_ end: Int) -> Bool {
    guard end < upper else { return false }
    let separator = NameKey.separatorLength(bytes, end, upper)
    let i = end + separator
    guard i < upper, separator > 0 else { return false }
    var j = i
    while j < upper, NameKey.isAlphanumeric(bytes[j]) || bytes[j] == UInt8(ascii: ".") { j += 1 }
    while j > i, bytes[j - 1] == UInt8(ascii: ".") { j -= 1 }
    return isVersion(i, j) && !isCount(i, j)
  }

  private func knownName(at i: Int, to end: Int) -> Bool {
    guard let match = lexicon.longestMatch(in: bytes, from: i, to: upper), match.end >= end else {
      return false
    }
    let kind = lexicon.forms[match.form].kind
    return kind == .company || kind == .product
  }

  /// `大模型` after a Chinese family, and `图像 3.0` after any.
  private func widePartEnd(at i: Int, isBlank: Bool, hasVersion: Bool) -> (
    end: Int, isVersion: Bool
  )? {
    guard !hasVersion else { return nil }
    for word in Self.wideVariants where i + word.count <= upper {
      guard bytes[i..<i + word.count].elementsEqual(word) else { continue }
      let end = i + word.count
      let separator = end < upper ? NameKey.separatorLength(bytes, end, upper) : 0
      let next = end + separator
      var j = next
      while j < upper, NameKey.isAlphanumeric(bytes[j]) || bytes[j] == UInt8(ascii: ".") { j += 1 }
      while j > next, bytes[j - 1] == UInt8(ascii: ".") { j -= 1 }
      if j > next, isVersion(next, j), !isCount(next, j) { return (end, false) }
      if !isBlank, word == Self.modelWord, i > lower, bytes[i - 1] >= 0x80 { return (end, false) }
      return nil
    }
    return nil
  }

  /// `5`, `5.2`, `4o`, `V3.1`, `K2`, `7B`, `A22B`, `8x7B`, `0528`, `Gen3`.
  func isVersion(_ start: Int, _ end: Int) -> Bool {
    var i = start
    // At most two letters before the number.
    while i < end, i - start < 2, !NameKey.isDigit(bytes[i]) {
      guard NameKey.isAlphanumeric(bytes[i]) else { return false }
      i += 1
    }
    let prefix = i - start
    guard i < end, NameKey.isDigit(bytes[i]), end - i <= 8 else { return false }
    if prefix == 2, !NameKey.isUpper(bytes[start]) { return false }
    while i < end, NameKey.isDigit(bytes[i]) || bytes[i] == UInt8(ascii: ".") { i += 1 }
    if i == end { return true }
    if bytes[i] == UInt8(ascii: "x"), i + 1 < end, NameKey.isDigit(bytes[i + 1]) {
      i += 1
      while i < end, NameKey.isDigit(bytes[i]) || bytes[i] == UInt8(ascii: ".") { i += 1 }
      if i == end { return true }
    }
    if end - i == 1 { return NameKey.isAlphanumeric(bytes[i]) }
    return Self.variants.contains(bytes, i, end)
  }

  /// Whether the number counts something: followed by `%`, a unit or a measure word, or too big for
  /// a version.
  private func isCount(_ start: Int, _ end: Int) -> Bool {
    let digits = bytes[start..<end].allSatisfy { NameKey.isDigit($0) }
    if digits, end - start > 2 {
      guard end - start == 3, bytes[end - 1] == 0x30 || end - start == 4 else { return true }
      if end - start == 4 { return true }
    }
    guard NameKey.isDigit(bytes[end - 1]) else {
      // `30B` is a size; `100x`, `10K`, `5M` count.
      let last = NameKey.lowercase(bytes[end - 1])
      guard NameKey.isDigit(bytes[start]) else { return false }
      return last == UInt8(ascii: "x") || last == UInt8(ascii: "k") || last == UInt8(ascii: "m")
    }
    var i = end
    if i < upper, bytes[i] == 0x20 { i += 1 }
    guard i < upper else { return false }
    if bytes[i] == UInt8(ascii: "%")
      || bytes[i] == UInt8(ascii: ",") && i + 1 < upper
        && NameKey.isDigit(bytes[i + 1])
    {
      return true
    }
    guard NameKey.isDigit(bytes[start]), let scalar = scalar(at: i), scalar >= 0x80 else {
      return false
    }
    if scalar == 0xFF05 { return true }
    // `GPT-5 和 Claude`: a joining word after a blank counts nothing.
    return Self.units.contains(scalar) && !(scalar == 0x548C)
      && !(scalar == 0x5927 && bytes.count > i + 5 && bytes[i + 3] == 0xE6)
  }

  /// The Unicode scalar of two or three bytes at `i`.
  func scalar(at i: Int) -> UInt32? {
    guard i < upper else { return nil }
    let first = UInt32(bytes[i])
    if first < 0x80 { return first }
    if first < 0xE0 {
      return i + 1 < upper ? (first & 0x1F) << 6 | UInt32(bytes[i + 1]) & 0x3F : nil
    }
    guard first < 0xF0, i + 2 < upper else { return nil }
    return (first & 0x0F) << 12 | (UInt32(bytes[i + 1]) & 0x3F) << 6 | UInt32(bytes[i + 2]) & 0x3F
  }
}
