import Syntax

/// Words that tell, beside an unknown name, what it stands for.
struct NameCues: Sendable {
  private let after: NameLexicon
  private let before: Endings
  private let verbs: NameLexicon
  private let stops: Endings
  private let weights: [NameVotes]

  /// Words that are looked for from their ends.
  private struct Endings: Sendable {
    let lexicon: NameLexicon
    /// Words of one Chinese character.
    private var singles = HanSet()
    /// The last characters of the other words that end in Chinese.
    private var ends = HanSet()
    /// A bit for each hash of the last two characters of those where both are Chinese.
    private var pairs = [UInt64](repeating: 0, count: 1 << 8)
    /// A bit for each pair of last letters, for words that end in ASCII.
    private var letters = [UInt64](repeating: 0, count: 1 << 8)

    init(_ lexicon: NameLexicon) {
      self.lexicon = lexicon
      let text = lexicon.letters.span
      for form in lexicon.forms {
        let (start, end) = (Int(form.start), Int(form.start) + Int(form.length))
        if text[end - 1] >= 0x80 {
          let last = Self.character(text, before: end)
          if end - start == 3 {
            singles.insert(bytes: last)
          } else if end - start >= 6, Self.isHan(text, before: end - 3) {
            ends.insert(bytes: last)
            Self.set(&pairs, Self.pair(Self.character(text, before: end - 3), last))
          } else {
            ends.insert(bytes: last)
          }
        } else if end - start > 1 {
          Self.set(&letters, Self.pair(text[end - 2], text[end - 1]))
        }
      }
    }

    /// Whether a word of one Chinese character ends before `end`.
    func isSingle(_ text: Span<UInt8>, _ end: Int) -> Bool {
      end > 2 && singles.contains(bytes: Self.character(text, before: end))
    }

    /// Whether a word may end before `end`.
    @inline(__always)
    func mayEnd(_ text: Span<UInt8>, _ end: Int) -> Bool {
      guard end > 2 else {
        return end == 2 && Self.has(letters, Self.pair(text[0], text[1]))
      }
      guard text[end &- 1] >= 0x80 else {
        return Self.has(letters, Self.pair(text[end &- 2], text[end &- 1]))
      }
      let last = Self.character(text, before: end)
      if singles.contains(bytes: last) { return true }
      guard ends.contains(bytes: last) else { return false }
      // A blank before the last character parts no word of the text.
      guard end > 5, Self.isHan(text, before: end &- 3) else { return true }
      return Self.has(pairs, Self.pair(Self.character(text, before: end &- 3), last))
    }

    @inline(__always)
    private static func character(_ text: Span<UInt8>, before end: Int) -> UInt32 {
      UInt32(text[end &- 3]) << 16 | UInt32(text[end &- 2]) << 8 | UInt32(text[end &- 1])
    }

    /// Whether one of the characters from U+4000 stands before `end`, which is none that names are
    /// parted by.
    @inline(__always)
    private static func isHan(_ text: Span<UInt8>, before end: Int) -> Bool {
      text[end &- 3] >= 0xE4 && text[end &- 3] < 0xEA
    }

    @inline(__always)
    private static func pair(_ first: UInt32, _ second: UInt32) -> Int {
      Int(((first &* 0x9E37_79B1 ^ second) &* 0x85EB_CA6B) >> 18)
    }

    @inline(__always)
    private static func pair(_ first: UInt8, _ second: UInt8) -> Int {
      // No bit for what is no ASCII.
      Int(NameKey.lowercase(first)) << 7 | Int(NameKey.lowercase(second))
    }

    @inline(__always)
    private static func has(_ bits: [UInt64], _ bit: Int) -> Bool {
      bit >> 6 < bits.count && bits[bit >> 6] >> UInt64(bit & 63) & 1 != 0
    }

    private static func set(_ bits: inout [UInt64], _ bit: Int) {
      if bit >> 6 < bits.count { bits[bit >> 6] |= 1 << UInt64(bit & 63) }
    }
  }

  static let builtIn = NameCues()

  /// The longest cue that begins at `start`.
  func vote(after start: Int, in text: Span<UInt8>, _ upper: Int, _ votes: inout NameVotes) {
    guard start < upper,
      let match = after.longestMatch(in: text, from: start, to: upper)
    else { return }
    votes.add(weights[Int(after.forms[match.form].entry)])
  }

  /// The longest cue that ends at `end`.
  func vote(before end: Int, in text: Span<UInt8>, _ lower: Int, _ votes: inout NameVotes) {
    guard before.mayEnd(text, end), let match = longest(before, endingAt: end, in: text, lower)
    else { return }
    votes.add(weights[Int(before.lexicon.forms[match].entry)])
  }

  /// Whether a word that reports an act begins at `i`.
  func isVerb(_ text: Span<UInt8>, _ i: Int, _ upper: Int) -> Bool {
    verbs.longestMatch(in: text, from: i, to: upper) != nil
  }

  /// Whether the characters before `end` cannot belong to a name that begins there.
  func endsName(_ text: Span<UInt8>, _ end: Int) -> Bool {
    if stops.isSingle(text, end) { return true }
    return stops.mayEnd(text, end) && longest(stops, endingAt: end, in: text, 0) != nil
  }

  private func longest(
    _ words: Endings, endingAt end: Int, in text: Span<UInt8>, _ lower: Int
  ) -> Int? {
    var found: Int?
    var start = end
    var characters = 0
    while start > lower, characters < 6 {
      start -= 1
      while start > lower, text[start] & 0xC0 == 0x80 { start -= 1 }
      if text[start] < 0x80, NameKey.isAlphanumeric(text[start]) {
        while start > lower, NameKey.isAlphanumeric(text[start - 1]) { start -= 1 }
      }
      characters += 1
      if let match = words.lexicon.longestMatch(in: text, from: start, to: end), match.end == end {
        found = match.form
      }
    }
    return found
  }

  private init() {
    var weights: [NameVotes] = []
    func fill(_ table: StaticString, _ capacity: Int) -> NameLexicon {
      var lexicon = NameLexicon(minimumCapacity: capacity)
      let range = lexicon.adopt(table)
      let bytes = lexicon.letters
      var number = 0
      var start = range.start
      var votes = NameVotes()
      // A line's first word is the kind, its second one the weight.
      var head: ArraySlice<UInt8> = []
      for end in range.start...range.end where end == range.end || bytes[end] <= 0x20 {
        switch number {
        case _ where end == start: number -= 1
        case 0: head = bytes[start..<end]
        case 1:
          votes = NameVotes()
          let weight = Int32(bytes[start]) - 0x30
          if let kind = NameKind(word: String(decoding: head, as: UTF8.self)) {
            votes[kind] = weight
          } else {
            votes.none = weight
          }
          weights.append(votes)
        default:
          lexicon.insert(
            ByteRange(start, end),
            as: NameLexicon.Form(
              entry: UInt32(weights.count - 1), casing: .any, kind: nil))
        }
        number += 1
        if end < range.end, bytes[end] == UInt8(ascii: "\n") { number = 0 }
        start = end + 1
      }
      return lexicon
    }
    after = fill(Self.afterTable, 256)
    before = Endings(fill(Self.beforeTable, 128))
    verbs = fill(Self.verbTable, 64)
    stops = Endings(fill(Self.stopTable, 512))
    self.weights = weights
  }

  private static let afterTable: StaticString = """
    company 4 公司 集团 获投 融资 旗下 股价 市值 估值 财报 营收 上市 裁员 入股 员工 高管 发言人 前员工 创始人 联合创始人 联创 董事长 总裁 首席执行官 首席技术官 CEO CTO CFO COO 首席科学家 首席 官方 获得融资 完成融资 获数 获得数 完成数 完成新一轮 完成A轮 完成B轮 被收购 startup raises raised CEO's founder cofounder co-founder valuation
    company 2 宣布 收购 投资 团队 起诉 推出 研究员 研究人员 工程师 联合 携手 与 计划 正在 已经 拟 称 表示 回应 否认 承认 announced launched launches announces releases released acquired acquires team researchers engineers employees
    company 1 发布 开源 上线 成立 获 将
    model 4 模型 大模型 系列模型 语言模型 model models LLM checkpoint checkpoints weights
    model 1 参数 权重 fine-tune finetune
    product 3 平台 工具 应用 框架 浏览器 助手 编辑器 操作系统 系统 眼镜 手机 耳机 机器人 芯片 处理器 智能体 插件 项目 引擎 数据库 社区 软件 客户端 硬件 设备 服务 功能 协议 库 App SDK GPU 显卡 加速器 超节点 服务器 app tool library framework platform browser
    none 4 基准 基准测试 测试集 测试 评测 数据集 榜单 架构 算法 方法 技术 机制 策略 论文 定律 法案 大会 峰会 论坛 奖 会议 展会 评分 指标 得分 理论 范式 benchmark benchmarks dataset datasets leaderboard score paper architecture algorithm
    organization 3 大学 学院 研究院 研究所 实验室 委员会
    person 2 说 认为 指出 坦言 强调 透露 加入 离职 博士 教授 先生 女士
    """

  private static let beforeTable: StaticString = """
    company 4 公司 企业 初创公司 初创企业 创业公司 独角兽 厂商 巨头 子公司 母公司 供应商 运营商 服务商 开发商 制造商 startup company 收购 领投 跟投 竞争对手 安全公司 芯片公司 机器人公司 AI公司 科技公司
    company 2 投资 起诉 携手 联合 合作伙伴 入职
    model 4 模型 大模型 语言模型 系列模型 model models
    model 1 开源 蒸馏 微调 基于 超越 优于 媲美
    product 3 平台 工具 应用 框架 浏览器 助手 编辑器 操作系统 系统 眼镜 手机 芯片 智能体 插件 项目 产品 功能 引擎 服务 机器人 软件 游戏 库 社区 GPU tool app library framework
    none 4 基准 数据集 榜单 测试 架构 算法 方法 技术 评测 benchmark dataset on
    person 4 CEO 首席执行官 创始人 联合创始人 董事长 总裁 教授 博士 研究员 科学家 首席科学家 负责人 副总裁 CTO CFO COO 工程师 导演 分析师 记者 院士 总统 部长 高管 员工 博主 推主 作者 投资人 合伙人 设计师 创作者 开发者 网友 大神 大佬
    organization 2 机构 智库 非营利组织 组织 监管机构
    """

  private static let verbTable: StaticString = """
    none 1 发布 推出 开源 上线 宣布 收购 投资 开发 研发 打造 训练 计划 表示 完成 获得 拥有 使用 采用 提供 支持 超越 优于 成为 将 的 与 和 及 在 为 对 等
    """

  private static let stopTable: StaticString = """
    none 1 我 你 他 她 它 加剧 出售 节奏 远超 港股 自己 直接 当你 试图 打破 利好 部分 导致 嘲讽 暗示 允许 满足 主要 加强 专注 知道 一起 之间 奖励 监管 招聘 拍摄 嵌入 合规 分钟 小时 的 了 在 和 与 由 据 被 是 将 对 向 从 为 及 等 已 让 称 给 把 该 此 其 名 国 前 后 有 以 于 用 或 者 年 月 日 到 至 也 都 还 就 而 但 并 个 家 所 着 过 来 去 上 下 中 内 外 多 最 更 很 各 某 两 三 全 新 老 原 现 使 成 做 个 款 项 种 位 这 那 发布 推出 开源 收购 投资 公司 企业 合作 联合 携手 宣布 旗下 包括 以及 通过 基于 关于 国内 全球 中国 美国 北京 上海 深圳 杭州 领先 知名 著名 传统 大型 小型 顶级 一流 创新 未来 商业 工业 农业 现代 高新 信息 网络 金融 教育 医疗 影视 音乐 出版 人工 具身 通用 群体 空间 超级 自主 端侧 边缘 认知 情感 增强 混合 视觉 语音 多模态 专业 相关 主流 海外 本土 民营 国有 上市 初创 独角兽 巨头 行业 产业 市场 平台 技术 研究 开发 应用 产品 服务 数据 模型 算法 软件 硬件 芯片 机器 人形 四足 工程 理工 国际 亚洲 欧洲 日本 韩国 德国 英国 法国 印度 政府 地方 联邦 最高 高级 中级 行政 重点 国家 省 市 区 县 围绕 关注 推动 警惕 推进 提供 训练 兼任 投身 布局 开始 法律 消费 桌面 复古 清洁 绿色 可再生 新 高阶 语境 重要 代码 实时 工商 员工 单轮 万 亿 千 百 十 二 四 五 六 七 八 九 份 元 买 级 需 参数 结合 利用 探索 发展 支持 面向 进军 押注 聚焦 重视 热爱 学习 研发 拥抱 改变 影响 颠覆 融合 赋能 促进 加速 引领 带来 实现 依托 借助 涉及 涵盖 覆盖 以及 未知 尖端 前沿 核心 关键 基础 底层 顶尖 优秀 普通 个人 家庭 企业级 消费级 工业级 车规级 云端 本地 移动 互联 万物 虚拟 数字 电子 生成式 决策 预测 感知 协同 分布 自动 辅助
    """
}
