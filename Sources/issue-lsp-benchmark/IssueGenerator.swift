/// Makes issues that look like real ones to a parser and to a learner of names: front matter, a
/// title, sections, linked stories with labels, long Chinese sentences with Latin names, figures and
/// bold amid them. The same seed gives the same bytes.
///
/// The mix follows Chinese newsletters about AI: a third of the bytes is ASCII; of a thousand bytes
/// about two are links, two to four bold runs; names follow Zipf's law, and new versions of models
/// come up as time goes by.
struct IssueGenerator {
  private var random: SplitMix
  private let companies: [String]
  private let models: [String]
  private let hosts: [String]

  /// - Parameter nameCount: how many different names the issues speak of in all, versions aside.
  init(seed: UInt64, nameCount: Int = 600) {
    var random = SplitMix(state: seed)
    let half = max(1, nameCount / 2)
    companies = (0..<half).map { _ in Self.company(&random) }
    models = (0..<half).map { _ in Self.model(&random) }
    hosts = (0..<80).map { _ in Self.latin(&random, 2).lowercased() + ".com" }
    self.random = random
  }

  /// One issue of about `bytes` bytes.
  ///
  /// - Parameter number: counts the days from 2024-01-01; gives the date and the newest versions.
  mutating func issue(_ number: Int, bytes: Int) -> [UInt8] {
    var text = ""
    text.reserveCapacity(bytes + 4096)
    let title = headline(number)
    text += "---\ntitle: \(title)\ndate: \(Self.date(number))\ncategory: AI 日报\n"
    text += "tags: [AI, AI 日报]\nsummary: \(sentence(number))\n---\n\n# \(title)"
    while text.utf8.count < bytes {
      text += "\n\n## \(pick(Self.sections))"
      for _ in 0..<random.below(6) + 3 where text.utf8.count < bytes { story(number, &text) }
    }
    return Array((text + "\n").utf8)
  }

  /// `2024-02-29.md` for 59.
  static func fileName(_ number: Int) -> String { "\(date(number)).md" }

  private mutating func story(_ number: Int, _ text: inout String) {
    text += "\n\n### [\(headline(number))](\(url()))"
    for _ in 0..<random.below(3) + 1 {
      text += "\n\n"
      for _ in 0..<random.below(4) + 1 { text += sentence(number) }
    }
    for _ in 0..<random.below(3) {
      text += "\n\n**\(pick(Self.labels))：**\(sentence(number))"
    }
    guard random.below(3) == 0 else { return }
    text += "\n"
    for _ in 0..<random.below(5) + 2 {
      text += "\n- **\(name(number))**：\(sentence(number))"
      if random.below(2) == 0 { text += "（[来源](\(url()))）" }
    }
  }

  private mutating func url() -> String { "https://\(pick(hosts))/news/\(random.below(1 << 30))" }

  private mutating func headline(_ number: Int) -> String {
    "\(name(number))\(pick(Self.acts))\(name(number))，\(pick(Self.clauses))"
  }

  private mutating func sentence(_ number: Int) -> String {
    var text = pick(companies, skewed: true)
    if random.below(2) == 0 { text += pick(Self.acts) + name(number) }
    for _ in 0..<random.below(3) + 1 {
      text += "，\(pick(Self.clauses))"
      if random.below(6) == 0 { text += " **\(random.below(900) + 100)亿**" }
      if random.below(8) == 0 { text += "（\(name(number))）" }
      if random.below(40) == 0 { text += " `pip install \(pick(hosts))` " }
    }
    return text + "。"
  }

  private mutating func name(_ number: Int) -> String {
    guard random.below(2) == 0 else { return pick(companies, skewed: true) }
    let minor = (number / 20 + random.below(2)) % 10
    return "\(pick(models, skewed: true)) \(1 + number / 200).\(minor)"
  }

  private mutating func pick(_ words: [String], skewed: Bool = false) -> String {
    // A draw below an even draw favours the front, much as Zipf's law does.
    let index = random.below(skewed ? random.below(words.count) + 1 : words.count)
    return words.indices.contains(index) ? words[index] : ""
  }
}

// What the issues are made of.
extension IssueGenerator {
  private static func date(_ number: Int) -> String {
    var (year, month, day) = (2024, 1, number)
    while true {
      let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
      let length = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
      if day < length { break }
      day -= length
      (year, month) = month == 12 ? (year + 1, 1) : (year, month + 1)
    }
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    return "\(year)-\(two(month))-\(two(day + 1))"
  }

  private static func company(_ random: inout SplitMix) -> String {
    if random.below(2) == 0 { return latin(&random, random.below(2) + 2) }
    let stem = (0..<2).map { _ in syllables[random.below(syllables.count)] }.joined()
    return stem + suffixes[random.below(suffixes.count)]
  }

  private static func model(_ random: inout SplitMix) -> String {
    let stem = latin(&random, random.below(2) + 1)
    return random.below(3) == 0 ? stem + "-VL" : stem
  }

  private static func latin(_ random: inout SplitMix, _ count: Int) -> String {
    let letters = (0..<count).map { _ in latinSyllables[random.below(latinSyllables.count)] }
      .joined()
    return letters.prefix(1).uppercased() + letters.dropFirst()
  }

  private static let latinSyllables = [
    "ba", "cor", "da", "el", "fin", "gra", "hex", "in", "ju", "ki", "lor", "mi", "nex", "or", "pla",
    "qua", "ri", "sol", "ta", "um", "vi", "wen", "xa", "yo", "zen", "al", "be", "dyn", "fro", "gen",
  ]
  private static let syllables = [
    "云", "星", "海", "智", "光", "元", "启", "深", "明", "联", "思", "博", "华", "宇", "天", "和", "瑞", "图",
    "源", "灵", "科", "众", "维", "新", "创", "达", "景", "安", "立", "恒", "飞", "凌", "远", "极", "晨", "岚",
  ]
  private static let suffixes = ["科技", "智能", "", "", "数据", "机器人", "云", ""]
  private static let sections = [
    "大模型与平台", "产品动态", "开源与工具", "融资与市场", "研究前沿", "政策与安全", "行业应用", "更多动态", "芯片与算力",
  ]
  private static let labels = ["深度解读 & 洞察", "影响", "核心能力", "技术细节", "行业意义", "适用场景"]
  private static let acts = [
    "发布", "开源", "推出", "宣布收购", "完成对", "联合", "上线", "升级", "投资", "起诉", "测试", "停止维护", "预告",
    "回应关于", "将接入", "开放", "训练出", "超越", "适配",
  ]
  private static let clauses = [
    "推理速度提升约三成，成本下降到原来的一半", "支持长达百万字的上下文，并改进了工具调用", "在多项公开评测中取得领先成绩",
    "面向开发者开放接口，按用量计费", "团队表示后续会公布训练细节与数据配方", "首批合作伙伴包括多家制造与零售企业",
    "分析人士认为这将改变现有的竞争格局", "用户可以在网页和手机端直接体验", "权重采用宽松许可，允许商业使用",
    "估值较上一轮翻了一番，资金将用于算力建设", "监管部门要求其在三十天内说明情况", "新功能今天起向全部订阅用户推送",
    "研究人员给出了可复现的代码与实验记录", "端侧版本可在普通笔记本电脑上运行", "这一结果在社区引发了广泛讨论",
    "视频生成时长延长到两分钟，画面更加稳定", "机器人能够在陌生房间内完成整理任务", "语音延迟降低，支持随时打断与多人对话",
    "预计明年上半年在更多地区提供服务", "报告还提到数据中心的用电量持续增长", "公司强调不会使用用户内容进行训练",
    "安全测试显示越狱成功率明显下降", "工程师可以用自然语言描述需求并得到完整项目", "多模态检索的准确率接近人工标注水平",
  ]
}

/// SplitMix64: small, quick, the same everywhere.
struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// An even draw from 0 up to, not including, `count`.
  mutating func below(_ count: Int) -> Int {
    Int(truncatingIfNeeded: next() >> 33) % max(1, count)
  }
}
